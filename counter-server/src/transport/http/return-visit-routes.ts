import { DeskReturnVisitBody, IssuedTicket } from '@counter/shared/contract/hall'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { Refusal } from '../../domain/refusal.ts'
import { findTrackedCaseByCodeAlone, keptCaseId } from '../../usecases/cases/read-track-case.ts'
import { issueReturnVisit } from '../../usecases/hall/issue-return-visit.ts'
import { toIssuedTicket } from '../../views/hall-views.ts'
import { originOf } from './access.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'

/** 取件 or 补件 at the desk, by the code on the receipt; staff decide when the day is nearly over (Q10, Q42). */
export function returnVisitRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/return-visits',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: { body: DeskReturnVisitBody, response: { 200: IssuedTicket, ...refusals } },
      },
      async (request) => {
        const { commandId, code, cls, at = 'desk', reason = null } = request.body
        const caseId = deps.store.read((tx) => {
          const asked = findTrackedCaseByCodeAlone(tx, code)
          return asked === null ? null : keptCaseId(tx, asked)
        })
        if (caseId === null) throw new Refusal('code.not_found')
        const order = { origin: originOf(request, commandId), caseId, cls, channel: at, reason } as const
        return toIssuedTicket(await issueReturnVisit(deps, order), deps.publicUrl)
      },
    )
  }
}

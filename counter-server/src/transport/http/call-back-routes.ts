import { CallBackBody, CallBackClerkBody, CallBackList } from '@counter/shared/contract/call-backs'
import { CaseIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { nameCallBackClerk, readCallBacks, recordCallBack } from '../../usecases/village/call-backs.ts'
import { toCallBackList } from '../../views/call-back-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CallBackList, ...refusals } }
const CALLERS = { actors: ['supervisor', 'clerk'] as const }

/** 回访抽查: the centre calls residents back about what a point delivered (V20). */
export function callBackRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/call-backs', { config: CALLERS, schema: answer }, async (request) => {
      const asker = caseAskerOf(request)
      return deps.store.read((tx) => toCallBackList(readCallBacks(tx, asker)))
    })
    app.post(
      '/call-backs/:id/tries',
      { config: CALLERS, schema: { params, body: CallBackBody, ...answer } },
      async (request) => {
        const { commandId, ...told } = request.body
        return toCallBackList(
          await recordCallBack(deps, caseAskerOf(request, commandId), request.params.id, told),
        )
      },
    )
    app.post(
      '/call-backs/clerk',
      { config: { actors: ['supervisor'] }, schema: { body: CallBackClerkBody, ...answer } },
      async (request) => {
        const { commandId, ...asked } = request.body
        return toCallBackList(await nameCallBackClerk(deps, caseAskerOf(request, commandId), asked))
      },
    )
  }
}

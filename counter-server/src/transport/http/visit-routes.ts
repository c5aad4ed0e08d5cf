import { IssuedTicket } from '@counter/shared/contract/hall'
import {
  ConfirmVisitBody,
  LastVisit,
  MakeVisitBody,
  ServeVisitBody,
  VisitSlip,
  VisitSlipBody,
  VisitTicketBody,
  VisitView,
} from '@counter/shared/contract/visits'
import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import type { WaitEstimator } from '../../usecases/hall/wait.ts'
import { giveVisitTicket } from '../../usecases/village/give-visit-ticket.ts'
import { makeVisit } from '../../usecases/village/make-visit.ts'
import { printVisitSlip } from '../../usecases/village/print-visit-slip.ts'
import { readLastVisit, readVisit } from '../../usecases/village/read-visit.ts'
import { confirmVisit, serveVisitCase } from '../../usecases/village/serve-visit.ts'
import { toIssuedTicket } from '../../views/hall-views.ts'
import { toVisit, toVisitSlip } from '../../views/visit-views.ts'
import { originOf, staffOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { docxHeaders, visitSlipDocx } from './paper-docx.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: z.uuid() })
const answer = { response: { 200: VisitView, ...refusals } }

/** 集中交件: the agent's list, one number at the desk, case by case, signed by both (V91 to V94). */
export function visitRoutes(deps: Deps & { readonly wait: WaitEstimator }): FastifyPluginAsyncZod {
  const slip = async (
    request: FastifyRequest & {
      readonly params: z.infer<typeof params>
      readonly body: z.infer<typeof VisitSlipBody>
    },
    way: PaperWay,
  ) => {
    const asker = caseAskerOf(request, request.body.commandId)
    return toVisitSlip(await printVisitSlip(deps, asker, { visit: request.params.id, way }))
  }

  return async (app) => {
    app.get(
      '/visits',
      { config: { actors: ['agent'] }, schema: { response: { 200: LastVisit, ...refusals } } },
      async (request) => {
        const village = (staffOf(request).staff.village ?? '') as VillageCode
        const last = readLastVisit(deps, village)
        return { visit: last === null ? null : toVisit(last) }
      },
    )
    app.post(
      '/visits',
      { config: { actors: ['agent'] }, schema: { body: MakeVisitBody, ...answer } },
      async (request) => {
        const { commandId, cases } = request.body
        const agent = { deps, origin: originOf(request, commandId), staff: staffOf(request).staff }
        return toVisit(await makeVisit(deps, agent, cases))
      },
    )
    app.get(
      '/visits/:id',
      { config: { actors: ['agent', 'clerk'] }, schema: { params, ...answer } },
      async (request) => toVisit(readVisit(deps, caseAskerOf(request), request.params.id)),
    )
    app.post(
      '/visits/:id/ticket',
      {
        // Scanned at the kiosk or read at the desk (V91).
        config: { actors: ['clerk', 'kiosk'] },
        schema: { params, body: VisitTicketBody, response: { 200: IssuedTicket, ...refusals } },
      },
      async (request) => {
        const { commandId, topic = null } = request.body
        const asked = { visit: request.params.id, topic }
        const origin = originOf(request, commandId)
        return toIssuedTicket(await giveVisitTicket(deps, { origin }, asked), deps.publicUrl)
      },
    )
    app.post(
      '/visits/:id/serve',
      { config: { actors: ['clerk'] }, schema: { params, body: ServeVisitBody, ...answer } },
      async (request) => {
        const { commandId, ...served } = request.body
        const asker = caseAskerOf(request, commandId)
        return toVisit(await serveVisitCase(deps, asker, { ...served, visit: request.params.id }))
      },
    )
    app.post(
      '/visits/:id/slip/print',
      {
        config: { actors: ['clerk'] },
        schema: { params, body: VisitSlipBody, response: { 200: VisitSlip, ...refusals } },
      },
      (request) => slip(request, 'print'),
    )
    app.post(
      '/visits/:id/slip/docx',
      { config: { actors: ['clerk'] }, schema: { params, body: VisitSlipBody } },
      async (request, reply) => {
        const given = await slip(request, 'docx')
        const name = `交接单 ${given.villageName} ${civilDate(given.madeAt)}`
        return reply.headers(docxHeaders(name)).send(await visitSlipDocx(name, given))
      },
    )
    app.post(
      '/visits/:id/confirm',
      { config: { actors: ['agent'] }, schema: { params, body: ConfirmVisitBody, ...answer } },
      async (request) => {
        const agent = {
          deps,
          origin: originOf(request, request.body.commandId),
          staff: staffOf(request).staff,
        }
        return toVisit(await confirmVisit(deps, agent, request.params.id))
      },
    )
  }
}

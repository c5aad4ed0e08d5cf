import { IssuedTicket } from '@counter/shared/contract/hall'
import { FreeBands } from '@counter/shared/contract/public/booking'
import {
  BookVisitBody,
  ConfirmVisitBody,
  LastVisit,
  MakeVisitBody,
  ServeVisitBody,
  UnbookVisitBody,
  VisitSlip,
  VisitSlipBody,
  VisitTicketBody,
  VisitView,
} from '@counter/shared/contract/visits'
import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import type { WaitEstimator } from '../../usecases/hall/wait.ts'
import { bookVisit, readVisitTimes, unbookVisit } from '../../usecases/village/book-visit.ts'
import { giveVisitTicket } from '../../usecases/village/give-visit-ticket.ts'
import { makeVisit } from '../../usecases/village/make-visit.ts'
import { printVisitSlip } from '../../usecases/village/print-visit-slip.ts'
import { readLastVisit, readVisit } from '../../usecases/village/read-visit.ts'
import { confirmVisit, serveVisitCase } from '../../usecases/village/serve-visit.ts'
import { toFreeBands } from '../../views/booking-views.ts'
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
  const agentOf = (request: FastifyRequest, commandId: CommandId) => ({
    deps,
    origin: originOf(request, commandId),
    staff: staffOf(request).staff,
  })
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
        return toVisit(await makeVisit(deps, agentOf(request, commandId), cases))
      },
    )
    app.get(
      '/visits/:id',
      { config: { actors: ['agent', 'clerk'] }, schema: { params, ...answer } },
      async (request) => toVisit(readVisit(deps, caseAskerOf(request), request.params.id)),
    )
    app.get(
      '/visits/:id/times',
      {
        config: { actors: ['agent'] },
        schema: { params, response: { 200: FreeBands, ...refusals } },
      },
      async (request) => toFreeBands(readVisitTimes(deps, staffOf(request), request.params.id)),
    )
    app.post(
      '/visits/:id/appointment',
      { config: { actors: ['agent'] }, schema: { params, body: BookVisitBody, ...answer } },
      async (request) => {
        const { commandId, date, band } = request.body
        const place = { visit: request.params.id, date, band: band as PlainTime }
        return toVisit(await bookVisit(deps, agentOf(request, commandId), place))
      },
    )
    app.post(
      '/visits/:id/appointment/cancel',
      { config: { actors: ['agent'] }, schema: { params, body: UnbookVisitBody, ...answer } },
      async (request) => {
        const agent = agentOf(request, request.body.commandId)
        return toVisit(await unbookVisit(deps, agent, request.params.id))
      },
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
        const agent = agentOf(request, request.body.commandId)
        return toVisit(await confirmVisit(deps, agent, request.params.id))
      },
    )
  }
}

import {
  CorrectBody,
  DeskAnswer,
  DirectBody,
  MoveBody,
  PickBody,
  PlainActBody,
  ReclassBody,
  ServeByHandBody,
  ServedList,
} from '@counter/shared/contract/desk'
import { TicketIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { pickTicket } from '../../usecases/hall/call-next-ticket.ts'
import { correctEndedVisit, readServed } from '../../usecases/hall/correct-visit.ts'
import { serveAtOnce } from '../../usecases/hall/serve-directly.ts'
import { toDeskAnswer, toDeskTicket } from '../../views/desk-views.ts'
import { originOf, staffOf } from './access.ts'
import { actAtTicket } from './act-at-ticket.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'

const ticketParams = z.strictObject({ id: TicketIdField })
const windowParams = z.strictObject({ window: z.coerce.number().int().min(1).max(99) })
const CLERK = { config: { actors: ['clerk'] as const } }
/** The acts that need no window of one's own (queue.md 2). */
const HALL_STAFF = { config: { actors: ['clerk', 'supervisor'] as const } }
const answer = { response: { 200: DeskAnswer, ...refusals } }

/** What staff do to a ticket beside its call: place, class, end, correction; and who is called out of order (Q11, Q18, Q29, Q34). */
export function ticketRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  return async (app) => {
    for (const kind of ['rejoin', 'postpone', 'restore', 'cancel'] as const) {
      app.post(
        `/tickets/:id/${kind}`,
        { ...HALL_STAFF, schema: { params: ticketParams, body: PlainActBody, ...answer } },
        async (request) =>
          actAtTicket(deps, request, { id: request.params.id, body: request.body, act: { kind } }),
      )
    }
    app.post(
      '/tickets/:id/reclass',
      { ...HALL_STAFF, schema: { params: ticketParams, body: ReclassBody, ...answer } },
      async (request) => {
        const { body, params } = request
        const { cls, reason } = body
        return actAtTicket(deps, request, { id: params.id, body, act: { kind: 'reclass', cls, reason } })
      },
    )
    app.post(
      '/tickets/:id/serve-by-hand',
      { ...HALL_STAFF, schema: { params: ticketParams, body: ServeByHandBody, ...answer } },
      async (request) => {
        const { body, params } = request
        const { window = null, outcome = null, topicServed = null, servedAt, reason } = body
        const act = { kind: 'serve-by-hand', window, outcome, topicServed, servedAt, reason } as const
        return actAtTicket(deps, request, { id: params.id, body, act })
      },
    )
    app.post(
      '/tickets/:id/move-to-ticket',
      { ...HALL_STAFF, schema: { params: ticketParams, body: MoveBody, ...answer } },
      async (request) => {
        const { body, params } = request
        const { to, reason } = body
        return actAtTicket(deps, request, { id: params.id, body, act: { kind: 'move', to, reason } })
      },
    )
    app.post(
      '/tickets/:id/correct',
      { ...HALL_STAFF, schema: { params: ticketParams, body: CorrectBody, ...answer } },
      async (request) => {
        const { commandId, expectedVersion = null, outcome = null, topicServed = null, reason } = request.body
        return toDeskAnswer(
          await correctEndedVisit(deps, {
            origin: originOf(request, commandId),
            ticket: request.params.id,
            expectedVersion,
            outcome,
            topicServed,
            reason,
          }),
        )
      },
    )

    app.get(
      '/windows/:window/served',
      { ...HALL_STAFF, schema: { params: windowParams, response: { 200: ServedList, ...refusals } } },
      async (request) => ({ items: readServed(deps, request.params.window).map(toDeskTicket), next: null }),
    )
    app.post(
      '/windows/:window/pick',
      { ...CLERK, schema: { params: windowParams, body: PickBody, ...answer } },
      async (request) => {
        const { commandId, ticketId, reason } = request.body
        return toDeskAnswer(
          await pickTicket(deps, {
            origin: originOf(request, commandId),
            staff: staffOf(request).staff.id,
            window: request.params.window,
            ticket: ticketId,
            reason,
          }),
        )
      },
    )
    app.post(
      '/windows/:window/direct',
      { ...CLERK, schema: { params: windowParams, body: DirectBody, ...answer } },
      async (request) => {
        const { commandId, topic, reason } = request.body
        return toDeskAnswer(
          await serveAtOnce(deps, {
            origin: originOf(request, commandId),
            staff: staffOf(request).staff.id,
            window: request.params.window,
            topic,
            reason,
          }),
        )
      },
    )
  }
}

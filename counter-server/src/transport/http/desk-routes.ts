import {
  DeskAnswer,
  FinishBody,
  HoldBody,
  MissBody,
  NextBody,
  OpenWindowBody,
  PauseWindowBody,
  PlainActBody,
  ReturnBody,
  ServicesBody,
  TakeOverBody,
  TransferBody,
  WhyThisOne,
  WindowList,
} from '@counter/shared/contract/desk'
import { TicketIdField } from '@counter/shared/contract/fields'
import type { CommandId, TicketId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { callNextTicket } from '../../usecases/hall/call-next-ticket.ts'
import { changeWindowServices } from '../../usecases/hall/change-services.ts'
import { readWhy, readWindows } from '../../usecases/hall/read-window.ts'
import type { TicketAct, VisitFinish } from '../../usecases/hall/ticket-act.ts'
import { actOnWindow, type WindowAct } from '../../usecases/hall/window-acts.ts'
import { toDeskAnswer, toDeskWindow, toWhy } from '../../views/desk-views.ts'
import { originOf, staffOf } from './access.ts'
import { actAtTicket } from './act-at-ticket.ts'
import { refusals } from './refusals.ts'

const ticketParams = z.strictObject({ id: TicketIdField })
const windowParams = z.strictObject({ window: z.coerce.number().int().min(1).max(99) })
const CLERK = { config: { actors: ['clerk'] as const } }
const answer = { response: { 200: DeskAnswer, ...refusals } }

/** What a clerk does at a window and to a ticket (queue.md 4 and 5). */
export function deskRoutes(deps: Deps): FastifyPluginAsyncZod {
  function onTicket(
    request: FastifyRequest,
    id: TicketId,
    body: { commandId: CommandId; expectedVersion?: number | undefined },
    act: TicketAct,
  ) {
    return actAtTicket(deps, request, { id, body, act })
  }

  async function onWindow(request: FastifyRequest, window: number, commandId: CommandId, act: WindowAct) {
    return toDeskAnswer(
      await actOnWindow(deps, {
        origin: originOf(request, commandId),
        staff: staffOf(request).staff.id,
        window,
        act,
      }),
    )
  }

  return async (app) => {
    for (const kind of ['recall', 'undo-call', 'start', 'reopen', 'release'] as const) {
      app.post(
        `/tickets/:id/${kind}`,
        { ...CLERK, schema: { params: ticketParams, body: PlainActBody, ...answer } },
        async (request) => onTicket(request, request.params.id, request.body, { kind }),
      )
    }
    app.post(
      '/tickets/:id/miss',
      { ...CLERK, schema: { params: ticketParams, body: MissBody, ...answer } },
      async (request) =>
        onTicket(request, request.params.id, request.body, {
          kind: 'miss',
          reason: request.body.reason ?? null,
          isConfirmed: request.body.isConfirmed ?? false,
        }),
    )
    app.post(
      '/tickets/:id/finish',
      { ...CLERK, schema: { params: ticketParams, body: FinishBody, ...answer } },
      async (request) =>
        onTicket(request, request.params.id, request.body, {
          kind: 'finish',
          ...finishOf(request.body),
        }),
    )
    app.post(
      '/tickets/:id/hold',
      { ...CLERK, schema: { params: ticketParams, body: HoldBody, ...answer } },
      async (request) =>
        onTicket(request, request.params.id, request.body, { kind: 'hold', reason: request.body.reason }),
    )
    app.post(
      '/tickets/:id/return',
      { ...CLERK, schema: { params: ticketParams, body: ReturnBody, ...answer } },
      async (request) =>
        onTicket(request, request.params.id, request.body, {
          kind: 'return',
          reason: request.body.reason ?? null,
        }),
    )
    app.post(
      '/tickets/:id/transfer',
      { ...CLERK, schema: { params: ticketParams, body: TransferBody, ...answer } },
      async (request) =>
        onTicket(request, request.params.id, request.body, {
          kind: 'transfer',
          to: request.body.to,
          place: request.body.place ?? null,
          reason: request.body.reason ?? null,
          isConfirmed: request.body.isConfirmed ?? false,
        }),
    )
    app.get(
      '/tickets/:id/why',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: { params: ticketParams, response: { 200: WhyThisOne, ...refusals } },
      },
      async (request) => toWhy(readWhy(deps, request.params.id)),
    )

    app.get(
      '/windows',
      {
        config: { actors: ['clerk', 'supervisor', 'leader', 'admin'] },
        schema: { response: { 200: WindowList, ...refusals } },
      },
      async () => ({
        items: readWindows(deps).map(toDeskWindow),
        next: null,
      }),
    )
    app.post(
      '/windows/:window/services',
      { config: { actors: ['admin'] }, schema: { params: windowParams, body: ServicesBody, ...answer } },
      async (request) => {
        const { commandId, services, reason = null, isConfirmed = false } = request.body
        const { window } = request.params
        return toDeskAnswer(
          await changeWindowServices(deps, {
            origin: originOf(request, commandId),
            window,
            services,
            reason,
            isConfirmed,
          }),
        )
      },
    )
    for (const kind of ['open', 'close', 'resume'] as const) {
      app.post(
        `/windows/:window/${kind}`,
        { ...CLERK, schema: { params: windowParams, body: OpenWindowBody, ...answer } },
        async (request) => onWindow(request, request.params.window, request.body.commandId, { kind }),
      )
    }
    app.post(
      '/windows/:window/take-over',
      { ...CLERK, schema: { params: windowParams, body: TakeOverBody, ...answer } },
      async (request) =>
        onWindow(request, request.params.window, request.body.commandId, {
          kind: 'take-over',
          reason: request.body.reason,
        }),
    )
    app.post(
      '/windows/:window/pause',
      { ...CLERK, schema: { params: windowParams, body: PauseWindowBody, ...answer } },
      async (request) =>
        onWindow(request, request.params.window, request.body.commandId, {
          kind: 'pause',
          reason: request.body.reason,
          until: request.body.until ?? null,
        }),
    )
    app.post(
      '/windows/:window/next',
      { ...CLERK, schema: { params: windowParams, body: NextBody, ...answer } },
      async (request) => {
        const { commandId, finish } = request.body
        const result = await callNextTicket(deps, {
          origin: originOf(request, commandId),
          staff: staffOf(request).staff.id,
          window: request.params.window,
          finish: finish === undefined ? null : finishOf(finish),
        })
        return toDeskAnswer(result)
      },
    )
  }
}

type FinishFields = Pick<z.infer<typeof FinishBody>, 'outcome' | 'isLateEntry' | 'topicServed'>

function finishOf({ outcome, isLateEntry = false, topicServed }: FinishFields): VisitFinish {
  return { outcome, isLateEntry, topicServed: topicServed ?? null }
}

import { DeviceIdField, Done } from '@counter/shared/contract/fields'
import {
  Hall,
  HelpBody,
  IssuedTicket,
  IssueTicketBody,
  KioskRejoinBody,
  Rejoined,
} from '@counter/shared/contract/hall'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { askForHelp, clearProblem } from '../../usecases/hall/devices-report.ts'
import { issueTicket } from '../../usecases/hall/issue-ticket.ts'
import type { HallReader } from '../../usecases/hall/read-hall.ts'
import { rejoinAtKiosk } from '../../usecases/hall/resident-acts.ts'
import type { WaitEstimator } from '../../usecases/hall/wait.ts'
import { readCentre } from '../../usecases/township/read-centre.ts'
import { toHall, toIssuedTicket } from '../../views/hall-views.ts'
import { deviceOf, EVERYBODY, originOf } from './access.ts'
import { refusals } from './refusals.ts'

export interface HallDeps extends Deps {
  readonly wait: WaitEstimator
  readonly hall: HallReader
}

/** What the kiosk asks for: the hall, numbers, help (queue.md 1). */
export function hallRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/hall',
      { config: { actors: EVERYBODY }, schema: { response: { 200: Hall, ...refusals } } },
      async () =>
        deps.store.read((tx) =>
          toHall(readCentre(tx), deps.hall.whole(tx), {
            publicUrl: deps.publicUrl,
            headStartMs: deps.queue(tx).headStartMs,
            serverNow: tx.at,
          }),
        ),
    )

    app.post(
      '/tickets',
      {
        config: { actors: ['kiosk', 'clerk', 'supervisor'] },
        schema: { body: IssueTicketBody, response: { 200: IssuedTicket, ...refusals } },
      },
      async (request) => {
        const { commandId, topic, cls, previousTicketId, previousNumber = null } = request.body
        const { weight = 1, needsSpokenCall = false, at = 'desk', reason = null } = request.body
        const origin = originOf(request, commandId)
        const isKiosk = request.asker.actor === 'kiosk'
        const extras = { weight, needsSpokenCall, previousTicketId: previousTicketId ?? null }
        const issued = await issueTicket(
          deps,
          isKiosk
            ? { origin, topic, cls, channel: 'kiosk', previousNumber }
            : { origin, topic, cls, channel: at, extras, reason },
        )
        return toIssuedTicket(issued, deps.publicUrl)
      },
    )

    app.post(
      '/tickets/kiosk-rejoin',
      {
        config: { actors: ['kiosk'] },
        schema: { body: KioskRejoinBody, response: { 200: Rejoined, ...refusals } },
      },
      async (request) =>
        rejoinAtKiosk(deps, {
          origin: originOf(request, request.body.commandId),
          number: request.body.number,
        }),
    )

    app.post(
      '/help',
      { config: { actors: ['kiosk'] }, schema: { body: HelpBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        deviceOf(request)
        return askForHelp(deps, { origin: originOf(request, request.body.commandId) })
      },
    )

    app.post(
      '/devices/:id/clear',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: DeviceIdField }),
          body: HelpBody,
          response: { 200: Done, ...refusals },
        },
      },
      async (request) =>
        clearProblem(deps, { origin: originOf(request, request.body.commandId), device: request.params.id }),
    )
  }
}

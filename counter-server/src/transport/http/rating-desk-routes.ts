import { Rated } from '@counter/shared/contract/public/rating'
import {
  PlaceTabletBody,
  RateAtWindowBody,
  RatingDesk,
  TabletPlaced,
} from '@counter/shared/contract/public/rating-desk'
import type { CommandId, DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { placeTablet, rateAtWindow, readTablet } from '../../usecases/ratings/rate-at-window.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const TABLET = { actors: ['rate'] as const }

function deviceOf({ asker }: FastifyRequest): DeviceId {
  if (asker.device === null) throw new Refusal('device.not_enrolled')
  return asker.device.device.id
}

/** The rating tablet at a window: a device of its own, so never a session of the staff (C1002). */
export function ratingDeskRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/rating-desk',
      { config: TABLET, schema: { response: { 200: RatingDesk, ...refusals } } },
      async (request) => {
        const { window, windows, offer } = readTablet(deps, deviceOf(request))
        return {
          window,
          windows: windows.map(({ window: number, name }) => ({ window: number, name })),
          offer,
        }
      },
    )
    app.post(
      '/rating-desk/window',
      { config: TABLET, schema: { body: PlaceTabletBody, response: { 200: TabletPlaced, ...refusals } } },
      async (request) => {
        const { commandId, window } = request.body
        const origin = originOf(request, commandId as CommandId)
        return placeTablet(deps, { origin, device: deviceOf(request), window })
      },
    )
    app.post(
      '/rating-desk/rate',
      { config: TABLET, schema: { body: RateAtWindowBody, response: { 200: Rated, ...refusals } } },
      async (request) => {
        const { commandId, ticketId, ...given } = request.body
        return rateAtWindow(deps, {
          origin: originOf(request, commandId as CommandId),
          device: deviceOf(request),
          ticketId: ticketId as TicketId,
          given,
        })
      },
    )
  }
}

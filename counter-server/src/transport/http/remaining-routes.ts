import { RemainingList } from '@counter/shared/contract/booking'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { readRemaining } from '../../usecases/hall/read-remaining.ts'
import { toRemainingNumber } from '../../views/booking-views.ts'
import { staffOf } from './access.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'

/** Who is likely to wait in vain today; a clerk sees those of the own window, the supervisor all (Q42). */
export function remainingRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/remaining',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: { response: { 200: RemainingList, ...refusals } },
      },
      async (request) => ({
        items: readRemaining(deps, staffOf(request).window).map(toRemainingNumber),
        next: null,
      }),
    )
  }
}

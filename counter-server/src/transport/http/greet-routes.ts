import { GreetNumbers } from '@counter/shared/contract/greet'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { findNumbers } from '../../usecases/hall/read-greet.ts'
import { toGreetNumber } from '../../views/greet-views.ts'
import { refusals } from './refusals.ts'

/** The hall guide's look-up; a number is no secret, the wall shows it (issue line 14). */
export function greetRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/greet/numbers',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: {
          querystring: z.strictObject({ number: z.string().max(12) }),
          response: { 200: GreetNumbers, ...refusals },
        },
      },
      async (request) => ({ items: findNumbers(deps, request.query.number).map(toGreetNumber), next: null }),
    )
  }
}

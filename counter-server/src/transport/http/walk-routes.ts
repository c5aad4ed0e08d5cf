import { Walk, WalkBody } from '@counter/shared/contract/walks'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { takeWalk } from '../../usecases/village/take-walk.ts'
import { toWalk } from '../../views/walk-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** 今日走访: what an agent's phone carries for a day (V42). */
export function walkRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/walks',
      {
        config: { actors: ['agent'] },
        schema: { body: WalkBody, response: { 200: Walk, ...refusals } },
      },
      async (request) => toWalk(await takeWalk(deps, caseAskerOf(request), request.body.cases)),
    )
  }
}

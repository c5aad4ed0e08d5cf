import { ErrandList } from '@counter/shared/contract/errands'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { listErrands } from '../../usecases/village/list-errands.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** What the point owes its cases, read by its agents (V21). */
export function errandRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/errands',
      { config: { actors: ['agent'] }, schema: { response: { 200: ErrandList, ...refusals } } },
      async (request) => ({ items: [...listErrands(deps, caseAskerOf(request))] }),
    )
  }
}

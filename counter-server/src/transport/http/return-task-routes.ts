import { ReturnTaskList } from '@counter/shared/contract/return-tasks'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { listReturnTasks } from '../../usecases/cases/list-return-tasks.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseRow } from '../../views/case-row-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** What did not come in time, for the counter that calls and the unit that sends back (C205, C442). */
export function returnTaskRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/return-tasks',
      {
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: { response: { 200: ReturnTaskList, ...refusals } },
      },
      async (request) => ({
        items: listReturnTasks(deps, caseAskerOf(request)).map(
          ({ line, why, dueOn, materials, isAsked }) => ({
            case: toCaseRow(line),
            why,
            dueOn,
            materials: [...materials],
            isAsked,
          }),
        ),
        next: null,
      }),
    )
  }
}

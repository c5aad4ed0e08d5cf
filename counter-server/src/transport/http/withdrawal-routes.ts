import { WithdrawalList } from '@counter/shared/contract/withdrawals'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { listWithdrawals } from '../../usecases/cases/list-withdrawals.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseRow } from '../../views/case-row-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** Whose case is to be withdrawn, for the counter and the unit that answer (V73). */
export function withdrawalRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/withdrawals',
      {
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: { response: { 200: WithdrawalList, ...refusals } },
      },
      async (request) => ({
        items: listWithdrawals(deps, caseAskerOf(request)).map(({ line, askedAt }) => ({
          case: toCaseRow(line),
          askedAt,
        })),
        next: null,
      }),
    )
  }
}

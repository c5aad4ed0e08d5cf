import { ApprovalList } from '@counter/shared/contract/approvals'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { listApprovals } from '../../usecases/cases/list-approvals.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toApprovalRow } from '../../views/approval-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** What waits for a second signature, for those who sign (C403). */
export function approvalRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/approvals',
      {
        config: { actors: ['supervisor', 'leader'] },
        schema: { response: { 200: ApprovalList, ...refusals } },
      },
      async (request) => ({
        items: listApprovals(deps, caseAskerOf(request)).map(toApprovalRow),
        next: null,
      }),
    )
  }
}

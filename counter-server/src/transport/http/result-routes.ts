import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField } from '@counter/shared/contract/fields'
import { ResultList, ResultQuery, ShelveBody, TellResultBody } from '@counter/shared/contract/results'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseDone } from '../../usecases/cases/case-scene.ts'
import { listResults } from '../../usecases/cases/list-results.ts'
import { shelveResult } from '../../usecases/cases/shelve-result.ts'
import { tellResult } from '../../usecases/cases/tell-result.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { toResultList } from '../../views/result-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CaseAnswer, ...refusals } }

/** Results that wait to be fetched: where they lie, and who was told (issue line 16). */
export function resultRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function done(command: Promise<CaseDone>) {
    const { shown, receipt } = await command
    return toCaseAnswer(shown as CaseDetail, receipt)
  }

  return async (app) => {
    app.get(
      '/results',
      {
        config: { actors: ['clerk', 'handler', 'agent', 'supervisor'] },
        schema: { querystring: ResultQuery, response: { 200: ResultList, ...refusals } },
      },
      async (request) => toResultList(listResults(deps, caseAskerOf(request), request.query)),
    )
    app.post(
      '/cases/:id/shelve',
      { config: { actors: ['clerk', 'handler'] }, schema: { params, body: ShelveBody, ...answer } },
      async (request) => {
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(shelveResult(deps, command, request.body.place))
      },
    )
    app.post(
      '/cases/:id/tell-result',
      {
        config: { actors: ['clerk', 'handler', 'agent'] },
        schema: { params, body: TellResultBody, ...answer },
      },
      async (request) => {
        const { way, isReached } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(tellResult(deps, command, { way, isReached }))
      },
    )
  }
}

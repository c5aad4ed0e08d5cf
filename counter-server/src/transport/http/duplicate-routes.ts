import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import {
  AlikeBody,
  AlikeList,
  JudgeDuplicateBody,
  MergeBody,
  UnmergeBody,
} from '@counter/shared/contract/duplicates'
import { CaseIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseDone } from '../../usecases/cases/case-scene.ts'
import { judgeDuplicate, mergeCases, unmergeCases } from '../../usecases/cases/merge-cases.ts'
import { readAlike } from '../../usecases/cases/read-duplicates.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { toAlikeCase } from '../../views/duplicate-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CaseAnswer, ...refusals } }
const CLERKS = { config: { actors: ['clerk', 'supervisor'] as const } }

/** Possible duplicates: pointed out before the second is received, merged, taken apart again, or judged (C445). */
export function duplicateRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function done(command: Promise<CaseDone>) {
    const { shown, receipt } = await command
    return toCaseAnswer(shown as CaseDetail, receipt)
  }

  return async (app) => {
    app.post(
      '/cases/alike',
      {
        // A point hears with its answer that there may be another case, and no more of it (V74).
        config: { actors: ['clerk'] },
        schema: { body: AlikeBody, response: { 200: AlikeList, ...refusals } },
      },
      async (request) => {
        const asker = caseAskerOf(request)
        const { days, lines } = deps.store.read((tx) => readAlike(tx, asker, request.body))
        return { days, items: lines.map(toAlikeCase) }
      },
    )
    app.post(
      '/cases/:id/merge',
      { ...CLERKS, schema: { params, body: MergeBody, ...answer } },
      async (request) => {
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(mergeCases(deps, command, request.body.other))
      },
    )
    app.post(
      '/cases/:id/unmerge',
      { ...CLERKS, schema: { params, body: UnmergeBody, ...answer } },
      async (request) => {
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(unmergeCases(deps, command, request.body.reason))
      },
    )
    app.post(
      '/cases/:id/judge-duplicate',
      { ...CLERKS, schema: { params, body: JudgeDuplicateBody, ...answer } },
      async (request) => {
        const { other, verdict } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(judgeDuplicate(deps, command, { other, verdict }))
      },
    )
  }
}

import { RevealBody, Revealed } from '@counter/shared/contract/case-bodies'
import { BoardCounts, CaseList, CaseQuery, FindCasesBody } from '@counter/shared/contract/case-lists'
import { CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { listCases } from '../../usecases/cases/list-cases.ts'
import { readBoard } from '../../usecases/cases/read-board.ts'
import { readCase } from '../../usecases/cases/read-case.ts'
import { revealField } from '../../usecases/cases/reveal-field.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseList, toLightCounts } from '../../views/case-row-views.ts'
import { toCaseDetail } from '../../views/case-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const READERS = ['clerk', 'handler', 'agent', 'supervisor', 'leader'] as const

/** What staff read of cases: lists, one case, the board, and a value that is masked elsewhere (P34). */
export function caseReadingRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/cases/:id/reveal',
      {
        // An agent too: the cases of the own point are all they can name (V4).
        config: { actors: ['clerk', 'handler', 'agent', 'supervisor'] },
        schema: { params, body: RevealBody, response: { 200: Revealed, ...refusals } },
      },
      async (request) => {
        const { field, kind, purpose } = request.body
        return revealField(deps, caseAskerOf(request), {
          id: request.params.id,
          field,
          purpose: kind,
          words: purpose,
        })
      },
    )

    app.get(
      '/cases',
      {
        config: { actors: READERS },
        schema: { querystring: CaseQuery, response: { 200: CaseList, ...refusals } },
      },
      async (request) => {
        const { open, counts, ...asked } = request.query
        const isOpen = open === undefined ? undefined : open === 'yes'
        const isCounted = counts === 'yes'
        return toCaseList(listCases(deps, caseAskerOf(request), { ...asked, isOpen, isCounted }))
      },
    )

    app.post(
      '/cases/find',
      {
        config: { actors: ['clerk', 'handler', 'agent', 'supervisor'] },
        schema: { body: FindCasesBody, response: { 200: CaseList, ...refusals } },
      },
      async (request) => {
        return toCaseList(listCases(deps, caseAskerOf(request), request.body))
      },
    )

    app.get(
      '/cases/:id',
      { config: { actors: READERS }, schema: { params, response: { 200: CaseDetail, ...refusals } } },
      async (request) =>
        deps.store.read((tx) => toCaseDetail(readCase(deps, tx, caseAskerOf(request), request.params.id))),
    )

    app.get(
      '/board',
      { config: { actors: READERS }, schema: { response: { 200: BoardCounts, ...refusals } } },
      async (request) => {
        const board = deps.store.read((tx) => readBoard(tx, caseAskerOf(request)))
        return {
          counts: toLightCounts(board),
          dueToday: board.dueToday,
          byUnit: board.byUnit.map(({ unit, name, ...row }) => ({
            unit,
            name,
            counts: toLightCounts(row),
            dueToday: row.dueToday,
          })),
          byVillage: board.byVillage.map(({ village, name, ...row }) => ({
            village,
            name,
            counts: toLightCounts(row),
            dueToday: row.dueToday,
          })),
        }
      },
    )
  }
}

import type { ResultList, ResultRow } from '@counter/shared/contract/results'
import type { ResultLine, ResultsFound } from '../usecases/cases/list-results.ts'
import { toCaseRow } from './case-row-views.ts'

function toResultRow({ line, shelf, phone, isGivenBack, calls }: ResultLine): ResultRow {
  return {
    case: toCaseRow(line),
    decidedAt: line.facts.decidedAt ?? line.facts.receivedAt,
    shelf,
    phone,
    isGivenBack,
    calls: calls.map(({ at, by, way, isReached }) => ({ at, by, way, isReached })),
  }
}

export function toResultList({ lines, next, counts }: ResultsFound): ResultList {
  const { to_call, told, unreached } = counts
  return { items: lines.map(toResultRow), next, counts: { to_call, told, unreached } }
}

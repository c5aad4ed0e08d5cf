import type { CaseListState } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/cases'
import { caseListTopic } from '../../state/case-list.ts'
import { type Followed, useTopic } from '../../state/live.ts'
import { usePoint } from './point.tsx'

/** The open cases of the own point, live (V4). */
export function useOwnCases(): Followed<CaseListState> {
  return useTopic(`village:${usePoint().code}`, caseListTopic)
}

/** Which card of the home page a case belongs to (V-1). */
export type CaseShelf = 'supplement' | 'open' | 'decided'

export function shelfOf({ status }: Pick<CaseRow, 'status'>): CaseShelf {
  if (status === 'supplement') return 'supplement'
  return status === 'decided' ? 'decided' : 'open'
}

/** How many cases stand on each shelf. */
export function countShelves(rows: readonly Pick<CaseRow, 'status'>[]): Readonly<Record<CaseShelf, number>> {
  const counts = { supplement: 0, open: 0, decided: 0 }
  for (const row of rows) counts[shelfOf(row)] += 1
  return counts
}

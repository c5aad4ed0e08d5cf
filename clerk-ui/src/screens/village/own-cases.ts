import type { CaseListState } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { useEffect } from 'react'
import { caseListTopic } from '../../state/case-list.ts'
import { copyCases } from './copy-cases.ts'
import { type KeptTopic, useKeptTopic } from './kept-topic.ts'
import { useOwnNews } from './own-news.ts'
import { usePoint } from './point.tsx'
import { useOutboxCounts } from './village-outbox.ts'

/** The open cases of the own point, live (V4), or as the phone last knew them. */
export function useOwnCases(): KeptTopic<CaseListState> {
  return useKeptTopic(topicOf(usePoint().code), caseListTopic)
}

/** Keeps a copy of every case with something left to do while there is a network, so that it can be done without one (V27). */
export function useCaseCopies(): void {
  const point = usePoint().code
  const { state, copiedAt } = useOwnCases()
  const told = useOwnNews((news) => news.told)
  const { received } = useOutboxCounts()
  // Told live, or by a short contact just now: the line carries.
  const rows = copiedAt === null || told > 0 ? state?.cases : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent may have ended an errand
  useEffect(() => {
    if (rows === undefined) return
    let isCurrent = true
    // A disk that takes none, or that a newer page has opened, costs the copies alone (V40, V41).
    void copyCases(topicOf(point), rows, () => isCurrent).catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [point, rows, received])
}

function topicOf(point: string): string {
  return `village:${point}`
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

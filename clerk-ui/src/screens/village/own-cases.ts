import type { CaseListState } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { CaseDetail } from '@counter/shared/contract/cases'
import { useEffect } from 'react'
import { forgetCopies, keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { read } from '../../state/ask.ts'
import { caseListTopic } from '../../state/case-list.ts'
import { useSession } from '../../state/session.ts'
import { ERRANDS_TOPIC, PEOPLE_TOPIC, PLACE_TOPIC, WALK_TOPIC } from './copy-topics.ts'
import { type KeptTopic, useKeptTopic } from './kept-topic.ts'
import { useOwnNews } from './own-news.ts'
import { usePoint } from './point.tsx'

/** The open cases of the own point, live (V4), or as the phone last knew them. */
export function useOwnCases(): KeptTopic<CaseListState> {
  return useKeptTopic(topicOf(usePoint().code), caseListTopic)
}

const MOST_COPIES = 50
const BETWEEN_MS = 200
// By agent too: the next one at this phone has copies of their own (V35).
const copied = new Map<string, number>()

/** Keeps a copy of every open case while there is a network, so that it can be handed over without one (V27). */
export function useCaseCopies(): void {
  const point = usePoint().code
  const { state, copiedAt } = useOwnCases()
  const told = useOwnNews((news) => news.told)
  // Told live, or by a short contact just now: the line carries.
  const rows = copiedAt === null || told > 0 ? state?.cases : undefined
  useEffect(() => {
    if (rows === undefined) return
    let isCurrent = true
    void copyAll(point, rows.slice(0, MOST_COPIES), () => isCurrent)
    return () => {
      isCurrent = false
    }
  }, [point, rows])
}

// One after another and slowly, because what an agent does goes first.
async function copyAll(point: string, rows: readonly CaseRow[], isCurrent: () => boolean): Promise<void> {
  const agent = useSession.getState().session?.staffId
  await forgetCopies([
    topicOf(point),
    PEOPLE_TOPIC,
    ERRANDS_TOPIC,
    WALK_TOPIC,
    PLACE_TOPIC,
    ...rows.map(({ id }) => `case:${id}`),
  ])
  for (const { id, version } of rows) {
    if (copied.get(`${agent} ${id}`) === version || (await keptVersion(id)) === version) continue
    const answer = await read(`/api/cases/${id}`, CaseDetail)
    if (!isCurrent() || !answer.ok) return
    await keepCopy(`case:${id}`, answer.value, Date.now())
    copied.set(`${agent} ${id}`, answer.value.row.version)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}

// A page that begins anew reads only what has changed since the last one (V55).
async function keptVersion(id: string): Promise<number | null> {
  const kept = CaseDetail.safeParse((await readCopy(`case:${id}`))?.state)
  return kept.success ? kept.data.row.version : null
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

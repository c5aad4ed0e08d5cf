import { CaseList, type CaseRow } from '@counter/shared/contract/cases'
import { useEffect, useState } from 'react'
import { read } from '../../state/ask.ts'

/** What is asked of the server; the light is picked on the screen, so that counters and list are of the same rows (U34). */
export interface RowsWanted {
  readonly unit: string
  readonly village: string
  readonly open: 'yes' | 'no'
}

export interface CaseRows {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly rows: readonly CaseRow[]
  /** True when there are more than the screen reads. */
  readonly isCut: boolean
}

const PAGE = 200
const MOST_PAGES = 5
const CALM_MS = 500
const NOTHING: CaseRows = { phase: 'loading', rows: [], isCut: false }

/** The rows for these filters, read again a moment after `news` changes. After a failed reading the old rows stay (U11). */
export function useCaseRows(wanted: RowsWanted, news: unknown, attempt: number): CaseRows {
  const [found, setFound] = useState<CaseRows>(NOTHING)
  const { unit, village, open } = wanted

  // biome-ignore lint/correctness/useExhaustiveDependencies: news and attempt are reasons to read, not what is read
  useEffect(() => {
    let isGone = false
    // Several pieces of news at once are one reading.
    const timer = setTimeout(
      () => {
        void readAll({ unit, village, open }).then((next) => {
          if (!isGone) setFound((known) => next ?? { ...known, phase: 'failed' })
        })
      },
      news === null ? 0 : CALM_MS,
    )
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [unit, village, open, news, attempt])

  return found
}

async function readAll(wanted: RowsWanted): Promise<CaseRows | null> {
  const rows: CaseRow[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Awaited<ReturnType<typeof readPage>> = await readPage(wanted, cursor)
    if (!answer.ok) return null
    rows.push(...answer.value.items)
    cursor = answer.value.next
    if (cursor === null) return { phase: 'ready', rows, isCut: false }
  }
  return { phase: 'ready', rows, isCut: true }
}

function readPage({ unit, village, open }: RowsWanted, cursor: string | null) {
  const query = new URLSearchParams({ limit: String(PAGE), open })
  if (unit !== '') query.set('unit', unit)
  if (village !== '') query.set('village', village)
  if (cursor !== null) query.set('cursor', cursor)
  return read(`/api/cases?${query}`, CaseList)
}

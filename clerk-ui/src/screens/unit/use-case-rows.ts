import { CaseList, type LightCounts } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { useEffect, useState } from 'react'
import { read } from '../../state/ask.ts'
import { type Asked, askedOf } from './board-filters.ts'

export interface RowsWanted extends Asked {
  readonly open: 'yes' | 'no'
  /** How many pages of rows to read; a press asks for more. */
  readonly pages: number
}

export interface CaseRows {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly rows: readonly CaseRow[]
  /** How many open cases the filters leave under each light, listed or not; null where ended ones are listed. */
  readonly counts: LightCounts | null
  /** True when there are more than the screen reads. */
  readonly isCut: boolean
  /** Open cases whose place in the order a corrected calendar has still to reach (C604). */
  readonly recounting: number
}

const PAGE = 200
const CALM_MS = 500
const NOTHING: CaseRows = { phase: 'loading', rows: [], counts: null, isCut: false, recounting: 0 }

/** The rows for these filters, read again a moment after `news` changes. After a failed reading the old rows stay (U11). */
export function useCaseRows(wanted: RowsWanted, news: unknown, attempt: number): CaseRows {
  const [found, setFound] = useState<CaseRows>(NOTHING)
  const { open, pages } = wanted
  const asked = askedOf(wanted).toString()

  // biome-ignore lint/correctness/useExhaustiveDependencies: news and attempt are reasons to read, not what is read
  useEffect(() => {
    let isGone = false
    // Several pieces of news at once are one reading.
    const timer = setTimeout(
      () => {
        void readAll(asked, open, pages).then((next) => {
          if (!isGone) setFound((known) => next ?? { ...known, phase: 'failed' })
        })
      },
      news === null ? 0 : CALM_MS,
    )
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [asked, open, pages, news, attempt])

  return found
}

async function readAll(asked: string, open: string, pages: number): Promise<CaseRows | null> {
  const rows: CaseRow[] = []
  let cursor: string | null = null
  let counts: LightCounts | null = null
  let recounting = 0
  for (let page = 0; page < pages; page += 1) {
    const answer: Awaited<ReturnType<typeof readPage>> = await readPage(asked, open, cursor)
    if (!answer.ok) return null
    rows.push(...answer.value.items)
    cursor = answer.value.next
    counts ??= answer.value.counts ?? null
    recounting = answer.value.recounting ?? 0
    if (cursor === null) return { phase: 'ready', rows, counts, isCut: false, recounting }
  }
  return { phase: 'ready', rows, counts, isCut: true, recounting }
}

function readPage(asked: string, open: string, cursor: string | null) {
  const query = new URLSearchParams(`limit=${PAGE}&open=${open}&${asked}`)
  if (cursor === null) query.set('counts', 'yes')
  else query.set('cursor', cursor)
  return read(`/api/cases?${query}`, CaseList)
}

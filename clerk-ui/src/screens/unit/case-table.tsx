import type { CaseRow } from '@counter/shared/contract/case-row'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { Scroller } from '../case/scroller.tsx'
import { CaseTableRow } from './case-table-row.tsx'
import { moveOf, neighbour } from './list-keys.ts'

interface CaseTableProps {
  readonly rows: readonly CaseRow[]
  readonly now: Instant
  readonly caption: TextKey
  readonly onOpen: (row: CaseRow) => void
  /** Missing where the person may not urge. */
  readonly onUrge?: (row: CaseRow) => void
}

const COLUMNS = [
  'board.words',
  'board.number',
  'board.item',
  'board.applicant',
  'board.where',
  'board.stayed',
  'board.responsible',
  'board.openCase',
] as const satisfies readonly TextKey[]

/** Cases in the order given. ↑↓ or J/K move from row to row, Enter opens, C urges; a row keeps the focus when the order changes. */
export function CaseTable({ rows, now, caption, onOpen, onUrge }: CaseTableProps) {
  const t = useWords()
  const list = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const ids = rows.map(({ id }) => id)
  const tabStop = current !== null && ids.some((id) => id === current) ? current : (ids[0] ?? null)

  // The list has the focus when the screen opens, so the most urgent case is two keys away.
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, repeat, keyCode } = event
    const move = moveOf({
      key,
      ctrlKey,
      altKey,
      metaKey,
      repeat,
      keyCode,
      isComposing: event.nativeEvent.isComposing,
    })
    if (move === null) return
    event.preventDefault()
    if (move === 'urge') {
      const row = rows.find(({ id }) => id === current)
      if (row !== undefined) onUrge?.(row)
      return
    }
    const next = neighbour(ids, current, move)
    if (next !== null) list.current?.querySelector<HTMLElement>(`[data-case="${next}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between the links inside
    <div ref={list} className="case-table" tabIndex={-1} onKeyDown={onKeyDown}>
      <Scroller name={t(caption)}>
        <table>
          <caption className="visually-hidden">{t(caption)}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CaseTableRow
                key={row.id}
                row={row}
                now={now}
                isTabStop={row.id === tabStop}
                onFocus={() => setCurrent(row.id)}
                onOpen={() => onOpen(row)}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  )
}

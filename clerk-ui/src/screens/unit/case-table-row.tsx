import type { CaseRow } from '@counter/shared/contract/case-row'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { MouseEvent } from 'react'
import { CaseLight } from '../../components/case-light.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface CaseTableRowProps {
  readonly row: CaseRow
  readonly now: Instant
  readonly isTabStop: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

/** One case: light and words, number, item, masked applicant, where it is, since when, with whom. */
export function CaseTableRow({ row, now, isTabStop, onFocus, onOpen }: CaseTableRowProps) {
  const t = useWords()
  const language = useDayLanguage()

  // With Ctrl or Shift the link is a link, so that a case can stand in its own tab.
  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.shiftKey || event.metaKey) return
    event.preventDefault()
    onOpen()
  }

  return (
    <tr data-testid="board.row" data-light={row.light}>
      <td>
        <CaseLight row={row} now={now} />
      </td>
      <th scope="row">{row.number}</th>
      <td>{row.itemName}</td>
      <td>{row.applicant}</td>
      <td>
        {CASE_WORDS[row.status][language]} · {row.unitName}
      </td>
      <td>{dayWords(civilDate(row.receivedAt), language)}</td>
      <td>{row.handler ?? t('board.nobody')}</td>
      <td>
        <a
          href={`/cases/${row.id}`}
          data-case={row.id}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={onFocus}
          onClick={open}
          className="row-link"
        >
          {t('board.openCase')}
          <span className="visually-hidden"> {row.number}</span>
        </a>
      </td>
    </tr>
  )
}

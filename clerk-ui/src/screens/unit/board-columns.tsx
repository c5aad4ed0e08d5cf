import type { CaseRow } from '@counter/shared/contract/case-row'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { Language as DayLanguage } from '@counter/shared/vocabulary/date-words'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Link } from 'wouter'
import { CaseLight } from '../../components/case-light.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface BoardColumnsProps {
  readonly rows: readonly CaseRow[]
  /** True when there are more than the rows, so that a column holds only those that were read. */
  readonly isCut: boolean
  readonly now: Instant
  readonly onUrge?: (row: CaseRow) => void
}

export type ColumnKey = 'red' | 'today' | 'yellow' | 'green' | 'paused' | CaseStatus
const RUNNING = ['red', 'today', 'yellow', 'green', 'paused'] as const satisfies readonly ColumnKey[]

/** The column a row stands in: by its light, what is due today apart, else by its status (U34). */
export function columnOf({ light, dueAt, status }: CaseRow, now: Instant): ColumnKey {
  if (light === 'none' || light === 'done') return status
  const isToday = dueAt !== null && civilDate(dueAt) === civilDate(now)
  return isToday && light !== 'red' && light !== 'paused' ? 'today' : light
}

/** The rows as computed columns; every row stands in exactly one and nothing can be dragged (U34). */
export function BoardColumns({ rows, isCut, now, onUrge }: BoardColumnsProps) {
  const t = useWords()
  const language = useDayLanguage()
  const columns = new Map<ColumnKey, CaseRow[]>(RUNNING.map((key) => [key, []]))
  for (const row of rows) {
    const key = columnOf(row, now)
    columns.set(key, [...(columns.get(key) ?? []), row])
  }
  return (
    <div className="columns">
      {[...columns].map(([key, cards]) => (
        <section
          key={key}
          className="card"
          aria-label={columnWords(key, t('board.dueToday'), language)}
          data-column={key}
        >
          <h2>
            {columnWords(key, t('board.dueToday'), language)}{' '}
            {isCut ? t('board.listed', { n: cards.length }) : cards.length}
          </h2>
          {cards.length === 0 && <p className="small">{t('board.columnEmpty')}</p>}
          <ul className="plain">
            {cards.map((row) => (
              <Card key={row.id} row={row} now={now} {...(onUrge === undefined ? {} : { onUrge })} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function columnWords(key: ColumnKey, today: string, language: DayLanguage): string {
  if (key === 'today') return today
  if (key === 'red' || key === 'yellow' || key === 'green' || key === 'paused')
    return LIGHT_WORDS[key][language]
  return CASE_WORDS[key][language]
}

function Card({
  row,
  now,
  onUrge,
}: {
  readonly row: CaseRow
  readonly now: Instant
  readonly onUrge?: (row: CaseRow) => void
}) {
  const t = useWords()
  return (
    <li className="board-card">
      <CaseLight row={row} now={now} />
      <p>
        <Link href={`/cases/${row.id}`}>{row.number}</Link>
      </p>
      <p>
        {row.itemName} · {row.applicant}
      </p>
      <p className="small">{row.unitName}</p>
      {onUrge !== undefined && (
        <button type="button" onClick={() => onUrge(row)}>
          {t('act.urge')}
          <span className="visually-hidden"> {row.number}</span>
        </button>
      )}
    </li>
  )
}

import type { CaseRow } from '@counter/shared/contract/case-row'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { Light } from '@counter/shared/ui/light'
import { dueWords } from '@counter/shared/vocabulary/due-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { shownRows } from '../../state/case-list.ts'
import { useServerNow } from '../../state/live.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CopyAge } from './copy-age.tsx'
import { Opening } from './opening.tsx'
import { type CaseShelf, shelfOf, useOwnCases } from './own-cases.ts'

const SHELVES: readonly CaseShelf[] = ['supplement', 'decided', 'open']
const MINUTE = 60_000

/** The open cases of the own point, what needs the agent first. */
export function CasesScreen(): ReactNode {
  const words = useVillageWords()
  const { state, copiedAt } = useOwnCases()
  const now = useServerNow(MINUTE)
  const rows = shownRows(state?.cases ?? [], now)
  return (
    <section className="v-stack" data-screen="V-4" data-state={state === null ? 'loading' : 'list'}>
      <h1 tabIndex={-1}>{words('village.cases.title')}</h1>
      <Link className="v-second" href="/village/log-book">
        {words('village.home.logBook')}
      </Link>
      <Link className="v-second" href="/village/visit">
        {words('village.visit.title')}
      </Link>
      <CopyAge copiedAt={copiedAt} />
      {state === null ? <Opening /> : null}
      {state !== null && rows.length === 0 ? <p>{words('village.cases.empty')}</p> : null}
      {SHELVES.map((shelf) => (
        <Shelf key={shelf} shelf={shelf} rows={rows.filter((row) => shelfOf(row) === shelf)} now={now} />
      ))}
    </section>
  )
}

interface ShelfProps {
  readonly shelf: CaseShelf
  readonly rows: readonly CaseRow[]
  readonly now: Instant
}

function Shelf({ shelf, rows, now }: ShelfProps): ReactNode {
  const words = useVillageWords()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={`v-${shelf}`} id={shelf}>
      <h2 id={`v-${shelf}`}>{words(`village.home.${shelf}`)}</h2>
      <ul className="v-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Link className="v-case" href={`/village/cases/${row.id}`}>
              <strong>{row.itemName}</strong>
              <span>{`${row.applicant} · ${row.number}`}</span>
              <CaseLight row={row} now={now} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The status of a case and, when a clock runs or has run, its light with shape and word (screens.md 1.3). */
export function CaseLight({ row, now }: { readonly row: CaseRow; readonly now: Instant }): ReactNode {
  const { days, language } = useVillageLanguage()
  const status = CASE_WORDS[row.status][language === 'en' ? 'en' : 'zh']
  const { light, left, overdue, dueAt, isProvisional } = row
  const facts = { light, left, overdue, dueAt, isProvisional, now }
  return (
    <span className="v-row">
      <span>{status}</span>
      {light === 'none' ? null : <Light light={light} words={dueWords(facts, days)} isPublic />}
    </span>
  )
}

import type { CaseRow } from '@counter/shared/contract/case-row'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { CaseLight } from '../../components/case-light.tsx'
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
              <CaseStanding row={row} now={now} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a case stands, which unit has it, and its light as the desk draws it (screens.md 1.3). */
export function CaseStanding({ row, now }: { readonly row: CaseRow; readonly now: Instant }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  return (
    <span className="v-row">
      <span>{CASE_WORDS[row.status][days]}</span>
      <span>{words('village.cases.atUnit', { unit: row.unitName })}</span>
      <CaseLight row={row} now={now} isPublic />
    </span>
  )
}

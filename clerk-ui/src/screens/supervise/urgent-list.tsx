import type { CaseRow } from '@counter/shared/contract/case-row'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { CaseLight } from '../../components/case-light.tsx'
import { shownRows } from '../../state/case-list.ts'
import { useWords } from '../../text/words.ts'
import { UrgeLine } from '../unit/urge-line.tsx'

interface UrgentListProps {
  readonly rows: readonly CaseRow[]
  readonly now: Instant
}

/** The ten cases with the least time left, each with 「催办」 (L-1 e). */
export function UrgentList({ rows, now }: UrgentListProps) {
  const t = useWords()
  const [urged, setUrged] = useState<CaseRow | null>(null)
  const pressed = useRef<HTMLButtonElement | null>(null)
  return (
    <section className="card" aria-labelledby="l1-urgent" data-testid="l1.card.urgent">
      <h2 id="l1-urgent">{t('l1.urgent')}</h2>
      <p>{rows.length === 0 ? t('l1.urgentEmpty') : t('l1.urgentCaption', { n: rows.length })}</p>
      {urged !== null && (
        <UrgeLine
          key={urged.id}
          row={urged}
          onClose={() => {
            setUrged(null)
            pressed.current?.focus()
          }}
        />
      )}
      <ol className="plain">
        {shownRows(rows, now).map((row) => (
          <li key={row.id} className="urgent-line">
            <CaseLight row={row} now={now} />
            <Link href={`/cases/${row.id}`}>{row.number}</Link>
            <span>
              {row.itemName} · {row.applicant} · {row.unitName}
            </span>
            <button
              type="button"
              onClick={(event) => {
                pressed.current = event.currentTarget
                setUrged(row)
              }}
            >
              {t('act.urge')}
              <span className="visually-hidden"> {row.number}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

import type { CaseRow } from '@counter/shared/contract/cases'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Link } from 'wouter'
import { useWords } from '../../text/words.ts'
import { CaseLight } from '../case/case-light.tsx'

interface LeftOverProps {
  readonly rows: readonly CaseRow[]
  readonly now: Instant
}

/** Immediate cases that closed the day open: each is finished or converted on its page (C203). Empty: nothing to show. */
export function LeftOver({ rows, now }: LeftOverProps) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="l1-left-over" data-testid="l1.card.leftOver">
      <h2 id="l1-left-over">{t('l1.leftOver')}</h2>
      <p>{t('l1.leftOverCaption', { n: rows.length })}</p>
      <ol className="plain">
        {rows.map((row) => (
          <li key={row.id} className="urgent-line">
            <CaseLight row={row} now={now} />
            <Link href={`/cases/${row.id}`}>{row.number}</Link>
            <span>
              {row.itemName} · {row.applicant} · {row.unitName}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

import type { CaseRow } from '@counter/shared/contract/case-row'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Link } from 'wouter'
import { CaseLight } from '../../components/case-light.tsx'
import { useWords } from '../../text/words.ts'

interface LeftOverProps {
  readonly what: 'leftOver' | 'notTaken'
  readonly rows: readonly CaseRow[]
  readonly now: Instant
}

/** Cases that wait for the supervisor: immediate ones left open (C203), transfers that nobody took (C802). None: nothing to show. */
export function LeftOver({ what, rows, now }: LeftOverProps) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby={`l1-${what}`} data-testid={`l1.card.${what}`}>
      <h2 id={`l1-${what}`}>{t(`l1.${what}`)}</h2>
      <p>{t(`l1.${what}Caption`, { n: rows.length })}</p>
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

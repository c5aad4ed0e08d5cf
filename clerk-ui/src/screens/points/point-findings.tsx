import { PointFindings } from '@counter/shared/contract/points'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** Which cases of a point want somebody's eye, each with the way to it (V88). */
export function PointFindingsPart({ village, news }: { readonly village: string; readonly news: unknown }) {
  const words = useWords()
  const language = useDayLanguage()
  const { value, refused } = useReading(`/api/points/${village}/findings`, PointFindings, news)
  return (
    <section className="stack" aria-label={words('point.findings')} data-testid="point.findings">
      <h3>{words('point.findings')}</h3>
      <RefusalLine refused={refused} />
      {value === null && refused === null && <SlowWords />}
      {value?.items.length === 0 && <p>{words('point.findingsNone')}</p>}
      <ul className="plain">
        {value?.items.map(({ kind, case: id, number, itemName, applicant, timer, since }) => (
          <li key={`${kind}${id}${timer ?? ''}`}>
            <Link href={`/cases/${id}`}>{number}</Link> · {itemName} · {applicant} ·{' '}
            {timer === null
              ? words(`point.finding.${kind}`)
              : words('point.finding.late', { kind: words(`clock.${timer}`) })}{' '}
            · {instantWords(since, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

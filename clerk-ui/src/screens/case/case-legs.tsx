import type { CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** How many days of the promise each unit has used; shown once the case has had more than one (C801). */
export function CaseLegs({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  const { legs, clocks } = detail
  if (legs.length < 2) return null
  const unit = clocks.find(({ kind }) => kind === 'committed')?.limit.unit ?? 'workday'
  return (
    <section className="card" aria-labelledby="case-legs">
      <h2 id="case-legs">{t('case.legs')}</h2>
      <ol className="timeline">
        {legs.map((leg) => (
          <li key={leg.from}>
            {t('case.legLine', {
              unit: leg.unit ?? t('case.county'),
              days: t(`clock.${unit}`, { n: leg.days }),
              from: instantWords(leg.from, language),
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}

import type { CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Scroller } from './scroller.tsx'

/**
 * Who used how many days of the case: each unit of the promise, and what waited for the resident or for a third party;
 * shown once there is more than one to name (C801).
 */
export function CaseLegs({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  const { legs, clocks, charged } = detail
  const unit = clocks.find(({ kind }) => kind === 'committed')?.limit.unit ?? 'workday'
  const others = (['resident', 'thirdParty'] as const).filter((who) => charged[who] > 0)
  if (legs.length < 2 && others.length === 0) return null
  return (
    <div className="card">
      <h2>{t('case.legs')}</h2>
      <Scroller name={t('case.legs')}>
        <table>
          <caption className="visually-hidden">{t('case.legs')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('case.legWho')}</th>
              <th scope="col">{t('case.legDays')}</th>
              <th scope="col">{t('case.legFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {legs.map((leg) => (
              <tr key={leg.from}>
                <th scope="row">{leg.unit ?? t('case.county')}</th>
                <td>{t(`clock.${unit}`, { n: leg.days })}</td>
                <td>{instantWords(leg.from, language)}</td>
              </tr>
            ))}
            {others.map((who) => (
              <tr key={who} data-charged={who}>
                <th scope="row">{t(`case.charged.${who}`)}</th>
                <td>{t(`clock.${who === 'resident' ? 'workday' : unit}`, { n: charged[who] })}</td>
                <td>{t(`case.chargedWhy.${who}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  )
}

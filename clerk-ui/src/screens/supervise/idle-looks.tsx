import { IdleLooks } from '@counter/shared/contract/idle-looks'
import { PURPOSE_WORDS } from '@counter/shared/text/purpose-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Scroller } from '../case/scroller.tsx'

/** Who looked at personal data in the past week and did nothing with the case or letter (P35); the supervisor asks why. */
export function IdleLookCard() {
  const t = useWords()
  const language = useDayLanguage()
  const { value, refused } = useReading('/api/looks/idle', IdleLooks)
  return (
    <section className="card" aria-labelledby="l1-idle" data-testid="l1.idleLooks">
      <h2 id="l1-idle">{t('l1.idleLooks')}</h2>
      <RefusalLine refused={refused} />
      {value !== null && value.items.length === 0 && <p>{t('l1.idleNone')}</p>}
      {value !== null && value.items.length > 0 && (
        <Scroller name={t('l1.idleLooks')}>
          <table>
            <caption className="visually-hidden">{t('l1.idleLooks')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('l1.idleWho')}</th>
                <th scope="col">{t('l1.idleWhen')}</th>
                <th scope="col">{t('l1.idleOf')}</th>
                <th scope="col">{t('l1.idleWhat')}</th>
              </tr>
            </thead>
            <tbody>
              {value.items.map(({ at, by, of, id, number, field, purpose }) => (
                <tr key={`${at} ${id} ${field}`}>
                  <th scope="row">{by}</th>
                  <td>{instantWords(at, language)}</td>
                  <td>
                    <Link href={`/${of === 'case' ? 'cases' : 'letters'}/${id}`}>{number}</Link>
                  </td>
                  <td>
                    {t(`l1.idleField.${field}`)} · {PURPOSE_WORDS[purpose][language]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  )
}

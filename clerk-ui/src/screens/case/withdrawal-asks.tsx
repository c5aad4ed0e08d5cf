import { WithdrawalList } from '@counter/shared/contract/withdrawals'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface WithdrawalAsksProps {
  /** Changes whenever a case of this person's changes. */
  readonly news: unknown
}

/** 待办: whose case is to be withdrawn, as a village point says; each waits for a withdrawal or a no (V73). */
export function WithdrawalAsks({ news }: WithdrawalAsksProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { value, refused, reread } = useReading('/api/withdrawals', WithdrawalList, news)
  const items = value?.items ?? []
  if (items.length === 0 && refused === null) return null
  return (
    <section className="card" aria-labelledby="withdrawal-asks" data-testid="withdrawal-asks">
      <h2 id="withdrawal-asks">▲ {t('withdrawal.title', { n: items.length })}</h2>
      {refused !== null && (
        <p>
          ■ {t('withdrawal.failed')}{' '}
          <button type="button" onClick={reread}>
            {t('board.retry')}
          </button>
        </p>
      )}
      {items.length > 0 && <p className="quiet">{t('withdrawal.how')}</p>}
      <ul className="rows">
        {items.map(({ case: row, askedAt }) => (
          <li key={row.id} className="row">
            <Link href={`/cases/${row.id}`}>
              <strong>{row.number}</strong> {row.itemName} · {row.applicant}
            </Link>
            <span>
              {t('withdrawal.since', { village: row.villageName ?? '', at: instantWords(askedAt, language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Instant } from '@counter/shared/vocabulary/time'
import { SlowWords } from '../../components/slow-words.tsx'
import { lettersTopic } from '../../state/letters.ts'
import { useTopic } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { OrderList } from './order-list.tsx'
import { useOpenOrders } from './use-open-orders.ts'

interface OpenOrdersProps {
  /** Changes whenever a case of this person's changes. */
  readonly news: unknown
  readonly now: Instant
  /** The sentence without any; null leaves the part out. */
  readonly empty: TextKey | null
}

/** The open supervision orders of everybody, or of the own unit, the earliest answer due first (C705). */
export function OpenOrders({ news, now, empty }: OpenOrdersProps) {
  const t = useWords()
  // An order may stand on a letter, of which no board of cases hears (C1302).
  const { state: letters } = useTopic('letters', lettersTopic)
  const { phase, rows, hasMore, again, more } = useOpenOrders(news, letters)
  if (empty === null && phase !== 'failed' && rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="open-orders" data-testid="orders" data-state={phase}>
      <h2 id="open-orders">{t('order.title')}</h2>
      {phase === 'loading' && <SlowWords />}
      {phase === 'failed' && (
        <p role="alert">
          ■ {t('order.failed')}{' '}
          <button type="button" onClick={again}>
            {t('order.retry')}
          </button>
        </p>
      )}
      {phase === 'ready' && (
        <p>{rows.length === 0 && empty !== null ? t(empty) : t('order.open', { n: rows.length })}</p>
      )}
      {rows.length > 0 && <OrderList orders={rows} now={now} onDone={again} />}
      {hasMore && (
        <button type="button" onClick={more}>
          {t('order.more')}
        </button>
      )}
    </section>
  )
}

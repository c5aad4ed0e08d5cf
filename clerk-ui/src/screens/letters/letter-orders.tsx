import type { LetterDetail } from '@counter/shared/contract/letters'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { OrderList } from '../order/order-list.tsx'

const MINUTE_MS = 60_000

/** The supervision orders on this letter; the page hears of each answer by itself (C705, C1302). */
export function LetterOrders({ letter: { orders } }: { readonly letter: LetterDetail }) {
  const t = useWords()
  const now = useServerNow(MINUTE_MS)
  if (orders.length === 0) return null
  return (
    <section className="card" aria-labelledby="letter-orders">
      <h2 id="letter-orders">{t('letter.orders')}</h2>
      <OrderList orders={orders} now={now} isOnItsPage onDone={() => undefined} />
    </section>
  )
}

import type { CaseDetail } from '@counter/shared/contract/cases'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { OrderList } from '../order/order-list.tsx'

const MINUTE_MS = 60_000

/** The supervision orders of this case; the page hears of each answer by itself (C705). */
export function CaseOrders({ detail: { orders } }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const now = useServerNow(MINUTE_MS)
  if (orders.length === 0) return null
  return (
    <section className="card" aria-labelledby="case-orders" data-testid="case.orders">
      <h2 id="case-orders">{t('order.title')}</h2>
      <OrderList orders={orders} now={now} isOnItsPage onDone={() => undefined} />
    </section>
  )
}

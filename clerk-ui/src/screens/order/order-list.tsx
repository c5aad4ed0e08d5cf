import type { OrderRow } from '@counter/shared/contract/orders'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { OrderAct } from './order-act.tsx'
import { OrderLight } from './order-light.tsx'
import './order.css'

const WORD = { reply: 'act.replyOrder', close: 'act.closeOrder' } as const satisfies Record<
  OrderRow['acts'][number],
  TextKey
>

interface OrderListProps {
  readonly orders: readonly OrderRow[]
  readonly now: Instant
  /** On the page of the case or letter itself it need not be named. */
  readonly isOnItsPage?: boolean
  readonly onDone: () => void
}

/** Supervision orders with what may be done to each; one form is open at a time. */
export function OrderList({ orders, now, isOnItsPage = false, onDone }: OrderListProps) {
  const t = useWords()
  const [opened, setOpened] = useState<string | null>(null)
  const [done, setDone] = useState<OrderRow['acts'][number] | null>(null)
  const pressed = useRef<HTMLButtonElement | null>(null)

  function close(): void {
    setOpened(null)
    pressed.current?.focus()
  }

  return (
    <>
      <p role="status">{done === null ? '' : t('order.done', { act: t(WORD[done]) })}</p>
      <ol className="plain">
        {orders.map((order) => (
          <li key={order.id} className="order" data-testid="order" data-order={order.number}>
            <p className="order-head">
              <OrderLight order={order} now={now} />
              <strong>{t('order.of', { number: order.number, level: t(`level.${order.level}`) })}</strong>
              {!isOnItsPage && (
                <span>
                  <About about={order.about} /> · {order.unitName}
                </span>
              )}
              {order.acts.map((act) => (
                <button
                  key={act}
                  type="button"
                  aria-expanded={opened === order.id}
                  onClick={(event) => {
                    pressed.current = event.currentTarget
                    setDone(null)
                    setOpened(opened === order.id ? null : order.id)
                  }}
                >
                  {t(WORD[act])}
                  <span className="visually-hidden"> {order.number}</span>
                </button>
              ))}
            </p>
            <OrderWords order={order} />
            {opened === order.id && order.acts[0] !== undefined && (
              <OrderAct
                order={order}
                act={order.acts[0]}
                onClose={close}
                onDone={() => {
                  setDone(order.acts[0] ?? null)
                  setOpened(null)
                  onDone()
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The case or the letter that it is about, by number and matter. */
function About({ about }: Pick<OrderRow, 'about'>) {
  const language = useDayLanguage()
  if (about.kind === 'case')
    return (
      <>
        <Link href={`/cases/${about.id}`}>{about.number}</Link> {about.itemName}
      </>
    )
  return (
    <>
      <Link href={`/letters/${about.id}`}>{about.number}</Link> {CHANNEL_WORDS[about.channel][language]}{' '}
      {LETTER_TOPIC_WORDS[about.topic][language]}
    </>
  )
}

/** Who asks what and why, and what was answered. */
function OrderWords({ order }: { readonly order: OrderRow }) {
  const t = useWords()
  const language = useDayLanguage()
  const at = (instant: Instant) => instantWords(instant, language)
  const issued = t('order.issued', {
    issuer: t(`issuer.${order.issuer}`),
    at: at(order.issuedAt),
    rule: t(`rule.${order.rule}`),
  })
  return (
    <>
      <p className="small">
        {issued} · {t('order.replyBy', { at: at(order.replyDueAt) })}
      </p>
      <p className="order-words">
        {t('order.asked')}
        {order.content ?? t('order.auto')}
      </p>
      {order.repliedAt !== null && (
        <p className="order-words">
          {t('order.replyAt', { at: at(order.repliedAt) })}
          {order.reply}
        </p>
      )}
      {order.closedAt !== null && (
        <p className="order-words">
          {t('order.closedAt', { at: at(order.closedAt) })}
          {order.result}
        </p>
      )}
    </>
  )
}

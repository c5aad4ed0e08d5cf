import { LetterDetail } from '@counter/shared/contract/letters'
import { Light } from '@counter/shared/ui/light'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ActField } from '../case/act-field.tsx'
import { ActFrame } from '../case/act-frame.tsx'
import '../order/order.css'

type Order = LetterDetail['orders'][number]

interface LetterOrdersProps {
  readonly letter: LetterDetail
  readonly onDone: (letter: LetterDetail) => void
}

/** The supervision orders on this letter; the unit answers, the issuer closes (C705). */
export function LetterOrders({ letter, onDone }: LetterOrdersProps) {
  const t = useWords()
  const language = useDayLanguage()
  if (letter.orders.length === 0) return null
  return (
    <section className="card" aria-labelledby="letter-orders">
      <h2 id="letter-orders">{t('letter.orders')}</h2>
      <ol className="plain">
        {letter.orders.map((order) => (
          <li key={order.id} className="order" data-testid="order" data-order={order.number}>
            <p className="order-head">
              <Light
                light={order.light}
                words={
                  order.light === 'done'
                    ? t(order.result === null ? 'order.replied' : 'order.closed')
                    : t('order.by', { day: dateWords(order.replyDueOn, language) })
                }
              />
              <strong>{t('order.of', { number: order.number, level: t(`level.${order.level}`) })}</strong>
            </p>
            <p className="small">
              {t('order.issued', {
                issuer: t(`issuer.${order.issuer}`),
                at: instantWords(order.issuedAt, language),
                rule: t(`rule.${order.rule}`),
              })}
            </p>
            <p className="order-words">
              {t('order.asked')}
              {order.content ?? t('order.auto')}
            </p>
            {order.reply !== null && <p className="order-words">{order.reply}</p>}
            {order.result !== null && <p className="order-words">{order.result}</p>}
            {order.acts[0] !== undefined && (
              <OrderForm
                key={order.acts[0]}
                letter={letter}
                order={order}
                act={order.acts[0]}
                onDone={onDone}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OrderFormProps extends LetterOrdersProps {
  readonly order: Order
  readonly act: Order['acts'][number]
}

const FORMS = {
  reply: { path: 'reply-order', title: 'letter.reply', label: 'field.reply', name: 'reply' },
  close: { path: 'close-order', title: 'letter.close', label: 'field.orderResult', name: 'result' },
} as const

function OrderForm({ letter, order, act, onDone }: OrderFormProps) {
  const t = useWords()
  const { path, title, label, name } = FORMS[act]
  const [words, setWords] = useState('')
  const { send, phase, refused } = useCommand()
  async function press(): Promise<void> {
    const body = { order: order.id, [name]: words.trim() }
    const answer = await send(`/api/letters/${letter.row.id}/${path}`, body, LetterDetail)
    if (answer?.ok) onDone(answer.value)
  }
  return (
    <ActFrame
      title={title}
      caseNumber={letter.row.number}
      phase={phase}
      refused={refused}
      isFinal={false}
      missing={words.trim() === '' ? t('field.required', { name: t(label) }) : null}
      onSend={() => void press()}
      onClose={null}
    >
      <ActField
        field={{ label, kind: 'text', isRequired: true }}
        value={words}
        choices={[]}
        onChange={setWords}
      />
    </ActFrame>
  )
}

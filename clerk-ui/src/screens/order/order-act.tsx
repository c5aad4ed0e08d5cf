import { CaseAnswer } from '@counter/shared/contract/cases'
import { LetterDetail } from '@counter/shared/contract/letters'
import type { OrderRow } from '@counter/shared/contract/orders'
import { useState } from 'react'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { ActField } from '../case/act-field.tsx'
import type { Field } from '../case/act-form.ts'
import { ActFrame } from '../case/act-frame.tsx'

/** The unit's answer, or the issuer's last word: one question each (C705). */
const FORMS = {
  reply: { path: 'reply-order', title: 'act.replyOrder', label: 'field.reply', name: 'reply' },
  close: { path: 'close-order', title: 'act.closeOrder', label: 'field.orderResult', name: 'result' },
} as const

interface OrderActProps {
  readonly order: OrderRow
  readonly act: OrderRow['acts'][number]
  readonly onDone: () => void
  readonly onClose: () => void
}

export function OrderAct({ order, act, onDone, onClose }: OrderActProps) {
  const t = useWords()
  const { path, title, label, name } = FORMS[act]
  const [words, setWords] = useState('')
  const { send, phase, refused } = useCommand()
  const field: Field = { name: 'content', label, kind: 'text', isRequired: true }
  const written = words.trim()

  async function press(): Promise<void> {
    const { kind, id } = order.about
    const body = { order: order.id, [name]: written }
    const answer =
      kind === 'case'
        ? await send(`/api/cases/${id}/${path}`, body, CaseAnswer)
        : await send(`/api/letters/${id}/${path}`, body, LetterDetail)
    if (answer?.ok) onDone()
  }

  return (
    <ActFrame
      title={title}
      caseNumber={order.about.number}
      phase={phase}
      refused={refused}
      isFinal={false}
      missing={written === '' ? t('field.required', { name: t(label) }) : null}
      onSend={() => void press()}
      onClose={onClose}
    >
      <ActField field={field} value={words} choices={[]} onChange={setWords} />
    </ActFrame>
  )
}

import { CaseAnswer } from '@counter/shared/contract/cases'
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
    const answer = await send(
      `/api/cases/${order.caseId}/${path}`,
      { order: order.id, [name]: written },
      CaseAnswer,
    )
    if (answer?.ok) onDone()
  }

  return (
    <ActFrame
      title={title}
      caseNumber={order.caseNumber}
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

import { newCommandId } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import type { LeaseAttention } from '@counter/shared/contract/leases'
import { useId, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

/** Two ways to settle a kept paper: it takes its place in line, or it needs none, which asks for a reason (Q50). */
export function AttentionLine({ row }: { readonly row: LeaseAttention }) {
  const t = useWords()
  const reasonId = useId()
  const commandId = useRef(newCommandId())
  const [reason, setReason] = useState('')
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function settle(how: 'queue' | 'dismiss'): Promise<void> {
    if (isSending) return
    setSending(true)
    const body = { commandId: commandId.current, how, reason }
    const answer = await command(`/api/lease-attention/${row.id}/settle`, body, Done)
    setSending(false)
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) commandId.current = newCommandId()
  }

  return (
    <>
      {row.canQueue && (
        <button type="button" aria-disabled={isSending} onClick={() => void settle('queue')}>
          {t('l1.attentionQueue')}
          <span className="visually-hidden"> {row.number}</span>
        </button>
      )}
      <label htmlFor={reasonId}>{t('l1.attentionReason')}</label>
      <input
        id={reasonId}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="button" aria-disabled={isSending} onClick={() => void settle('dismiss')}>
        {t('l1.attentionDismiss')}
        <span className="visually-hidden"> {row.number}</span>
      </button>
      <RefusalLine refused={refused} />
    </>
  )
}

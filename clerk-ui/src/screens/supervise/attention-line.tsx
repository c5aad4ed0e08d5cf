import { Done } from '@counter/shared/contract/fields'
import type { LeaseAttention } from '@counter/shared/contract/leases'
import { useId, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

/** Two ways to settle a kept paper: it takes its place in line, or it needs none, which asks for a reason (Q50). */
export function AttentionLine({ row }: { readonly row: LeaseAttention }) {
  const t = useWords()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { send, phase, refused } = useCommand()
  const settle = (how: 'queue' | 'dismiss') =>
    void send(`/api/lease-attention/${row.id}/settle`, { how, reason }, Done)

  return (
    <>
      {row.canQueue && (
        <CommandButton isPlain phase={phase} onPress={() => settle('queue')}>
          {t('l1.attentionQueue')}
          <span className="visually-hidden"> {row.number}</span>
        </CommandButton>
      )}
      <label htmlFor={reasonId}>{t('l1.attentionReason')}</label>
      <input
        id={reasonId}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      <CommandButton isPlain phase={phase} onPress={() => settle('dismiss')}>
        {t('l1.attentionDismiss')}
        <span className="visually-hidden"> {row.number}</span>
      </CommandButton>
      <RefusalLine refused={refused} />
    </>
  )
}

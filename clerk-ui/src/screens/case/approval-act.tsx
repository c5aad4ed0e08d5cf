import type { CaseDetail } from '@counter/shared/contract/cases'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import type { Field } from './act-form.ts'
import { ActFrame } from './act-frame.tsx'
import { type OnDone, useAct } from './use-act.ts'

interface ApprovalActProps {
  readonly detail: Pick<CaseDetail, 'row'>
  readonly isApproved: boolean
  readonly onDone: OnDone
  readonly onClose: () => void
}

/** The second signature, or its refusal with a reason (C403). */
export function ApprovalAct({ detail, isApproved, onDone, onClose }: ApprovalActProps) {
  const t = useWords()
  const [reason, setReason] = useState('')
  const act = useAct(detail, onDone)
  const field: Field = {
    name: 'reason',
    label: isApproved ? 'field.approvalReason' : 'field.reason',
    kind: 'text',
    isRequired: !isApproved,
  }
  const words = reason.trim()
  return (
    <ActFrame
      title={isApproved ? 'act.approve' : 'act.decline'}
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={isApproved}
      missing={!isApproved && words === '' ? t('field.required', { name: t('field.reason') }) : null}
      onSend={() => act.send('approve', { isApproved, ...(words === '' ? {} : { reason: words }) })}
      onClose={onClose}
    >
      <ActField field={field} value={reason} choices={[]} onChange={setReason} />
    </ActFrame>
  )
}

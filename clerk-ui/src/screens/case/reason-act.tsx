import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { ActField } from './act-field.tsx'
import { ActFrame } from './act-frame.tsx'
import type { Act } from './use-act.ts'

interface ReasonActProps {
  readonly title: TextKey
  readonly caseNumber: string
  readonly act: Act
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

/** An act that asks for nothing but why. */
export function ReasonAct({ title, caseNumber, act, onSend, onClose }: ReasonActProps) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const reason = typed.trim()
  return (
    <ActFrame
      title={title}
      caseNumber={caseNumber}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={reason === '' ? t('field.required', { name: t('field.reason') }) : null}
      onSend={() => onSend(reason)}
      onClose={onClose}
    >
      <ActField
        field={{ name: 'reason', label: 'field.reason', kind: 'text', isRequired: true }}
        value={typed}
        choices={[]}
        onChange={setTyped}
      />
    </ActFrame>
  )
}

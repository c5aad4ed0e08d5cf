import type { CaseDetail } from '@counter/shared/contract/cases'
import { useId, useState } from 'react'
import { useWords } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import { ActFrame } from './act-frame.tsx'
import { ReasonAct } from './reason-act.tsx'
import { useAct } from './use-act.ts'
import { useUnits } from './use-units.ts'

interface SubtaskActProps {
  readonly detail: CaseDetail
  readonly onClose: () => void
}

/** Which unit is asked, for what, and by when; the case's own day is the latest (C805). */
export function OpenSubtask({ detail, onClose }: SubtaskActProps) {
  const t = useWords()
  const dayId = useId()
  const latest = detail.row.dueOn ?? ''
  const [unit, setUnit] = useState('')
  const [content, setContent] = useState('')
  const [dueOn, setDueOn] = useState<string>(latest)
  const units = useUnits(true).filter(({ value }) => value !== detail.row.unit)
  const act = useAct(detail, onClose)
  const missing =
    unit === ''
      ? 'field.unit'
      : content.trim() === ''
        ? 'subtask.content'
        : dueOn === ''
          ? 'subtask.dueOn'
          : null
  return (
    <ActFrame
      title="subtask.open"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={missing === null ? null : t('field.required', { name: t(missing) })}
      onSend={() => act.send('open-subtask', { unit, content: content.trim(), dueOn })}
      onClose={onClose}
    >
      <ActField
        field={{ name: 'unit', label: 'field.unit', kind: 'choice', isRequired: true }}
        value={unit}
        choices={units}
        onChange={setUnit}
      />
      <ActField
        field={{ name: 'remark', label: 'subtask.content', kind: 'text', isRequired: true }}
        value={content}
        choices={[]}
        onChange={setContent}
      />
      <div className="field">
        <label htmlFor={dayId}>{t('subtask.dueOn')}</label>
        <input
          id={dayId}
          type="date"
          required
          max={latest}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
    </ActFrame>
  )
}

/** The supervisor lets the case go on without the answer, with a reason (C805). */
export function WaiveSubtask({ id, detail, onClose }: SubtaskActProps & { readonly id: string }) {
  const act = useAct(detail, onClose)
  return (
    <ReasonAct
      title="subtask.waive"
      caseNumber={detail.row.number}
      act={act}
      onSend={(reason) => act.send('waive-subtask', { subtask: id, reason })}
      onClose={onClose}
    />
  )
}

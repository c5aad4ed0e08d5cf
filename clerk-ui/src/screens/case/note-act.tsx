import type { CaseDetail } from '@counter/shared/contract/cases'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import { ActFrame } from './act-frame.tsx'
import { Tick, toggled } from './list-acts.tsx'
import { type OnDone, useAct } from './use-act.ts'

interface NoteActProps {
  readonly detail: CaseDetail
  readonly onDone: OnDone
  readonly onClose: () => void
}

/** A note at any time, with the papers that came in: promised ones stop holding the case back (C205, C437). */
export function NoteAct({ detail, onDone, onClose }: NoteActProps) {
  const t = useWords()
  const [words, setWords] = useState('')
  const [brought, setBrought] = useState<readonly string[]>([])
  const act = useAct(detail, onDone)
  // While a notice is out its papers are handed in to it, not beside it (C417).
  const open = detail.materials.filter(({ state }) => state === 'deferred' || state === 'missing')
  const mayCome = detail.row.status === 'supplement' ? [] : open
  const reason = words.trim()
  return (
    <ActFrame
      title="act.add_note"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={reason === '' ? t('field.required', { name: t('field.note') }) : null}
      onSend={() => act.send('add-note', { reason, ...(brought.length === 0 ? {} : { materials: brought }) })}
      onClose={onClose}
    >
      <ActField
        field={{ name: 'reason', label: 'field.note', kind: 'text', isRequired: true }}
        value={words}
        choices={[]}
        onChange={setWords}
      />
      {mayCome.length > 0 && <p className="small">{t('field.cameIn')}</p>}
      {mayCome.map(({ name }) => (
        <Tick
          key={name}
          name={name}
          isOn={brought.includes(name)}
          onChange={() => setBrought(toggled(brought, name))}
        />
      ))}
    </ActFrame>
  )
}

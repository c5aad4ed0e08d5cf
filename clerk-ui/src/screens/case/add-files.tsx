import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import { useId, useState } from 'react'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { FileInputs } from './file-inputs.tsx'
import { SentFiles } from './sent-files.tsx'
import { useFileSender } from './use-file-sender.ts'
import './files.css'

interface AddFilesProps {
  readonly detail: CaseDetail
  readonly onAnswer: (answer: CaseAnswer) => void
}

const ADDERS: readonly string[] = ['clerk', 'handler', 'supervisor']

/** Adds photos, scans and PDFs to a paper of the case, at any status (C437). */
export function AddFiles({ detail, onAnswer }: AddFilesProps) {
  const t = useWords()
  const role = useSession(({ session }) => session?.role ?? 'clerk')
  const id = useId()
  const [material, setMaterial] = useState(detail.materials[0]?.name ?? OTHER_FILES)
  const [isBrought, setBrought] = useState(false)
  const sender = useFileSender(detail.row.id, onAnswer)
  if (!ADDERS.includes(role)) return null
  const state = detail.materials.find(({ name }) => name === material)?.state
  // While a notice is out its papers are handed in to it, not beside it (C417).
  const mayCome = detail.row.status !== 'supplement' && (state === 'missing' || state === 'deferred')
  const isReceived = mayCome && isBrought
  const word = material === OTHER_FILES ? t('file.other') : material
  return (
    <details className="add-files">
      <summary>{t('file.add')}</summary>
      <div className="field">
        <label htmlFor={id}>{t('file.of')}</label>
        <select id={id} value={material} onChange={(event) => setMaterial(event.target.value)}>
          {detail.materials.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={OTHER_FILES}>{t('file.other')}</option>
        </select>
      </div>
      {mayCome && (
        <label className="tick">
          <input type="checkbox" checked={isBrought} onChange={(event) => setBrought(event.target.checked)} />{' '}
          {t('file.received')}
        </label>
      )}
      <FileInputs
        of={word}
        onChoose={(files) => sender.send(files.map((file) => ({ material, isReceived, file })))}
      />
      <p className="small">{t('file.hint')}</p>
      <p className="small">{t('file.scanner')}</p>
      <SentFiles files={sender.files} />
    </details>
  )
}

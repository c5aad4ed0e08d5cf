import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import { useEffect, useRef } from 'react'
import type { ChosenFile } from '../../state/chosen-files.ts'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { FilePicker } from './file-picker.tsx'
import { SentFiles } from './sent-files.tsx'
import { useFileSender } from './use-file-sender.ts'

interface AddFilesProps {
  readonly detail: CaseDetail
  readonly onAnswer: (answer: CaseAnswer) => void
  /** Chosen before there was a case; they are sent at once. */
  readonly first?: readonly ChosenFile[]
}

const ADDERS: readonly string[] = ['clerk', 'handler', 'supervisor']
const NONE: readonly ChosenFile[] = []

/** Adds photos, scans and PDFs to a paper of the case, at any status (C437). */
export function AddFiles({ detail, onAnswer, first = NONE }: AddFilesProps) {
  const t = useWords()
  const role = useSession(({ session }) => session?.role ?? 'clerk')
  const sender = useFileSender(detail.row.id, onAnswer)
  const isFirstSent = useRef(first.length === 0)
  const names = detail.materials.map(({ name }) => name)
  useEffect(() => {
    if (isFirstSent.current) return
    isFirstSent.current = true
    // What was chosen for a paper of another item is kept beside the list.
    const isListed = (name: string) => detail.materials.some((each) => each.name === name)
    sender.send(first.map((each) => (isListed(each.material) ? each : { ...each, material: OTHER_FILES })))
  }, [first, detail, sender])
  if (!ADDERS.includes(role)) return null
  // While a notice is out its papers are handed in to it, not beside it (C417).
  const isWaiting = (material: string) => {
    const state = detail.materials.find(({ name }) => name === material)?.state
    return detail.row.status !== 'supplement' && (state === 'missing' || state === 'deferred')
  }
  return (
    <>
      <details className="add-files">
        <summary>{t('file.add')}</summary>
        <FilePicker
          materials={names}
          mayCome={isWaiting}
          onChoose={sender.send}
          phone={{ path: `cases/${detail.row.id}`, count: countFiles(detail) }}
        />
      </details>
      <SentFiles files={sender.files} />
    </>
  )
}

function countFiles({ materials, otherFiles }: CaseDetail): number {
  return materials.reduce((sum, { files }) => sum + files.length, otherFiles.length)
}

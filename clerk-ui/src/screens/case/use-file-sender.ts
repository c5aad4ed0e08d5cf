import { newCommandId } from '@counter/shared/client/commands'
import { CaseAnswer } from '@counter/shared/contract/cases'
import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { useCallback, useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { sendFile } from '../../state/ask.ts'
import type { ChosenFile } from '../../state/chosen-files.ts'

/** Where one file stands on its way; the id is that of its command. */
export interface SentFile extends ChosenFile {
  readonly id: string
  readonly state: 'waiting' | 'sending' | 'checking' | 'unsettled' | 'done' | 'refused'
  readonly refused: Refused | null
}

export interface FileSender {
  /** The last chosen first; what is done and what was refused stays in sight. */
  readonly files: readonly SentFile[]
  send(chosen: readonly ChosenFile[]): void
}

/** Sends files to a case one after another, each as a command of its own that is asked again until it is settled (R6). */
export function useFileSender(caseId: CaseId, onAnswer: (answer: CaseAnswer) => void): FileSender {
  const [files, setFiles] = useState<readonly SentFile[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const told = useRef(onAnswer)
  told.current = onAnswer

  const send = useCallback(
    (chosen: readonly ChosenFile[]) => {
      const change = (id: string, news: Partial<SentFile>) =>
        setFiles((known) => known.map((each) => (each.id === id ? { ...each, ...news } : each)))
      const added = chosen.map((each) => {
        const refused = each.file.size > MAX_FILE_BYTES ? TOO_LARGE : null
        const state = refused === null ? ('waiting' as const) : ('refused' as const)
        return { ...each, id: newCommandId() as string, state, refused }
      })
      setFiles((known) => [...added, ...known])
      for (const each of added.filter(({ refused }) => refused === null)) {
        queue.current = queue.current.then(async () => {
          change(each.id, { state: 'sending' })
          const answer = await sendOne(caseId, each, (state) => change(each.id, { state }))
          change(each.id, answer.ok ? { state: 'done' } : { state: 'refused', refused: answer })
          if (answer.ok) told.current(answer.value)
        })
      }
    },
    [caseId],
  )
  return { files, send }
}

const TOO_LARGE: Refused = { code: 'file.too_large', params: { n: MAX_FILE_BYTES / 1024 / 1024 } }

function sendOne(
  caseId: CaseId,
  { id, material, isReceived, file }: SentFile,
  onSilence: (state: 'checking' | 'unsettled') => void,
) {
  const said = { 'command-id': id, material, received: isReceived ? 'yes' : 'no' }
  return sendFile(`/api/cases/${caseId}/files`, { content: file, said }, CaseAnswer, {
    onChecking: () => onSilence('checking'),
    onUnsettled: () => onSilence('unsettled'),
  })
}

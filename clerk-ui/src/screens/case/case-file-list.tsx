import type { CaseFile } from '@counter/shared/contract/case-material'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { useState } from 'react'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Picture } from './picture.tsx'
import './files.css'

interface CaseFileListProps {
  readonly caseId: CaseId
  /** The material they show. */
  readonly of: string
  readonly files: readonly CaseFile[]
}

const BYTES_PER_KB = 1024

/** The files of one material with who added them and when. A picture is asked for only when it is opened: each look is recorded (C303). */
export function CaseFileList({ caseId, of, files }: CaseFileListProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [shown, setShown] = useState<{ readonly file: CaseFile; readonly n: number } | null>(null)
  if (files.length === 0) return null
  return (
    <ul className="case-files">
      {files.map((file, place) => {
        const name = t(file.mime === 'application/pdf' ? 'file.pdf' : 'file.photo', {
          name: of,
          n: place + 1,
        })
        const by = t('file.by', { who: file.by, when: instantWords(file.at, language) })
        const kb = t('file.kb', { n: Math.max(1, Math.round(file.size / BYTES_PER_KB)) })
        return (
          <li key={file.sha256}>
            {name}{' '}
            <span className="small">
              · {by} · {file.isStored ? kb : t('material.photoWaiting')}
            </span>{' '}
            {file.isStored && file.mime !== 'application/pdf' && (
              <button
                type="button"
                aria-label={`${t('file.view')}：${name}`}
                onClick={() => setShown({ file, n: place + 1 })}
              >
                {t('file.view')}
              </button>
            )}
            {file.isStored && file.mime === 'application/pdf' && (
              <a
                href={addressOf(caseId, file)}
                download={`${name}.pdf`}
                aria-label={`${t('file.save')}：${name}`}
              >
                {t('file.save')}
              </a>
            )}
          </li>
        )
      })}
      {shown !== null && (
        <Picture
          address={addressOf(caseId, shown.file)}
          name={t('file.photo', { name: of, n: shown.n })}
          onClose={() => setShown(null)}
        />
      )}
    </ul>
  )
}

function addressOf(caseId: CaseId, { sha256 }: CaseFile): string {
  return `/api/cases/${caseId}/files/${sha256}`
}

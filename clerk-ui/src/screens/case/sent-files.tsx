import { RefusalLine } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import type { SentFile } from './use-file-sender.ts'

const WORDS = {
  waiting: 'file.waiting',
  sending: 'file.sending',
  checking: 'ask.checking',
  unsettled: 'file.unsettled',
  done: 'file.done',
  refused: 'file.refused',
} as const satisfies Record<SentFile['state'], TextKey>

/** Each chosen file with where it stands; one that was refused leaves the others on their way. */
export function SentFiles({ files }: { readonly files: readonly SentFile[] }) {
  const t = useWords()
  return (
    <div role="status">
      <ul className="sent-files">
        {files.map(({ id, file, state, refused }) => (
          <li key={id} data-state={state}>
            {file.name} · {t(WORDS[state])}
            <RefusalLine refused={refused} />
          </li>
        ))}
      </ul>
    </div>
  )
}

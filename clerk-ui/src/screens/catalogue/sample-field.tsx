import { newCommandId } from '@counter/shared/client/commands'
import { SampleKept } from '@counter/shared/contract/item-draft'
import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import { SAMPLE_TYPES } from '@counter/shared/vocabulary/item'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SamplePicture } from '../../components/sample-picture.tsx'
import { sendFile } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

interface SampleFieldProps {
  /** 填好的样表, 结果样本. */
  readonly label: string
  /** What it is a picture of. */
  readonly name: string
  readonly sample: string | null
  readonly onSample: (sha256: string | null) => void
  /** What is said of another picture than a sample. */
  readonly hint?: TextKey
  readonly remove?: TextKey
}

/** A filled-in form or a result, as a picture or PDF; the public sees it with the version that is published with it. */
export function SampleField({
  label,
  name,
  sample,
  onSample,
  hint = 'a1.sampleHint',
  remove = 'a1.sampleRemove',
}: SampleFieldProps) {
  const words = useWords()
  const id = useId()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isSending, setSending] = useState(false)
  // The draft goes on being written while a file is on its way.
  const latest = useRef(onSample)
  latest.current = onSample
  const send = async (file: File | undefined) => {
    if (file === undefined || isSending) return
    if (file.size > MAX_FILE_BYTES)
      return setRefused({ code: 'file.too_large', params: { n: MAX_FILE_BYTES / 1024 / 1024 } })
    setSending(true)
    const said = { 'command-id': newCommandId() }
    const answer = await sendFile('/api/samples', { content: file, said }, SampleKept)
    setSending(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) latest.current(answer.value.sha256)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={SAMPLE_TYPES.join(',')}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void send(target.files?.[0])
          // The same picture may be chosen again after a refusal.
          target.value = ''
        }}
      />
      <small id={`${id}-hint`}>{words(hint)}</small>
      {isSending && <p role="status">{words('a1.sampleSending')}</p>}
      <RefusalLine refused={refused} />
      {sample !== null && <DraftSample sample={sample} name={name} />}
      {sample !== null && (
        <div>
          <Button onClick={() => onSample(null)}>{words(remove)}</Button>
        </div>
      )}
    </div>
  )
}

/** The picture or file, for those who write and review it. */
export function DraftSample({ sample, name }: { readonly sample: string; readonly name: string }) {
  const words = useWords()
  return (
    <div className="item-sample">
      {/* Another file is another look. */}
      <SamplePicture key={sample} address={`/api/samples/${sample}`} name={words('a1.sampleOf', { name })} />
    </div>
  )
}

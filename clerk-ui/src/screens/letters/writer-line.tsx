import { readOnce } from '@counter/shared/client/commands'
import { RevealedWriter } from '@counter/shared/contract/letter-bodies'
import { type FormEvent, useId, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import '../case/case-facts.css'

interface WriterLineProps {
  readonly letter: string
  readonly field: 'name' | 'phone' | 'address'
  readonly label: TextKey
  readonly masked: string | null
}

/** One masked fact of who wrote; the whole is shown only after the server has written why it was asked (U16, P34). */
export function WriterLine({ letter, field, label, masked }: WriterLineProps) {
  const t = useWords()
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [full, setFull] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  if (masked === null) return null

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault()
    const body = { field, purpose: purpose.trim() }
    const answer = await readOnce(`/api/letters/${letter}/reveal`, RevealedWriter, 'staff', body)
    if (answer.ok) setFull(answer.value.value)
    else setRefused(answer)
  }

  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>
        {full ?? masked}
        {full === null && !isAsking && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t('letter.show')}
            <span className="visually-hidden"> {t(label)}</span>
          </button>
        )}
        {full === null && isAsking && (
          <form
            className="purpose"
            onSubmit={(event) => void ask(event)}
            onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
          >
            <label htmlFor={id}>{t('letter.purpose')}</label>
            <input
              id={id}
              required
              maxLength={120}
              value={purpose}
              autoComplete="off"
              aria-describedby={`${id}-hint`}
              ref={focusOnce}
              onChange={({ target }) => setPurpose(target.value)}
            />
            <span id={`${id}-hint`} className="small">
              {t('letter.purposeHint')}
            </span>
            <button type="submit">{t('letter.show')}</button>
            <RefusalLine refused={refused} />
          </form>
        )}
      </dd>
    </div>
  )
}

// The press that opened the form leaves the hand on the keyboard.
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

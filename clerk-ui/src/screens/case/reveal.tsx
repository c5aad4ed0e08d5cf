import { readOnce } from '@counter/shared/client/commands'
import { type RevealBody, Revealed } from '@counter/shared/contract/case-bodies'
import { PURPOSE_WORDS } from '@counter/shared/text/purpose-words'
import { REVEAL_PURPOSES, type RevealPurpose } from '@counter/shared/vocabulary/personal-data'
import { type FormEvent, useId, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import './case-facts.css'

type FieldOfPerson = ReturnType<typeof RevealBody.parse>['field']

interface RevealProps {
  /** The case or letter at the server, `/api/cases/…`. */
  readonly of: string
  readonly field: FieldOfPerson
  readonly label: TextKey
  readonly masked: string | null
}

/** One masked fact of the applicant or writer; where it is left out, as for a leader, nothing is asked for (P11). The full value is shown only after the server has written why it was asked (U16). */
export function Reveal({ of, field, label, masked }: RevealProps) {
  const t = useWords()
  const [isAsking, setAsking] = useState(false)
  const [full, setFull] = useState<string | null>(null)
  if (masked === null || masked === '') return null
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>
        {full ?? masked}
        {full === null && !isAsking && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {t(`reveal.${field}`)}
          </button>
        )}
        {full === null && isAsking && (
          <Purpose of={of} field={field} onShown={setFull} onClose={() => setAsking(false)} />
        )}
      </dd>
    </div>
  )
}

interface PurposeProps {
  readonly of: string
  readonly field: FieldOfPerson
  readonly onShown: (full: string) => void
  readonly onClose: () => void
}

// The reason is a word that the resident reads; what is written beside it stays in the record (P34, P35).
function Purpose({ of, field, onShown, onClose }: PurposeProps) {
  const t = useWords()
  const language = useDayLanguage()
  const id = useId()
  const [kind, setKind] = useState<RevealPurpose | ''>('')
  const [purpose, setPurpose] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault()
    const body = { field, kind, purpose: purpose.trim() }
    const answer = await readOnce(`${of}/reveal`, Revealed, 'staff', body)
    if (answer.ok) onShown(answer.value.value)
    else setRefused(answer)
  }

  return (
    <form
      className="purpose"
      onSubmit={(event) => void ask(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label htmlFor={id}>{t('reveal.purpose')}</label>
      <select
        id={id}
        required
        value={kind}
        aria-describedby={`${id}-hint`}
        ref={focusOnce}
        onChange={(event) => setKind(event.target.value as RevealPurpose)}
      >
        <option value="">{t('field.choose')}</option>
        {REVEAL_PURPOSES.map((each) => (
          <option key={each} value={each}>
            {PURPOSE_WORDS[each][language]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-words`}>{t('reveal.words')}</label>
      <input
        id={`${id}-words`}
        type="text"
        required={kind === 'other'}
        maxLength={120}
        value={purpose}
        autoComplete="off"
        onChange={(event) => setPurpose(event.target.value)}
      />
      <span id={`${id}-hint`} className="small">
        {t('reveal.purposeHint')}
      </span>
      <button type="submit">{t('reveal.show')}</button>
      <button type="button" onClick={onClose}>
        {t('form.cancel')}
      </button>
      <RefusalLine refused={refused} />
    </form>
  )
}

// The press that opened the form leaves the hand on the keyboard; later drawings must not take it back.
function focusOnce(input: HTMLSelectElement | null): void {
  input?.focus()
}

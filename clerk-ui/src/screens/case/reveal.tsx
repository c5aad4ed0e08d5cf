import { readOnce } from '@counter/shared/client/commands'
import { type RevealBody, Revealed } from '@counter/shared/contract/case-bodies'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { type FormEvent, useId, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

type FieldOfPerson = ReturnType<typeof RevealBody.parse>['field']

interface RevealProps {
  readonly caseId: CaseId
  readonly field: FieldOfPerson
  readonly label: TextKey
  readonly masked: string | null
}

/** One masked fact of the applicant; where it is left out, as for a leader, nothing is asked for (P11). The full value is shown only after the server has written why it was asked (U16). */
export function Reveal({ caseId, field, label, masked }: RevealProps) {
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
          <Purpose caseId={caseId} field={field} onShown={setFull} onClose={() => setAsking(false)} />
        )}
      </dd>
    </div>
  )
}

interface PurposeProps {
  readonly caseId: CaseId
  readonly field: FieldOfPerson
  readonly onShown: (full: string) => void
  readonly onClose: () => void
}

function Purpose({ caseId, field, onShown, onClose }: PurposeProps) {
  const t = useWords()
  const id = useId()
  const [purpose, setPurpose] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault()
    const answer = await readOnce(`/api/cases/${caseId}/reveal`, Revealed, 'staff', {
      field,
      purpose: purpose.trim(),
    })
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
      <input
        id={id}
        type="text"
        required
        maxLength={120}
        value={purpose}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        ref={focusOnce}
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

// The press that opened the form leaves the hand on the keyboard.
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

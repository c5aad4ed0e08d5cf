import { FollowUpView, RaterPhone, type Timer } from '@counter/shared/contract/ratings'
import { LEVEL_WORDS, REASON_WORDS, STEP_WORDS } from '@counter/shared/text/rating-words'
import { dayWords, instantWords } from '@counter/shared/vocabulary/date-words'
import type { FollowUpStep } from '@counter/shared/vocabulary/rating'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { find } from '../../state/ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AppealPart } from './appeal-part.tsx'
import { TimerLight } from './timer-light.tsx'

interface FollowUpCardProps {
  readonly view: FollowUpView
  readonly onStep: (view: FollowUpView) => void
}

/** One 差评: what was said, both timers, the steps so far, and the one that may follow. */
export function FollowUpCard({ view, onStep }: FollowUpCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const said = [...view.reasons.map((reason) => REASON_WORDS[reason][language]), view.text]
  return (
    <li className="card" data-step={view.step}>
      <h3>
        {view.number} <span className="small">{dayWords(view.businessDate, language)}</span> ·{' '}
        {LEVEL_WORDS[view.level][language]}
      </h3>
      <p>
        {said.filter((each) => each !== '').join(language === 'zh' ? '、' : ', ') || words('rating.silent')}
      </p>
      {view.phone === null ? (
        <p>{words(view.isNamed ? 'rating.named' : 'rating.unnamed')}</p>
      ) : (
        <Phone id={view.id} masked={view.phone} />
      )}
      <dl className="timers">
        {view.contact !== null && <TimerLine label={words('rating.contactBy')} timer={view.contact} />}
        <TimerLine label={words('rating.rectifyBy')} timer={view.rectify} />
      </dl>
      <ol className="small">
        <li>
          {words('rating.given')} · {instantWords(view.givenAt, language)}
        </li>
        {view.steps.map(({ step, text, at, by }) => (
          <li key={step}>
            <strong>{STEP_WORDS[step][language]}</strong> · {instantWords(at, language)} · {by} · {text}
          </li>
        ))}
      </ol>
      <AppealPart view={view} onStep={onStep} />
      {view.next.length > 0 && <StepForm key={view.version} view={view} onStep={onStep} />}
    </li>
  )
}

/** The number masked, and in full by a press that is recorded (P34). */
function Phone({ id, masked }: { readonly id: string; readonly masked: string }) {
  const words = useWords()
  const [phone, setPhone] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const reveal = async () => {
    const answer = await find(`/api/ratings/${id}/phone`, {}, RaterPhone)
    if (answer.ok) setPhone(answer.value.phone)
    setRefused(answer.ok ? null : answer)
  }
  return (
    <div>
      {words('rating.phone', { phone: phone ?? masked })}{' '}
      {phone === null && (
        <Button size="small" onClick={() => void reveal()}>
          {words('rating.reveal')}
        </Button>
      )}
      <RefusalLine refused={refused} />
    </div>
  )
}

function TimerLine({ label, timer }: { readonly label: string; readonly timer: Timer }) {
  const language = useDayLanguage()
  return (
    <div>
      <dt>{label}</dt>
      <dd data-late={timer.isLate}>
        {instantWords(timer.dueAt, language)} <TimerLight timer={timer} />
      </dd>
    </div>
  )
}

function StepForm({ view, onStep }: FollowUpCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const field = useId()
  const act = useCommand()
  const [kept, keep] = useAdminDraft<string>(`rating:${view.id}`)
  const text = kept ?? ''
  const [step, setStep] = useState<FollowUpStep | undefined>(view.next[0])
  const send = async () => {
    if (step === undefined) return
    const body = { expectedVersion: view.version, step, text }
    const answer = await act.send(`/api/ratings/${view.id}/step`, body, FollowUpView)
    if (!answer?.ok) return
    keep(null)
    onStep(answer.value)
  }
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {view.next.length > 1 && (
        <fieldset>
          <legend>{words('rating.nextStep')}</legend>
          {view.next.map((each) => (
            <Button key={each} aria-pressed={each === step} onClick={() => setStep(each)}>
              {STEP_WORDS[each][language]}
            </Button>
          ))}
        </fieldset>
      )}
      <label htmlFor={field}>
        {words('rating.done', { step: step === undefined ? '' : STEP_WORDS[step][language] })}
      </label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        value={text}
        onChange={({ target }) => keep(target.value === '' ? null : target.value)}
      />
      <CommandButton phase={act.phase} htmlType="submit" type="primary">
        {step === undefined ? '' : STEP_WORDS[step][language]}
      </CommandButton>
      <CommandWords of={act} done={words('admin.saved')} />
    </form>
  )
}

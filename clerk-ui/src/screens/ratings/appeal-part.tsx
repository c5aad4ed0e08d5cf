import { FollowUpView } from '@counter/shared/contract/ratings'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useId, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface AppealProps {
  readonly view: FollowUpView
  readonly onStep: (view: FollowUpView) => void
}

/** 申诉 of a unit: brought in by the supervisor, decided by somebody else; the rating itself stays (C1005). */
export function AppealPart({ view, onStep }: AppealProps) {
  const words = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const [isOpen, setOpen] = useState(false)
  const { appeal } = view
  if (appeal === null) {
    if (role !== 'supervisor') return null
    return (
      <>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words('rating.appeal')}
        </button>
        {isOpen && <AppealForm view={view} onStep={onStep} />}
      </>
    )
  }
  const { text, madeAt, madeBy, isUpheld, reason, decidedAt, decidedBy, mayDecide } = appeal
  return (
    <div className="small" data-appeal={isUpheld === null ? 'open' : isUpheld ? 'upheld' : 'rejected'}>
      <p>
        <strong>{words('rating.appealed')}</strong> · {instantWords(madeAt, language)} · {madeBy} · {text}
      </p>
      {decidedAt !== null && (
        <p>
          <strong>{words(isUpheld === true ? 'rating.upheld' : 'rating.rejected')}</strong> ·{' '}
          {instantWords(decidedAt, language)} · {decidedBy} · {reason}
        </p>
      )}
      {mayDecide && <DecideForm view={view} onStep={onStep} />}
      {isUpheld === null && !mayDecide && <p role="status">{words('rating.othersDecide')}</p>}
    </div>
  )
}

function AppealForm({ view, onStep }: AppealProps) {
  const words = useWords()
  const act = useCommand()
  const field = useId()
  const [kept, keep] = useAdminDraft<string>(`appeal:${view.id}`)
  const text = kept ?? ''
  const send = async () => {
    const answer = await act.send(`/api/ratings/${view.id}/appeal`, { text: text.trim() }, FollowUpView)
    if (!answer?.ok) return
    keep(null)
    onStep(answer.value)
  }
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') void send()
      }}
    >
      <label htmlFor={field}>{words('rating.appealWords')}</label>
      <textarea
        id={field}
        rows={2}
        required
        maxLength={500}
        value={text}
        onChange={({ target }) => keep(target.value === '' ? null : target.value)}
      />
      <CommandButton phase={act.phase} htmlType="submit">
        {words('rating.sendAppeal')}
      </CommandButton>
      <CommandWords of={act} done={words('admin.saved')} />
    </form>
  )
}

function DecideForm({ view, onStep }: AppealProps) {
  const words = useWords()
  const act = useCommand()
  const field = useId()
  const [kept, keep] = useAdminDraft<string>(`appeal-decision:${view.id}`)
  const reason = kept ?? ''
  const [isEmpty, setEmpty] = useState(false)
  const decide = async (isUpheld: boolean) => {
    setEmpty(reason.trim() === '')
    if (reason.trim() === '') return
    const body = { isUpheld, reason: reason.trim() }
    const answer = await act.send(`/api/ratings/${view.id}/decide-appeal`, body, FollowUpView)
    if (!answer?.ok) return
    keep(null)
    onStep(answer.value)
  }
  return (
    <div className="step-form">
      <label htmlFor={field}>{words('rating.decideWords')}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => keep(target.value === '' ? null : target.value)}
      />
      {isEmpty && reason.trim() === '' && (
        <p role="alert">■ {words('field.required', { name: words('rating.decideWords') })}</p>
      )}
      <p className="line">
        <CommandButton phase={act.phase} onPress={() => void decide(true)}>
          {words('rating.uphold')}
        </CommandButton>
        <CommandButton phase={act.phase} onPress={() => void decide(false)}>
          {words('rating.reject')}
        </CommandButton>
      </p>
      <CommandWords of={act} done={words('admin.saved')} />
    </div>
  )
}

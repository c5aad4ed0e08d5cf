import { type Colleague, LeaveSet } from '@counter/shared/contract/own-day'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

export interface PartProps {
  readonly one: Colleague
  readonly people: readonly Colleague[]
  readonly onDone: () => void
}

/** Who may do the same and is there to go on: handlers of the unit, or the other clerks. */
export function colleaguesOf(one: Colleague, people: readonly Colleague[]): readonly Colleague[] {
  return people.filter(
    ({ staffId, role, unitName, isStopped }) =>
      staffId !== one.staffId &&
      role === one.role &&
      (role === 'clerk' || unitName === one.unitName) &&
      !isStopped,
  )
}

/** B岗 and the days of a leave: the deputy then has the open cases in his own day (C403). */
export function LeavePart({ one, people, onDone }: PartProps) {
  const words = useWords()
  const sending = useCommand()
  const [draft, setDraft] = useState({
    deputy: one.deputy as string | null,
    from: (one.awayFrom ?? '') as string,
    until: (one.awayUntil ?? '') as string,
    reason: '',
  })
  const change = (part: Partial<typeof draft>) => {
    sending.forget()
    setDraft((known) => ({ ...known, ...part }))
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      deputy: draft.deputy,
      from: draft.from === '' ? null : draft.from,
      until: draft.until === '' ? null : draft.until,
      reason: draft.reason.trim(),
    }
    const answer = await sending.send(`/api/leaves/${one.staffId}`, body, LeaveSet)
    if (answer?.ok) onDone()
  }
  return (
    <form className="card stack" aria-labelledby="b3-leave" onSubmit={(event) => void send(event)}>
      <h2 id="b3-leave">{words('b3.leaveOf', { name: one.name })}</h2>
      {one.leaveReason !== null && (
        <p data-testid="b3.leaveReason">{words('b3.reasonNow', { reason: one.leaveReason })}</p>
      )}
      <div className="fields">
        <label className="field">
          {words('b3.deputy')}
          <select
            value={draft.deputy ?? ''}
            onChange={({ target }) => change({ deputy: target.value === '' ? null : target.value })}
          >
            <option value="">{words('b3.noDeputy')}</option>
            {colleaguesOf(one, people).map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {words('b3.from')}
          <input type="date" value={draft.from} onChange={({ target }) => change({ from: target.value })} />
        </label>
        <label className="field">
          {words('b3.until')}
          <input type="date" value={draft.until} onChange={({ target }) => change({ until: target.value })} />
        </label>
        <label className="field">
          {words('b3.reason')}
          <input
            required
            maxLength={200}
            value={draft.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </label>
      </div>
      <div className="line">
        <CommandButton phase={sending.phase} htmlType="submit">
          {words('b3.setLeave')}
        </CommandButton>
        <CommandWords of={sending} done={words('b3.leaveSet')} />
      </div>
    </form>
  )
}

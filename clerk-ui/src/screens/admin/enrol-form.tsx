import type { DeviceList } from '@counter/shared/contract/devices'
import { Enrolment } from '@counter/shared/contract/people'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

const KINDS: readonly DeviceKind[] = ['kiosk', 'wall', 'rate', 'village']

export interface EnrolFormProps {
  /** Where a phone may be enrolled (V3). */
  readonly villages: DeviceList['villages']
  readonly onMade: () => void
}

/** The link that makes a computer the kiosk or the wall of this hall, shown once (P22). */
export function EnrolForm({ villages, onMade }: EnrolFormProps) {
  const words = useWords()
  const [made, setMade] = useState<Enrolment | null>(null)
  const [kind, setKind] = useState<DeviceKind>('kiosk')
  const { send, phase, refused } = useCommand()
  const enrol = async (form: FormData) => {
    const village = form.get('village')
    const body = {
      kind,
      name: String(form.get('name')).trim(),
      ...(village === null ? {} : { village }),
    }
    const answer = await send('/api/enrolments', body, Enrolment)
    if (answer === null) return
    setMade(answer.ok ? answer.value : null)
    if (answer.ok) onMade()
  }
  return (
    <section className="card stack" aria-label={words('enrol.title')}>
      <h2>{words('enrol.title')}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void enrol(new FormData(event.currentTarget))
        }}
      >
        <label className="field">
          {words('enrol.kind')}
          <select name="kind" value={kind} onChange={({ target }) => setKind(target.value as DeviceKind)}>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {words(`enrol.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {kind === 'village' && (
          <label className="field">
            {words('enrol.point')}
            <select name="village">
              {villages.map(({ village, name }) => (
                <option key={village} value={village}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === 'village' && <p className="hint">{words('enrol.villageHint')}</p>}
        <label className="field">
          {words('enrol.name')}
          <input name="name" required maxLength={40} autoComplete="off" />
        </label>
        <CommandButton phase={phase} busy="enrol.busy" type="primary" htmlType="submit">
          {words('enrol.go')}
        </CommandButton>
      </form>
      <RefusalLine refused={refused} />
      {made !== null && <Made link={made.link} code={made.code} until={made.expiresAt} />}
    </section>
  )
}

function Made({ link, code, until }: { link: string; code: string; until: Instant }) {
  const words = useWords()
  return (
    <div role="status">
      <p className="big">{words('enrol.code', { code })}</p>
      <p>{words('enrol.open', { time: civilTime(until) })}</p>
      <p className="link-text">{link}</p>
    </div>
  )
}

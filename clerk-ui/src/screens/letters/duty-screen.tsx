import { DutyRoster } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { BookPart } from './book-part.tsx'
import { BoxPart } from './box-part.tsx'
import './letters.css'
import { LogField, LogSelect } from './log-fields.tsx'

/** 值班和意见箱: who answers the phone on which day, and the weekly opening of the box by two (cases.md 13). */
export function DutyScreen() {
  const t = useWords()
  const language = useDayLanguage()
  const { value: roster, refused, put } = useReading('/api/duty', DutyRoster)
  const state = roster !== null ? 'normal' : refused === null ? 'loading' : 'error'
  return (
    <div className="case-ui letters" data-screen="C-9" data-state={state}>
      <h1>{t('duty.title')}</h1>
      <section className="card" aria-labelledby="duty-roster">
        <h2 id="duty-roster">{t('duty.roster')}</h2>
        {roster === null && refused === null && <SlowWords text="duty.loading" />}
        <RefusalLine refused={refused} />
        {roster !== null && (
          <>
            {roster.days.length === 0 && <p role="status">{t('duty.empty')}</p>}
            {roster.days.length > 0 && (
              <table>
                <caption className="visually-hidden">{t('duty.roster')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('duty.day')}</th>
                    <th scope="col">{t('duty.staff')}</th>
                    <th scope="col">{t('duty.leader')}</th>
                  </tr>
                </thead>
                <tbody>
                  {roster.days.map(({ day, staffName, leaderName }) => (
                    <tr key={day} data-day={day}>
                      <th scope="row">{dateWords(day, language)}</th>
                      <td>{staffName}</td>
                      <td>{leaderName}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {roster.people.length > 0 && <DutyForm roster={roster} onSet={(next) => put(() => next)} />}
          </>
        )}
      </section>
      <BoxPart />
      <BookPart />
    </div>
  )
}

interface DutyFormProps {
  readonly roster: DutyRoster
  readonly onSet: (roster: DutyRoster) => void
}

function DutyForm({ roster, onSet }: DutyFormProps) {
  const t = useWords()
  const { send, phase, refused, isDone } = useCommand()
  const [day, setDay] = useState<string>(roster.today)
  const [staff, setStaff] = useState('')
  const [leader, setLeader] = useState('')
  const choose = { value: '', label: t('duty.choose') }
  const people = roster.people.map(({ id, name }) => ({ value: id, label: name }))
  const leaders = roster.people
    .filter(({ role }) => role === 'leader' || role === 'supervisor')
    .map(({ id, name }) => ({ value: id, label: name }))

  async function press(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (day === '' || staff === '' || leader === '') return
    const answer = await send('/api/duty', { day, staff, leader }, DutyRoster)
    if (answer?.ok) onSet(answer.value)
  }

  return (
    <form className="letter-form" onSubmit={(event) => void press(event)}>
      <div className="pair">
        <LogField label="duty.day" value={day} type="date" isRequired onChange={setDay} />
        <LogSelect
          label="duty.staff"
          value={staff}
          choices={[choose, ...people]}
          isRequired
          onChange={setStaff}
        />
        <LogSelect
          label="duty.leader"
          value={leader}
          choices={[choose, ...leaders]}
          isRequired
          onChange={setLeader}
        />
      </div>
      <CommandButton htmlType="submit" className="primary" phase={phase} isPlain>
        {t('duty.set')}
      </CommandButton>
      <CommandWords of={{ refused, isDone }} done={t('duty.done')} />
    </form>
  )
}

import { BoxOpenings } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { CountedTable } from './counted-table.tsx'
import { LogField, LogSelect } from './log-fields.tsx'

/** 意见箱: every opening with who opened it, what was counted and what was logged that day; a difference stands out. */
export function BoxPart() {
  const t = useWords()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, put } = useReading('/api/box-openings', BoxOpenings)
  return (
    <section className="card" aria-labelledby="duty-box">
      <h2 id="duty-box">{t('duty.box')}</h2>
      <p>{t('duty.boxWhy')}</p>
      {value !== null && <BoxDue box={value} />}
      <RefusalLine refused={refused} />
      {value !== null && value.openings.length === 0 && <p role="status">{t('duty.boxEmpty')}</p>}
      {value !== null && value.openings.length > 0 && (
        <CountedTable
          caption={t('duty.box')}
          who={t('duty.boxWho')}
          counted={t('duty.boxCount')}
          rows={value.openings.map(({ openedOn, first, second, ...row }) => ({
            ...row,
            day: openedOn,
            who: `${first}、${second}`,
          }))}
        />
      )}
      {value !== null && (role === 'clerk' || role === 'supervisor') && (
        <BoxForm value={value} onOpened={(next) => put(() => next)} />
      )}
    </section>
  )
}

/** By when the box is opened next, or that it is time (C1301). */
function BoxDue({ box: { dueOn, isDue } }: { readonly box: BoxOpenings }) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <p className={isDue ? 'stale' : undefined} data-testid="box.due">
      {isDue && `▲ ${t('duty.boxDue')}`}
      {isDue && dueOn !== null && ' · '}
      {dueOn !== null && t('duty.boxNext', { day: dateWords(dueOn, language) })}
    </p>
  )
}

interface BoxFormProps {
  readonly value: BoxOpenings
  readonly onOpened: (value: BoxOpenings) => void
}

function BoxForm({ value, onOpened }: BoxFormProps) {
  const t = useWords()
  const { send, phase, refused, isDone } = useCommand()
  const [second, setSecond] = useState('')
  const [count, setCount] = useState('')
  const people = value.people.map(({ id, name }) => ({ value: id, label: name }))

  async function press(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (second === '' || count === '') return
    const answer = await send('/api/box-openings', { second, count: Number(count) }, BoxOpenings)
    if (!answer?.ok) return
    // The next opening is another one: nothing of this one is sent again by mistake.
    setSecond('')
    setCount('')
    onOpened(answer.value)
  }

  return (
    <form className="letter-form" onSubmit={(event) => void press(event)}>
      <div className="pair">
        <LogSelect
          label="duty.second"
          value={second}
          choices={[{ value: '', label: t('duty.choose') }, ...people]}
          isRequired
          onChange={setSecond}
        />
        <LogField label="duty.count" value={count} type="number" isRequired onChange={setCount} />
      </div>
      <CommandButton htmlType="submit" className="primary" phase={phase} isPlain>
        {t('duty.openBox')}
      </CommandButton>
      <CommandWords of={{ refused, isDone }} done={t('duty.boxDone')} />
    </form>
  )
}

import { type CalendarView, ClockChange } from '@counter/shared/contract/calendar'
import { inLanguage } from '@counter/shared/text/sentence'
import { SETTING_WORDS } from '@counter/shared/text/setting-words'
import { dayWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { isSettingKey, SETTINGS } from '@counter/shared/vocabulary/setting'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useLanguage, useWords } from '../../text/words.ts'
import { ChangeLook } from './change-look.tsx'
import { valueWords } from './rule-row.tsx'

interface ChangeCardProps {
  readonly change: ClockChange
  /** The calendar of the same year that holds now. */
  readonly inForce: CalendarView | undefined
  readonly onChanged: (change: ClockChange) => void
}

/** One change of the rules: what it brings, who entered it, what it moves, and whether it is in force (C603). */
export function ChangeCard({ change, inForce, onChanged }: ChangeCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const { state, settledBy, settledAt } = change
  const isOpen = state === 'entered'
  return (
    <article className="change" data-change={change.kind} data-state={state}>
      <p className="line">
        <strong>
          <ChangeName change={change} />
        </strong>
        <span className={isOpen || state === 'published' ? 'tag tag-warn' : 'tag'}>
          {words(`a5.state.${state}`, { n: state === 'published' ? change.waiting : change.moved })}
        </span>
      </p>
      <p className="hint">
        {words('a5.by', {
          name: change.enteredBy,
          time: instantWords(change.enteredAt, language),
          reason: change.reason,
        })}
        {settledBy !== null &&
          settledAt !== null &&
          ` · ${words(state === 'withdrawn' ? 'a5.undone' : 'a5.settled', { name: settledBy, time: instantWords(settledAt, language) })}`}
      </p>
      {isOpen && change.calendar !== null && <Differences calendar={change.calendar} inForce={inForce} />}
      {isOpen && <ChangeLook change={change} onChanged={onChanged} />}
      {isOpen && <Withdraw id={change.id} onChanged={onChanged} />}
    </article>
  )
}

function ChangeName({ change }: Pick<ChangeCardProps, 'change'>) {
  const words = useWords()
  const language = useLanguage()
  const { calendar, setting, subject } = change
  if (calendar !== null) {
    const { status, year, version } = calendar
    return words(status === 'official' ? 'a5.change.calendar' : 'a5.change.provisional', { year, n: version })
  }
  if (setting === null || !isSettingKey(subject)) return subject
  const rule = SETTINGS[subject]
  return words('a5.change.setting', {
    name: inLanguage(SETTING_WORDS[subject], language),
    from: valueWords(rule, setting.from, words),
    to: valueWords(rule, setting.to, words),
  })
}

interface DifferencesProps {
  readonly calendar: CalendarView
  readonly inForce: CalendarView | undefined
}

/** Which days the new version makes others than they are now. */
function Differences({ calendar, inForce }: DifferencesProps) {
  const words = useWords()
  const language = useDayLanguage()
  const listed = (view: CalendarView | undefined, isMakeup: boolean) =>
    (view?.days ?? []).filter(({ kind }) => (kind === 'makeup') === isMakeup).map(({ date }) => date)
  const only = (a: CalendarView | undefined, b: CalendarView | undefined, isMakeup: boolean) => {
    const others = new Set(listed(b, isMakeup))
    return listed(a, isMakeup).filter((date) => !others.has(date))
  }
  const lines = [
    ['a5.more', only(calendar, inForce, false)],
    ['a5.less', only(inForce, calendar, false)],
    ['a5.moreWork', only(calendar, inForce, true)],
    ['a5.lessWork', only(inForce, calendar, true)],
  ] as const
  const told = lines.filter(([, dates]) => dates.length > 0)
  if (told.length === 0) return <p>{words('a5.same')}</p>
  return (
    <ul className="change-moves">
      {told.map(([key, dates]) => (
        <li key={key}>
          {words(key, {
            days: dates.map((date) => dayWords(date, language)).join(language === 'zh' ? '、' : ', '),
          })}
        </li>
      ))}
    </ul>
  )
}

function Withdraw({ id, onChanged }: { readonly id: string } & Pick<ChangeCardProps, 'onChanged'>) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const [reason, setReason] = useState('')
  const withdraw = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send(`/api/clock-changes/${id}/withdraw`, { reason: reason.trim() }, ClockChange)
    if (answer?.ok) onChanged(answer.value)
  }
  return (
    <form className="line" onSubmit={(event) => void withdraw(event)}>
      <label className="field">
        {words('a5.withdrawReason')}
        <input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </label>
      <CommandButton phase={phase} htmlType="submit">
        {words('a5.withdraw')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </form>
  )
}

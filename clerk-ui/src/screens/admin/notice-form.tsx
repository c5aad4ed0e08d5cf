import { type CalendarView, ClockChange } from '@counter/shared/contract/calendar'
import type { Sheet } from '@counter/shared/contract/sheets'
import type { FormEvent } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { SheetChoice } from '../../components/sheet-choice.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface NoticeDraft {
  readonly year: number
  readonly status: CalendarView['status']
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly date: string
  readonly text: string
  readonly reason: string
}

interface NoticeFormProps {
  readonly year: number
  readonly onEntered: (change: ClockChange) => void
}

/**
 * Brings in a holiday notice: its words or a table, and where they come from; before there is one, the days that are known by
 * hand (C519). Nothing is in force by it (C603).
 */
export function NoticeForm({ year, onEntered }: NoticeFormProps) {
  const words = useWords()
  const sending = useCommand()
  const [draft, keep] = useAdminDraft<NoticeDraft>('calendar')
  const shown: NoticeDraft = draft ?? emptyNotice(year)
  const isNotice = shown.status === 'official'
  const change = (part: Partial<NoticeDraft>) => {
    sending.forget()
    keep({ ...shown, ...part })
  }
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    const { text, reason, status, year: forYear, ...source } = shown
    const body = { kind: 'calendar', year: forYear, status, text, source, reason: reason.trim() }
    const answer = await sending.send('/api/clock-changes', body, ClockChange)
    if (!answer?.ok) return
    keep(null)
    onEntered(answer.value)
  }
  const field = (
    name: 'title' | 'number' | 'issuer' | 'reason',
    word: 'noticeTitle' | 'number' | 'issuer' | 'reason',
  ) => (
    <label className="field">
      {words(`a5.${word}`)}
      <input
        value={shown[name]}
        maxLength={name === 'title' ? 120 : name === 'reason' ? 200 : 60}
        required={name === 'title' || name === 'reason'}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </label>
  )
  return (
    <form className="card stack" aria-labelledby="a5-enter" onSubmit={(event) => void enter(event)}>
      <h2 id="a5-enter">{words('a5.enter')}</h2>
      <div className="fields">
        <label className="field">
          {words('a5.forYear')}
          <input
            type="number"
            min={2020}
            max={2100}
            required
            value={Number.isNaN(shown.year) ? '' : shown.year}
            onChange={({ target }) => change({ year: target.valueAsNumber })}
          />
        </label>
        <label className="field">
          {words('a5.basis')}
          <select
            value={shown.status}
            onChange={({ target }) => change(basisOf(shown, target.value as NoticeDraft['status']))}
          >
            {(['official', 'provisional'] as const).map((status) => (
              <option key={status} value={status}>
                {words(`a5.basis.${status}`)}
              </option>
            ))}
          </select>
        </label>
        {field('title', 'noticeTitle')}
        {isNotice && field('number', 'number')}
        {isNotice && field('issuer', 'issuer')}
        {isNotice && (
          <label className="field">
            {words('a5.date')}
            <input type="date" value={shown.date} onChange={({ target }) => change({ date: target.value })} />
          </label>
        )}
      </div>
      <label className="field">
        {words('a5.text')}
        <textarea
          className="notice-text"
          required
          maxLength={20_000}
          aria-describedby="a5-text-hint"
          value={shown.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <small id="a5-text-hint" className="hint">
          {words(isNotice ? 'a5.textHint' : 'a5.handHint')}
        </small>
      </label>
      <SheetChoice label={words('a5.file')} onRead={(sheets) => change({ text: tableOf(sheets) })} />
      {field('reason', 'reason')}
      <div className="line">
        <CommandButton phase={sending.phase} busy="admin.saving" type="primary" htmlType="submit">
          {words('a5.save')}
        </CommandButton>
        <CommandWords of={sending} done={words('a5.entered')} />
      </div>
    </form>
  )
}

function emptyNotice(year: number): NoticeDraft {
  const title = titleOf(year, 'official')
  return {
    year,
    status: 'official',
    title,
    number: '',
    issuer: '国务院办公厅',
    date: '',
    text: '',
    reason: '',
  }
}

function titleOf(year: number, status: NoticeDraft['status']): string {
  return status === 'official'
    ? `国务院办公厅关于${year}年部分节假日安排的通知`
    : `${year}年暂定放假安排（通知发布前）`
}

/** Other words for the title, unless it was written by hand; by hand the days that never move are there already. */
function basisOf({ year, title, text, status: before }: NoticeDraft, status: NoticeDraft['status']) {
  const isOwnTitle = title !== titleOf(year, before)
  const source = status === 'official' ? { issuer: '国务院办公厅' } : { issuer: '', number: '', date: '' }
  return {
    status,
    ...source,
    title: isOwnTitle ? title : titleOf(year, status),
    text: status === 'provisional' && text.trim() === '' ? FIXED_DAYS : text,
  }
}

const FIXED_DAYS = [
  '1月1日,法定,元旦',
  '5月1日,法定,劳动节',
  '5月2日,法定,劳动节',
  '10月1日,法定,国庆节',
  '10月2日,法定,国庆节',
  '10月3日,法定,国庆节',
  '',
].join('\n')

// The notice is read as text, so a sheet becomes the lines that would have been pasted.
function tableOf([sheet]: readonly Sheet[]): string {
  return (sheet?.rows ?? []).map(({ cells }) => cells.join('\t')).join('\n')
}

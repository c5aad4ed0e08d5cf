import type { CaseRow } from '@counter/shared/contract/cases'
import { HandedOver } from '@counter/shared/contract/own-day'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable } from '../admin/admin-table.tsx'
import { colleaguesOf, type PartProps } from './leave-part.tsx'

/** Open cases are picked and given to a colleague of the unit, all of them in one step; no time limit moves (C801). */
export function GivePart({ one, people, cases, onDone }: PartProps & { readonly cases: readonly CaseRow[] }) {
  const words = useWords()
  const language = useDayLanguage()
  const sending = useCommand()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [given, setGiven] = useState(0)
  const chosen = cases.filter(({ id }) => picked.has(id))
  const pick = (ids: readonly string[], isOn: boolean) => {
    sending.forget()
    setPicked((known) => new Set(isOn ? [...known, ...ids] : [...known].filter((id) => !ids.includes(id))))
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const body = { from: one.staffId, to, cases: chosen.map(({ id }) => id), reason: reason.trim() }
    const answer = await sending.send('/api/hand-over', body, HandedOver)
    if (!answer?.ok) return
    setGiven(answer.value.handed)
    setPicked(new Set())
    onDone()
  }
  return (
    <form className="card stack" aria-labelledby="b3-give" onSubmit={(event) => void send(event)}>
      <h2 id="b3-give">{words('b3.giveOf', { name: one.name, n: chosen.length })}</h2>
      {cases.length === 0 && <p role="status">{words('b3.none')}</p>}
      {cases.length > 0 && (
        <>
          <label>
            <input
              type="checkbox"
              checked={chosen.length === cases.length}
              onChange={({ target }) =>
                pick(
                  cases.map(({ id }) => id),
                  target.checked,
                )
              }
            />{' '}
            {words('b3.all')}
          </label>
          <AdminTable
            isInCard
            title={words('b3.giveOf', { name: one.name, n: chosen.length })}
            rows={cases}
            keyOf={({ id }) => id}
            columns={[
              {
                head: 'b3.pick',
                cell: ({ id, number }) => (
                  <input
                    type="checkbox"
                    aria-label={number}
                    checked={picked.has(id)}
                    onChange={({ target }) => pick([id], target.checked)}
                  />
                ),
              },
              {
                head: 'b3.case',
                isName: true,
                isLong: true,
                cell: ({ number, itemName }) => `${number} ${itemName}`,
              },
              { head: 'ledger.applicant', cell: ({ applicant }) => applicant },
              {
                head: 'b3.due',
                cell: ({ dueOn }) => (dueOn === null ? '–' : dayWords(dueOn, language)),
              },
            ]}
          />
          <div className="fields">
            <label className="field">
              {words('b3.to')}
              <select required value={to} onChange={({ target }) => setTo(target.value)}>
                <option value="">{words('a3.choose')}</option>
                {colleaguesOf(one, people).map(({ staffId, name, open }) => (
                  <option key={staffId} value={staffId}>
                    {name}（{open}）
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              {words('b3.reason')}
              <input
                required
                maxLength={200}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </label>
          </div>
        </>
      )}
      <div className="line">
        {chosen.length > 0 && (
          <CommandButton phase={sending.phase} busy="b3.giving" type="primary" htmlType="submit">
            {words('b3.give', { n: chosen.length })}
          </CommandButton>
        )}
        <CommandWords of={sending} done={words('b3.given', { n: given })} />
      </div>
    </form>
  )
}

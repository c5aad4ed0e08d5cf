import { HandOverList } from '@counter/shared/contract/own-day'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { usePages } from '../../state/use-pages.ts'
import { useWords } from '../../text/words.ts'
import { GiveList } from './give-list.tsx'
import { colleaguesOf, type PartProps } from './leave-part.tsx'
import { useGiving } from './use-giving.ts'

/** Open cases are picked and given to a colleague of the unit; however many there are, no time limit moves (C801). */
export function GivePart({ one, people, onDone }: PartProps) {
  const words = useWords()
  const [round, setRound] = useState(0)
  const list = usePages(`/api/hand-over/${one.staffId}?limit=200`, HandOverList, round)
  const giving = useGiving(one.staffId)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const cases = list.items ?? []
  const chosen = cases.filter(({ id }) => picked.has(id)).map(({ id }) => id)
  const pick = (ids: readonly string[], isOn: boolean) => {
    giving.forget()
    setPicked((known) => new Set(isOn ? [...known, ...ids] : [...known].filter((id) => !ids.includes(id))))
  }
  const pickAll = async (isOn: boolean) => {
    if (!isOn) return setPicked(new Set())
    const all = await list.whole()
    if (all !== null)
      pick(
        all.map(({ id }) => id),
        true,
      )
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await giving.give(chosen, { to, reason: reason.trim() }))) return
    setRound((known) => known + 1)
    onDone()
  }
  const isEmpty = list.items !== null && cases.length === 0
  return (
    <form className="card stack" aria-labelledby="b3-give" onSubmit={(event) => void send(event)}>
      <h2 id="b3-give">{words('b3.giveOf', { name: one.name, n: chosen.length })}</h2>
      <RefusalLine refused={list.refused} />
      {isEmpty && <p role="status">{words('b3.none')}</p>}
      {cases.length > 0 && (
        <>
          <label>
            <input
              type="checkbox"
              checked={!list.hasMore && chosen.length === cases.length}
              onChange={({ target }) => void pickAll(target.checked)}
            />{' '}
            {words('b3.allOf', { n: one.open ?? cases.length })}
          </label>
          <GiveList
            title={words('b3.giveOf', { name: one.name, n: chosen.length })}
            cases={cases}
            picked={picked}
            onPick={pick}
          />
          {list.hasMore && (
            <button type="button" className="link" onClick={list.more}>
              {words('b3.more')}
            </button>
          )}
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
        {(chosen.length > 0 || giving.isGiving) && (
          <CommandButton phase={giving.phase} busy="b3.giving" type="primary" htmlType="submit">
            {words(giving.isStopped ? 'b3.goOn' : 'b3.give', { n: chosen.length })}
          </CommandButton>
        )}
        <RefusalLine refused={giving.refused} />
        <span role="status">{giving.words}</span>
      </div>
    </form>
  )
}

import { Done } from '@counter/shared/contract/fields'
import type { VillageAttention } from '@counter/shared/contract/village-attention'
import type { EditedField } from '@counter/shared/vocabulary/edit'
import { useRef, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { LinkedCase, useLinkedCase } from './linked-case.tsx'
import { MENDED, MendFields } from './mend-fields.tsx'
import { SlipCasePart } from './slip-case.tsx'
import { type Way, waysOf } from './solve-way.ts'

interface SolveFormProps {
  readonly item: VillageAttention
  readonly onDone: () => void
}

/** Three ways to solve what a point could not get through, beside the case of its slip if there is one (V51, V80). */
export function SolveForm({ item, onDone }: SolveFormProps) {
  const words = useWords()
  const { send, phase, refused, forget } = useCommand()
  const ways = waysOf(item)
  const [chosen, setHow] = useState<Way>(ways[0])
  // The slip may be entered again while this waits.
  const how = ways.includes(chosen) ? chosen : ways[0]
  const [take, setTake] = useState<readonly EditedField[]>([])
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [received, setReceived] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  useReturnFocus(form, true)
  const type = (name: string, value: string) => {
    forget()
    setTyped({ ...typed, [name]: value })
  }
  const number = (typed['number'] ?? '').trim()
  const linked = useLinkedCase(how === 'link' ? number : null)
  async function solve(): Promise<void> {
    const filled = MENDED.filter((name) => (typed[name] ?? '').trim() !== '')
    const mend = {
      ...Object.fromEntries(filled.map((name) => [name, typed[name]])),
      ...(received.length === 0 ? {} : { received }),
    }
    const reason = typed['reason'] ?? ''
    // The number on the slip is given up by it, so whose case it is stands there first (V62).
    if (!(await linked.isSeen())) return
    const body = {
      apply: { how: 'apply', mend, reason },
      link: { how: 'link', number: linked.row?.number, reason },
      join: { how: 'link', number: item.slipCase?.number, take, reason },
      apart: { how: 'apart', reason },
      reject: { how: 'reject', reason },
      noted: { how: 'reject', reason },
    }[how]
    const answer = await send(`/api/village-attention/${item.id}/solve`, body, Done)
    if (answer?.ok) onDone()
  }
  const mayMend = how === 'apply' && item.type === 'case.register'
  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void solve()
      }}
    >
      {item.slipCase !== null && (
        <SlipCasePart item={item} slipCase={item.slipCase} take={take} onTake={setTake} />
      )}
      <div className="fields">
        <label className="field">
          {words('point.how')}
          <select value={how} onChange={({ target }) => setHow(target.value as Way)}>
            {ways.map((way) => (
              <option key={way} value={way}>
                {words(`point.how.${way}`)}
              </option>
            ))}
          </select>
        </label>
        {mayMend && <MendFields typed={typed} onType={type} />}
        {how === 'link' && (
          <label className="field">
            {words('point.linkTo')}
            <input
              required
              value={typed['number'] ?? ''}
              maxLength={20}
              onChange={({ target }) => type('number', target.value)}
            />
          </label>
        )}
        <label className="field">
          {words('point.solveReason')}
          <input
            required
            value={typed['reason'] ?? ''}
            maxLength={200}
            onChange={({ target }) => type('reason', target.value)}
          />
        </label>
      </div>
      {mayMend &&
        item.missing.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={received.includes(name)}
              onChange={({ target }) =>
                setReceived(target.checked ? [...received, name] : received.filter((each) => each !== name))
              }
            />{' '}
            {words('point.mend.received', { name })}
          </label>
        ))}
      <LinkedCase row={linked.row} applicant={item.applicant} />
      <div>
        <CommandButton type="primary" htmlType="submit" {...linked.progressOf(phase)}>
          {words(linked.row === null ? 'point.solve' : 'point.link.sure')}
        </CommandButton>
      </div>
      <RefusalLine refused={linked.refused ?? refused} />
    </form>
  )
}

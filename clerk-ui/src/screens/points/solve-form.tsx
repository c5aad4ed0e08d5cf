import { Done } from '@counter/shared/contract/fields'
import type { VillageAttention } from '@counter/shared/contract/village-attention'
import { useRef, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

const WAYS = ['apply', 'link', 'reject'] as const
type Way = (typeof WAYS)[number]
const MENDED = ['name', 'idNo', 'phone'] as const

interface SolveFormProps {
  readonly item: VillageAttention
  readonly onDone: () => void
}

/** Three ways to solve what a point could not get through; what is left empty stays as the agent wrote it (V51). */
export function SolveForm({ item, onDone }: SolveFormProps) {
  const words = useWords()
  const { send, phase, refused, forget } = useCommand()
  const [how, setHow] = useState<Way>('apply')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [received, setReceived] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  useReturnFocus(form, true)
  const type = (name: string, value: string) => {
    forget()
    setTyped({ ...typed, [name]: value })
  }
  async function solve(): Promise<void> {
    const filled = MENDED.filter((name) => (typed[name] ?? '').trim() !== '')
    const mend = {
      ...Object.fromEntries(filled.map((name) => [name, typed[name]])),
      ...(received.length === 0 ? {} : { received }),
    }
    const number = (typed['number'] ?? '').trim()
    const more = { apply: { mend }, link: { number }, reject: {} }[how]
    const body = { how, reason: typed['reason'] ?? '', ...more }
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
      <div className="fields">
        <label className="field">
          {words('point.how')}
          <select value={how} onChange={({ target }) => setHow(target.value as Way)}>
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {words(`point.how.${way}`)}
              </option>
            ))}
          </select>
        </label>
        {mayMend &&
          MENDED.map((name) => (
            <label key={name} className="field">
              {words(`point.mend.${name}`)}
              <input
                value={typed[name] ?? ''}
                maxLength={name === 'name' ? 60 : 30}
                onChange={({ target }) => type(name, target.value)}
              />
            </label>
          ))}
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
      <div>
        <CommandButton type="primary" htmlType="submit" phase={phase}>
          {words('point.solve')}
        </CommandButton>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}

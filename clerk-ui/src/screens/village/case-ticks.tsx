import type { ReactNode } from 'react'

interface CaseTicksProps {
  readonly rows: readonly { readonly id: string; readonly words: ReactNode }[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** Cases to choose from, each a row with a tick. */
export function CaseTicks({ rows, chosen, onChoose }: CaseTicksProps): ReactNode {
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <ul className="v-rows">
      {rows.map(({ id, words }) => (
        <li key={id} className="v-bare">
          <label className="v-tick">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{words}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

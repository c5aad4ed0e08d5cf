import { PAPER_FORMS, type PaperForm } from '@counter/shared/vocabulary/agency'
import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { MOST_OF_ONE, type PaperHere } from './draft-papers.ts'

interface PaperTicksProps {
  readonly name: string
  /** All that was taken in so far, of this and of other materials. */
  readonly papers: readonly PaperHere[]
  readonly onTick: (form: PaperForm, isTaken: boolean) => void
  readonly onCount: (paper: PaperHere) => void
}

/** Whether the paper itself stays at the point, as what, and how many: none unless it is ticked (V17). */
export function PaperTicks({ name, papers, onTick, onCount }: PaperTicksProps): ReactNode {
  const words = useVillageWords()
  return (
    <div className="v-row">
      {PAPER_FORMS.map((form) => {
        const taken = papers.find((each) => each.name === name && each.form === form)
        return (
          <span key={form} className="v-row">
            <label className="v-tick">
              <input
                type="checkbox"
                aria-label={words(`village.new.takenOf.${form}`, { name })}
                checked={taken !== undefined}
                onChange={({ target }) => onTick(form, target.checked)}
              />
              {words(`village.new.taken.${form}`)}
            </label>
            {taken === undefined ? null : <CountField paper={taken} onCount={onCount} />}
          </span>
        )
      })}
    </div>
  )
}

const OFFERED = 20

// Chosen and not typed: a field that is empty for a moment would be a paper of which nobody knows how many.
function CountField({
  paper,
  onCount,
}: {
  readonly paper: PaperHere
  readonly onCount: (paper: PaperHere) => void
}): ReactNode {
  const words = useVillageWords()
  const { name, form, count } = paper
  const most = Math.min(Math.max(OFFERED, count), MOST_OF_ONE)
  return (
    <select
      className="v-count"
      aria-label={words(`village.new.countOf.${form}`, { name })}
      value={count}
      onChange={({ target }) => onCount({ ...paper, count: Number(target.value) })}
    >
      {Array.from({ length: most }, (_, place) => place + 1).map((n) => (
        <option key={n} value={n}>
          {words('village.paper.count', { n })}
        </option>
      ))}
    </select>
  )
}

import { PaperDayAnswer } from '@counter/shared/contract/paper-day'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { EntryLine } from './entry-line.tsx'
import { type EntryRow, problemsOf, type RowProblem, rowAfter, sentRows, unfinished } from './entry-rows.ts'

const COLUMNS = ['number', 'window', 'topic', 'class', 'taken', 'started', 'ended', 'outcome'] as const
const NO_PROBLEMS: ReadonlyMap<number, RowProblem> = new Map()

/** The grid: Tab goes on, Enter at a row's end makes the next one, Ctrl+Enter keeps all rows or none (Q35). */
export function LaterEntry() {
  const words = useWords()
  const [kept, keep] = useAdminDraft<readonly EntryRow[]>('paper-day')
  const rows = kept ?? [rowAfter(undefined, 0)]
  const nextId = useRef(rows.length)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const { send, phase, refused } = useCommand()
  const [entered, setEntered] = useState<number | null>(null)

  const change = (place: number, more: Partial<EntryRow>) => {
    setEntered(null)
    keep(rows.map((row, at) => (at === place ? { ...row, ...more } : row)))
  }
  const add = () => {
    const id = nextId.current
    nextId.current += 1
    keep([...rows, rowAfter(rows[rows.length - 1], id)])
  }
  const save = async () => {
    const { body, places } = sentRows(rows)
    const missing = missingIn(rows, places)
    setProblems(missing)
    if (missing.size > 0 || body.length === 0) return
    const answer = await send('/api/paper-days/enter', { rows: body }, PaperDayAnswer)
    if (answer === null) return
    if (!answer.ok) return setProblems(problemsOf(String(answer.params['rows'] ?? ''), places))
    keep(null)
    setEntered(answer.value.entered)
  }
  const grid = useEntryKeys(add, () => void save())
  return (
    <section ref={grid} className="card stack">
      <h2>{words('pd.enter')}</h2>
      <p className="quiet">{words('pd.enterHint')}</p>
      <p className="quiet">{words('pd.numberHint')}</p>
      <div className="scroller">
        <table className="entry-table">
          <caption className="visually-hidden">{words('pd.enter')}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {words(`pd.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <EntryLine
                key={row.id}
                row={row}
                place={place}
                isNew={place === rows.length - 1 && row.number === ''}
                problem={problems.get(place) ?? null}
                onChange={(more) => change(place, more)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RefusalLine refused={refused} />
      {entered !== null && (
        <p role="status" className="big">
          ✓ {words('pd.saved', { n: entered })}
        </p>
      )}
      <div className="greet-marks">
        <button type="button" className="touch" onClick={add}>
          {words('pd.addRow')} <kbd>Enter</kbd>
        </button>
        <CommandButton
          isPlain
          className="touch touch-main"
          phase={phase}
          busy="pd.saving"
          onPress={() => void save()}
        >
          {words('pd.save')} <kbd>Ctrl+Enter</kbd>
        </CommandButton>
      </div>
    </section>
  )
}

function missingIn(rows: readonly EntryRow[], places: readonly number[]): ReadonlyMap<number, RowProblem> {
  return new Map(
    places.flatMap((place): [number, RowProblem][] => {
      const row = rows[place]
      const problem = row === undefined ? null : unfinished(row)
      return problem === null ? [] : [[place, problem]]
    }),
  )
}

// Keys of the grid alone: Enter in a field, Ctrl+Enter anywhere in it; none while a word is being composed (U32).
function useEntryKeys(add: () => void, save: () => void): RefObject<HTMLElement | null> {
  const grid = useRef<HTMLElement>(null)
  const newest = useRef({ add, save })
  newest.current = { add, save }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isGridKey(event, grid.current)) return
      event.preventDefault()
      if (event.ctrlKey) newest.current.save()
      else newest.current.add()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return grid
}

// A button answers its own Enter.
function isGridKey({ key, isComposing, repeat, ctrlKey, target }: KeyboardEvent, grid: HTMLElement | null) {
  if (isComposing || repeat || key !== 'Enter' || !(target instanceof HTMLElement)) return false
  return grid?.contains(target) === true && (ctrlKey || target.tagName !== 'BUTTON')
}

import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.ts'

interface ItemRowsProps<Row> {
  readonly rows: readonly Row[]
  /** 「材料 3」: names a row and what its buttons do. */
  readonly nameOf: (place: number) => string
  readonly add: string
  readonly blank: Row
  readonly onRows: (rows: Row[]) => void
  readonly children: (row: Row, change: (more: Partial<Row>) => void) => ReactNode
}

/** An ordered list of an item whose rows are added, changed, moved up and taken out; all by keyboard. */
export function ItemRows<Row extends object>(props: ItemRowsProps<Row>) {
  const { rows, nameOf, add, blank, onRows, children } = props
  const words = useWords()
  return (
    <div className="stack">
      {rows.map((row, place) => (
        // The place is what a row is known by while it is written: its name may be empty or not its own yet.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
        <fieldset key={place} className="item-row">
          <legend>{nameOf(place + 1)}</legend>
          {children(row, (more) =>
            onRows(rows.map((each, at) => (at === place ? { ...each, ...more } : each))),
          )}
          <div className="line">
            {place > 0 && (
              <Button
                aria-label={`${words('a1.up')} ${nameOf(place + 1)}`}
                onClick={() => onRows(movedUp(rows, place))}
              >
                {words('a1.up')}
              </Button>
            )}
            <Button
              aria-label={`${words('a1.remove')} ${nameOf(place + 1)}`}
              onClick={() => onRows(rows.filter((_row, at) => at !== place))}
            >
              {words('a1.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => onRows([...rows, blank])}>{add}</Button>
      </div>
    </div>
  )
}

function movedUp<Row>(rows: readonly Row[], place: number): Row[] {
  const moved = [...rows]
  const [row] = moved.splice(place, 1)
  if (row !== undefined) moved.splice(place - 1, 0, row)
  return moved
}

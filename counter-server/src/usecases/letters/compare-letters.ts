import type { Order } from '../../domain/case/case-state.ts'
import { nextLetterState } from '../../domain/letter/letter-projection.ts'
import { type LetterState, NEW_LETTER } from '../../domain/letter/letter-state.ts'
import { findBareLetterEvents } from '../../store/letter-events.ts'
import { findLetter, findLetterIds, type LetterFacts, type LetterProjection } from '../../store/letters.ts'
import { findOrdersOf, orderRowOf } from '../../store/orders.ts'
import type { Cell } from '../../store/projections.ts'
import type { Comparison, Difference } from '../../store/rebuild.ts'
import type { Tx } from '../../store/tx.ts'
import { isOfThisEngine, readClockRules } from '../cases/clock-rules.ts'
import { projectLetterRow } from './project-letter.ts'

/** What a rebuild of letters found. */
export interface LetterComparison extends Comparison {
  readonly letters: number
  readonly events: number
}

const BATCH = 500

/** Makes the row of every letter again from its events with the function that made it, and compares (C301, C1302). */
export function compareLetters(tx: Tx): LetterComparison {
  let total: LetterComparison = { letters: 0, events: 0, rows: 0, differences: 0, first: null }
  for (let after = ''; ; ) {
    const ids = findLetterIds(tx, after, BATCH)
    const last = ids.at(-1)
    if (last === undefined) return total
    for (const id of ids) {
      const one = compareLetter(tx, id)
      total = {
        letters: total.letters + one.letters,
        events: total.events + one.events,
        rows: total.rows + one.rows,
        differences: total.differences + one.differences,
        first: total.first ?? one.first,
      }
    }
    after = last
  }
}

/** One letter: the statuses its events name, and every value of its row. */
export function compareLetter(tx: Tx, id: string): LetterComparison {
  const events = findBareLetterEvents(tx, id)
  const stored = findLetter(tx, id)
  if (stored === undefined) throw new Error(`letter ${id} is gone`)
  let state: LetterState = NEW_LETTER
  const ofEvents = events.flatMap((event, place) => {
    const from = place === 0 ? null : state.status
    state = nextLetterState(events.slice(0, place), state, event)
    const expected = { rev: place + 1, from, to: state.status }
    return differencesOf('letter_event', event.id, event, expected)
  })
  const differences = [
    ...ofEvents,
    ...rowDifferences(tx, stored, state),
    ...orderDifferences(tx, id, state.orders),
  ]
  return {
    letters: 1,
    events: events.length,
    rows: 1 + state.orders.length,
    differences: differences.length,
    first: differences[0] ?? null,
  }
}

function rowDifferences(tx: Tx, stored: LetterFacts, state: LetterState): readonly Difference[] {
  if (!isOfThisEngine(stored.madeWith)) return []
  const rules = readClockRules(tx).madeWith(stored.madeWith)
  const made: LetterProjection = projectLetterRow(rules, state, tx.at)
  return differencesOf('letter', stored.id, stored, made)
}

function orderDifferences(tx: Tx, id: string, orders: readonly Order[]): readonly Difference[] {
  const stored = findOrdersOf(tx, { letter: id })
  const made = orders.map((order) => orderRowOf({ letter: id }, order))
  const ofRows = made.flatMap((row) => {
    const kept = stored.find((each) => each.id === row.id) ?? {}
    return differencesOf('supervision_order', row.id, kept, row)
  })
  return [...differencesOf('letter', id, { orders: stored.length }, { orders: made.length }), ...ofRows]
}

function differencesOf(table: string, key: string, stored: object, made: object): Difference[] {
  const known = new Map(Object.entries(stored))
  return Object.entries(made).flatMap(([column, value]) =>
    JSON.stringify(known.get(column)) === JSON.stringify(value)
      ? []
      : [{ table, key, column, stored: cellOf(known.get(column)), rebuilt: cellOf(value) }],
  )
}

function cellOf(value: unknown): Cell {
  return typeof value === 'number' || value === null ? value : String(value)
}

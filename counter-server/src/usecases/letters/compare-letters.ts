import { applyLetterEvent, projectLetter } from '../../domain/letter/letter-projection.ts'
import { NEW_LETTER } from '../../domain/letter/letter-state.ts'
import { findBareLetterEvents } from '../../store/letter-events.ts'
import { findLetter, findLetterIds, type LetterProjection } from '../../store/letters.ts'
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
      const { events, differences } = compareLetter(tx, id)
      total = {
        letters: total.letters + 1,
        events: total.events + events,
        rows: total.rows + 1,
        differences: total.differences + differences.length,
        first: total.first ?? differences[0] ?? null,
      }
    }
    after = last
  }
}

function compareLetter(
  tx: Tx,
  id: string,
): { readonly events: number; readonly differences: readonly Difference[] } {
  const events = findBareLetterEvents(tx, id)
  const stored = findLetter(tx, id)
  if (stored === undefined) throw new Error(`letter ${id} is gone`)
  let state = NEW_LETTER
  const ofEvents = events.flatMap((event, place) => {
    const from = place === 0 ? null : state.status
    state = applyLetterEvent(state, event)
    const expected = { rev: place + 1, from, to: state.status }
    return differencesOf('letter_event', event.id, event, expected)
  })
  if (!isOfThisEngine(stored.madeWith)) return { events: events.length, differences: ofEvents }
  const rules = readClockRules(tx).madeWith(stored.madeWith)
  const made: LetterProjection = projectLetterRow(rules, projectLetter(events), tx.at)
  return { events: events.length, differences: [...ofEvents, ...differencesOf('letter', id, stored, made)] }
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

import { type ChangeRow, countChangeCases } from '../../store/clock-changes.ts'
import { countCasesMadeOtherwise } from '../../store/open-cases.ts'
import { nameOfActor } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from './case-rules.ts'
import { madeWith } from './clock-rules.ts'

/** A change of the rules with the names of its people and how far it has come (C604). */
export interface ChangeFacts {
  readonly row: ChangeRow
  readonly enteredBy: string
  readonly settledBy: string | null
  readonly moved: number
  /** Open cases it has still to reach. */
  readonly waiting: number
}

export function changeFacts(tx: Tx, row: ChangeRow): ChangeFacts {
  return {
    row,
    enteredBy: nameOfActor(tx, row.enteredBy),
    settledBy: row.settledBy === null ? null : nameOfActor(tx, row.settledBy),
    moved: countChangeCases(tx, row.id),
    waiting: row.state === 'published' ? countCasesMadeOtherwise(tx, madeWith(clockContext(tx))) : 0,
  }
}

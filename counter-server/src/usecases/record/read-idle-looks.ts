import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { findIdleLooks, type IdleLook } from '../../store/idle-looks.ts'
import type { Tx } from '../../store/tx.ts'
import { actorName } from '../people/actor-names.ts'

const WEEK_MS = 7 * 86_400_000
const MOST = 100

/** A look with the name of who looked, as the supervisor reads it. */
export interface IdleLookLine extends IdleLook {
  readonly by: string
}

/** The looks of the past seven days that led to nothing in their case or letter (P35). */
export function readIdleLooks(tx: Tx): readonly IdleLookLine[] {
  const since = instantOf(toMs(tx.at) - WEEK_MS)
  return findIdleLooks(tx, since, MOST).map((look) => ({ ...look, by: actorName(tx, look.actor) }))
}

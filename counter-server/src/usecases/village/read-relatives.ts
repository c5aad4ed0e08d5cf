import { findRelativeCases, type RelativeCase } from '../../store/relatives.ts'
import type { Tx } from '../../store/tx.ts'

/** Older ones stand in the log book, flagged. */
const MOST = 50

/** The supervisor's list of cases of near relatives, with each one as soon as the centre has it (V12). */
export function readRelatives(tx: Tx): readonly RelativeCase[] {
  return findRelativeCases(tx, MOST)
}

import type { OracleCase, Person } from './case-facts.ts'

/*
 * The same person had asked for the felling licence a minute before, in a case that nobody touches: this one may be merged
 * into it (C445).
 */

const KEPT = { item: 'LY-001', unit: 'LY' } as const

/** What is refused before the table is asked: the other case must be one the person may open, and look alike. */
export function pairRefusal(found: OracleCase, does: 'merge' | 'unmerge', by: Person): string | null {
  const isKept = by.role !== 'handler' || by.unit === KEPT.unit
  if (does === 'unmerge') {
    if (found.merged === null) return 'duplicate.not_merged'
    return isKept ? null : 'case.forbidden'
  }
  if (!isKept) return 'case.forbidden'
  if (found.merged !== null) return 'duplicate.settled'
  return found.item === KEPT.item ? null : 'duplicate.not_alike'
}

/** Taken back, the case is what it was; what came in or was checked meanwhile stays. */
export function unmerge(found: OracleCase): void {
  const { merged, has, parts } = found
  if (merged !== null) Object.assign(found, merged, { merged: null, has, parts })
}

import { findHistory, type JournalRow } from '../../store/history.ts'
import type { Deps } from '../deps.ts'
import { actorName } from './actor-names.ts'

export interface HistoryPage {
  readonly rows: readonly (JournalRow & { readonly by: string })[]
  readonly next: string | null
}

/** Who changed a window, a person or a rule, when and why, newest first (U40). */
export function readHistory(
  { store }: Pick<Deps, 'store'>,
  subject: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): HistoryPage {
  return store.read((tx) => {
    const found = findHistory(tx, subject, { before: placeOf(cursor), limit: limit + 1 })
    const rows = found.slice(0, limit).map((row) => ({ ...row, by: actorName(tx, row.actor) }))
    return { rows, next: found.length > limit ? String(rows.at(-1)?.seq ?? '') : null }
  })
}

// A cursor that is no place of ours begins anew instead of failing.
function placeOf(cursor: string | null): number | null {
  return cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null
}

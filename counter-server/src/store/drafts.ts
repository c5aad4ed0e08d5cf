import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, eq, lt } from 'drizzle-orm'
import { seal, unseal } from './crypto.ts'
import { draft } from './schema/drafts.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

/** Whose draft it is, and for which number. */
export interface DraftPlace {
  readonly staff: StaffId
  readonly ticket: TicketId
}

/** Where something is half written: for a number, or in the log of letters. */
type KeptPlace = DraftPlace | { readonly staff: StaffId; readonly log: 'letter_log' }

const DAY_MS = 86_400_000

/** Keeps what is half written, in place of what was kept before. Personal data stands in it, so it is encrypted (P30). */
export function saveDraft(tx: Tx, place: KeptPlace, content: string): void {
  const kept = { contentEnc: seal(tx.keys, nameOf(place), content), savedAt: tx.at }
  tx.query
    .insert(draft)
    .values({ staff: place.staff, place: nameOfPlace(place), ...kept })
    .onConflictDoUpdate({ target: [draft.staff, draft.place], set: kept })
    .run()
}

export function findDraft(
  tx: Tx,
  place: KeptPlace,
): { readonly content: string; readonly savedAt: Instant } | null {
  const row = tx.query.select().from(draft).where(at(place)).get()
  if (row === undefined) return null
  return {
    content: unseal(tx.keys, nameOf(place), row.contentEnc).toString('utf8'),
    savedAt: row.savedAt,
  }
}

/** It has become a case, or nobody wants it any more. */
export function dropDraft(tx: Tx, place: KeptPlace): void {
  tx.query.delete(draft).where(at(place)).run()
}

/** Forgets what nobody has gone on with for 30 days ⚙ (C1501). */
export function dropOldDrafts(tx: Tx): void {
  const keptMs = findSetting(tx, 'retention.drafts') * DAY_MS
  tx.query
    .delete(draft)
    .where(lt(draft.savedAt, instantOf(toMs(tx.at) - keptMs)))
    .run()
}

function at(place: KeptPlace) {
  return and(eq(draft.staff, place.staff), eq(draft.place, nameOfPlace(place)))
}

function nameOf(place: KeptPlace): string {
  return `draft:${place.staff}:${nameOfPlace(place)}`
}

function nameOfPlace(place: KeptPlace): TicketId | 'letter_log' {
  return 'ticket' in place ? place.ticket : place.log
}

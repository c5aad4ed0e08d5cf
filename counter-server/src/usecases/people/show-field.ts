import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { noteRevealLimit } from '../../store/reveal-limits.ts'
import { countReveals, type Look } from '../../store/reveals.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'

const HOUR_MS = 3_600_000
/** So many looks of one person in an hour; more are asked about (P34). */
export const MOST_LOOKS_PER_HOUR = 30

/** Whose field it is: the right to it first, its note before it is shown, and what it says last. */
export interface FieldOfSomebody {
  require(tx: Tx): void
  record(tx: Tx, post: Pick<Look, 'role' | 'unit'>): void
  open(tx: Tx): string | null
}

/**
 * Shows one personal field of a case or letter in full. Its audit row commits first; when that fails nothing is shown
 * (C303, P34). Refusals: `reveal.purpose_required`, `reveal.limit`, `reveal.not_recorded`, and what the right to it refuses.
 */
export async function showField(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  { purpose, words }: Pick<Look, 'purpose' | 'words'>,
  field: FieldOfSomebody,
): Promise<{ readonly value: string }> {
  // A word of the list says enough, the last one of it does not.
  if (purpose === 'other' && words.trim() === '') throw new Refusal('reveal.purpose_required')
  const hasSeenEnough = store.read((tx) => {
    field.require(tx)
    return countReveals(tx, asker.origin.actor, instantOf(toMs(tx.at) - HOUR_MS)) >= MOST_LOOKS_PER_HOUR
  })
  if (hasSeenEnough) {
    await store.write((tx) => tellLimit(tx, asker))
    throw new Refusal('reveal.limit', { n: MOST_LOOKS_PER_HOUR })
  }
  try {
    await store.write((tx) => field.record(tx, postOf(asker)))
  } catch {
    // Whatever went wrong, an unrecorded look must not happen (P34).
    throw new Refusal('reveal.not_recorded')
  }
  return { value: store.read((tx) => field.open(tx)) ?? '' }
}

/** The supervisor asks what so many looks were for (P34). */
export function tellLimit(tx: Tx, { origin, staff }: CaseAsker): void {
  if (staff !== null && noteRevealLimit(tx, origin, staff.id)) tx.tell({ kind: 'figures_changed' })
}

// Who looked is told to the person as a post of that day, never by name (P35).
function postOf({ actor, staff }: CaseAsker): Pick<Look, 'role' | 'unit'> {
  return { role: actor, unit: staff?.unit ?? null }
}

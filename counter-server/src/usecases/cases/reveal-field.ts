import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { openPersonField } from '../../store/persons.ts'
import { countReveals, type Look, recordReveal } from '../../store/reveals.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { requireShown } from './case-scene.ts'

export const HOUR_MS = 3_600_000
export const MOST_PER_HOUR = 30

/**
 * Shows one personal field in full. Its audit row commits first; when that fails nothing is shown (C303, P34).
 * Refusals: `reveal.purpose_required`, `reveal.limit`, `reveal.not_recorded`, and as `openCase`.
 */
export async function revealField(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  asked: Pick<Look, 'id' | 'field' | 'purpose' | 'words'>,
): Promise<{ readonly value: string }> {
  // A word of the list says enough, the last one of it does not.
  if (asked.purpose === 'other' && asked.words.trim() === '') throw new Refusal('reveal.purpose_required')
  const { person } = store.read((tx) => {
    const seen = countReveals(tx, asker.origin.actor, instantOf(toMs(tx.at) - HOUR_MS))
    if (seen >= MOST_PER_HOUR) throw new Refusal('reveal.limit', { n: MOST_PER_HOUR })
    return requireShown(tx, asker, asked.id)
  })
  try {
    await store.write((tx) => recordReveal(tx, asker.origin, { ...asked, ...postOf(asker) }))
  } catch {
    // Whatever went wrong, an unrecorded look must not happen (P34).
    throw new Refusal('reveal.not_recorded')
  }
  return { value: store.read((tx) => openPersonField(tx, person, asked.field)) ?? '' }
}

// Who looked is told to the resident as a post of that day, never by name (P35).
function postOf({ actor, staff }: CaseAsker): Pick<Look, 'role' | 'unit'> {
  return { role: actor, unit: staff?.unit ?? null }
}

import type { CaseId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { openPersonField, type PersonField } from '../../store/persons.ts'
import { countReveals, recordReveal } from '../../store/reveals.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { requireCase } from './case-scene.ts'

const HOUR_MS = 3_600_000
const MOST_PER_HOUR = 30

/**
 * Shows one personal field in full. Its audit row commits first; when that fails nothing is shown (C303, P34).
 * Refusals: `reveal.purpose_required`, `reveal.limit`, `reveal.not_recorded`, `case.not_found`, `case.forbidden`.
 */
export async function revealField(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  asked: { readonly id: CaseId; readonly field: PersonField; readonly purpose: string },
): Promise<{ readonly value: string }> {
  if (asked.purpose.trim() === '') throw new Refusal('reveal.purpose_required')
  const { person } = store.read((tx) => {
    const seen = countReveals(tx, asker.origin.actor, instantOf(toMs(tx.at) - HOUR_MS))
    if (seen >= MOST_PER_HOUR) throw new Refusal('reveal.limit', { n: MOST_PER_HOUR })
    return requireCase(tx, asker, asked.id)
  })
  try {
    await store.write((tx) => recordReveal(tx, asker.origin, asked))
  } catch {
    // Whatever went wrong, an unrecorded look must not happen (P34).
    throw new Refusal('reveal.not_recorded')
  }
  return { value: store.read((tx) => openPersonField(tx, person, asked.field)) ?? '' }
}

import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { recordLetterReveal, type WriterField } from '../../store/letter-reveals.ts'
import { openPersonField } from '../../store/persons.ts'
import { countReveals } from '../../store/reveals.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { HOUR_MS, MOST_PER_HOUR } from '../cases/reveal-field.ts'
import type { Deps } from '../deps.ts'
import { openLetter } from './letter-scene.ts'

/**
 * Shows who wrote, one field in full. Its audit row commits first; when that fails nothing is shown (C303, P34).
 * Refusals: `reveal.purpose_required`, `reveal.limit`, `reveal.not_recorded`, `letter.not_found`.
 */
export async function revealWriter(
  deps: Pick<Deps, 'store' | 'newId'>,
  asker: CaseAsker,
  asked: { readonly id: string; readonly field: WriterField; readonly purpose: string },
): Promise<{ readonly value: string }> {
  if (asked.purpose.trim() === '') throw new Refusal('reveal.purpose_required')
  const { facts, events } = deps.store.read((tx) => {
    const seen = countReveals(tx, asker.origin.actor, instantOf(toMs(tx.at) - HOUR_MS))
    if (seen >= MOST_PER_HOUR) throw new Refusal('reveal.limit', { n: MOST_PER_HOUR })
    return openLetter(deps, tx, asker, asked.id)
  })
  try {
    await deps.store.write((tx) => recordLetterReveal(tx, asker.origin, asked))
  } catch {
    // Whatever went wrong, an unrecorded look must not happen (P34).
    throw new Refusal('reveal.not_recorded')
  }
  const { person } = facts
  if (person === null) return { value: events[0]?.words[asked.field] ?? '' }
  return { value: deps.store.read((tx) => openPersonField(tx, person, asked.field)) ?? '' }
}

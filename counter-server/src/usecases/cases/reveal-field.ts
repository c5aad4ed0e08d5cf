import type { CaseId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { openPersonField, type PersonField } from '../../store/persons.ts'
import { recordReveal } from '../../store/reveals.ts'
import type { Deps } from '../deps.ts'
import { type CaseAsker, requireCase } from './case-scene.ts'

/**
 * Shows one personal field in full. Its audit row commits first; when that fails nothing is shown (C303, P34).
 * Refusals: `reveal.purpose_required`, `reveal.not_recorded`, `case.not_found`, `case.forbidden`.
 */
export async function revealField(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  asked: { readonly id: CaseId; readonly field: PersonField; readonly purpose: string },
): Promise<{ readonly value: string }> {
  if (asked.purpose.trim() === '') throw new Refusal('reveal.purpose_required')
  const { person } = store.read((tx) => requireCase(tx, asker, asked.id))
  try {
    await store.write((tx) => recordReveal(tx, asker.origin, asked))
  } catch {
    // Whatever went wrong, an unrecorded look must not happen (P34).
    throw new Refusal('reveal.not_recorded')
  }
  return { value: store.read((tx) => openPersonField(tx, person, asked.field)) ?? '' }
}

import type { CaseId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { openPersonField } from '../../store/persons.ts'
import { countReveals, recordReveal } from '../../store/reveals.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { requireShown } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { MOST_LOOKS_PER_HOUR, tellLimit } from '../people/show-field.ts'

/** One case of a walk, with what is carried for a day (V42). */
export interface WalkedCase {
  readonly caseId: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly phone: string | null
  readonly contact: string | null
  readonly group: string | null
}

const HOUR_MS = 3_600_000
const WORDS = '今日走访：电话和组'

/**
 * 今日走访: phone and group of cases of the own point, each with one audit row that commits before anything is told (V4, V42, P34).
 * Refuses `case.not_found`, `reveal.limit`.
 */
export async function takeWalk(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  cases: readonly CaseId[],
): Promise<{ readonly at: Instant; readonly items: readonly WalkedCase[] }> {
  const chosen = [...new Set(cases)]
  const at = await store
    .write((tx) => noteWalk(tx, asker, chosen))
    .catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code === 'reveal.limit')
        await store.write((tx) => tellLimit(tx, asker))
      throw error
    })
  return { at, items: store.read((tx) => chosen.map((id) => walkedOf(tx, asker, id))) }
}

function noteWalk(tx: Tx, asker: CaseAsker, chosen: readonly CaseId[]): Instant {
  for (const id of chosen) requireShown(tx, asker, id)
  const looks = countReveals(tx, asker.origin.actor, instantOf(toMs(tx.at) - HOUR_MS))
  if (looks + chosen.length > MOST_LOOKS_PER_HOUR)
    throw new Refusal('reveal.limit', { n: MOST_LOOKS_PER_HOUR })
  for (const id of chosen)
    recordReveal(tx, asker.origin, {
      id,
      field: 'phone',
      purpose: 'contact',
      words: WORDS,
      role: asker.actor,
      unit: asker.staff?.unit ?? null,
    })
  return tx.at
}

function walkedOf(tx: Tx, asker: CaseAsker, id: CaseId): WalkedCase {
  const { person, number, itemName, nameMasked } = requireShown(tx, asker, id)
  return {
    caseId: id,
    number,
    itemName,
    applicant: nameMasked,
    phone: openPersonField(tx, person, 'phone'),
    contact: openPersonField(tx, person, 'contact'),
    group: openPersonField(tx, person, 'address'),
  }
}

import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { Refusal } from '../../domain/refusal.ts'
import { lookUp } from '../../store/crypto.ts'
import { countWrongTry, findWrongTries } from '../../store/enrolment-tries.ts'
import { findEnrolment } from '../../store/people.ts'
import type { Synchronous } from '../../store/store.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** How long a code is good, and how long wrong ones are held against their source (P22). */
export const TEN_MINUTES_MS = 600_000
const TRIES_PER_SOURCE = 5

/** What a code of the supervisor was given out for. */
export type GivenCode = NonNullable<ReturnType<typeof findEnrolment>>

/** The code as it was given out: `enrol.code_wrong` for an unknown or old one, `enrol.code_spent` for a used one (P22). */
export function requireCode(tx: Tx, code: string): GivenCode {
  const given = findEnrolment(tx, lookUp(tx.keys, 'enrol_code', normalQueryCode(code)))
  if (given === undefined || given.expiresAt < tx.at) throw new Refusal('enrol.code_wrong')
  if (given.usedAt !== null) throw new Refusal('enrol.code_spent')
  return given
}

/** Does what a code is given for; `enrol.code_spent` for a source that has tried five wrong ones (P22). */
export async function tryCode<T>(
  { store }: Pick<Deps, 'store'>,
  source: string,
  work: (tx: Tx) => Synchronous<T>,
): Promise<T> {
  if (store.read((tx) => findWrongTries(tx, source)) >= TRIES_PER_SOURCE)
    throw new Refusal('enrol.code_spent')
  try {
    return await store.write(work)
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('enrol.'))
      await store.write((tx) => countWrongTry(tx, source, TEN_MINUTES_MS))
    throw error
  }
}

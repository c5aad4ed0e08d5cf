import type { Light } from '@counter/shared/vocabulary/case'
import { isCaseNumber, normalQueryCode } from '@counter/shared/vocabulary/number'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { letterClocks, letterLight } from '../../domain/letter/letter-clocks.ts'
import { projectLetter } from '../../domain/letter/letter-projection.ts'
import type { LetterState } from '../../domain/letter/letter-state.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hashToken, lookUp } from '../../store/crypto.ts'
import { findLetterEvents } from '../../store/letter-events.ts'
import { findLetterLooks } from '../../store/letter-reveals.ts'
import { findLetter, findLetterIdByCode, findLetterIdByToken, type LetterFacts } from '../../store/letters.ts'
import type { FoundLook } from '../../store/reveals.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'

/** What whoever holds the code sees of a letter, with or without a name (C1304). */
export interface TrackedLetter {
  readonly facts: LetterFacts
  readonly state: LetterState
  readonly light: Light
  /** The reply, once it was given. */
  readonly reply: string | null
  readonly organ: string | null
}

const MOST_LOOKS = 50
const DEAD_AFTER_MS = 90 * 86_400_000

/** The letter of a link or of a number with its code; wrong, unknown and expired look alike (C1103, P41). Refuses `number.check_failed`. */
export function findTrackedLetter(
  tx: Tx,
  secret: { readonly token: string } | { readonly number: string; readonly code: string },
): string | null {
  const id = 'token' in secret ? findLetterIdByToken(tx, hashToken(secret.token)) : byCode(tx, secret)
  const endedAt = id === null ? null : (findLetter(tx, id)?.endedAt ?? null)
  const isDead = endedAt !== null && instantOf(toMs(endedAt) + DEAD_AFTER_MS) < tx.at
  return isDead ? null : id
}

function byCode(tx: Tx, { number, code }: { readonly number: string; readonly code: string }): string | null {
  const typed = number.trim().toUpperCase()
  if (!isCaseNumber(typed)) throw new Refusal('number.check_failed')
  return findLetterIdByCode(tx, typed, lookUp(tx.keys, 'query_code', normalQueryCode(code)))
}

/** Who was shown who wrote it, for the writer: the post, what for and when (P35). */
export function readLetterLooks(tx: Tx, id: string): readonly FoundLook[] {
  return findLetterLooks(tx, id, MOST_LOOKS)
}

export function readTrackedLetter(tx: Tx, id: string): TrackedLetter {
  const facts = findLetter(tx, id)
  if (facts === undefined) throw new Refusal('code.not_found')
  const events = findLetterEvents(tx, id)
  const state = projectLetter(events)
  const clocks = letterClocks(state, clockContext(tx), tx.at)
  const wordsOf = (type: string) => events.findLast((event) => event.type === type)?.words
  // What waits to be signed is nobody's answer yet.
  const answered =
    state.repliedAt === null ? undefined : events.find((event) => event.id === state.answerEvent)
  return {
    facts,
    state,
    light: letterLight(state, clocks, tx.at),
    reply: answered?.words['text'] ?? null,
    organ: state.status === 'redirected' ? (wordsOf('letter.redirected')?.['organ'] ?? null) : null,
  }
}

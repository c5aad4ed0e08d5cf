import type { UnitCode } from '@counter/shared/vocabulary/ids'
import {
  type LetterChannel,
  type LetterTopic,
  MOST_REPRESENTATIVES,
  SUPERVISOR_TOPICS,
} from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import { checkBackdate } from '../case/backdate.ts'
import type { ClockContext } from '../case/due.ts'
import type { CaseActor } from '../case/lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { type External, type LetterFact, letterFact } from './letter-event.ts'
import { letterLimit, type ReadSetting } from './letter-limits.ts'

/** What is known of a letter when it comes in; `text` and `leader` are only looked at, the sealed words keep them. */
export interface LetterComing {
  readonly channel: LetterChannel
  readonly topic: LetterTopic
  readonly external: External | null
  readonly isAnonymous: boolean
  readonly isUrgent: boolean
  readonly people: number
  readonly representatives: number
  readonly about: UnitCode | null
  readonly isAboutStaff: boolean
  readonly text: string
  /** The leader who received the visit. */
  readonly leader: string
}

/**
 * Registers a letter with the limit of its channel and topic (C1301). A complaint about staff is never one: it goes a sealed
 * way, which here is the phone and the paper box (C1401). Refusals: `letter.about_staff`, `letter.text_missing`,
 * `letter.topic_by_supervisor`, `letter.too_many_representatives`, `letter.leader_missing`.
 */
export function registerLetter(
  context: ClockContext & { readonly at: Instant; readonly actor: CaseActor },
  coming: LetterComing,
  read: ReadSetting,
): LetterFact<'letter.registered'> {
  const { isAboutStaff, text, leader, ...facts } = coming
  if (isAboutStaff) throw new Refusal('letter.about_staff')
  if (text.trim() === '') throw new Refusal('letter.text_missing')
  requireTopic(context.actor, coming.topic)
  if (coming.channel === 'visit') requireVisit(coming)
  else if (coming.people > 1) throw new Refusal('request.invalid')
  return letterFact('letter.registered', { ...facts, limit: letterLimit(context, coming, read) })
}

/** When the letter came, if earlier than it is registered: within the days of C306, with a reason. */
export function checkArrival(
  context: ClockContext & { readonly at: Instant },
  receivedAt: Instant,
  reason: string,
): void {
  checkBackdate({ ...context, state: { lastClockEventAt: null, receivedAt: null } }, receivedAt, reason)
}

function requireTopic(actor: CaseActor, topic: LetterTopic): void {
  const isReserved = SUPERVISOR_TOPICS.some((each) => each === topic)
  if (isReserved && actor !== 'supervisor') throw new Refusal('letter.topic_by_supervisor')
}

function requireVisit({ leader, people, representatives }: LetterComing): void {
  if (leader.trim() === '') throw new Refusal('letter.leader_missing')
  if (representatives > MOST_REPRESENTATIVES)
    throw new Refusal('letter.too_many_representatives', { n: MOST_REPRESENTATIVES })
  if (representatives > people) throw new Refusal('request.invalid')
}

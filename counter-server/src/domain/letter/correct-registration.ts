import { isPhone } from '@counter/shared/vocabulary/identity'
import type { LetterChannel, LetterTopic } from '@counter/shared/vocabulary/letter'
import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext, requireWords } from './letter-act.ts'
import { type LetterFact, letterFact, type RegistrationFacts } from './letter-event.ts'
import { letterLimit, type ReadSetting } from './letter-limits.ts'
import { movesTo } from './letter-moves.ts'
import type { LetterState } from './letter-state.ts'
import { checkArrival } from './register-letter.ts'

/** How it was registered, and by whom seen from whoever asks; `leader` is the one of the visit, if it was one. */
export interface Registration {
  readonly recordedAt: Instant
  readonly isOwn: boolean
  readonly leader: string
}

/** What is right instead. */
export interface RightFacts {
  readonly channel: LetterChannel
  readonly topic: LetterTopic
  readonly receivedOn: PlainDate
  readonly reason: string
}

/**
 * 更正登记 (C302): channel, topic or day were registered wrongly. The registration stays as it is; from now on the letter goes
 * by what is right, its limit and clocks are counted anew, and each due date that moved is kept as it was and as it is. What
 * the writer was told stays told. Refusals in this order: C1302, `reason.required`, `correction.same_person`,
 * `correction.nothing`, `letter.leader_missing`, `event.backdate_range`.
 */
export function correctRegistration(
  context: LetterContext,
  { channel, topic, receivedOn, reason }: RightFacts,
  { registration, read }: { readonly registration: Registration; readonly read: ReadSetting },
): LetterFact<'letter.facts_corrected'> {
  checkLetterAct(context, 'correct_facts')
  checkCorrection(reason, registration)
  const { state } = context
  const before = factsOf(state)
  const receivedAt =
    civilDate(before.receivedAt) === receivedOn
      ? before.receivedAt
      : within(receivedOn, registration.recordedAt)
  if (channel === before.channel && topic === before.topic && receivedAt === before.receivedAt)
    throw new Refusal('correction.nothing')
  if (channel === 'visit' && registration.leader.trim() === '') throw new Refusal('letter.leader_missing')
  checkArrival({ ...context, at: registration.recordedAt }, receivedAt, reason)
  const right = { channel, topic, receivedAt }
  const limit = letterLimit({ ...context, at: receivedAt }, right, read)
  const moves = movesTo(context, { ...state, ...right, limit })
  return letterFact('letter.facts_corrected', { ...right, limit, before, moves })
}

/** 更正来信人 (C302): another person wrote it, or nobody who gave a name. Refusals: C1302, `reason.required`, `correction.same_person`, `contact.phone`. */
export function correctWriter(
  context: LetterContext,
  {
    person,
    phone,
    reason,
  }: { readonly person: string | null; readonly phone: string; readonly reason: string },
  registration: Pick<Registration, 'isOwn'>,
): LetterFact<'letter.writer_corrected'> {
  checkLetterAct(context, 'correct_writer')
  checkCorrection(reason, registration)
  if (phone !== '' && !isPhone(phone)) throw new Refusal('contact.phone')
  return letterFact('letter.writer_corrected', { person })
}

function checkCorrection(reason: string, { isOwn }: Pick<Registration, 'isOwn'>): void {
  requireWords(reason)
  if (isOwn) throw new Refusal('correction.same_person')
}

function factsOf({ channel, topic, receivedAt }: LetterState): RegistrationFacts {
  if (receivedAt === null) throw new Error('a letter begins with its registration')
  return { channel, topic, receivedAt }
}

// A day that somebody names has no hour; at noon it is that day wherever it is counted, but nothing came after it was registered.
function within(day: PlainDate, recordedAt: Instant): Instant {
  const noon = instantAt(day, '12:00' as PlainTime)
  return civilDate(recordedAt) === day && noon > recordedAt ? recordedAt : noon
}

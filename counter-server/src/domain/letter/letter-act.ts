import { LETTER_ACTIONS, type LetterAction } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ClockContext } from '../case/due.ts'
import type { CaseActor } from '../case/lifecycle.ts'
import { Refusal } from '../refusal.ts'
import { letterActions, letterStatusAfter } from './letter-lifecycle.ts'
import type { LetterState } from './letter-state.ts'

/** What an act on a letter is decided from; `at` is now. */
export interface LetterContext extends ClockContext {
  readonly state: LetterState
  readonly actor: CaseActor
  readonly at: Instant
}

/** Refuses an act that this actor may not do, or not now: `letter.forbidden`, `letter.wrong_status` (C1302). */
export function checkLetterAct({ state, actor }: LetterContext, action: LetterAction): void {
  letterStatusAfter(state, action, actor)
}

/** What this actor may do now, without what this letter cannot have (C1302, C1305). */
export function possibleLetterActs({ state, actor }: LetterContext): readonly LetterAction[] {
  const { petition, review, publication, channel, signedBy, extendedDays, unit } = state
  const isPetition = petition !== null
  const impossible: Partial<Record<LetterAction, boolean>> = {
    convert: isPetition,
    give_notice: !isPetition || petition.noticeAt !== null,
    extend: !isPetition || petition.noticeAt === null || extendedDays > 0,
    reply_on_spot: isPetition || !mayReplyOnSpot(channel),
    sign: signedBy !== null,
    reply: signedBy === null,
    ask_review: !isPetition || review !== null,
    record_review: review === null || review.outcome !== null,
    answer: isPetition && petition.noticeAt === null,
    supervise: unit === null,
    draft_publication: isPublic(publication),
    publish: publication === null || isPublic(publication),
    withdraw_publication: !isPublic(publication),
  }
  const possible = letterActions(state.status, actor)
  // In the order of a letter's way, so that the next step stands first and the note last.
  return LETTER_ACTIONS.filter((action) => possible.includes(action) && impossible[action] !== true)
}

/** Whether the answer stands on the public page now (C1303). */
export function isPublic(publication: LetterState['publication']): boolean {
  return publication !== null && publication.publishedAt !== null
}

/** A visitor and a caller may be answered there and then (cases.md 13). */
export function mayReplyOnSpot(channel: LetterState['channel']): boolean {
  return channel === 'visit' || channel === 'phone' || channel === 'supervision_phone'
}

/** Whoever stands here, is on the line or reads the page hears the day at once; a letter from a box has nobody to tell it to (C520). */
export function hearsDueAtOnce(channel: LetterState['channel']): boolean {
  return mayReplyOnSpot(channel) || channel === 'website'
}

/** The words of an act, or `reason.required` when they say nothing. */
export function requireWords(words: string): void {
  if (words.trim() === '') throw new Refusal('reason.required')
}

import type { MarkThreshold, ToldHow } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import type {
  LetterChannel,
  LetterClock,
  LetterEventType,
  LetterTopic,
  ReplyWay,
  ReviewOutcome,
  Satisfaction,
} from '@counter/shared/vocabulary/letter'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseEventPayloads } from '../case/event.ts'
import type { ItemMove, RulesApplied } from '../case/rules-applied.ts'

/** The number and date of the office that sent the letter on; its date wins over every limit of the house (C1301). */
export interface External {
  readonly number: string
  readonly dueOn: PlainDate | null
}

/** A due date that was given to the writer with this event (C520). */
interface Told {
  readonly toldDueOn?: PlainDate
}

/** What of a registration may turn out wrong and moves the clocks (C302). */
export interface RegistrationFacts {
  readonly channel: LetterChannel
  readonly topic: LetterTopic
  readonly receivedAt: Instant
}

/** What each event of a letter records. What was written by hand never is part of it; it lies sealed beside it (P30). */
export interface LetterEventPayloads {
  'letter.registered': Told & {
    readonly channel: LetterChannel
    readonly topic: LetterTopic
    /** The limit of that day's settings; a later change of them does not move it. */
    readonly limit: Limit
    readonly external: External | null
    readonly isAnonymous: boolean
    readonly isUrgent: boolean
    /** How many came; 1 but for a group, which sends a few to speak for it. */
    readonly people: number
    readonly representatives: number
    /** The unit that the letter is about, which never gets it (C804). */
    readonly about: UnitCode | null
  }
  'letter.assigned': { readonly unit: UnitCode }
  'letter.taken': { readonly person: StaffId }
  'letter.sent_back': Readonly<Record<never, never>>
  'letter.answered': { readonly person: StaffId }
  'letter.signed': { readonly person: StaffId }
  'letter.reworked': Readonly<Record<never, never>>
  'letter.replied': { readonly way: ReplyWay; readonly signer: StaffId }
  'letter.closed': { readonly satisfied: Satisfaction }
  'letter.redirected': Readonly<Record<never, never>>
  'letter.linked': { readonly original: string }
  'letter.unlinked': Readonly<Record<never, never>>
  'letter.no_contact': Readonly<Record<never, never>>
  'letter.topic_set': { readonly topic: LetterTopic; readonly limit: Limit }
  'letter.dated': { readonly external: External }
  'letter.converted': Readonly<Record<never, never>>
  'letter.notice_given': Told
  'letter.extended': Told & { readonly days: number; readonly approvedBy: StaffId }
  'letter.review_asked': { readonly askedOn: PlainDate }
  'letter.reviewed': { readonly outcome: ReviewOutcome }
  /** What was registered wrongly: as it was and as it is since, with every due date that moved (C302). */
  'letter.facts_corrected': RegistrationFacts & {
    readonly limit: Limit
    readonly before: RegistrationFacts
    readonly moves: readonly ItemMove<LetterClock>[]
  }
  /** Another writer: a row of its own, or null for nobody's name; the one before stays with the registration (C302). */
  'letter.writer_corrected': { readonly person: string | null }
  'letter.publication_drafted': { readonly person: StaffId }
  /** By whom, and the event whose words were looked at: no others become public with it (C1303). */
  'letter.published': { readonly person: StaffId; readonly text: string }
  'letter.publication_withdrawn': Readonly<Record<never, never>>
  'letter.noted': Readonly<Record<never, never>>
  /** What was taken back, and every due date that moved with it: the old one and the new one (C302). */
  'event.voided': { readonly eventId: string; readonly moves: readonly ItemMove<LetterClock>[] }
  'due.told': Told & { readonly how: ToldHow }
  'mark.fired': {
    readonly kind: LetterClock
    readonly threshold: MarkThreshold
    readonly dueAt: Instant
    readonly crossedAt: Instant
  }
  'calendar.applied': RulesApplied<LetterClock>
  'setting.applied': RulesApplied<LetterClock>
  'order.issued': CaseEventPayloads['order.issued']
  'order.replied': CaseEventPayloads['order.replied']
  'order.closed': CaseEventPayloads['order.closed']
}

/** One thing that an act wants recorded. */
export type LetterFact<Type extends LetterEventType = LetterEventType> = {
  readonly [Each in Type]: { readonly type: Each; readonly payload: LetterEventPayloads[Each] }
}[Type]

/** One recorded event; `seq` orders, `occurredAt` is a claim, `recordedAt` the server's clock (C306). */
export type LetterEvent<Type extends LetterEventType = LetterEventType> = LetterFact<Type> & {
  readonly seq: number
  readonly id: string
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

/** One fact to record, its payload checked against its type. */
export function letterFact<Type extends LetterEventType>(
  type: Type,
  payload: LetterEventPayloads[Type],
): LetterFact<Type> {
  return { type, payload } as LetterFact<Type>
}

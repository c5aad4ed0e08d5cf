import type { Limit } from '@counter/shared/vocabulary/clock'
import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import type {
  LetterChannel,
  LetterClock,
  LetterFlag,
  LetterStatus,
  LetterTopic,
  ReplyWay,
  ReviewOutcome,
  Satisfaction,
} from '@counter/shared/vocabulary/letter'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { Order } from '../case/case-state.ts'
import type { DueMark } from '../case/marks.ts'
import type { External } from './letter-event.ts'

/** 信访: from when, and whether the notice of it was given (C1305). */
export interface Petition {
  readonly since: Instant
  readonly noticeAt: Instant | null
  readonly noticeEvent: string | null
  /** Who had answered the letter before; they stand aside now. */
  readonly recused: readonly StaffId[]
}

/** 复查: when the higher organ was asked, and what it found (C1305). */
export interface Review {
  readonly askedOn: PlainDate
  readonly event: string
  readonly endedAt: Instant | null
  readonly outcome: ReviewOutcome | null
}

/** What of the answer is to be public, or is (C1303): the event that holds the text, and who wrote it. */
export interface Publication {
  readonly text: string
  readonly drafter: StaffId
  readonly publishedAt: Instant | null
}

/** The letter as its events say it stands; the stored row is this and nothing else (C301, C1302). */
export interface LetterState {
  readonly status: LetterStatus
  readonly rev: number
  readonly flags: readonly LetterFlag[]
  readonly channel: LetterChannel
  readonly topic: LetterTopic
  readonly limit: Limit
  readonly external: External | null
  readonly about: UnitCode | null
  readonly people: number
  readonly representatives: number
  readonly unit: UnitCode | null
  readonly person: StaffId | null
  readonly receivedAt: Instant | null
  readonly startedBy: string | null
  readonly assignedAt: Instant | null
  readonly assignedBy: string | null
  readonly takenAt: Instant | null
  readonly answeredBy: readonly StaffId[]
  readonly signedBy: StaffId | null
  readonly repliedAt: Instant | null
  readonly repliedBy: string | null
  readonly way: ReplyWay | null
  readonly satisfied: Satisfaction | null
  readonly original: string | null
  readonly statusBefore: LetterStatus | null
  readonly endedAt: Instant | null
  readonly petition: Petition | null
  readonly review: Review | null
  readonly extendedDays: number
  readonly told: readonly { readonly eventId: string; readonly dueOn: PlainDate }[]
  readonly orders: readonly Order[]
  readonly marks: readonly DueMark<LetterClock>[]
  readonly publication: Publication | null
  /** Who wrote it, as corrected since, and by which event; null while it is as registered (C302). */
  readonly writer: { readonly person: string | null; readonly event: string } | null
  /** The event that holds the answer which waits to be signed, or was sent. */
  readonly answerEvent: string | null
}

/** A letter before its first event. */
export const NEW_LETTER: LetterState = {
  status: 'registered',
  rev: 0,
  flags: [],
  channel: 'visit',
  topic: 'consult',
  limit: { value: 0, unit: 'workday' },
  external: null,
  about: null,
  people: 1,
  representatives: 1,
  unit: null,
  person: null,
  receivedAt: null,
  startedBy: null,
  assignedAt: null,
  assignedBy: null,
  takenAt: null,
  answeredBy: [],
  signedBy: null,
  repliedAt: null,
  repliedBy: null,
  way: null,
  satisfied: null,
  original: null,
  statusBefore: null,
  endedAt: null,
  petition: null,
  review: null,
  extendedDays: 0,
  told: [],
  orders: [],
  marks: [],
  publication: null,
  writer: null,
  answerEvent: null,
}

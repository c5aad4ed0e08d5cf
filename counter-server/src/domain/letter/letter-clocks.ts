import type { Light } from '@counter/shared/vocabulary/case'
import { type ClockReading, type Limit, lightAt } from '@counter/shared/vocabulary/clock'
import type { LetterClock } from '@counter/shared/vocabulary/letter'
import { daysBetween, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { closingOf } from '../calendar/working-calendar.ts'
import { type Clock, readClock, yellowFromOf } from '../case/clock.ts'
import { type ClockContext, effectiveDate, rulesFor } from '../case/due.ts'
import type { LetterState } from './letter-state.ts'

/** Every clock of a letter that has started, running or stopped. */
export type LetterClocks = { readonly [Kind in LetterClock]: ClockReading<LetterClock> | null }

const NATURAL = (value: number): Limit => ({ value, unit: 'day' })

/** 信访工作条例: notice within 15 days, handling within 60, objection within 5 working days, review asked for within 30 and given within 30 (C1305). */
const PETITION = {
  notice: NATURAL(15),
  handling: 60,
  objection: { value: 5, unit: 'workday' },
  review: NATURAL(30),
} as const satisfies Record<string, Limit | number>

/** The most that a leader may add to the sixty days, once (C1305). */
export const MOST_EXTENSION = 30

/** Reads all clocks of a letter at a moment, with the function that reads those of cases (C1302, C522). */
export function letterClocks(state: LetterState, context: ClockContext, asOf: Instant): LetterClocks {
  const read = (make: (rules: ClockContext) => Clock<LetterClock> | null) => {
    const clock = make(context)
    if (clock === null) return null
    const rules = rulesFor(context, clock.endedAt)
    return readClock(rules, make(rules) ?? clock, asOf)
  }
  return {
    committed: read((rules) => committedClock(state, rules)),
    statutory: read(() => statutoryClock(state)),
    notice: read(() => noticeClock(state)),
    objection: read(() => objectionClock(state)),
    review: read(() => reviewClock(state)),
    reviewing: read(() => reviewingClock(state)),
  }
}

/** The clock whose light a letter shows: a petition without its notice has to be told first (C701, C1305). */
export function shownLetterClock({ status, petition }: LetterState): 'committed' | 'notice' | null {
  if (status === 'redirected' || status === 'duplicate' || status === 'no_contact') return null
  return petition !== null && petition.noticeAt === null ? 'notice' : 'committed'
}

/** The light of a letter at a moment; `none` when it went elsewhere without an answer. */
export function letterLight(state: LetterState, clocks: LetterClocks, now: Instant): Light {
  const kind = shownLetterClock(state)
  const reading = kind === null ? null : clocks[kind]
  return reading === null ? 'none' : lightAt(reading, now)
}

/** True when the first reply came by the due instant or by the day that was told, whichever is later; null before it (C503, C520). */
export function isLetterOnTime(
  context: ClockContext,
  { repliedAt, told }: LetterState,
  { committed }: LetterClocks,
): boolean | null {
  if (repliedAt === null) return null
  if (committed === null || committed.dueAt === null || repliedAt <= committed.dueAt) return true
  const toldOn = told.at(-1)?.dueOn
  return toldOn !== undefined && repliedAt <= closingOf(rulesFor(context, repliedAt).calendar, toldOn)
}

const PLAIN = { pauses: [], chargedTo: 'unit' } as const

// The office that sent it on has named a day, and that day wins (C1301).
function committedClock(state: LetterState, rules: ClockContext): Clock<LetterClock> | null {
  const start = startOf(state)
  if (start === null) return null
  const { external, petition, extendedDays } = state
  const dated = external?.dueOn ?? null
  const limit =
    dated !== null
      ? NATURAL(Math.max(0, daysBetween(effectiveDate(rules, start.startAt), dated)))
      : petition === null
        ? state.limit
        : NATURAL(PETITION.handling + extendedDays)
  return {
    ...PLAIN,
    ...start,
    kind: 'committed',
    limit,
    offDay: 'target',
    endedAt: answeredAt(state),
    yellowFrom: yellowFromOf(rules.settings, limit),
    extended: dated === null ? extendedDays : 0,
  }
}

// A petition is handled from the notice that it was taken up; every other letter is answered from the day it came.
function startOf({
  receivedAt,
  startedBy,
  petition,
}: LetterState): Pick<Clock<LetterClock>, 'startAt' | 'startEventId'> | null {
  if (petition !== null && petition.noticeAt !== null)
    return { startAt: petition.noticeAt, startEventId: petition.noticeEvent }
  if (petition !== null || receivedAt === null) return null
  return { startAt: receivedAt, startEventId: startedBy }
}

function statutoryClock(state: LetterState): Clock<LetterClock> | null {
  const { petition, extendedDays } = state
  if (petition === null || petition.noticeAt === null) return null
  return {
    ...PLAIN,
    kind: 'statutory',
    startAt: petition.noticeAt,
    startEventId: petition.noticeEvent,
    limit: NATURAL(PETITION.handling + extendedDays),
    offDay: 'legal',
    endedAt: answeredAt(state),
    yellowFrom: null,
    extended: extendedDays,
  }
}

function noticeClock(state: LetterState): Clock<LetterClock> | null {
  const { petition, receivedAt, startedBy } = state
  if (petition === null || receivedAt === null) return null
  return {
    ...PLAIN,
    kind: 'notice',
    startAt: receivedAt,
    startEventId: startedBy,
    limit: PETITION.notice,
    offDay: 'legal',
    endedAt: petition.noticeAt ?? answeredAt(state),
    yellowFrom: 3,
  }
}

function objectionClock(state: LetterState): Clock<LetterClock> | null {
  const { petition, assignedAt, assignedBy, takenAt } = state
  if (petition === null || assignedAt === null) return null
  return {
    ...PLAIN,
    kind: 'objection',
    startAt: assignedAt,
    startEventId: assignedBy,
    limit: PETITION.objection,
    offDay: 'legal',
    endedAt: takenAt ?? answeredAt(state),
    yellowFrom: null,
  }
}

// How long the writer may ask the next higher organ to look again; nobody here is late when it is over.
function reviewClock({ petition, review, repliedAt, repliedBy }: LetterState): Clock<LetterClock> | null {
  if (petition === null || repliedAt === null) return null
  return {
    ...PLAIN,
    kind: 'review',
    startAt: repliedAt,
    startEventId: repliedBy,
    limit: PETITION.review,
    offDay: 'legal',
    endedAt: review === null ? null : noonOf(review.askedOn),
    yellowFrom: null,
    chargedTo: 'resident',
  }
}

// The review itself is the higher organ's, so no unit here is late with it either.
function reviewingClock({ review }: LetterState): Clock<LetterClock> | null {
  if (review === null) return null
  return {
    ...PLAIN,
    kind: 'reviewing',
    startAt: noonOf(review.askedOn),
    startEventId: review.event,
    limit: PETITION.review,
    offDay: 'legal',
    endedAt: review.endedAt,
    yellowFrom: null,
    chargedTo: 'third_party',
  }
}

// A day that somebody names has no hour; at noon it is that day wherever it is counted.
function noonOf(day: PlainDate): Instant {
  return instantAt(day, '12:00' as PlainTime)
}

function answeredAt({ repliedAt, endedAt }: LetterState): Instant | null {
  return repliedAt ?? endedAt
}

import type { CaseChannel } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { calendarDays, closingOf, workingDaysBetween } from '../calendar/working-calendar.ts'
import { type CaseClocks, caseClocks } from '../case/case-clocks.ts'
import type { CaseState } from '../case/case-state.ts'
import { type ClockContext, effectiveDate, type PausedSpan, pausedDays, rulesFor } from '../case/due.ts'
import type { CaseEvent } from '../case/event.ts'
import type { ItemLimits } from '../case/item-rules.ts'
import { actsAsImmediate } from '../case/kind.ts'
import { isOnTime } from '../case/on-time.ts'
import { projectCase } from '../case/projection.ts'
import { standingEvents } from '../case/standing-events.ts'
import { standstills } from '../case/standstills.ts'

/** What clerks are counted for: a promise instead of the spot, a second list, more days, a stop of the clocks. */
export type Happening = 'converted' | 'second_notice' | 'extended' | 'paused'

/** A decision as figures need it. */
export interface DecidedFacts {
  readonly on: PlainDate
  /** 即办: finished without a promise. */
  readonly isOnSpot: boolean
  readonly isOnTime: boolean
  /** Working days used of the promise, pauses left out; null where it was finished on the spot (C508). */
  readonly days: number | null
}

/** How one case went: days and places, never a person whom it concerns. */
export interface CaseCourse {
  readonly item: ItemCode
  readonly unit: UnitCode
  readonly village: VillageCode | null
  readonly channel: CaseChannel
  readonly receivedOn: PlainDate
  readonly acceptedOn: PlainDate | null
  readonly decided: DecidedFacts | null
  /** The end without a decision: refused, withdrawn, returned, not applicable. */
  readonly endedOn: PlainDate | null
  /** Past its promise from the first instant to the second; null in time, `until` null while it is so. */
  readonly overdue: { readonly from: Instant; readonly until: Instant | null } | null
  readonly happenings: readonly { readonly what: Happening; readonly on: PlainDate; readonly by: string }[]
  /** The working days on which the case waited for somebody who is no unit (C801). */
  readonly thirdPartyDays: readonly PlainDate[]
  readonly residentDays: readonly PlainDate[]
}

export type ActedEvent = CaseEvent & { readonly actor: string }

/**
 * Reads the course of a case from its events (C301). Verdicts and days follow the rules in `context`: with the rules of
 * every moment in it as they were judged then, without them as of today (C605). Null for a draft and for what was entered
 * in error, which is no case.
 */
export function courseOf(
  context: ClockContext,
  item: ItemLimits,
  events: readonly ActedEvent[],
  at: Instant,
): CaseCourse | null {
  const state = projectCase(events)
  const { itemCode, unit, channel, receivedAt } = state
  if (itemCode === null || unit === null || channel === null || receivedAt === null) return null
  if (state.status === 'voided') return null
  const clocks = caseClocks(state, item, context, at)
  const rules = rulesFor(context, promiseEnd(state))
  const pauses = pausesOf(context, state, clocks.committed, at)
  return {
    item: itemCode,
    unit,
    village: state.village,
    channel,
    receivedOn: civilDate(receivedAt),
    acceptedOn: state.acceptedAt === null ? null : civilDate(state.acceptedAt),
    decided: decidedFacts(context, state, clocks),
    endedOn: state.decidedAt === null && state.endedAt !== null ? civilDate(state.endedAt) : null,
    overdue: overdueOf(context, state, clocks.committed),
    happenings: happeningsOf(standingEvents(events)),
    thirdPartyDays: workingDaysOf(rules, pauses.third_party),
    residentDays: workingDaysOf(rules, [...pauses.resident, ...waitsOf(rules, state, at)]),
  }
}

// Where the county decides, the township's part is done when it has handed the matter on (C806).
function promiseEnd({ forwardedAt, decidedAt, endedAt }: CaseState): Instant | null {
  return forwardedAt ?? decidedAt ?? endedAt
}

function decidedFacts(context: ClockContext, state: CaseState, clocks: CaseClocks): DecidedFacts | null {
  const { decidedAt } = state
  if (decidedAt === null) return null
  const isOnSpot = actsAsImmediate(state)
  return {
    on: civilDate(decidedAt),
    isOnSpot,
    isOnTime: isOnTime(context, state, clocks) ?? true,
    days: isOnSpot || clocks.committed === null ? null : usedDays(context, state, clocks.committed),
  }
}

// A promise in natural days is told in working days as well, so that all of them make one average.
function usedDays(context: ClockContext, state: CaseState, committed: ClockReading): number {
  if (committed.limit.unit === 'workday') return committed.used
  const endedAt = promiseEnd(state)
  const rules = rulesFor(context, endedAt)
  if (endedAt === null) return 0
  const from =
    rules.settings.startRule === 'same-day' ? addDays(committed.startedOn, -1) : committed.startedOn
  const span = { from, to: civilDate(endedAt) }
  const spans = standstills(rules, state, committed, endedAt)
  return (
    workingDaysBetween(rules.calendar, span.from, span.to) -
    pausedDays(rules.calendar, 'workday', spans, span)
  )
}

// Passing the due instant cannot be undone by what comes later, so the date that holds now tells of every earlier day (C512, C513).
function overdueOf(
  context: ClockContext,
  state: CaseState,
  committed: ClockReading | null,
): CaseCourse['overdue'] {
  if (committed === null) return null
  const until = promiseEnd(state)
  const from = committed.dueAt ?? closingOf(rulesFor(context, until).calendar, committed.dueOn)
  return until !== null && until <= from ? null : { from, until }
}

function happeningsOf(events: readonly ActedEvent[]): CaseCourse['happenings'] {
  let lists = 0
  return events.flatMap((event) => {
    if (event.type === 'supplement.requested') lists += 1
    const what = happeningOf(event, lists)
    return what === null ? [] : [{ what, on: civilDate(event.occurredAt), by: event.actor }]
  })
}

// One list per submission: whatever comes after the first is a further one (C404).
function happeningOf({ type }: ActedEvent, lists: number): Happening | null {
  switch (type) {
    case 'case.converted':
      return 'converted'
    case 'case.extended':
      return 'extended'
    case 'case.paused':
      return 'paused'
    case 'supplement.requested':
      return lists > 1 ? 'second_notice' : null
    default:
      return null
  }
}

/** The pauses of the promise, by who answers for them (C801). */
function pausesOf(
  context: ClockContext,
  state: CaseState,
  committed: ClockReading | null,
  at: Instant,
): Readonly<Record<PausedSpan['chargedTo'], readonly PausedSpan[]>> {
  const end = promiseEnd(state)
  const spans = committed === null ? [] : standstills(rulesFor(context, end), state, committed, end ?? at)
  return {
    resident: spans.filter(({ chargedTo }) => chargedTo === 'resident'),
    third_party: spans.filter(({ chargedTo }) => chargedTo === 'third_party'),
  }
}

// A list is waited for from its notice to the last paper; what never came in is waited for to the end (C417, C442).
function waitsOf(rules: ClockContext, { supplements, endedAt }: CaseState, at: Instant): Span[] {
  return supplements.map(({ requestedAt, completedAt }) => ({
    from: effectiveDate(rules, requestedAt),
    to: effectiveDate(rules, completedAt ?? endedAt ?? at),
  }))
}

type Span = Pick<PausedSpan, 'from' | 'to'>

// The first day of a span still counts for whoever had it, the last one does not (C509); what two spans share is one day.
function workingDaysOf({ calendar }: ClockContext, spans: readonly Span[]): PlainDate[] {
  const days = new Set<PlainDate>()
  for (const { from, to } of spans) {
    if (from >= to) continue
    for (const { date, isWorking } of calendarDays(calendar, addDays(from, 1), to))
      if (isWorking) days.add(date)
  }
  return [...days]
}

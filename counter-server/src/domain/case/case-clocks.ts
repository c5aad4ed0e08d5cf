import type { CaseStatus, ClockKind, Light } from '@counter/shared/vocabulary/case'
import { type ClockReading, type Limit, lightAt } from '@counter/shared/vocabulary/clock'
import { daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { agencyClock } from './agency-clocks.ts'
import type { CaseState } from './case-state.ts'
import { type Clock, type DueReading, readClock, readCount, readDue, stateOf, yellowFromOf } from './clock.ts'
import { type ClockContext, type Due, daysOf, dayZero, dueOf, effectiveDate, rulesFor } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { actsAsImmediate } from './kind.ts'
import { completeFrom, receivedFrom } from './receipt.ts'

/** Every clock that has started, running or stopped. */
export type CaseClocks = { readonly [Kind in ClockKind]: ClockReading | null }

/** How each of them stands and when it is due, without the count of days that a page explains. */
export type CaseDues = { readonly [Kind in ClockKind]: DueReading | null }

/** Reads all clocks of a case at a moment (cases.md 5). The result depends on nothing but its arguments (C522). */
export function caseClocks(
  state: CaseState,
  item: ItemLimits,
  context: ClockContext,
  asOf: Instant,
): CaseClocks {
  return readWith(readClock, { state, item, context, asOf })
}

/** The same as far as rows and marks need it: a rebuild or a correction counts thousands of them. */
export function caseDues(state: CaseState, item: ItemLimits, context: ClockContext, asOf: Instant): CaseDues {
  return readWith(readDue, { state, item, context, asOf })
}

/** A promise that stands still, and the statutory clock that it may not pass: all that has to be known to read it (C510, C517). */
export interface PausedClock {
  readonly promise: Clock
  readonly statutory: Clock | null
}

/** Null when no pause is open. What it holds changes with events and rules alone, so a row can keep it (C301). */
export function pausedClock(state: CaseState, item: ItemLimits, context: ClockContext): PausedClock | null {
  const promise = committedClock(state, item, context)
  if (promise === null || stateOf(promise) !== 'paused') return null
  return { promise, statutory: statutoryClock(state, item, context) }
}

/** When a paused promise would be due if it went on at `asOf`, which every day moves (C510). */
export function readPaused(
  context: ClockContext,
  { promise, statutory }: PausedClock,
  asOf: Instant,
): ReturnType<typeof readCount> {
  return readCount(context, promise, asOf, capOf(context, statutory, asOf))
}

type Reader<Reading> = (rules: ClockContext, clock: Clock, asOf: Instant, cap: Due | null) => Reading

interface ReadFrom {
  readonly state: CaseState
  readonly item: ItemLimits
  readonly context: ClockContext
  readonly asOf: Instant
}

function readWith<Reading>(
  reader: Reader<Reading>,
  from: ReadFrom,
): { readonly [Kind in ClockKind]: Reading | null } {
  return {
    notice: readOne(reader, from, 'notice'),
    waiting: readOne(reader, from, 'waiting'),
    committed: readOne(reader, from, 'committed'),
    statutory: readOne(reader, from, 'statutory'),
    delivery: readOne(reader, from, 'delivery'),
    pause: readOne(reader, from, 'pause'),
    promise: readOne(reader, from, 'promise'),
    handup: readOne(reader, from, 'handup'),
    handup_hard: readOne(reader, from, 'handup_hard'),
    relay: readOne(reader, from, 'relay'),
    deliver: readOne(reader, from, 'deliver'),
    followup: readOne(reader, from, 'followup'),
  }
}

function readOne<Reading>(reader: Reader<Reading>, from: ReadFrom, kind: ClockKind): Reading | null {
  const { state, item, context, asOf } = from
  const make = MAKERS[kind]
  const clock = make(from, context)
  if (clock === null) return null
  // A follow-up runs after its case has ended, which no later change of the rules reads anew: those of its start hold.
  const rules = rulesFor(context, kind === 'followup' ? clock.startAt : clock.endedAt)
  const cap = kind === 'committed' ? capOf(context, statutoryClock(state, item, rules), asOf) : null
  return reader(rules, make(from, rules) ?? clock, asOf, cap)
}

const MAKERS: { readonly [Kind in ClockKind]: (from: ReadFrom, rules: ClockContext) => Clock | null } = {
  notice: ({ state }, rules) => noticeClock(state, rules),
  waiting: ({ state }, rules) => waitingClock(state, rules),
  committed: ({ state, item }, rules) => committedClock(state, item, rules),
  statutory: ({ state, item }, rules) => statutoryClock(state, item, rules),
  delivery: ({ state, item }, rules) => deliveryClock(state, item, rules),
  pause: ({ state }) => pauseClock(state),
  promise: ({ state }, rules) => promiseClock(state, rules),
  handup: ({ state }, rules) => agencyClock('handup', state, rules),
  handup_hard: ({ state }, rules) => agencyClock('handup_hard', state, rules),
  relay: ({ state }, rules) => agencyClock('relay', state, rules),
  deliver: ({ state }, rules) => agencyClock('deliver', state, rules),
  followup: ({ state }, rules) => agencyClock('followup', state, rules),
}

// The promise stops when the statutory clock does, so both are read with the same rules (C517).
function capOf(context: ClockContext, statutory: Clock | null, asOf: Instant): Due | null {
  if (statutory === null) return null
  const { endedAt } = statutory
  return dueOf(rulesFor(context, endedAt), statutory, endedAt !== null && endedAt < asOf ? endedAt : asOf)
}

/** The clock whose light a case shows, or null where words stand instead (C701). */
export function shownClock(state: CaseState): 'notice' | 'committed' | null {
  if (state.status === 'received') return hasNoticeLight(state) ? 'notice' : 'committed'
  return COMMITTED_LIGHT.has(state.status) ? 'committed' : null
}

/** The light of a case at a moment; `none` for drafts, supplements and ends without a decision (C701, C703). */
export function caseLight(state: CaseState, clocks: CaseClocks | CaseDues, now: Instant): Light {
  const kind = shownClock(state)
  const reading = kind === null ? null : clocks[kind]
  return reading === null ? 'none' : lightAt(reading, now)
}

const COMMITTED_LIGHT: ReadonlySet<CaseStatus> = new Set([
  'accepted',
  'reviewing',
  'paused',
  'forwarded',
  'decided',
  'closed',
])

// An immediate or converted case already runs against its promise from receipt, which is the nearer end (C202, C203).
function hasNoticeLight(state: CaseState): boolean {
  return state.caseType === 'deadline'
}

/** Whoever waits for papers is reminded this many working days before the time is over (C442). */
const WAITING_YELLOW = 3

/** `received` is yellow with one working day left (C701). */
const NOTICE_YELLOW = 1

function workdays(value: number): Limit {
  return { value, unit: 'workday' }
}

function noticeClock(state: CaseState, context: ClockContext): Clock | null {
  const startAt = completeFrom(state, context)
  if (startAt === null || actsAsImmediate(state)) return null
  // A village case is warned one working day earlier, because the resident is told by way of the village (V25).
  const fromVillage = state.channel === 'village' ? 1 : 0
  return {
    kind: 'notice',
    startAt,
    startEventId: state.startedBy.complete,
    limit: workdays(context.settings.noticeLimit),
    offDay: 'legal',
    pauses: [],
    endedAt: state.noticeEndedAt,
    yellowFrom: NOTICE_YELLOW + fromVillage,
    chargedTo: 'unit',
  }
}

function waitingClock(state: CaseState, { settings }: ClockContext): Clock | null {
  const list = state.supplements.at(-1)
  if (list === undefined) return null
  return {
    kind: 'waiting',
    // What is still on its way to the resident is counted from the day of the paper.
    startAt: list.toldAt ?? list.requestedAt,
    startEventId: list.eventId,
    limit: workdays(settings.supplementWait),
    offDay: 'legal',
    pauses: [],
    endedAt: list.completedAt ?? state.endedAt,
    yellowFrom: WAITING_YELLOW,
    chargedTo: 'resident',
  }
}

function committedClock(state: CaseState, item: ItemLimits, context: ClockContext): Clock | null {
  const { settings } = context
  const fromReceipt = state.caseType === 'immediate'
  const startAt = fromReceipt ? receivedFrom(state, context) : state.acceptedAt
  if (startAt === null) return null
  const base = ledgerLimit(state, item, context, startAt) ?? houseLimit(state, item, context)
  const limit = { ...base, value: base.value + state.extendedDays }
  return {
    kind: 'committed',
    startAt,
    startEventId: fromReceipt ? state.startedBy.receipt : state.startedBy.acceptance,
    limit,
    offDay: 'target',
    pauses: state.pauses,
    endedAt: promiseEnd(state),
    yellowFrom: yellowFromOf(settings, limit),
    chargedTo: 'unit',
    extended: state.extendedDays,
    isDeemed: !fromReceipt && state.flags.includes('deemed'),
  }
}

function houseLimit(state: CaseState, { committed }: ItemLimits, { settings }: ClockContext): Limit {
  return isConverted(state) ? workdays(settings.convertLimit) : committed
}

// What an old ledger promised is a day; the clock counts up to it, whatever the item or a later calendar says (C520).
function ledgerLimit(
  state: CaseState,
  item: ItemLimits,
  context: ClockContext,
  startAt: Instant,
): Limit | null {
  if (state.ledgerPromise === null) return null
  const unit = promisedIn(state, item)
  const from = dayZero(context, { startAt, limit: { value: 1, unit } })
  return { unit, value: daysOf(context.calendar, unit, from, state.ledgerPromise) }
}

function isConverted({ flags }: CaseState): boolean {
  return flags.includes('converted')
}

/** In which days the promise of a case counts, and with it an extension (C513). */
export function promisedIn(state: CaseState, { committed }: ItemLimits): Limit['unit'] {
  return isConverted(state) ? 'workday' : committed.unit
}

// Where the county decides, the township's part is done when it has handed the matter on (C806).
function promiseEnd({ forwardedAt, decidedAt, endedAt }: CaseState): Instant | null {
  return forwardedAt ?? decidedAt ?? endedAt
}

function statutoryClock(state: CaseState, item: ItemLimits, context: ClockContext): Clock | null {
  const { statutory } = item
  if (statutory === null || statutory.scope === 'county') return null
  const start = statutory.starts === 'receipt' ? completeReceipt(state, context) : acceptance(state)
  if (start.at === null) return null
  return {
    kind: 'statutory',
    startAt: start.at,
    startEventId: start.eventId,
    limit: { value: statutory.value + state.extendedDays, unit: statutory.unit },
    offDay: 'legal',
    pauses: state.pauses,
    endedAt: promiseEnd(state),
    yellowFrom: null,
    chargedTo: 'unit',
    extended: state.extendedDays,
    isDeemed: state.flags.includes('deemed'),
  }
}

// While papers are missing there is no complete receipt to count from (C515).
function completeReceipt(state: CaseState, context: ClockContext): ClockStart {
  const isIncomplete = state.supplements.at(-1)?.completedAt === null
  return { at: isIncomplete ? null : completeFrom(state, context), eventId: state.startedBy.complete }
}

interface ClockStart {
  readonly at: Instant | null
  readonly eventId: string | null
}

function acceptance(state: CaseState): ClockStart {
  return { at: state.acceptedAt, eventId: state.startedBy.acceptance }
}

function deliveryClock(
  state: CaseState,
  { deliveryWorkdays }: ItemLimits,
  { settings }: ClockContext,
): Clock | null {
  if (state.decidedAt === null) return null
  return {
    kind: 'delivery',
    startAt: state.decidedAt,
    startEventId: state.startedBy.decision,
    limit: workdays(deliveryWorkdays ?? settings.deliveryLimit),
    offDay: 'legal',
    pauses: [],
    endedAt: state.deliveredAt ?? state.endedAt,
    yellowFrom: null,
    chargedTo: 'unit',
  }
}

// How long the case may stand still, as the notice says; passing it is 「暂停超期」 and moves no due date.
function pauseClock({ pauses, endedAt }: CaseState): Clock | null {
  const pause = pauses.at(-1)
  if (pause === undefined) return null
  return {
    kind: 'pause',
    startAt: pause.pausedAt,
    startEventId: pause.eventId,
    limit: pause.told,
    offDay: 'legal',
    pauses: [],
    endedAt: pause.resumedAt ?? endedAt,
    yellowFrom: null,
    chargedTo: 'third_party',
  }
}

// The resident named the day himself, so it is counted in natural days up to it (C205).
function promiseClock({ promise, endedAt }: CaseState, rules: ClockContext): Clock | null {
  if (promise === null) return null
  const days = daysBetween(effectiveDate(rules, promise.madeAt), promise.until)
  return {
    kind: 'promise',
    startAt: promise.madeAt,
    startEventId: promise.eventId,
    limit: { value: Math.max(0, days), unit: 'day' },
    offDay: 'legal',
    pauses: [],
    endedAt: promise.keptAt ?? endedAt,
    yellowFrom: null,
    chargedTo: 'resident',
  }
}

import type { ClockKind } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { Instant } from '@counter/shared/vocabulary/time'
import { agencyClock } from './agency-clocks.ts'
import type { CaseState } from './case-state.ts'
import { type Clock, type DueReading, readClock, readCount, readDue, stateOf } from './clock.ts'
import { committedClock } from './committed-clock.ts'
import { type ClockContext, type Due, dueOf, rulesFor } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { statutoryClock } from './statutory-clock.ts'
import { deliveryClock, noticeClock, pauseClock, promiseClock, waitingClock } from './step-clocks.ts'

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

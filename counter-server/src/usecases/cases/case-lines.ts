import type { Light } from '@counter/shared/vocabulary/case'
import { lightAt } from '@counter/shared/vocabulary/clock'
import type { HoldReason } from '@counter/shared/vocabulary/hold-reason'
import { civilDate, daysBetween, laterOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { workingDaysBetween } from '../../domain/calendar/working-calendar.ts'
import { type PausedClock, readPaused } from '../../domain/case/case-clocks.ts'
import { type ClockContext, daysOf, rulesFor } from '../../domain/case/due.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { findBareEvents } from '../../store/case-events.ts'
import type { CaseFacts } from '../../store/cases.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext, itemOf, rulesOf } from './case-rules.ts'
import { madeWith } from './clock-rules.ts'
import { projectRow } from './project-row.ts'

/** One case as every list shows it at this moment. */
export interface CaseLine {
  readonly facts: CaseFacts
  readonly light: Light
  /** Why the clocks stand still and since when; null unless it is paused. */
  readonly pause: { readonly reason: HoldReason; readonly since: PlainDate } | null
  readonly dueOn: PlainDate | null
  readonly left: number
  readonly overdue: number
  readonly isProvisional: boolean
}

/** Reads the light and the days left of stored rows at the time of the transaction (C508, C701). */
export function toLines(tx: Tx, rows: readonly CaseFacts[]): CaseLine[] {
  const context = clockContext(tx)
  const present = madeWith(context)
  return rows.map((stored) => {
    const facts = stored.isOpen && stored.madeWith !== present ? broughtUp(tx, context, stored) : stored
    return facts.clockState === 'paused' ? pausedLine(tx, context, facts) : runningLine(tx, context, facts)
  })
}

// A row that new rules have not reached yet is counted at reading, so that list and page agree meanwhile (C305).
function broughtUp(tx: Tx, context: ClockContext, facts: CaseFacts): CaseFacts {
  const state = projectCase(findBareEvents(tx, facts.id))
  return {
    ...facts,
    ...projectRow(context, rulesOf(itemOf(tx, facts)), state, tx.at),
    madeWith: facts.madeWith,
  }
}

function runningLine(tx: Tx, context: ClockContext, facts: CaseFacts): CaseLine {
  const { clockKind, clockState, dueAt, dueOn, yellowAt, clockFrom, clockUnit, isProvisional } = facts
  if (clockKind === null || clockState === null || dueOn === null || clockUnit === null) {
    const left = daysToBring(tx, facts)
    return { facts, light: 'none', pause: null, dueOn: null, left, overdue: 0, isProvisional: false }
  }
  // A clock that stopped keeps the count of the day on which it stopped.
  const stoppedAt = clockState === 'stopped' ? (facts.decidedAt ?? facts.endedAt ?? tx.at) : null
  const until = civilDate(stoppedAt ?? tx.at)
  const { calendar } = rulesFor(context, stoppedAt)
  return {
    facts,
    light: lightAt({ state: clockState, dueAt, yellowAt }, tx.at),
    pause: null,
    dueOn,
    left: daysOf(calendar, clockUnit, laterOf(until, clockFrom ?? until), dueOn),
    overdue: workingDaysBetween(calendar, dueOn, until),
    isProvisional,
  }
}

// The resident's days, not ours: no light, and natural days, as the sentence says them (S15).
function daysToBring(tx: Tx, { bringBy }: CaseFacts): number {
  return bringBy === null ? 0 : Math.max(0, daysBetween(civilDate(tx.at), bringBy))
}

// While paused the date moves with the day of resuming, so it is counted from the clock that the row keeps and never stored (C510).
function pausedLine(tx: Tx, context: ClockContext, facts: CaseFacts): CaseLine {
  const { pausedClock } = facts
  if (pausedClock === null) throw new Error(`case ${facts.id} is paused without a clock`)
  const { dueOn, left, overdue, provisional } = readPaused(context, pausedClock, tx.at)
  const pause = pauseOf(pausedClock)
  return { facts, light: 'paused', pause, dueOn, left, overdue, isProvisional: provisional }
}

function pauseOf({ promise: { pauses } }: PausedClock): CaseLine['pause'] {
  const last = pauses.at(-1)
  return last === undefined ? null : { reason: last.reason, since: civilDate(last.pausedAt) }
}

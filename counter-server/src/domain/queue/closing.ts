import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'

const MINUTE = 60_000
/** A stop ends only when it is this much better, or the tile would flicker (Q41). */
const BETTER_MS = 10 * MINUTE
const MIN_CHANGE_MS = 5 * MINUTE
const WITHOUT_ESTIMATE_MS = 30 * MINUTE

/** Whether numbers of a topic are still given out today. */
export interface Intake {
  readonly isStopped: boolean
  readonly changedAt: Instant | null
}

export interface ClosingFacts {
  readonly now: Instant
  /** The last closing of the day. */
  readonly closesAt: Instant
  /** Of somebody who took a number now; null without an estimate. */
  readonly p80Minutes: number | null
  readonly meanMinutes: number
}

export interface ClosingSettings {
  readonly mode: SettingValue<'closing.mode'>
  readonly graceMs: number
}

/** Why intake stopped or began again, as the event says it (queue.md 12). */
export type IntakeCause = 'wait' | 'no_estimate' | 'mode_off'

/**
 * Intake of a topic after one look: it stops when whoever came now would be served after closing and the grace, and
 * begins again when that is ten minutes better; without an estimate it stops half an hour before closing. At most one
 * change in five minutes (Q41).
 */
export function intakeAfter(
  before: Intake,
  facts: ClosingFacts,
  settings: ClosingSettings,
): { readonly intake: Intake; readonly cause: IntakeCause } | null {
  if (settings.mode === 'off') return change(before, false, facts.now, 'mode_off')
  const nowMs = toMs(facts.now)
  if (nowMs >= toMs(facts.closesAt)) return null
  if (before.changedAt !== null && nowMs - toMs(before.changedAt) < MIN_CHANGE_MS) return null
  const cause = facts.p80Minutes === null ? 'no_estimate' : 'wait'
  return change(before, isTooLate(before, facts, settings), facts.now, cause)
}

/**
 * Whether a number that is waiting will likely not be served today, by the measure of Q41: after closing nobody is any more,
 * and without an estimate nobody can say before (Q42).
 */
export function isLostToday(
  { now, closesAt, p80Minutes, meanMinutes }: ClosingFacts,
  graceMs: number,
): boolean {
  const leftMs = toMs(closesAt) - toMs(now)
  if (leftMs <= 0) return true
  return p80Minutes !== null && (p80Minutes + meanMinutes) * MINUTE > leftMs + graceMs
}

/** The end of a line from the first who is too late on. Waits grow towards the end, so that one is found by halves (Q42, Q65). */
export function lostEnd<T>(line: readonly T[], isLost: (one: T) => boolean): readonly T[] {
  let from = 0
  let until = line.length
  while (from < until) {
    const middle = Math.floor((from + until) / 2)
    const one = line[middle]
    if (one !== undefined && isLost(one)) until = middle
    else from = middle + 1
  }
  return line.slice(from)
}

function isTooLate(before: Intake, facts: ClosingFacts, { graceMs }: ClosingSettings): boolean {
  const { p80Minutes, meanMinutes } = facts
  const leftMs = toMs(facts.closesAt) - toMs(facts.now)
  if (p80Minutes === null) return leftMs <= WITHOUT_ESTIMATE_MS
  const overMs = (p80Minutes + meanMinutes) * MINUTE - leftMs - graceMs
  return before.isStopped ? overMs > -BETTER_MS : overMs > 0
}

function change(before: Intake, isStopped: boolean, now: Instant, cause: IntakeCause) {
  return before.isStopped === isStopped ? null : { intake: { isStopped, changedAt: now }, cause }
}

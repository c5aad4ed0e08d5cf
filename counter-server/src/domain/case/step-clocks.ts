import type { Limit } from '@counter/shared/vocabulary/clock'
import { daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { CaseState } from './case-state.ts'
import type { Clock } from './clock.ts'
import { type ClockContext, effectiveDate } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { actsAsImmediate } from './kind.ts'
import { completeFrom } from './receipt.ts'

/** The unit's time to answer an application with everything in it (C514, C515); none where the matter is done at once. */
export function noticeClock(state: CaseState, context: ClockContext): Clock | null {
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

/** The resident's time to bring what the last one-time notice lists (C442); null before there was one. */
export function waitingClock(state: CaseState, { settings }: ClockContext): Clock | null {
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

/** The time in which the result is to reach the resident once the matter is decided. */
export function deliveryClock(
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

/** How long the case may stand still, as the notice says; passing it is 「暂停超期」 and moves no due date. */
export function pauseClock({ pauses, endedAt }: CaseState): Clock | null {
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

/** The resident named the day himself, so it is counted in natural days up to it (C205). */
export function promiseClock({ promise, endedAt }: CaseState, rules: ClockContext): Clock | null {
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

/** `received` is yellow with one working day left (C701). */
const NOTICE_YELLOW = 1

/** Whoever waits for papers is reminded this many working days before the time is over (C442). */
const WAITING_YELLOW = 3

function workdays(value: number): Limit {
  return { value, unit: 'workday' }
}

import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, earlierOf, laterOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { caseClocks } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'
import { type ClockContext, daysOf, effectiveDate, pausedDays, rulesFor } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { standstills } from './standstills.ts'

/** What one unit, or the county (`unit` null), has used of the promise (C801). */
export interface LegDays {
  readonly unit: UnitCode | null
  readonly from: Instant
  readonly to: Instant | null
  readonly days: number
}

/** Each leg with its own used days; together they are what the promise has used, pauses left out (C801). */
export function legDays(
  context: ClockContext,
  state: CaseState,
  item: ItemLimits,
  asOf: Instant,
): readonly LegDays[] {
  const { committed } = caseClocks(state, item, context, asOf)
  if (committed === null) return state.legs.map(({ unit, from, to }) => ({ unit, from, to, days: 0 }))
  const endedAt = state.forwardedAt ?? state.decidedAt ?? state.endedAt
  const rules = rulesFor(context, endedAt)
  const until = endedAt !== null && endedAt < asOf ? endedAt : asOf
  const last = civilDate(until)
  const first =
    rules.settings.startRule === 'same-day' ? addDays(committed.startedOn, -1) : committed.startedOn
  const spans = standstills(rules, state, committed, until)
  const within = (day: PlainDate) => laterOf(first, earlierOf(day, last))
  const { unit: kind } = committed.limit
  return state.legs.map(({ unit, from, to }, place) => {
    const span = {
      from: place === 0 ? first : within(effectiveDate(rules, from)),
      to: to === null ? laterOf(first, last) : within(effectiveDate(rules, to)),
    }
    const days =
      daysOf(rules.calendar, kind, span.from, span.to) - pausedDays(rules.calendar, kind, spans, span)
    return { unit, from, to, days }
  })
}

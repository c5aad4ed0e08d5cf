import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import { caseDues } from './case-clocks.ts'
import type { DueReading } from './clock.ts'
import type { ClockContext } from './due.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { completeFrom } from './receipt.ts'

/** The day on which the system records 视为受理: the working day after the notice clock ran out (C514). */
export function deemedOn(calendar: WorkingCalendar, notice: Pick<DueReading, 'dueOn'>): PlainDate {
  return nextWorkingDay(calendar, notice.dueOn)
}

/** 视为受理 when its day has come and no notice stopped the clock, else null; it takes effect from the receipt (C514, C515). */
export function deemAccepted(context: ActContext): CaseFact<'case.deemed_accepted'> | null {
  const { state, item, calendar, at } = context
  if (state.status !== 'received' || !isInScope(context, item)) return null
  const { notice } = caseDues(state, item, context, at)
  if (notice === null || notice.state !== 'running' || !isDeemed(calendar, notice, at)) return null
  checkAct(context, 'deem_accepted')
  const from = completeFrom(state, context)
  const effect = from === null || from === state.completeAt ? {} : { from }
  return fact('case.deemed_accepted', { noticeDueOn: notice.dueOn, ...effect })
}

/** When a case whose notice clock runs is taken as accepted: at the beginning of that day (C514). */
export function deemedAt(
  context: ClockContext,
  { isLicence }: Pick<ItemRules, 'isLicence'>,
  notice: DueReading,
): Instant | null {
  if (notice.state !== 'running' || !isInScope(context, { isLicence })) return null
  return instantAt(deemedOn(context.calendar, notice), '00:00' as PlainTime)
}

function isInScope({ settings }: ClockContext, { isLicence }: Pick<ItemRules, 'isLicence'>): boolean {
  return isLicence || settings.deemedScope === 'all'
}

function isDeemed(calendar: WorkingCalendar, notice: DueReading, at: Instant): boolean {
  return civilDate(at) >= deemedOn(calendar, notice)
}

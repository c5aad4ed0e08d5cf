import type { ClockContext } from '../src/domain/case/due.ts'
import type { CaseEventPayloads, CaseFact } from '../src/domain/case/event.ts'
import type { ItemRules } from '../src/domain/case/item-rules.ts'
import { type CaseCourse, courseOf } from '../src/domain/statistics/case-course.ts'
import type { ReportPeriod } from '../src/domain/statistics/case-figures.ts'
import { ACCEPTED, CONTEXT, day, hall, ITEM, person, received, record } from './case-fixture.ts'

export const DECIDED = {
  type: 'case.decided',
  payload: { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
} as const satisfies CaseFact
export const CONVERTED: CaseFact = { type: 'case.converted', payload: { reason: '缺核查' } }
export const MORE_DAYS: CaseFact = {
  type: 'case.extended',
  payload: { days: 2, reason: '补充核查', approvedBy: person('leader') },
}
export const HANDED_IN: CaseFact = { type: 'supplement.handed_in', payload: { names: ['照片'] } }
export const LIST: CaseFact = {
  type: 'supplement.requested',
  payload: { lines: [{ name: '照片', problem: '没有带' }] },
}
export const VOIDED: CaseFact = { type: 'case.voided', payload: { reason: '录错' } }
export const WITHDRAWN: CaseFact = { type: 'case.withdrawn', payload: { reason: '不办了' } }

export const NOW = hall('2026-07-15 10:00')
export const JUNE: ReportPeriod = { from: day('2026-06-01'), to: day('2026-06-30'), at: NOW }

export type Entry = readonly [string, CaseFact]

export function course(
  entries: readonly Entry[],
  more: { item?: ItemRules; context?: ClockContext } = {},
): CaseCourse {
  const events = record(...entries).map((event) => ({ ...event, actor: 'staff:one' }))
  const read = courseOf(more.context ?? CONTEXT, more.item ?? ITEM, events, NOW)
  if (read === null) throw new Error('no case')
  return read
}

export const at = (payload: Partial<CaseEventPayloads['case.received']>) => received(payload)

/** Five working days from Friday 12 June: 15, 16, 17, 18 and, after the Dragon Boat days, Monday 22. */
export const IN_TIME = course([
  ['2026-06-12', at({})],
  ['2026-06-12', ACCEPTED],
  ['2026-06-17', DECIDED],
])

import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { caseClocks } from '../src/domain/case/case-clocks.ts'
import { caseLight } from '../src/domain/case/case-light.ts'
import type { CaseEvent, CaseFact } from '../src/domain/case/event.ts'
import type { ItemRules } from '../src/domain/case/item-rules.ts'
import { projectCase } from '../src/domain/case/projection.ts'
import { ACCEPTED, CONTEXT, hall, ITEM, received, record } from './case-fixture.ts'

export const workdays = (value: number): ItemRules => ({ ...ITEM, committed: { value, unit: 'workday' } })

export function clocksOf(events: readonly CaseEvent[], item: ItemRules, when: string) {
  return caseClocks(projectCase(events), item, CONTEXT, hall(when))
}

export function committedOf(events: readonly CaseEvent[], item: ItemRules, when: string): ClockReading {
  const { committed } = clocksOf(events, item, when)
  if (committed === null) throw new Error('no committed clock')
  return committed
}

export function lightOf(events: readonly CaseEvent[], item: ItemRules, when: string) {
  const state = projectCase(events)
  return caseLight(state, caseClocks(state, item, CONTEXT, hall(when)), hall(when))
}

export const accepted = (when: string, ...later: readonly (readonly [string, CaseFact])[]) =>
  record([when, received()], [when, ACCEPTED], ...later)

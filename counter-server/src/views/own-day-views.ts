import type { HandOverPage, OwnDay } from '@counter/shared/contract/own-day'
import type { HandOverFacts } from '../usecases/cases/hand-over-cases.ts'
import type { OwnDayFacts } from '../usecases/cases/read-own-day.ts'
import { toCaseRow } from './case-views.ts'

export function toOwnDay({ today, taken, promised, open, standIn, warned }: OwnDayFacts): OwnDay {
  return {
    today,
    taken: taken.map(toCaseRow),
    promised: promised.map(toCaseRow),
    open: open.map(toCaseRow),
    standIn: standIn.map(({ name, until, cases }) => ({ name, until, cases: cases.map(toCaseRow) })),
    warned: warned.map(toCaseRow),
  }
}

export function toHandOverPage({ people, cases }: HandOverFacts): HandOverPage {
  return {
    people: people.map(({ staff, open }) => ({
      staffId: staff.id,
      name: staff.displayName,
      unitName: staff.unitName ?? '',
      open,
      isStopped: staff.isDisabled,
      deputy: staff.deputy,
      awayFrom: staff.awayFrom,
      awayUntil: staff.awayUntil,
    })),
    cases: cases.map(toCaseRow),
  }
}

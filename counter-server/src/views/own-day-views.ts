import type { DeputyState } from '@counter/shared/contract/deputy'
import type { Colleagues, OwnDay } from '@counter/shared/contract/own-day'
import type { ColleagueFacts } from '../usecases/cases/hand-over-cases.ts'
import type { OwnDayFacts } from '../usecases/cases/read-own-day.ts'
import type { StandIn } from '../usecases/cases/stand-in.ts'
import { toCaseRow } from './case-row-views.ts'

export function toOwnDay({ today, taken, promised, open, standIn, warned }: OwnDayFacts): OwnDay {
  return {
    today,
    taken: taken.map(toCaseRow),
    promised: promised.map(toCaseRow),
    open: open.map(toCaseRow),
    standIn: standIn.map(({ displayName, awayUntil, cases }) => ({
      name: displayName,
      until: awayUntil,
      cases: cases.map(toCaseRow),
    })),
    warned: warned.map(toCaseRow),
  }
}

export function toDeputyState(standIns: readonly StandIn[]): DeputyState {
  return {
    urgent: standIns.flatMap(({ displayName, isAway, cases }) =>
      cases.map((line) => ({ of: displayName, isAway, case: toCaseRow(line) })),
    ),
  }
}

export function toColleagues(people: readonly ColleagueFacts[]): Colleagues {
  return {
    people: people.map(({ staff, open, leaveReason }) => ({
      staffId: staff.id,
      role: staff.role,
      name: staff.displayName,
      unitName: staff.unitName ?? '',
      open,
      isStopped: staff.isDisabled,
      deputy: staff.deputy,
      awayFrom: staff.awayFrom,
      awayUntil: staff.awayUntil,
      leaveReason,
    })),
  }
}

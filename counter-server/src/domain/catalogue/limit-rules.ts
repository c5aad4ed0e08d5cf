import type { CaseType } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { StatutoryLimit } from '../case/item-rules.ts'

/** Working days and natural days are compared as natural days: n working days take ceil(n × 7 / 5) days (C104). */
export function naturalDays({ value, unit }: Limit): number {
  return unit === 'workday' ? Math.ceil((value * 7) / 5) : value
}

/** True when the promise is longer than the law allows; a limit of the county runs elsewhere and is not compared (C104). */
export function isOverStatutory(committed: Limit, statutory: StatutoryLimit | null): boolean {
  if (statutory === null || statutory.scope === 'county') return false
  if (committed.unit === statutory.unit) return committed.value > statutory.value
  return naturalDays(committed) > naturalDays(statutory)
}

const LONG_WORKDAYS = 20
const LONG_DAYS = 30

/** True when a promise without a statutory limit is so long that the public is owed a reason (C104). */
export function needsReason(committed: Limit, statutory: StatutoryLimit | null): boolean {
  if (statutory !== null) return false
  return committed.value > (committed.unit === 'workday' ? LONG_WORKDAYS : LONG_DAYS)
}

/** What is wrong with the kind of an item and its promise: nothing to count, or something to count on the spot (C105). */
export type KindProblem =
  | 'immediate_counts'
  | 'immediate_pauses'
  | 'immediate_extends'
  | 'deadline_none'
  | null

export interface KindFacts {
  readonly caseType: CaseType
  readonly committed: Limit
  readonly pauses: number
  readonly isExtendable: boolean
}

const SHORTEST = { workday: 0.5, day: 1 } as const

/** Immediate items promise nothing, pause never and are not extended; deadline items promise half a working day at least (C105). */
export function kindProblem({ caseType, committed, pauses, isExtendable }: KindFacts): KindProblem {
  if (caseType === 'deadline') return committed.value >= SHORTEST[committed.unit] ? null : 'deadline_none'
  if (committed.value !== 0) return 'immediate_counts'
  if (pauses > 0) return 'immediate_pauses'
  return isExtendable ? 'immediate_extends' : null
}

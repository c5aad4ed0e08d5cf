import type { CaseType } from '@counter/shared/vocabulary/case'
import type { TownshipRole } from '@counter/shared/vocabulary/item'
import type { CaseState } from './case-state.ts'

/** What the item makes of a case, for the checks that come before its status (C406). */
export interface CaseKind {
  readonly caseType: CaseType
  /** A converted immediate case counts as a deadline case. */
  readonly isConverted: boolean
  readonly townshipRole: TownshipRole
}

/** True while a case still is to be finished on the spot: immediate and not converted (C202). */
export function actsAsImmediate({ caseType, flags }: Pick<CaseState, 'caseType' | 'flags'>): boolean {
  return caseType === 'immediate' && !flags.includes('converted')
}

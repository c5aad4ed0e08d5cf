import type { CaseStatus, Light } from '@counter/shared/vocabulary/case'
import { lightAt } from '@counter/shared/vocabulary/clock'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseClocks, CaseDues } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'

/** The clock whose light a case shows, or null where words stand instead (C701). */
export function shownClock(state: CaseState): 'notice' | 'committed' | null {
  if (state.status === 'received') return hasNoticeLight(state) ? 'notice' : 'committed'
  return COMMITTED_LIGHT.has(state.status) ? 'committed' : null
}

/** The light of a case at a moment; `none` for drafts, supplements and ends without a decision (C701, C703). */
export function caseLight(state: CaseState, clocks: CaseClocks | CaseDues, now: Instant): Light {
  const kind = shownClock(state)
  const reading = kind === null ? null : clocks[kind]
  return reading === null ? 'none' : lightAt(reading, now)
}

const COMMITTED_LIGHT: ReadonlySet<CaseStatus> = new Set([
  'accepted',
  'reviewing',
  'paused',
  'forwarded',
  'decided',
  'closed',
])

// An immediate or converted case already runs against its promise from receipt, which is the nearer end (C202, C203).
function hasNoticeLight(state: CaseState): boolean {
  return state.caseType === 'deadline'
}

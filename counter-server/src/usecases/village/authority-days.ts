import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { AuthorityDays } from '../../domain/village/authority.ts'
import { captureDay } from '../../domain/village/capture-time.ts'
import { findSetting, findSettingAt } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/**
 * By what a new authority is judged. The longest term is the one that was allowed at the capture, or is by now, whichever is
 * longer: what a resident signed under a rule stays good when the rule is made stricter before it arrives (V9, V54).
 */
export function authorityDays(tx: Tx, capturedAt: Instant): AuthorityDays {
  const today = civilDate(tx.at)
  const then = findSettingAt(tx, 'village.authorityMonths', capturedAt)
  const longestMonths = Math.max(then, findSetting(tx, 'village.authorityMonths'))
  return { capturedOn: captureDay(capturedAt, today), today, longestMonths }
}

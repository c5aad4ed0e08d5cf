import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { AuthorityDays } from '../../domain/village/authority.ts'
import { captureDay } from '../../domain/village/capture-time.ts'
import { findSetting, findSettingsDuring } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

const DAY_MS = 86_400_000

/**
 * By what a new authority is judged. The longest term is the longest that was allowed in the 30 days ⚙ before the capture, or is by
 * now: what a resident signed under a rule stays good when the rule is made stricter before it arrives, and a phone without a
 * network goes by what it was last told, as it does with its guides (V9, V54, V86).
 */
export function authorityDays(tx: Tx, capturedAt: Instant): AuthorityDays {
  const today = civilDate(tx.at)
  // A phone's clock that runs ahead moves the days that count no further than to now.
  const to = capturedAt < tx.at ? capturedAt : tx.at
  const from = instantOf(toMs(to) - findSetting(tx, 'village.guideAge') * DAY_MS)
  const told = findSettingsDuring(tx, 'village.authorityMonths', { from, to })
  const longestMonths = Math.max(...told, findSetting(tx, 'village.authorityMonths'))
  return { capturedOn: captureDay(capturedAt, today), today, longestMonths }
}

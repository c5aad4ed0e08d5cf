import type { SuperviseState } from '@counter/shared/contract/supervise'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useWords } from '../../text/words.ts'

/** Who looked at as many personal fields as an hour allows and wanted more (P34). Nobody: no line. */
export function RevealLimitsLine({ limits }: { readonly limits: SuperviseState['revealLimits'] }) {
  const t = useWords()
  if (limits.length === 0) return null
  const who = limits.map(({ name, at }) => t('l1.revealLimit', { name, at: civilTime(at) }))
  return <p role="status">{t('l1.revealLimits', { who: who.join(t('l1.revealJoin')) })}</p>
}

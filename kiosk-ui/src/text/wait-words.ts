import type { Quote } from '@counter/shared/contract/hall'
import type { Say } from './text.ts'

const LONGEST_MINUTES = 120

/** 「大约等 10–20 分钟」, or null when only the people ahead are known (U20, Q62). Minutes, rounded by the server. */
export function waitWords({ low, high }: Pick<Quote, 'low' | 'high'>, say: Say): string | null {
  if (low === null || high === null) return null
  if (low > LONGEST_MINUTES || high > LONGEST_MINUTES) return say('wait.long')
  if (high <= 5) return say('wait.short')
  return say('wait.about', { range: low === high ? `${low}` : `${low}–${high}` })
}

/** 「前面还有 5 人」. With nobody ahead, 「马上叫您」 is said only where a wait is known, that is where a window is open (Q62). */
export function aheadWords({ ahead, low }: Pick<Quote, 'ahead' | 'low'>, say: Say): string {
  if (ahead > 0) return say('wait.ahead', { n: ahead })
  return low === null ? say('wait.first') : say('wait.nobody')
}

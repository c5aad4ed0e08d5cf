import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

const own = () => instantOf(Date.now())
let source = own

/** The page's live line knows the server's time; while there is one, the page goes by it (N11). Null when it closes. */
export function setPageClock(now: (() => Instant) | null): void {
  source = now ?? own
}

/** The server's time as last heard; before the first word, this machine's own. */
export function pageNow(): Instant {
  return source()
}

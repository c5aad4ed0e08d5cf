import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useState } from 'react'

const LOOK_EVERY_MS = 1_000
/** `2026-06-12T01:40`: the part of an instant that names its minute. */
const MINUTE_CHARS = 16

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

/**
 * The time of the page to the minute. Looked at each second and whenever the page is drawn anew, so a page that began by
 * its own machine's time does not stay with it (U8): news of the server are never drawn by another clock than the server's.
 */
export function usePageMinute(): Instant {
  const [now, setNow] = useState(pageNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(newerMinute), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return newerMinute(now)
}

function newerMinute(known: Instant): Instant {
  return minuteOf(known) === minuteOf(pageNow()) ? known : pageNow()
}

function minuteOf(at: Instant): string {
  return at.slice(0, MINUTE_CHARS)
}

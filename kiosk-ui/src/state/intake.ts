import type { Hall } from '@counter/shared/contract/hall'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useCentre } from './centre.ts'
import { hasUnsentNumbers, numbersLeft, useBook } from './kiosk-book.ts'
import { useLock } from './lock.ts'
import { usePageMinute } from './page-clock.ts'
import { useWaiting } from './waiting.ts'

/**
 * Whether numbers can be had here now: `boot` while nothing is known, `offline` without the server from the kiosk's own
 * book, `paused` when that has none left (K-1, Q47), `locked` by staff (K-10).
 */
export type Intake = 'boot' | 'open' | 'closed' | 'offline' | 'paused' | 'locked'

/** Whether this kiosk gives numbers now. The live line knows first; its figures are newer than the centre's. */
export function useIntake(): Intake {
  const hall = useCentre((centre) => centre.hall)
  const { net, figures } = useWaiting()
  const book = useBook()
  const now = usePageMinute()
  const isLocked = useLock((lock) => lock.isLocked)
  if (isLocked) return 'locked'
  if (net === 'offline' || hasUnsentNumbers(book)) {
    if (hall === null || numbersLeft(book, civilDate(now)) === 0) return 'paused'
    return isWithinHours(hall, now) ? 'offline' : 'closed'
  }
  if (hall === null) return 'boot'
  return (figures ?? hall.figures).intake
}

/** True where a press on 「取号」 brings a number. */
export function givesNumbers(intake: Intake): boolean {
  return intake === 'open' || intake === 'offline'
}

/** Without the server a kiosk closes with the hall: from the first opening to the last closing (Q41, Q42). */
export function isWithinHours({ sessions, isAlwaysOpen }: Hall, now: Instant): boolean {
  const time = civilTime(now)
  return (
    isAlwaysOpen ||
    (time >= (sessions[0]?.[0] ?? '24:00') && time < (sessions[sessions.length - 1]?.[1] ?? '00:00'))
  )
}

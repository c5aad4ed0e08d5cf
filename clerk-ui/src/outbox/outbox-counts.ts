import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { isAccepted, isDone, type Outbox, type OutboxItem } from './outbox.ts'
import { problemPhotos } from './outbox-photos.ts'

const DAY_MS = 86_400_000

/** What the strip, the badge and the tab before closing count (V37). */
export interface OutboxCounts {
  readonly unsent: number
  readonly sending: number
  readonly photosLeft: number
  readonly attention: number
  readonly received: number
  /** Cases among what is unsent: at a number that the centre sets no new one is taken (V39). */
  readonly unsentCases: number
  /** Device time in ms of the capture of the oldest unsent item; null when all are sent. */
  readonly oldestAt: number | null
  /** The same of each of the four counts of home (V37). */
  readonly oldest: Readonly<Record<'waiting' | 'photos' | 'received' | 'attention', number | null>>
}

/** How late the oldest item is: a day is pointed out, three days are called for what they are (V39). */
export function lateness({ oldestAt }: Pick<OutboxCounts, 'oldestAt'>, now: number): 'none' | 'day' | 'days' {
  const age = oldestAt === null ? 0 : now - oldestAt
  if (age > 3 * DAY_MS) return 'days'
  return age > DAY_MS ? 'day' : 'none'
}

/** How many have waited for more than three days. */
export function countLate(outbox: Outbox, now: number): number {
  return outbox.filter((item) => isUnsent(item) && now - capturedAt(item) > 3 * DAY_MS).length
}

// What waits for its predecessor lies on this device alone, so it counts as unsent (V52, V84).
function isUnsent(item: OutboxItem): boolean {
  const { state } = item
  return state === 'queued' || state === 'sending' || state === 'retry' || isWaiting(item)
}

function isWaiting(item: OutboxItem): boolean {
  return item.state === 'held' && !isAccepted(item)
}

function capturedAt({ header }: OutboxItem): number {
  return toMs(header.capturedAt)
}

/** True when a person has to look: the command was refused, or a photo of it does not get through (V36, V70). */
export function needsPerson(item: OutboxItem): boolean {
  return item.state === 'attention' || problemPhotos(item).length > 0
}

const counts = new WeakMap<Outbox, OutboxCounts>()

/** Counted once for each state of the outbox, which is never written into. */
export function countOutbox(outbox: Outbox): OutboxCounts {
  const known = counts.get(outbox)
  if (known !== undefined) return known
  const counted = countsOf(outbox)
  counts.set(outbox, counted)
  return counted
}

function countsOf(outbox: Outbox): OutboxCounts {
  const unsent = outbox.filter(isUnsent)
  const withPhotos = outbox.filter((item) => isAccepted(item) && item.photos.length > 0)
  const received = outbox.filter(isReceived)
  const attention = outbox.filter(needsPerson)
  return {
    unsent: unsent.length,
    sending: outbox.filter(({ state }) => state === 'sending').length,
    photosLeft: withPhotos.reduce((sum, { photos }) => sum + photos.length, 0),
    attention: attention.length,
    received: received.length,
    unsentCases: unsent.filter(({ header }) => header.type === 'case.register').length,
    oldestAt: oldestOf(unsent),
    oldest: {
      waiting: oldestOf(unsent),
      photos: oldestOf(withPhotos),
      received: oldestOf(received),
      attention: oldestOf(attention),
    },
  }
}

function isReceived(item: OutboxItem): boolean {
  return (item.state === 'held' || isDone(item.state)) && !isWaiting(item)
}

// Instants are texts of one form, so the least of them is the oldest.
function oldestOf(items: Outbox): number | null {
  let oldest: Instant | null = null
  for (const { header } of items)
    if (oldest === null || header.capturedAt < oldest) oldest = header.capturedAt
  return oldest === null ? null : toMs(oldest)
}

import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { AnnouncementKind, TicketStatus } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { elapsedMs } from './act.ts'

export const VOICE_EXPIRY_MS = 90_000
export const VOICE_RECONNECT_MS = 30_000

/** An announcement that has not been spoken yet. */
export interface Unspoken {
  /** Gap-free per hall and epoch (Q51). */
  readonly seq: number
  readonly ticketId: TicketId
  readonly kind: AnnouncementKind
  readonly queuedAt: Instant
  readonly ticketStatus: TicketStatus
}

export type DropCause = 'not_called' | 'merged' | 'expired' | 'stale'

export interface VoiceQueue<Row extends Unspoken> {
  /** In the order they are spoken. */
  readonly toSpeak: readonly Row[]
  /** With `expired` the clerk is told. */
  readonly dropped: readonly { readonly row: Row; readonly cause: DropCause }[]
}

/**
 * What the voice still says: nothing whose ticket is no longer called, a recall in the place of its unspoken
 * predecessor, nothing 90 s old, and after a reconnect nothing older than 30 s (Q56).
 */
export function voiceQueueOf<Row extends Unspoken>(
  unspoken: readonly Row[],
  { now, reconnected }: { now: Instant; reconnected: boolean },
): VoiceQueue<Row> {
  const rows = [...unspoken].sort((a, b) => a.seq - b.seq)
  const lastOf = new Map(rows.map((row) => [row.ticketId, row]))
  const causeOf = (row: Row): DropCause | null => {
    if (row.ticketStatus !== 'called') return 'not_called'
    if (lastOf.get(row.ticketId) !== row) return 'merged'
    const age = elapsedMs(row.queuedAt, now)
    if (age >= VOICE_EXPIRY_MS) return 'expired'
    return reconnected && age > VOICE_RECONNECT_MS ? 'stale' : null
  }
  const dropped = rows.flatMap((row) => {
    const cause = causeOf(row)
    return cause === null ? [] : [{ row, cause }]
  })
  return { toSpeak: inFirstPlaces(rows, lastOf).filter((row) => causeOf(row) === null), dropped }
}

// One entry per ticket, at the place of its first row: a map keeps the order in which keys were set first.
function inFirstPlaces<Row extends Unspoken>(
  rows: readonly Row[],
  lastOf: ReadonlyMap<TicketId, Row>,
): Row[] {
  const tickets = new Set(rows.map((row) => row.ticketId))
  return [...tickets].flatMap((id) => lastOf.get(id) ?? [])
}

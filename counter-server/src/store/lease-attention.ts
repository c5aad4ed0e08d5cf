import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq, isNull } from 'drizzle-orm'
import { leaseAttention } from './schema/lease.ts'
import { device } from './schema/people.ts'
import type { Tx } from './tx.ts'

export interface AttentionDraft {
  readonly id: string
  readonly device: DeviceId
  readonly contentHash: string
  readonly command: unknown
  readonly code: string
}

/** True the first time; the same command sent again is the same row (Q50). */
export function insertAttention(tx: Tx, draft: AttentionDraft): boolean {
  return (
    tx.query
      .insert(leaseAttention)
      .values({ ...draft, receivedAt: tx.at })
      .onConflictDoNothing()
      .run().changes === 1
  )
}

/** One kept command with the name of its kiosk. */
export interface AttentionRow {
  readonly id: string
  readonly device: DeviceId
  readonly kiosk: string
  readonly command: unknown
  readonly code: string
  readonly receivedAt: Instant
  readonly settledAt: Instant | null
}

function select(tx: Tx) {
  return tx.query
    .select({
      id: leaseAttention.id,
      device: leaseAttention.device,
      kiosk: device.name,
      command: leaseAttention.command,
      code: leaseAttention.code,
      receivedAt: leaseAttention.receivedAt,
      settledAt: leaseAttention.settledAt,
    })
    .from(leaseAttention)
    .innerJoin(device, eq(device.id, leaseAttention.device))
}

/** What nobody has settled yet, oldest first. */
export function findOpenAttention(tx: Tx): AttentionRow[] {
  return select(tx)
    .where(isNull(leaseAttention.settledAt))
    .orderBy(asc(leaseAttention.receivedAt))
    .limit(50)
    .all()
}

export function findAttention(tx: Tx, id: string): AttentionRow | undefined {
  return select(tx).where(eq(leaseAttention.id, id)).get()
}

export function saveAttentionSettled(tx: Tx, id: string, settledAs: 'queue' | 'dismiss'): void {
  tx.query.update(leaseAttention).set({ settledAt: tx.at, settledAs }).where(eq(leaseAttention.id, id)).run()
}

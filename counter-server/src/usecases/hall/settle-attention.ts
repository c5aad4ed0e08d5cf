import { requireReason } from '../../domain/queue/act.ts'
import type { OfflineTake } from '../../domain/queue/offline-command.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type AttentionRow,
  findAttention,
  findOpenAttention,
  saveAttentionSettled,
} from '../../store/lease-attention.ts'
import { saveLeaseNumber } from '../../store/leases.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'
import { findLent, queueOffline } from './queue-offline.ts'

/** One kept command as staff see it. */
export interface AttentionFacts extends Pick<AttentionRow, 'id' | 'kiosk' | 'code' | 'receivedAt'> {
  readonly take: Pick<OfflineTake, 'number' | 'topic'> | null
  readonly canQueue: boolean
}

/** What nobody has settled yet, oldest first (Q50). */
export function readAttention(tx: Tx): AttentionFacts[] {
  return findOpenAttention(tx).map((row) => {
    const take = takeOf(row)
    const { id, kiosk, code, receivedAt } = row
    return { id, kiosk, code, receivedAt, take, canQueue: take !== null && mayQueue(tx, row, take) }
  })
}

export interface SettleAttention {
  readonly origin: Origin
  readonly id: string
  /** `queue`: the paper is real and takes its place; `dismiss`: it needs none. */
  readonly how: 'queue' | 'dismiss'
  readonly reason: string
}

/** Somebody has looked at a number that did not fit (Q50). Refuses `reason.required`, `lease.mismatch`. */
export function settleAttention(deps: Deps, command: SettleAttention): Promise<{ done: true }> {
  const { origin, id, how, reason } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'lease.settle', subject: id, content: { id, how, reason } }, () => {
      const row = findAttention(tx, id)
      if (row === undefined || row.settledAt !== null) throw new Refusal('request.not_found')
      const why = how === 'dismiss' ? requireReason(reason) : reason
      if (how === 'queue') queueKept(deps, tx, origin, row)
      else voidKept(tx, origin, row)
      saveAttentionSettled(tx, id, how)
      tx.record({ type: 'lease.settled', subject: id, version: 2, origin, data: { how, reason: why } })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}

// The create that it stood for has been looked at by the person who settles; only the paper takes its place now.
function queueKept(deps: Deps, tx: Tx, origin: Origin, row: AttentionRow): void {
  const take = takeOf(row)
  if (take === null || !mayQueue(tx, row, take)) throw new Refusal('lease.mismatch')
  queueOffline({ deps, tx, origin, device: row.device }, { ...take, replaces: null })
}

function voidKept(tx: Tx, origin: Origin, row: AttentionRow): void {
  const take = takeOf(row)
  const lent = take === null ? null : findLent(tx, row.device, take)
  if (lent === null) return
  saveLeaseNumber(tx, lent.number, { state: 'void', ticket: null })
  const data = { kiosk: row.device, void: [lent.number.serial], lost: [] }
  tx.record({ type: 'lease.closed', subject: lent.lease.id, version: 2, origin, data })
}

function mayQueue(tx: Tx, { device, code }: AttentionRow, take: OfflineTake): boolean {
  if (code === 'command.reused' || code === 'topic.not_found' || code === 'fault') return false
  return findLent(tx, device, take)?.lease.businessDate === todayOf(tx)
}

// Its form was checked when it came; what had none has the code that says so.
function takeOf({ command, code }: Pick<AttentionRow, 'command' | 'code'>): OfflineTake | null {
  if (code === 'command.malformed') return null
  const kept = command as { readonly kind?: string }
  return kept.kind === 'take' ? (command as OfflineTake) : null
}

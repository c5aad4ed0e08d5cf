import type { CommandId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { receiptSum, receiptText } from '@counter/shared/vocabulary/receipt-sum'
import type { Instant } from '@counter/shared/vocabulary/time'
import { eq, lt } from 'drizzle-orm'
import { sha256 } from './crypto.ts'
import { villageReceipt } from './schema/village-receipts.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

/** A command that a phone is told is stored. */
export interface VillageReceipt {
  readonly command: CommandId
  /** Null of a phone that does not tell its id: it cannot compare. */
  readonly device: string | null
  readonly payloadHash: string
}

const PART_DIGITS = 32

export function insertVillageReceipt(tx: Tx, { command, device, payloadHash }: VillageReceipt): void {
  if (device === null) return
  const hash = sha256(receiptText({ id: command, payloadHash }))
  const part = Buffer.from(hash.slice(-PART_DIGITS), 'hex')
  tx.query.insert(villageReceipt).values({ command, device, at: tx.at, part }).onConflictDoNothing().run()
}

/** Since when it is stored; null for what was stored before phones compared. */
export function findStoredAt(tx: Tx, command: CommandId): Instant | null {
  const where = eq(villageReceipt.command, command)
  return tx.query.select({ at: villageReceipt.at }).from(villageReceipt).where(where).get()?.at ?? null
}

/** How many commands of a phone are stored, and their digest (V56). */
export interface ReceiptDigest {
  readonly count: number
  readonly digest: string
}

/** More than a phone can have sent in the days that are compared (V95). */
const MOST = 50_000

// What is there is looked up in what answers a repeat, so a row that is lost there is missed here.
const STORED = `SELECT part FROM village_receipt AS kept WHERE device = ? AND at >= ?
  AND (EXISTS (SELECT 1 FROM receipt WHERE command_id = kept.command)
    OR EXISTS (SELECT 1 FROM village_attention AS solved
         WHERE solved.command = kept.command AND solved.settled_as IN ('applied', 'linked')))
  LIMIT ?`

export function digestOf(tx: Tx, device: string, since: Instant): ReceiptDigest {
  const parts = tx.sql.prepare(STORED).pluck().all(device, since, MOST) as Buffer[]
  return { count: parts.length, digest: receiptSum(parts.map((part) => part.toString('hex'))) }
}

const DAY_MS = 86_400_000

/** Forgets them with the answers to commands (R5). */
export function dropOldVillageReceipts(tx: Tx): void {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  tx.query.delete(villageReceipt).where(lt(villageReceipt.at, before)).run()
}

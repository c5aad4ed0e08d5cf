import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { auditMac, sha256 } from './crypto.ts'
import type { Origin } from './origin.ts'
import type { Tx } from './tx.ts'

/** What the audit record keeps of one command or sensitive read: ids only (P36). */
export interface AuditDraft {
  readonly origin: Origin
  readonly action: string
  readonly subject: string
  readonly result: string
}

/** Appends one row to the hash chain (P36). */
export function appendAudit(tx: Tx, { origin, action, subject, result }: AuditDraft): void {
  const last = tx.sql.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined
  const seq = (last?.seq ?? 0) + 1
  const prevHash = last?.hash ?? ''
  const { actor, device, commandId } = origin
  const hash = sha256(
    canonicalJson({ seq, at: tx.at, actor, device, action, subject, commandId, result, prevHash }),
  )
  tx.sql
    .prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      seq,
      tx.at,
      actor,
      device,
      action,
      subject,
      commandId,
      result,
      prevHash,
      hash,
      auditMac(tx.keys, hash),
    )
}

interface AuditRow {
  seq: number
  at: string
  actor: string
  device: string | null
  action: string
  subject: string
  command_id: string | null
  result: string
  prev_hash: string
  hash: string
  mac: string
}

/** The first broken row among the last `count`, or null (R12). */
export function findBrokenAudit(tx: Tx, count: number): number | null {
  const rows = tx.sql.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT ?').all(count) as AuditRow[]
  const broken = rows.findLast((row, index) => {
    const { seq, at, actor, device, action, subject, result } = row
    const hash = sha256(
      canonicalJson({
        seq,
        at,
        actor,
        device,
        action,
        subject,
        commandId: row.command_id,
        result,
        prevHash: row.prev_hash,
      }),
    )
    const before = rows[index + 1]
    return (
      hash !== row.hash ||
      auditMac(tx.keys, hash) !== row.mac ||
      (before !== undefined && before.hash !== row.prev_hash)
    )
  })
  return broken?.seq ?? null
}

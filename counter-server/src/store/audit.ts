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
  return rows.findLast((row, index) => !isIntact(tx, row, rows[index + 1]))?.seq ?? null
}

const ROWS_AT_A_TIME = 5_000

/** The first broken row of the whole chain, or null: from its first row on, without a gap (R12, P36). */
export function findBrokenAuditInAll(tx: Tx): number | null {
  const next = tx.sql.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?')
  let before: Pick<AuditRow, 'seq' | 'hash'> = { seq: 0, hash: '' }
  for (;;) {
    const rows = next.all(before.seq, ROWS_AT_A_TIME) as AuditRow[]
    for (const row of rows) {
      if (row.seq !== before.seq + 1 || !isIntact(tx, row, before)) return row.seq
      before = row
    }
    if (rows.length < ROWS_AT_A_TIME) return null
  }
}

function isIntact(tx: Tx, row: AuditRow, before: Pick<AuditRow, 'hash'> | undefined): boolean {
  const { seq, at, actor, device, action, subject, command_id: commandId, result, prev_hash: prevHash } = row
  const hash = sha256(canonicalJson({ seq, at, actor, device, action, subject, commandId, result, prevHash }))
  const follows = before === undefined || before.hash === prevHash
  return hash === row.hash && auditMac(tx.keys, hash) === row.mac && follows
}

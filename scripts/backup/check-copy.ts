import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { findBrokenAuditInAll } from '../../counter-server/src/store/audit.ts'
import { type Keys, unseal } from '../../counter-server/src/store/crypto.ts'
import { connectionTo } from '../../counter-server/src/store/keyless-reading.ts'
import { SEALED_TABLES, type SealedTable } from '../../counter-server/src/store/sealed-values.ts'
import { ReadingTx } from '../../counter-server/src/store/transaction.ts'
import type { Tx } from '../../counter-server/src/store/tx.ts'

/**
 * Opens a copy of a record and looks whether it is whole: the file itself, its references, the whole audit chain, and that a
 * value of each sealed column opens with these keys (R12, R14). Null when it is, else what is wrong.
 */
export function problemOfCopy(file: string, keys: Keys): string | null {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const found = database.pragma('integrity_check', { simple: true })
    if (found !== 'ok') return `the file is damaged: ${String(found)}`
    const loose = database.pragma('foreign_key_check') as unknown[]
    if (loose.length > 0) return `${loose.length} rows refer to rows that are not there`
    const tx = new ReadingTx(connectionTo(database, keys), new Date().toISOString() as Instant)
    const broken = findBrokenAuditInAll(tx)
    if (broken !== null) return `row ${broken} of the audit chain does not fit`
    const closed = SEALED_TABLES.flatMap((table) => closedColumns(tx, table))
    return closed.length === 0 ? null : `these keys do not open ${closed.join(', ')}`
  } catch (error) {
    return `the file does not open: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    database.close()
  }
}

function closedColumns(tx: Tx, { table, key, columns }: SealedTable): string[] {
  const named = key.map((each) => `"${each}"`).join(', ')
  return Object.entries(columns).flatMap(([column, placeOf]) => {
    const row = tx.sql
      .prepare(`SELECT ${named}, "${column}" AS sealed FROM "${table}" WHERE length("${column}") > 0 LIMIT 1`)
      .get() as (Record<string, string | number> & { sealed: Buffer }) | undefined
    if (row === undefined) return []
    const place = placeOf(...key.map((each) => row[each] as string | number))
    return opens(tx.keys, place, row.sealed) ? [] : [`${table}.${column}`]
  })
}

function opens(keys: Keys, place: string, sealed: Buffer): boolean {
  try {
    unseal(keys, place, sealed)
    return true
  } catch {
    return false
  }
}

import { keyIdOf, seal, unseal } from './crypto.ts'
import type { Sql, Tx } from './tx.ts'

type Cell = string | number

/** Where sealed values lie: by what their row is known, and the place that is part of each seal (P30). */
export interface SealedTable {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, (...key: readonly Cell[]) => string>>
}

/** Every column that holds sealed values; a test compares it with the tables. */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: 'person',
    key: ['id'],
    columns: {
      name_enc: (id) => `person:${id}:name`,
      id_no_enc: (id) => `person:${id}:idNo`,
      phone_enc: (id) => `person:${id}:phone`,
      address_enc: (id) => `person:${id}:address`,
      agent_enc: (id) => `person:${id}:agent`,
      contact_enc: (id) => `person:${id}:contact`,
    },
  },
  one('staff', 'id', 'leave_reason_enc', (id) => `staff:${id}:leave_reason`),
  one('receipt', 'command_id', 'answer_enc', (id) => `receipt:${id}`),
  one('case_text', 'event', 'text_enc', (event) => `case_text:${event}`),
  one('case_paper', 'id', 'values_enc', (id) => `case_paper:${id}:values`),
  one('agency', 'case', 'witness_enc', (id) => `agency:${id}:witness`),
  one('village_number', 'number', 'reason_enc', (number) => `village_number:${number}:reason`),
  {
    table: 'call_back_try',
    key: ['case', 'nth'],
    columns: { remark_enc: (id, nth) => `call_back_try:${id}:${nth}` },
  },
  {
    table: 'village_visit_case',
    key: ['visit', 'case'],
    columns: { remark_enc: (visit, id) => `village_visit_case:${visit}:${id}` },
  },
  one('consultation', 'id', 'words_enc', (id) => `consultation:${id}`),
  one('agent_card', 'staff', 'id_no_enc', (staff) => `agent_card:${staff}:idNo`),
  {
    table: 'consultation_correction',
    key: ['consultation', 'nth'],
    columns: { words_enc: (id, nth) => `consultation_correction:${id}:${nth}` },
  },
  {
    table: 'village_attention',
    key: ['command', 'content_hash'],
    columns: {
      content_enc: (command, hash) => `village_attention:${command}:${hash}:content`,
      answer_enc: (command, hash) => `village_attention:${command}:${hash}:answer`,
    },
  },
  one('booking', 'id', 'phone_enc', (id) => `booking:${id}`),
  one('rating', 'id', 'text_enc', (id) => `rating:${id}:text`),
  one('rating_follow_up', 'rating', 'phone_enc', (id) => `rating_follow_up:${id}:phone`),
  {
    table: 'rating_step',
    key: ['rating', 'version'],
    columns: { text_enc: (rating, version) => `rating_step:${rating}:${version}` },
  },
  {
    table: 'rating_appeal',
    key: ['rating'],
    columns: {
      text_enc: (rating) => `rating_appeal:${rating}:text`,
      reason_enc: (rating) => `rating_appeal:${rating}:reason`,
    },
  },
  {
    table: 'draft',
    key: ['staff', 'place'],
    columns: { content_enc: (staff, place) => `draft:${staff}:${place}` },
  },
  one('reveal', 'audit', 'purpose_enc', (audit) => `reveal:${audit}:purpose`),
  one('letter_text', 'event', 'words_enc', (event) => `letter_text:${event}`),
  one('letter_reveal', 'audit', 'purpose_enc', (audit) => `letter_reveal:${audit}:purpose`),
  one('ledger_import', 'id', 'cells_enc', (id) => `ledger_import:${id}`),
]

function one(table: string, key: string, column: string, place: (id: Cell) => string): SealedTable {
  return { table, key: [key], columns: { [column]: (id = '') => place(id) } }
}

/** What became of the next few rows of a table. */
export interface Resealed {
  readonly resealed: number
  /** Values that do not open; they stay as they are, for their next reader to see the fault. */
  readonly broken: number
  /** The key of the last row; null when there are no more. */
  readonly last: readonly Cell[] | null
}

/** Seals the next rows after `after` with the newest key, those that still have an older one (P32). */
export function resealRows(
  tx: Tx,
  sealed: SealedTable,
  { after, limit }: { readonly after: readonly Cell[] | null; readonly limit: number },
): Resealed {
  const rows = readRows(tx.sql, sealed, { after, limit })
  const found = rows.flatMap((row) => oldValuesOf(tx, sealed, row))
  const fresh = found.filter(({ value }) => value !== null)
  if (fresh.length > 0)
    withoutGuards(tx.sql, sealed.table, () => {
      for (const { column, key, value } of fresh) updateStatement(tx.sql, sealed, column).run(value, ...key)
    })
  const last = rows.length < limit ? null : keyOfRow(sealed, rows.at(-1))
  return { resealed: fresh.length, broken: found.length - fresh.length, last }
}

interface OldValue {
  readonly column: string
  readonly key: readonly Cell[]
  /** Sealed with the newest key; null when it does not open. */
  readonly value: Buffer | null
}

type Row = Readonly<Record<string, Cell | Buffer | null>>

function readRows(
  sql: Sql,
  { table, key, columns }: SealedTable,
  { after, limit }: { readonly after: readonly Cell[] | null; readonly limit: number },
): Row[] {
  const keys = quoted(key)
  const where = after === null ? '' : `WHERE (${keys}) > (${key.map(() => '?').join(', ')})`
  const names = quoted([...key, ...Object.keys(columns)])
  return sql
    .prepare(`SELECT ${names} FROM "${table}" ${where} ORDER BY ${keys} LIMIT ${limit}`)
    .all(...(after ?? [])) as Row[]
}

function oldValuesOf({ keys }: Tx, sealed: SealedTable, row: Row): OldValue[] {
  const key = keyOfRow(sealed, row)
  return Object.entries(sealed.columns).flatMap(([column, placeOf]): OldValue[] => {
    const value = row[column]
    if (!Buffer.isBuffer(value) || value.length === 0 || keyIdOf(value) === keys.data.newest()) return []
    const place = placeOf(...key)
    try {
      return [{ column, key, value: seal(keys, place, unseal(keys, place, value)) }]
    } catch {
      return [{ column, key, value: null }]
    }
  })
}

function updateStatement(sql: Sql, { table, key }: SealedTable, column: string) {
  const where = key.map((name) => `"${name}" = ?`).join(' AND ')
  return sql.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${where}`)
}

// What a row says stays the same, only its lock is another one: the guards of rows that never change stand aside for it,
// and stand again before the same transaction ends.
function withoutGuards(sql: Sql, table: string, work: () => void): void {
  const guards = sql
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '% BEFORE UPDATE %'",
    )
    .all(table) as { name: string; sql: string }[]
  for (const { name } of guards) sql.prepare(`DROP TRIGGER "${name}"`).run()
  work()
  for (const guard of guards) sql.prepare(guard.sql).run()
}

function keyOfRow({ key }: SealedTable, row: Row | undefined): Cell[] {
  return key.map((name) => row?.[name] as Cell)
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

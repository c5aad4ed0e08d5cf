import type { Tx } from './tx.ts'

/** The value of a ⚙ setting, or its default (C1502). */
export function findSetting<T>(tx: Tx, key: string, fallback: T): T {
  const value = tx.sql.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as
    | string
    | undefined
  return value === undefined ? fallback : (JSON.parse(value) as T)
}

/** Writes a setting with who, since when and why (C1502). */
export function saveSetting(tx: Tx, key: string, value: unknown, by: string, reason: string): void {
  tx.sql
    .prepare(
      'INSERT INTO setting VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, "from" = excluded."from", by = excluded.by, reason = excluded.reason',
    )
    .run(key, JSON.stringify(value), tx.at, by, reason)
}

/** Facts of the store itself: the sample flag, the centre's name and addresses. */
export function findMeta(tx: Tx, key: string): string | undefined {
  return tx.sql.prepare('SELECT value FROM store_meta WHERE key = ?').pluck().get(key) as string | undefined
}

export function saveMeta(tx: Tx, key: string, value: string): void {
  tx.sql
    .prepare('INSERT INTO store_meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value)
}

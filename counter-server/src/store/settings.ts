import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** Reads each setting of one transaction: a change holds from the next transaction on (C1502). */
export type SettingReader = <K extends SettingKey>(key: K) => SettingValue<K>

/** All settings as they stand; the table holds only what differs from its default. */
export function readSettings(tx: Tx): SettingReader {
  const kept = tx.steady('settings', () => {
    const rows = tx.sql.prepare('SELECT key, value FROM setting LIMIT 500').all() as {
      key: string
      value: string
    }[]
    return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  })
  return (key) => (kept.get(key) ?? SETTINGS[key].default) as SettingValue<typeof key>
}

/** The value of a ⚙ setting, or its default (C1502). */
export function findSetting<K extends SettingKey>(tx: Tx, key: K): SettingValue<K> {
  return readSettings(tx)(key)
}

/** Writes a setting with who, since when and why (C1502). */
export function saveSetting(tx: Tx, key: string, value: unknown, by: string, reason: string): void {
  tx.sql
    .prepare(
      'INSERT INTO setting VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, "from" = excluded."from", by = excluded.by, reason = excluded.reason',
    )
    .run(key, JSON.stringify(value), tx.at, by, reason)
}

/** One change of a setting as the journal keeps it. */
export interface SettingChange {
  readonly from: SettingValue
  readonly to: SettingValue
  readonly at: Instant
  readonly by: string
  readonly reason: string
}

const OF_SETTING = `SELECT data, at, coalesce(staff.display_name, actor) AS by FROM journal
  LEFT JOIN staff ON journal.actor = 'staff:' || staff.id WHERE subject = ?`

interface ChangeRow {
  data: string
  at: Instant
  by: string
}

/** The last changes of a setting, newest first (C1502). */
export function findSettingChanges(tx: Tx, key: SettingKey, limit: number): SettingChange[] {
  const rows = tx.sql.prepare(`${OF_SETTING} ORDER BY seq DESC LIMIT ?`).all(`setting:${key}`, limit)
  return (rows as ChangeRow[]).map(toChange)
}

/** The name of who acted, as a person reads it. */
export function nameOfActor(tx: Tx, actor: string): string {
  const name = tx.sql.prepare('SELECT display_name FROM staff WHERE id = substr(?, 7)').pluck().get(actor)
  return (name ?? actor) as string
}

/** How often a setting was changed: the version its next change makes. */
export function countSettingChanges(tx: Tx, key: SettingKey): number {
  return tx.sql
    .prepare('SELECT count(*) FROM journal WHERE subject = ?')
    .pluck()
    .get(`setting:${key}`) as number
}

/** The value that held at an instant: a change binds only what was issued after it (queue.md, first paragraph). */
export function findSettingAt<K extends SettingKey>(tx: Tx, key: K, at: Instant): SettingValue<K> {
  const next = tx.sql.prepare(`${OF_SETTING} AND at > ? ORDER BY seq LIMIT 1`).get(`setting:${key}`, at) as
    | ChangeRow
    | undefined
  return next === undefined ? findSetting(tx, key) : (toChange(next).from as SettingValue<K>)
}

/** Every value that held at some moment between two instants, both included. */
export function findSettingsDuring<K extends SettingKey>(
  tx: Tx,
  key: K,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): SettingValue<K>[] {
  const ended = tx.sql.prepare(`${OF_SETTING} AND at > ? AND at <= ?`).all(`setting:${key}`, from, to)
  const before = (ended as ChangeRow[]).map((row) => toChange(row).from as SettingValue<K>)
  return [...before, findSettingAt(tx, key, to)]
}

function toChange({ data, at, by }: ChangeRow): SettingChange {
  const { from, to, reason } = JSON.parse(data) as Pick<SettingChange, 'from' | 'to' | 'reason'>
  return { from, to, reason, at, by }
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { uuidv7 } from 'uuidv7'
import { onTestFinished } from 'vitest'
import { loadKeys } from '../src/store/crypto.ts'
import { productMigrations } from '../src/store/migrate.ts'
import type { Origin } from '../src/store/origin.ts'
import { emptyRecord } from '../src/store/rebuild.ts'
import { openStore, type Store, type StoreOptions } from '../src/store/store.ts'
import { type TestClock, testClock } from './test-clock.ts'

export interface OpenedStore {
  readonly store: Store
  readonly file: string
  readonly clock: TestClock
  /** What listeners and the disk complained of. */
  readonly faults: unknown[]
}

/** A folder that is gone when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counter-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const MIGRATIONS = productMigrations()
const EMPTY = emptyRecord(MIGRATIONS)

/** The real store on a real file with the tables of this version, empty of any township. */
export function aStore(more: Pick<StoreOptions, 'foldApart'> = {}, folder = aFolder()): OpenedStore {
  const file = join(folder, 'counter.db')
  const clock = testClock('2026-06-12T01:40:00.000Z')
  const faults: unknown[] = []
  writeFileSync(file, EMPTY)
  const store = openStore({
    file,
    keys: loadKeys(join(folder, 'keys'), true),
    migrations: MIGRATIONS,
    now: clock.now,
    newEpoch: uuidv7,
    onListenerFault: (error) => faults.push(error),
    onDiskFault: (error) => faults.push(error),
    ...more,
  })
  onTestFinished(() => store.close())
  return { store, file, clock, faults }
}

/** Somebody with a command of their own. */
export function anOrigin(actor = 'staff:one'): Origin {
  return { actor, role: 'clerk', device: null, commandId: uuidv7() as CommandId }
}

/** Rows of each table that a command may leave something in. */
export function countRows(store: Store, tables: readonly string[]): Record<string, number> {
  return store.read((tx) =>
    Object.fromEntries(
      tables.map((table) => [
        table,
        tx.sql.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      ]),
    ),
  )
}

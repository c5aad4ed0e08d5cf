import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCommandId } from '@counter/shared/client/commands'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { QUEUE_DEFAULTS } from '../../counter-server/src/domain/queue/settings.ts'
import { loadKeys } from '../../counter-server/src/store/crypto.ts'
import { productMigrations } from '../../counter-server/src/store/migrate.ts'
import { openStore, type StoreOptions } from '../../counter-server/src/store/store.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'
import { createPasswords } from '../../counter-server/src/usecases/people/passwords.ts'
import { type SampleFiles, seedSample } from '../../counter-server/src/usecases/township/seed-sample.ts'

/** Where a store lies, what opens its secrets, and who folds its log when not the writer itself. */
export type StorePlace = Pick<StoreOptions, 'file' | 'keys' | 'foldApart'>

/** The product's own store with the sample township, in memory unless it is given a place, at the time of the proof's clock. */
export async function startModelStore(
  now: () => number,
  place = inMemory(),
  files = sampleFiles(),
): Promise<Deps> {
  const store = openStore({
    ...place,
    migrations: productMigrations(),
    now: () => instantOf(now()),
    newEpoch: newCommandId,
    onListenerFault: fail,
    onDiskFault: fail,
  })
  const settings = { ...QUEUE_DEFAULTS, estimateDraws: 5 }
  const deps = { store, newId: newCommandId, queue: () => settings, publicUrl: '', showCase: () => null }
  await seedSample(deps, await createPasswords({ memoryKib: 64, passes: 1 }), files)
  return deps
}

function inMemory(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'model-'))
  const keys = loadKeys(folder, true)
  rmSync(folder, { recursive: true, force: true })
  return { file: ':memory:', keys }
}

/** Whatever a listener or the disk reports ends the proof. */
export function fail(error: unknown): never {
  throw error
}

/** What the sample township is made of, read anew each time. */
export function sampleFiles(): SampleFiles {
  const read = (name: string) => readFileSync(new URL(`../../shared/data/${name}`, import.meta.url), 'utf8')
  return {
    township: JSON.parse(read('township.json')) as SampleFiles['township'],
    catalogue: JSON.parse(read('service-items.json')) as SampleFiles['catalogue'],
    calendars: ['calendar-2025.json', 'calendar-2026.json', 'calendar-2027.json'].map(read),
  }
}

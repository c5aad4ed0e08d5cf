import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'
import { loadKeys } from '../../counter-server/src/store/crypto.ts'
import { openFileDisk } from '../../counter-server/src/store/file-disk.ts'
import { productMigrations } from '../../counter-server/src/store/migrate.ts'
import { ownDirectory } from '../../counter-server/src/store/owner.ts'
import { writeRekeyState } from '../../counter-server/src/store/rekey-file.ts'
import { openStore } from '../../counter-server/src/store/store.ts'
import { createContentShelf } from '../../counter-server/src/usecases/files/content-shelf.ts'
import { rekey } from '../../counter-server/src/usecases/record/rekey.ts'

export interface AtRest {
  readonly dataDir: string
  readonly keysDir: string
  readonly tell: (resealed: number) => void
}

/** Does the work itself while no server runs, and gives how many values did not open. Refuses with `AlreadyRunning` (R3). */
export async function rekeyAtRest({ dataDir, keysDir, tell }: AtRest): Promise<number> {
  const release = ownDirectory(join(dataDir, 'owner.db'))
  const stop = (error: unknown) => {
    throw error
  }
  const store = openStore({
    file: join(dataDir, 'counter.db'),
    keys: loadKeys(keysDir, false),
    migrations: productMigrations(),
    now: () => new Date().toISOString() as Instant,
    newEpoch: randomUUID,
    onListenerFault: stop,
    onDiskFault: stop,
  })
  const disk = openFileDisk(join(dataDir, 'files'), store.keys)
  const files = { disk, shelf: createContentShelf({ store }, disk) }
  let broken = 0
  try {
    await rekey(
      {
        deps: { store },
        files,
        tell: (state) => {
          writeRekeyState(keysDir, state)
          broken = state.broken
          tell(state.resealed)
        },
      },
      new AbortController().signal,
    )
    return broken
  } finally {
    store.close()
    release()
  }
}

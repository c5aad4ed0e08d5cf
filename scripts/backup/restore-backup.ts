import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newCommandId } from '@counter/shared/client/commands'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type Keys, loadKeys } from '../../counter-server/src/store/crypto.ts'
import { readErasures } from '../../counter-server/src/store/erasure-register.ts'
import { productMigrations } from '../../counter-server/src/store/migrate.ts'
import { ownDirectory } from '../../counter-server/src/store/owner.ts'
import { openStore } from '../../counter-server/src/store/store.ts'
import { applyErasures } from '../../counter-server/src/usecases/record/apply-erasures.ts'
import { beginAfterRestore } from '../../counter-server/src/usecases/record/begin-after-restore.ts'
import { verifyCases } from '../verify/verify-cases.ts'
import { verifyFiles } from '../verify/verify-files.ts'
import { verifyLetters } from '../verify/verify-letters.ts'
import { verifyQueue } from '../verify/verify-queue.ts'
import { problemOfCopy } from './check-copy.ts'
import { hashOfFile, type Manifest, readManifest, recordIn } from './manifest.ts'
import { copyFolder, copySynced, syncPath } from './synced-copy.ts'

export interface RestorePlaces {
  readonly backup: string
  /** Empty, or with nothing but the keys. */
  readonly dataDir: string
  readonly keysDir: string
  readonly now: () => Instant
  /** Hears what is being done. */
  readonly tell: (words: string) => void
}

/** The name under which no server finds it, until it is known to be whole. */
const UNCHECKED = 'restoring.db'

/**
 * Makes a record of a backup in an empty folder: new epoch, numbers ahead, all signed out, and the full check of R12 before
 * a server can find it (R17). Throws in words what is wrong; the folder is then no place to serve from.
 */
export async function restoreBackup(places: RestorePlaces): Promise<{ manifest: Manifest; epoch: string }> {
  const { backup, dataDir, keysDir, now, tell } = places
  const manifest = readManifest(backup)
  requireEmpty(dataDir)
  const keys = loadKeys(keysDir, false)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const release = ownDirectory(join(dataDir, 'owner.db'))
  try {
    tell(`copying what was backed up at ${manifest.madeAt}`)
    if ((await hashOfFile(recordIn(backup))) !== manifest.sha256)
      throw new Error('the copy is not what its manifest says')
    const record = join(dataDir, UNCHECKED)
    copySynced(recordIn(backup), record)
    copyFolder(join(backup, 'files'), join(dataDir, 'files'))
    requireWhole(record, keys)
    tell('beginning anew: epoch, numbers, sessions')
    const epoch = await beginAnew(record, { keys, keysDir, now, manifest })
    tell('checking every row and file')
    requireWhole(record, keys)
    await requireSameAsEvents(record, keysDir)
    // What the checks read by; nothing is written in it.
    for (const end of ['-wal', '-shm']) rmSync(`${record}${end}`, { force: true })
    renameSync(record, join(dataDir, 'counter.db'))
    syncPath(dataDir)
    return { manifest, epoch }
  } finally {
    release()
  }
}

function requireEmpty(dataDir: string): void {
  const names = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name !== 'keys') : []
  if (names.length > 0) throw new Error(`${dataDir} is not empty: it holds ${names.slice(0, 3).join(', ')}`)
}

function requireWhole(record: string, keys: Keys): void {
  const problem = problemOfCopy(record, keys)
  if (problem !== null) throw new Error(problem)
}

async function beginAnew(
  file: string,
  { keys, keysDir, now, manifest }: { keys: Keys; keysDir: string; now: () => Instant; manifest: Manifest },
): Promise<string> {
  const stop = (error: unknown) => {
    throw error
  }
  const migrations = productMigrations()
  const store = openStore({
    file,
    keys,
    migrations,
    now,
    newEpoch: newCommandId,
    onListenerFault: stop,
    onDiskFault: stop,
  })
  try {
    const epoch = await beginAfterRestore({ store, newId: newCommandId }, manifest)
    await applyErasures({ store }, readErasures(keysDir))
    await store.emptyLog()
    return epoch
  } finally {
    store.close()
  }
}

async function requireSameAsEvents(record: string, keysDir: string): Promise<void> {
  const verdicts = {
    queue: verifyQueue(record),
    cases: verifyCases(record),
    letters: verifyLetters(record),
    files: await verifyFiles(record, { keys: keysDir }),
  }
  for (const [what, { differences, first }] of Object.entries(verdicts))
    if (differences > 0)
      throw new Error(`${differences} differences in ${what}, the first: ${JSON.stringify(first)}`)
}

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { loadKeys } from '../../counter-server/src/store/crypto.ts'
import { verifyFiles } from '../verify/verify-files.ts'
import { problemOfCopy } from './check-copy.ts'
import { hashOfFile, type Manifest, manifestFile, recordIn } from './manifest.ts'
import { copyFolder, syncPath } from './synced-copy.ts'

export interface BackupPlaces {
  readonly dataDir: string
  readonly keysDir: string
  /** The folder of this one backup; made here, or empty. */
  readonly backup: string
  readonly now: Instant
}

/**
 * Copies the record beside a server that runs, then its files, and looks whether the copy is whole before it says what it
 * is; the keys are no part of it (R14, R16). A copy that is not whole is taken away again, and why is thrown.
 */
export async function makeBackup({ dataDir, keysDir, backup, now }: BackupPlaces): Promise<Manifest> {
  if (existsSync(backup) && readdirSync(backup).length > 0) throw new Error(`${backup} is not empty`)
  mkdirSync(backup, { recursive: true, mode: 0o700 })
  try {
    const manifest = await copyWhole({ dataDir, keysDir, backup, now })
    writeFileSync(manifestFile(backup), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    for (const path of [manifestFile(backup), backup]) syncPath(path)
    return manifest
  } catch (error) {
    rmSync(backup, { recursive: true, force: true })
    throw error
  }
}

async function copyWhole({ dataDir, keysDir, backup, now }: BackupPlaces): Promise<Manifest> {
  const copy = recordIn(backup)
  await copyRecord(join(dataDir, 'counter.db'), copy)
  // Content lies on the disk before the row that names it, so files that are copied after the rows are enough (R9).
  const files = copyFolder(join(dataDir, 'files'), join(backup, 'files'))
  const problem = problemOfCopy(copy, loadKeys(keysDir, false))
  if (problem !== null) throw new Error(problem)
  const { differences, first } = await verifyFiles(copy, { keys: keysDir })
  if (differences > 0) throw new Error(`${differences} files do not open, the first is ${first?.file}`)
  return { product: 'village-counter', madeAt: now, ...headOf(copy), sha256: await hashOfFile(copy), files }
}

// In one step once it has begun: a commit of the server in between would begin the copy again without end.
async function copyRecord(from: string, to: string): Promise<void> {
  const database = new Database(from, { readonly: true, fileMustExist: true })
  try {
    await database.backup(to, { progress: ({ remainingPages }) => Math.max(remainingPages, 1) })
  } finally {
    database.close()
  }
  const copy = new Database(to)
  // One file without a log beside it, that can be carried away as it is.
  copy.pragma('journal_mode = DELETE')
  copy.close()
  syncPath(to)
}

function headOf(copy: string): Pick<Manifest, 'journalSeq' | 'auditHead'> {
  const database = new Database(copy, { readonly: true })
  try {
    const one = (sql: string) => database.prepare(sql).pluck().get()
    return {
      journalSeq: (one('SELECT max(seq) FROM journal') ?? 0) as number,
      auditHead: (one('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1') ?? '') as string,
    }
  } finally {
    database.close()
  }
}

import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'

/** What a backup says of itself; written last, so that a folder without it is no backup (R14). */
export interface Manifest {
  readonly product: 'village-counter'
  readonly madeAt: Instant
  readonly journalSeq: number
  /** The last row of the audit chain. */
  readonly auditHead: string
  /** SHA-256 of `counter.db`. */
  readonly sha256: string
  readonly files: number
}

/** The copy of the record in a backup. */
export function recordIn(backup: string): string {
  return join(backup, 'counter.db')
}

export function manifestFile(backup: string): string {
  return join(backup, 'manifest.json')
}

/** Reads what a backup says of itself; throws in words when the folder is none. */
export function readManifest(backup: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(manifestFile(backup), 'utf8')) as Manifest
    if (manifest.product === 'village-counter') return manifest
  } catch {
    // Said below in the same words.
  }
  throw new Error(`${backup} is no whole backup: its manifest.json is missing or not readable`)
}

/** SHA-256 of a file of any length. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Copies every finished file of a folder; returns when they are on the disk (R9). Tells how many. */
export function copyFolder(from: string, to: string): number {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  // What begins with a dot was being written.
  const names = existsSync(from) ? readdirSync(from).filter((name) => !name.startsWith('.')) : []
  for (const name of names) copySynced(join(from, name), join(to, name))
  syncPath(to)
  return names.length
}

/** Copies one file; returns when it is on the disk. */
export function copySynced(from: string, to: string): void {
  copyFileSync(from, to)
  syncPath(to)
}

/** Waits until a file or the names in a folder are on the disk. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

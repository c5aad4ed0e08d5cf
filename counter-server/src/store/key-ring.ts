import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32
/** The id of a key is one byte of each sealed value (P30). */
const MOST_KEYS = 255
const NUMBERED = /^data-(?<id>\d{1,3})\.key$/

/** A key is missing or has the wrong length: the server must not start (R2 `start.key`). */
export class KeyProblem extends Error {
  override name = 'KeyProblem'
}

/** The keys that values are sealed with, by their ids: the newest one seals, each opens its own (P30, P32). */
export interface KeyRing {
  /** The id of the key that seals. */
  newest(): number
  find(id: number): Buffer | undefined
  /** Takes up keys that were laid into the folder since. */
  renew(): void
}

/** Opens the ring of a folder: `data.key` is the first, `data-2.key` and on are those that `npm run rekey` made. */
export function openKeyRing(folder: string, mayCreate: boolean): KeyRing {
  if (mayCreate && newestIn(folder) === null) layKey(join(folder, fileOf(1)))
  const known = new Map<number, Buffer>()
  let newest = 0
  const renew = () => {
    for (const id of idsIn(folder)) if (!known.has(id)) known.set(id, readKey(join(folder, fileOf(id))))
    newest = Math.max(...known.keys())
  }
  renew()
  if (known.size === 0) throw new KeyProblem(join(folder, fileOf(1)))
  return { newest: () => newest, find: (id) => known.get(id), renew }
}

/** No key at all: what is sealed does not open. */
export const EMPTY_RING: KeyRing = { newest: () => 0, find: () => undefined, renew: () => undefined }

/** Lays a new key beside the others and gives its id; it is on the disk before anything is sealed with it (P32). */
export function layNextKey(folder: string): number {
  const id = (newestIn(folder) ?? 0) + 1
  if (id > MOST_KEYS) throw new KeyProblem(join(folder, fileOf(id)))
  layKey(join(folder, fileOf(id)))
  return id
}

/** Reads a key file and closes it to everybody else. */
export function readKey(file: string): Buffer {
  if (!existsSync(file)) throw new KeyProblem(file)
  chmodSync(file, 0o600)
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== KEY_BYTES) throw new KeyProblem(file)
  return key
}

/** Makes a key file. A half-written one is never found under its name. */
export function layKey(file: string): void {
  const half = `${file}.new`
  const handle = openSync(half, 'w', 0o600)
  try {
    writeFileSync(handle, randomBytes(KEY_BYTES).toString('base64'))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(half, file)
}

function newestIn(folder: string): number | null {
  const ids = idsIn(folder)
  return ids.length === 0 ? null : Math.max(...ids)
}

function idsIn(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === fileOf(1)) return [1]
    const id = Number(NUMBERED.exec(name)?.groups?.['id'] ?? 0)
    return id > 1 && id <= MOST_KEYS ? [id] : []
  })
}

function fileOf(id: number): string {
  return id === 1 ? 'data.key' : `data-${id}.key`
}

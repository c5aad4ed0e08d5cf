import { randomUUID } from 'node:crypto'
import { promises as disk } from 'node:fs'
import { join } from 'node:path'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type Keys, keyIdOf, seal, unseal } from './crypto.ts'

/** Encrypted files on the disk; nothing of their content is readable without the key (P30). */
export interface FileDisk {
  /** Returns only when content and name are on the disk (R9). */
  write(name: string, content: Uint8Array): Promise<void>
  /** The same without waiting for the disk, for what is sent again when a power cut has taken it (V69). */
  writePart(name: string, content: Uint8Array): Promise<void>
  /** A part; null when it is gone or torn. */
  readPart(name: string): Promise<Buffer | null>
  read(name: string): Promise<Buffer>
  has(name: string): Promise<boolean>
  /** The names of all that has not been written since `before`; at most `limit` (V72). */
  old(before: Instant, limit: number): Promise<readonly string[]>
  /** The names of all that lies there. */
  names(): Promise<readonly string[]>
  /** Seals a file with the newest key; false when it has it, or is gone. One that does not open is a fault (P32). */
  reseal(name: string): Promise<boolean>
  /** Forgets files that are not needed; a missing one is no problem. */
  remove(names: readonly string[]): Promise<void>
}

/** Opens the folder of the files. A name is part of the seal, so a moved file does not open. */
export function openFileDisk(folder: string, keys: Keys): FileDisk {
  const place = async (name: string, content: Uint8Array, flush: boolean) => {
    await disk.mkdir(folder, { recursive: true, mode: 0o700 })
    const temporary = join(folder, `.${randomUUID()}`)
    await disk.writeFile(temporary, seal(keys, `file:${name}`, content), { flag: 'wx', mode: 0o600, flush })
    await disk.rename(temporary, join(folder, name))
  }
  const write = async (name: string, content: Uint8Array) => {
    await place(name, content, true)
    await syncFolder(folder)
  }
  return {
    write,
    writePart: (name, content) => place(name, content, false),
    async readPart(name) {
      const sealed = await disk.readFile(join(folder, name)).catch(nullIfGone)
      try {
        return sealed && unseal(keys, `file:${name}`, sealed)
      } catch {
        // What a power cut has left of it does not open.
        return null
      }
    },
    async read(name) {
      return unseal(keys, `file:${name}`, await disk.readFile(join(folder, name)))
    },
    async has(name) {
      return (await writtenAt(folder, name)) !== null
    },
    async old(before, limit) {
      const names: string[] = []
      for (const name of await disk.readdir(folder).catch(() => [])) {
        const at = await writtenAt(folder, name)
        if (at !== null && at < toMs(before)) names.push(name)
        if (names.length >= limit) break
      }
      return names
    },
    async names() {
      // What begins with a dot was being written when the power went.
      return (await disk.readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'))
    },
    async reseal(name) {
      const sealed = await disk.readFile(join(folder, name)).catch(nullIfGone)
      if (sealed === null || keyIdOf(sealed) === keys.data.newest()) return false
      await write(name, unseal(keys, `file:${name}`, sealed))
      return true
    },
    async remove(names) {
      for (const name of names) await disk.rm(join(folder, name), { force: true })
    },
  }
}

// A renamed file is certain only when its folder is on the disk too (R9).
async function syncFolder(folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writtenAt(folder: string, name: string): Promise<number | null> {
  const found = await disk.stat(join(folder, name)).catch(nullIfGone)
  return found?.mtimeMs ?? null
}

function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

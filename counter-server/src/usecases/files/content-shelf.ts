import { Refusal } from '../../domain/refusal.ts'
import { contentName, isContentOf } from '../../store/content-name.ts'
import type { FileDisk } from '../../store/file-disk.ts'
import { type FileRow, isContentNamed } from '../../store/files.ts'
import type { Deps } from '../deps.ts'
import { createTurns, type Turns } from './turns.ts'

/** Checked contents on the disk: encrypted, and each once whoever sent it (P30, V71). */
export interface ContentShelf {
  /**
   * Puts a content on the disk, then lets `record` write the row that names it (R9). Until that is settled nothing takes
   * the content away (V72); one whose row is refused goes at once.
   */
  keep<T>(content: Uint8Array, record: (storedAs: string) => Promise<T>): Promise<T>
  /** Opens a content. One that is gone, does not open or is another one is a fault, never a blank (P30, R18). */
  open(row: Pick<FileRow, 'sha256' | 'storedAs'>): Promise<Buffer>
  /** Seals a file with the newest key, whole or a part of one; false when there was nothing to do (P32). */
  reseal(name: string): Promise<boolean>
  /** Takes contents away that no row names at this moment (V72). */
  drop(names: readonly string[]): Promise<void>
}

/** Where files lie: parts on their way under their own names, and whole contents on their shelf. */
export interface FilePlaces {
  readonly disk: FileDisk
  readonly shelf: ContentShelf
}

export function createContentShelf({ store }: Pick<Deps, 'store'>, disk: FileDisk): ContentShelf {
  const turns: Turns = createTurns()
  const isNamed = (name: string) => store.read((tx) => isContentNamed(tx, name))
  return {
    keep(content, record) {
      const name = contentName(store.keys, content)
      return turns.take(name, async () => {
        // What is there but no row names may be cut short, so it is written anew.
        if (!isNamed(name) || !(await disk.has(name))) await disk.write(name, content)
        try {
          return await record(name)
        } catch (error) {
          // After a fault nobody knows whether the row is there, so only a no clears up (R6).
          if (error instanceof Refusal && !isNamed(name)) await disk.remove([name])
          throw error
        }
      })
    },
    async open({ sha256, storedAs }) {
      if (storedAs === null) throw new Error('a file that has not arrived has no content')
      const content = await disk.read(storedAs)
      if (!isContentOf(store.keys, { sha256, storedAs }, content))
        throw new Error(`the file ${storedAs} holds another content`)
      return content
    },
    reseal: (name) => turns.take(name, () => disk.reseal(name)),
    async drop(names) {
      for (const name of names)
        await turns.take(name, async () => {
          if (!isNamed(name)) await disk.remove([name])
        })
    },
  }
}

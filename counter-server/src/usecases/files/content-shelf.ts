import { contentName, isContentOf } from '../../store/content-name.ts'
import type { FileDisk } from '../../store/file-disk.ts'
import { type FileRow, isContentNamed } from '../../store/files.ts'
import type { Deps } from '../deps.ts'
import type { DayQuota } from './day-quota.ts'
import { createTurns, type Turns } from './turns.ts'

/** Checked contents on the disk: encrypted, and each once whoever sent it (P30, V71). */
export interface ContentShelf {
  /** Puts a content on the disk and gives its name; it lies there before a row names it (R9). */
  keep(content: Uint8Array): Promise<string>
  /** Opens a content. One that is gone, does not open or is another one is a fault, never a blank (P30, R18). */
  open(row: Pick<FileRow, 'sha256' | 'storedAs'>): Promise<Buffer>
  /** Takes contents away that no row names at this moment (V72). */
  drop(names: readonly string[]): Promise<void>
}

/** Where files lie: parts on their way under their own names, and whole contents on their shelf. */
export interface FilePlaces {
  readonly disk: FileDisk
  readonly shelf: ContentShelf
  readonly quota: DayQuota
}

export function createContentShelf({ store }: Pick<Deps, 'store'>, disk: FileDisk): ContentShelf {
  const turns: Turns = createTurns()
  const isNamed = (name: string) => store.read((tx) => isContentNamed(tx, name))
  return {
    keep(content) {
      const name = contentName(store.keys, content)
      return turns.take(name, async () => {
        // What is there but no row names could be on its way out, so it is written anew.
        if (!isNamed(name) || !(await disk.has(name))) await disk.write(name, content)
        return name
      })
    },
    async open({ sha256, storedAs }) {
      if (storedAs === null) throw new Error('a file that has not arrived has no content')
      const content = await disk.read(storedAs)
      if (!isContentOf(store.keys, { sha256, storedAs }, content))
        throw new Error(`the file ${storedAs} holds another content`)
      return content
    },
    async drop(names) {
      for (const name of names)
        await turns.take(name, async () => {
          if (!isNamed(name)) await disk.remove([name])
        })
    },
  }
}

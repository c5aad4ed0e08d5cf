/** A store's entries by key. */
interface Shelf {
  readonly keyPath: string | null
  readonly rows: Map<string, unknown>
}

export type Shelves = Map<string, Shelf>

/** All books of a disk by name. It can be handed from thread to thread, keys that nobody may read included. */
export type DiskImage = Map<string, Shelves>

/** What one transaction left of one entry; `value` is undefined when it is gone. */
export interface DiskChange {
  readonly shelf: string
  readonly key: string
  readonly value: unknown
}

/** One commit of one book, or its first opening with the stores it was given. */
export interface DiskCommit {
  readonly book: string
  readonly made?: readonly Pick<Shelf & { readonly name: string }, 'name' | 'keyPath'>[]
  readonly changes: readonly DiskChange[]
}

/** Brings a copy of a disk up to what the phone was told is on it. */
export function applyCommit(image: DiskImage, { book, made = [], changes }: DiskCommit): void {
  const shelves = image.get(book) ?? new Map<string, Shelf>()
  image.set(book, shelves)
  for (const { name, keyPath } of made) shelves.set(name, { keyPath, rows: new Map() })
  for (const { shelf, key, value } of changes) {
    const rows = shelves.get(shelf)?.rows
    if (value === undefined) rows?.delete(key)
    else rows?.set(key, value)
  }
}

/** Who keeps what a page has committed, so that it outlives the page. */
export interface DiskKeeper {
  /** What lies on the disk when the page opens. */
  readonly image: DiskImage
  /** Called before anybody hears that it is complete (K44). */
  committed(commit: DiskCommit): void
  /** Called before each request of a transaction over these stores and between its commit and its word. */
  passes(stores: readonly string[]): void
}

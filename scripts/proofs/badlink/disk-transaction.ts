import type { DiskChange, Shelves } from './disk-image.ts'

type Shelf = NonNullable<ReturnType<Shelves['get']>>

export class KeyRange {
  readonly lower: string
  readonly upper: string

  constructor(lower: string, upper: string) {
    this.lower = lower
    this.upper = upper
  }

  static bound(lower: string, upper: string): KeyRange {
    return new KeyRange(lower, upper)
  }

  includes(key: string): boolean {
    return key >= this.lower && key <= this.upper
  }
}

/** One request of a disk. */
export class TurnOfDisk extends EventTarget {
  result: unknown = undefined
  error: DOMException | null = null
  transaction: DiskTransaction | null = null

  succeed(result: unknown): void {
    this.result = result
    this.dispatchEvent(new Event('success'))
  }

  fail(error: DOMException): void {
    this.error = error
    this.dispatchEvent(new Event('error'))
  }
}

/** Who looks on at a transaction. */
interface Watch {
  passes(stores: readonly string[]): void
  committed(changes: readonly DiskChange[]): void
}

/** All or nothing, and over as soon as nobody asks for more. */
export class DiskTransaction extends EventTarget {
  readonly objectStoreNames: readonly string[]
  error: DOMException | null = null
  readonly #shelves: Shelves
  readonly #watch: Watch
  readonly #asked: (() => void)[] = []
  /** By store, what each changed entry was; undefined where there was none. */
  readonly #before = new Map<string, Map<string, unknown>>()
  #isOver = false

  constructor(shelves: Shelves, names: readonly string[], watch: Watch) {
    super()
    this.objectStoreNames = names
    this.#shelves = shelves
    this.#watch = watch
  }

  objectStore(name: string): StoreOfDisk {
    const shelf = this.#shelves.get(name)
    if (shelf === undefined || !this.objectStoreNames.includes(name))
      throw new DOMException(name, 'NotFoundError')
    return new StoreOfDisk(this, shelf, (key) => this.#remember(name, key, shelf.rows.get(key)))
  }

  ask(work: () => unknown): TurnOfDisk {
    if (this.#isOver) throw new DOMException('it is over', 'TransactionInactiveError')
    const request = new TurnOfDisk()
    request.transaction = this
    this.#asked.push(() => {
      try {
        request.succeed(work())
      } catch (error) {
        this.error = error as DOMException
        request.fail(this.error)
      }
    })
    return request
  }

  async run(): Promise<void> {
    while (this.error === null) {
      // What waits for the last answer may ask for more before it is over.
      await new Promise((resolve) => setImmediate(resolve))
      const next = this.#asked.shift()
      if (next === undefined) break
      this.#watch.passes(this.objectStoreNames)
      next()
    }
    this.#isOver = true
    if (this.error !== null) this.#takeBack()
    else this.#watch.committed(this.#changes())
    this.#watch.passes(this.objectStoreNames)
    this.dispatchEvent(new Event(this.error === null ? 'complete' : 'abort'))
  }

  #remember(name: string, key: string, value: unknown): void {
    const before = this.#before.get(name) ?? new Map<string, unknown>()
    this.#before.set(name, before)
    if (!before.has(key)) before.set(key, value)
  }

  #changes(): readonly DiskChange[] {
    return [...this.#before].flatMap(([shelf, before]) =>
      [...before.keys()].map((key) => ({ shelf, key, value: this.#shelves.get(shelf)?.rows.get(key) })),
    )
  }

  #takeBack(): void {
    for (const [name, before] of this.#before) {
      const rows = this.#shelves.get(name)?.rows
      for (const [key, value] of before) {
        if (value === undefined) rows?.delete(key)
        else rows?.set(key, value)
      }
    }
  }
}

export class StoreOfDisk {
  readonly #tx: DiskTransaction
  readonly #shelf: Shelf
  /** Called before an entry is changed. */
  readonly #changes: (key: string) => void

  constructor(tx: DiskTransaction, shelf: Shelf, changes: (key: string) => void) {
    this.#tx = tx
    this.#shelf = shelf
    this.#changes = changes
  }

  get(key: string): TurnOfDisk {
    return this.#tx.ask(() => this.#shelf.rows.get(key))
  }

  getAll(range?: KeyRange): TurnOfDisk {
    return this.#tx.ask(() => this.#keys(range).map((key) => this.#shelf.rows.get(key)))
  }

  getAllKeys(range?: KeyRange): TurnOfDisk {
    return this.#tx.ask(() => this.#keys(range))
  }

  put(value: unknown, key?: string): TurnOfDisk {
    return this.#write(value, key)
  }

  add(value: unknown, key?: string): TurnOfDisk {
    return this.#write(value, key, (name) => {
      if (this.#shelf.rows.has(name)) throw new DOMException(name, 'ConstraintError')
    })
  }

  clear(): TurnOfDisk {
    return this.#drop(() => true)
  }

  delete(key: string | KeyRange): TurnOfDisk {
    return this.#drop((each) => (typeof key === 'string' ? each === key : key.includes(each)))
  }

  #drop(isMeant: (key: string) => boolean): TurnOfDisk {
    return this.#tx.ask(() => {
      for (const each of this.#keys().filter(isMeant)) {
        this.#changes(each)
        this.#shelf.rows.delete(each)
      }
    })
  }

  // A browser takes the value as it is at the call, not when its turn comes. Who reads it changes nothing of it, so it is not
  // copied once more for each reader: a page that holds two thousand commands would do little else.
  #write(
    value: unknown,
    key: string | undefined,
    check: (name: string) => void = () => undefined,
  ): TurnOfDisk {
    const { keyPath } = this.#shelf
    const kept = frozen(structuredClone(value))
    const name = keyPath === null ? key : (kept as Record<string, string>)[keyPath]
    if (name === undefined) throw new DOMException('no key', 'DataError')
    return this.#tx.ask(() => {
      check(name)
      this.#changes(name)
      this.#shelf.rows.set(name, kept)
      return name
    })
  }

  #keys(range?: KeyRange): string[] {
    return [...this.#shelf.rows.keys()].filter((key) => range?.includes(key) ?? true).sort()
  }
}

// Bytes cannot be frozen, and nothing of the page writes into what it has read.
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
  for (const each of Object.values(value)) frozen(each)
  return Object.freeze(value)
}

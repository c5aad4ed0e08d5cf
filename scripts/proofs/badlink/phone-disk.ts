import type { DiskKeeper, Shelves } from './disk-image.ts'
import { DiskTransaction, KeyRange, StoreOfDisk, TurnOfDisk } from './disk-transaction.ts'

/** The events a browser tells the first opening by. */
class FirstOpening extends Event {
  readonly oldVersion = 0
  readonly newVersion = 1
}

class PhoneDatabase extends EventTarget {
  readonly #name: string
  readonly #shelves: Shelves
  readonly #keeper: DiskKeeper
  #last: Promise<void> = Promise.resolve()

  constructor(name: string, shelves: Shelves, keeper: DiskKeeper) {
    super()
    this.#name = name
    this.#shelves = shelves
    this.#keeper = keeper
  }

  createObjectStore(name: string, { keyPath = null }: { readonly keyPath?: string | null } = {}): void {
    this.#shelves.set(name, { keyPath, rows: new Map() })
    this.#keeper.committed({ book: this.#name, made: [{ name, keyPath }], changes: [] })
  }

  /**
   * One after another over all tabs, which is stricter than a browser for readers and the same for writers. Whoever writes
   * without a strict word of the disk would be told 「存好了」 of what a power cut still takes away (V28).
   */
  transaction(
    names: string | readonly string[],
    mode: IDBTransactionMode = 'readonly',
    { durability }: IDBTransactionOptions = {},
  ): DiskTransaction {
    if (mode === 'readwrite' && durability !== 'strict')
      throw new DOMException('written without a strict word of the disk', 'InvalidAccessError')
    const tx = new DiskTransaction(this.#shelves, typeof names === 'string' ? [names] : names, {
      passes: (stores) => this.#keeper.passes(stores),
      committed: (changes) => {
        if (changes.length > 0) this.#keeper.committed({ book: this.#name, changes })
      },
    })
    this.#last = this.#last.then(() => tx.run())
    return tx
  }

  close(): void {
    // Nothing is held open.
  }
}

class PhoneIndexedDb {
  readonly #keeper: DiskKeeper
  readonly #books = new Map<string, PhoneDatabase>()

  constructor(keeper: DiskKeeper) {
    this.#keeper = keeper
    for (const [name, shelves] of keeper.image)
      this.#books.set(name, new PhoneDatabase(name, shelves, keeper))
  }

  /** The page that had it open is gone. */
  forget(): void {
    for (const book of this.#books.values()) book.dispatchEvent(new Event('close'))
  }

  open(name: string): TurnOfDisk {
    const request = new TurnOfDisk()
    const known = this.#books.get(name)
    const database = known ?? new PhoneDatabase(name, new Map(), this.#keeper)
    this.#books.set(name, database)
    setImmediate(() => {
      request.result = database
      if (known === undefined) request.dispatchEvent(new FirstOpening('upgradeneeded'))
      request.succeed(database)
    })
    return request
  }

  deleteDatabase(name: string): TurnOfDisk {
    const request = new TurnOfDisk()
    this.#books.delete(name)
    setImmediate(() => request.succeed(undefined))
    return request
  }
}

// The library that the page uses looks for these too; nothing of ours has an index or a cursor.
class NoIndex {}
class NoCursor {
  advance(): void {}
  continue(): void {}
  continuePrimaryKey(): void {}
}

const NOBODY: DiskKeeper = {
  image: new Map(),
  committed: () => undefined,
  passes: () => undefined,
}

let inUse: PhoneIndexedDb | null = null

/**
 * Gives this thread an IndexedDB in memory: as much of it as the village's page uses, with its transactions (V27, V28, K44).
 * With a keeper it begins with what a page of before has committed.
 */
export function givePhoneDisk(keeper: DiskKeeper = NOBODY): void {
  inUse?.forget()
  inUse = new PhoneIndexedDb(keeper)
  Object.assign(globalThis, {
    indexedDB: inUse,
    IDBRequest: TurnOfDisk,
    IDBTransaction: DiskTransaction,
    IDBObjectStore: StoreOfDisk,
    IDBDatabase: PhoneDatabase,
    IDBIndex: NoIndex,
    IDBCursor: NoCursor,
    IDBKeyRange: KeyRange,
  })
}

import { DiskTransaction, KeyRange, type Shelves, StoreOfDisk, TurnOfDisk } from './disk-transaction.ts'

/** The events a browser tells the first opening by. */
class FirstOpening extends Event {
  readonly oldVersion = 0
  readonly newVersion = 1
}

class PhoneDatabase extends EventTarget {
  readonly #shelves: Shelves
  readonly #turns: { last: Promise<void> }

  constructor(shelves: Shelves, turns: { last: Promise<void> }) {
    super()
    this.#shelves = shelves
    this.#turns = turns
  }

  createObjectStore(name: string, { keyPath = null }: { readonly keyPath?: string | null } = {}): void {
    this.#shelves.set(name, { keyPath, rows: new Map() })
  }

  /** One after another over all tabs, which is stricter than a browser for readers and the same for writers. */
  transaction(names: string | readonly string[]): DiskTransaction {
    const tx = new DiskTransaction(this.#shelves, typeof names === 'string' ? [names] : names)
    this.#turns.last = this.#turns.last.then(() => tx.run())
    return tx
  }

  close(): void {
    // Nothing is held open.
  }
}

class PhoneIndexedDb {
  readonly #books = new Map<string, PhoneDatabase>()

  open(name: string): TurnOfDisk {
    const request = new TurnOfDisk()
    const known = this.#books.get(name)
    const database = known ?? new PhoneDatabase(new Map(), { last: Promise.resolve() })
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

/** Gives this thread an IndexedDB in memory: as much of it as the village's page uses, with its transactions (V27, V28, K44). */
export function givePhoneDisk(): void {
  Object.assign(globalThis, {
    indexedDB: new PhoneIndexedDb(),
    IDBRequest: TurnOfDisk,
    IDBTransaction: DiskTransaction,
    IDBObjectStore: StoreOfDisk,
    IDBDatabase: PhoneDatabase,
    IDBIndex: NoIndex,
    IDBCursor: NoCursor,
    IDBKeyRange: KeyRange,
  })
}

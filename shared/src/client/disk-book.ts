import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreKey,
  type StoreNames,
  type StoreValue,
} from 'idb'

type Writing<S extends DBSchema> = IDBPTransaction<S, StoreNames<S>[], 'readwrite'>
type Reading<S extends DBSchema> = IDBPTransaction<S, StoreNames<S>[], 'readonly'>
type Upgrading<S extends DBSchema> = IDBPTransaction<S, StoreNames<S>[], 'versionchange'>

/** The own book of a device in its browser: it outlives reload, crash and power loss. */
export interface DiskBook<S extends DBSchema> {
  /**
   * Writes and resolves when the disk has it (K44). Nothing but the transaction's own requests may be awaited inside,
   * or the browser ends it.
   */
  write<T>(stores: StoreNames<S>[], work: (tx: Writing<S>) => Promise<T>): Promise<T>
  /** Reads of one moment; the same holds of what is awaited inside. */
  read<T>(stores: StoreNames<S>[], work: (tx: Reading<S>) => Promise<T>): Promise<T>
  /** Everything in one store, in the order of its keys. */
  all<Name extends StoreNames<S>>(name: Name): Promise<StoreValue<S, Name>[]>
  /** One entry of a store, or undefined. */
  find<Name extends StoreNames<S>>(
    name: Name,
    key: StoreKey<S, Name>,
  ): Promise<StoreValue<S, Name> | undefined>
  /** Deletes the whole book; the next use begins an empty one. */
  erase(): Promise<void>
}

export interface BookForm<S extends DBSchema> {
  readonly name: string
  readonly version: number
  /** Nothing but the transaction's own requests may be awaited inside. */
  upgrade(database: IDBPDatabase<S>, from: number, tx: Upgrading<S>): Promise<void> | void
  /** Another page wants a newer book: what is to be written with this one is written before it closes (V41). */
  outdated?(): Promise<void>
}

/** A book that opens at its first use and again after it was closed. */
export function diskBook<S extends DBSchema>({ name, version, upgrade, outdated }: BookForm<S>): DiskBook<S> {
  let opened: Promise<IDBPDatabase<S>> | null = null

  function open(): Promise<IDBPDatabase<S>> {
    opened ??= openDB<S>(name, version, {
      upgrade: (database, from, _to, tx) => upgrade(database, from, tx),
      // Another page of this browser wants a newer book: this one must not hold it up.
      blocking(_now, next, event) {
        const close = () => {
          opened = null
          ;(event.target as IDBDatabase).close()
        }
        // A book that is to be deleted needs nothing written.
        if (next === null || outdated === undefined) close()
        else void outdated().then(close, close)
      },
      terminated: () => {
        opened = null
      },
    }).catch((error: unknown) => {
      // What failed once may do the next time; a kiosk is not reloaded for months.
      opened = null
      throw error
    })
    return opened
  }

  return {
    async write(stores, work) {
      const database = await open()
      const tx = database.transaction(stores, 'readwrite', { durability: 'strict' })
      const [result] = await Promise.all([work(tx), tx.done])
      return result
    },
    async read(stores, work) {
      const tx = (await open()).transaction(stores, 'readonly')
      const [result] = await Promise.all([work(tx), tx.done])
      return result
    },
    all: async (store) => (await open()).getAll(store),
    find: async (store, key) => (await open()).get(store, key),
    async erase() {
      ;(await open()).close()
      opened = null
      await deleteDB(name)
    },
  }
}

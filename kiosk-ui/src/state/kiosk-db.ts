import type { LeaseBlock, OfflineCommand } from '@counter/shared/contract/leases'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'

/** A paper on its way, kept so that no crash prints it twice by itself (Q44). */
export interface KeptPrint {
  readonly job: string
  readonly state: 'sent' | 'printed' | 'failed' | 'unknown'
  readonly at: Instant
}

interface KioskSchema extends DBSchema {
  /** Blocks for one date each; the numbers already given out are no longer in them (Q46). */
  leases: { key: string; value: LeaseBlock }
  /** What the server must still hear, in the kiosk's own order over all days (Q47). */
  outbox: { key: number; value: OfflineCommand }
  /** Creates that were sent and not answered yet. */
  asked: { key: string; value: { readonly commandId: CommandId } }
  prints: { key: string; value: KeptPrint }
  counters: { key: 'sequence'; value: number }
}

export type KioskStore = StoreNames<KioskSchema>

let opened: Promise<IDBPDatabase<KioskSchema>> | null = null

/** The kiosk's own book. It outlives reload and power loss; everything in it is written before the paper (Q47). */
function kioskDb(): Promise<IDBPDatabase<KioskSchema>> {
  opened ??= openDatabase().catch((error: unknown) => {
    // What failed once may do the next time; a kiosk is not reloaded for months.
    opened = null
    throw error
  })
  return opened
}

async function openDatabase(): Promise<IDBPDatabase<KioskSchema>> {
  return openDB<KioskSchema>('counter-kiosk', 1, {
    upgrade(database) {
      database.createObjectStore('leases', { keyPath: 'lease' })
      database.createObjectStore('outbox', { keyPath: 'sequence' })
      database.createObjectStore('asked', { keyPath: 'commandId' })
      database.createObjectStore('prints', { keyPath: 'job' })
      database.createObjectStore('counters')
    },
    // Another page of this browser wants a newer book: this one must not hold it up.
    blocking(_now, _next, event) {
      opened = null
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opened = null
    },
  })
}

/**
 * Writes and resolves when the disk has it (K44). Nothing but the transaction's own requests may be awaited inside,
 * or the browser ends it.
 */
export async function writeKiosk<T>(
  stores: KioskStore[],
  work: (tx: IDBPTransaction<KioskSchema, KioskStore[], 'readwrite'>) => Promise<T>,
): Promise<T> {
  const database = await kioskDb()
  const tx = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const [result] = await Promise.all([work(tx), tx.done])
  return result
}

/** Everything in one store, in the order of its keys. */
export async function readKiosk<Name extends KioskStore>(
  name: Name,
): Promise<readonly KioskSchema[Name]['value'][]> {
  return (await kioskDb()).getAll(name)
}

/** One entry of a store, or undefined. */
export async function findInKiosk<Name extends KioskStore>(
  name: Name,
  key: KioskSchema[Name]['key'],
): Promise<KioskSchema[Name]['value'] | undefined> {
  return (await kioskDb()).get(name, key)
}

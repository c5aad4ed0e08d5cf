import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { AskedClass } from './kiosk-machine.ts'

/** One number of a lease with what its paper tells; nobody but this kiosk has it (Q46). */
export interface KeptNumber {
  readonly number: string
  readonly token: string
  readonly queryCode: string
  readonly link: string
}

/** A block of emergency numbers for one date; those already given out are no longer in it. */
export interface KeptLease {
  readonly lease: string
  readonly businessDate: PlainDate
  readonly numbers: readonly KeptNumber[]
}

/**
 * What the server must still hear: a number that was given without it, or a create that it may have committed although
 * nobody took the number (Q47, Q49). `sequence` is the kiosk's own order, over all days.
 */
export type OutboxCommand =
  | {
      readonly kind: 'take'
      readonly commandId: CommandId
      readonly sequence: number
      readonly lease: string
      readonly number: string
      readonly topic: TopicKey
      readonly cls: AskedClass
      /** This machine's own clock, and what was to be added to it when the server was last heard. */
      readonly localTime: Instant
      readonly offsetMs: number
      /** Restarted without the server, or its clock has jumped: the time is not to be believed (Q48). */
      readonly hasLostClock: boolean
      readonly replaces: CommandId | null
      readonly printJobId: string
      readonly paper: 'printed' | 'failed' | 'unknown'
    }
  | {
      readonly kind: 'abandon'
      readonly commandId: CommandId
      readonly sequence: number
      readonly replaces: CommandId
    }

/** A paper on its way, kept so that no crash prints it twice by itself (Q44). */
export interface KeptPrint {
  readonly job: string
  readonly state: 'sent' | 'printed' | 'failed' | 'unknown'
  readonly at: Instant
}

interface KioskSchema extends DBSchema {
  leases: { key: string; value: KeptLease }
  outbox: { key: number; value: OutboxCommand }
  /** Creates that were sent and not answered yet. */
  asked: { key: string; value: { readonly commandId: CommandId } }
  prints: { key: string; value: KeptPrint }
  counters: { key: 'sequence'; value: number }
}

export type KioskStore = StoreNames<KioskSchema>

let opened: Promise<IDBPDatabase<KioskSchema>> | null = null

/** The kiosk's own book. It outlives reload and power loss; everything in it is written before the paper (Q47). */
function kioskDb(): Promise<IDBPDatabase<KioskSchema>> {
  opened ??= openDB<KioskSchema>('counter-kiosk', 1, {
    upgrade(database) {
      database.createObjectStore('leases', { keyPath: 'lease' })
      database.createObjectStore('outbox', { keyPath: 'sequence' })
      database.createObjectStore('asked', { keyPath: 'commandId' })
      database.createObjectStore('prints', { keyPath: 'job' })
      database.createObjectStore('counters')
    },
    // Another page of this browser wants a newer book: this one must not hold it up.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = null
    },
  })
  return opened
}

/**
 * Writes and resolves when the disk has it (K44). Nothing but the transaction's own requests may be awaited inside,
 * or the browser ends it.
 * @public
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

/**
 * Everything in one store, in the order of its keys.
 * @public
 */
export async function readKiosk<Name extends KioskStore>(
  name: Name,
): Promise<readonly KioskSchema[Name]['value'][]> {
  return (await kioskDb()).getAll(name)
}

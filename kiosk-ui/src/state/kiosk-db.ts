import { diskBook } from '@counter/shared/client/disk-book'
import type { LeaseBlock, OfflineCommand } from '@counter/shared/contract/leases'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { DBSchema } from 'idb'

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

/** The kiosk's own book; everything in it is written before the paper (Q47). */
const book = diskBook<KioskSchema>({
  name: 'counter-kiosk',
  version: 1,
  upgrade(database) {
    database.createObjectStore('leases', { keyPath: 'lease' })
    database.createObjectStore('outbox', { keyPath: 'sequence' })
    database.createObjectStore('asked', { keyPath: 'commandId' })
    database.createObjectStore('prints', { keyPath: 'job' })
    database.createObjectStore('counters')
  },
})

export const { write: writeKiosk, all: readKiosk, find: findInKiosk } = book

import { diskBook } from '@counter/shared/client/disk-book'
import type { StaffSession } from '@counter/shared/contract/people'
import type { SyncResult } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { OutboxItem } from './outbox.ts'
import type { Sealed } from './seal.ts'
import type { Slot } from './slot.ts'

/** A command as it lies on the disk: what lists and the sender need is open, all that names a person is sealed (V27). */
export interface KeptCommand extends Omit<OutboxItem, 'title' | 'slip'> {
  readonly id: CommandId
  /** The content for the centre; gone when the centre has it (V38). */
  readonly envelope: Sealed | null
  /** The author's own view: what the list calls it, and the resident's slip. */
  readonly view: Sealed
  /** The form it was made of, so that a refused one opens again (V36). */
  readonly form: Sealed | null
}

/** A photo under `draft/SHA` or `queue/SHA`: the form's own, and those of frozen commands. */
interface KeptPhoto {
  readonly name: string
  readonly content: Sealed
}

/** What remains of a command for 90 days (V38). */
export interface Stub {
  readonly id: CommandId
  readonly payloadHash: string
  readonly number: string | null
  readonly status: SyncResult['status']
  readonly at: number
  /** The centre lost it: it is entered again from paper (V56). */
  readonly isMissing: boolean
  /** It was missing once, and is not asked for again (V56). */
  readonly wasLost?: boolean
  /** Since when the centre has it, by its clock; left out of what it had before it said so. */
  readonly storedAt?: Instant
}

/** An agent who has signed in on this device, so that the page opens without a network (V82). */
interface KeptAgent {
  readonly staffId: StaffId
  readonly session: StaffSession
  readonly usedAt: number
}

/** What the centre last said to one agent, for the time without a network. */
interface KeptTopic {
  readonly name: string
  readonly state: Sealed
  readonly keptAt: number
}

/** A half-written form of one agent; each of its forms has a name of its own. */
export interface KeptDraft {
  readonly name: string
  readonly author: StaffId
  readonly form: Sealed
  readonly savedAt: number
  /** The moment is the centre's own; left out where only this phone's clock was known (V78). */
  readonly isHeard?: boolean
  /** When its agent was first told that it will be let go (V36). */
  readonly warnedAt?: number
  /** Nothing is written in it; a page of before did not say (V84). */
  readonly isBlank?: boolean
}

export interface VillageSchema extends DBSchema {
  /** `left`: the book was emptied for good and is about to be deleted (V84). */
  meta: { key: 'seq' | 'left'; value: number }
  /**
   * The id that this device gave itself, that of a request for numbers that is not answered yet (V61), the centre's store
   * (V57), and the key to which this device seals for the centre alone (V31).
   */
  ids: { key: 'device' | 'request' | 'epoch' | 'server' | 'sealing'; value: string }
  leases: { key: string; value: { readonly number: string } }
  agents: { key: StaffId; value: KeptAgent }
  keys: { key: 'queue' | 'device' | 'former'; value: CryptoKey }
  vault: { key: StaffId; value: Slot }
  drafts: { key: string; value: KeptDraft }
  commands: { key: CommandId; value: KeptCommand }
  blobs: { key: string; value: KeptPhoto }
  receipts: { key: CommandId; value: Stub }
  cache: { key: string; value: KeptTopic }
}

let outdated: () => Promise<void> = () => Promise.resolve()

/** What this page does when another one wants a newer book; until it is done, the other waits (V41). */
export function onNewerBook(work: () => Promise<void>): void {
  outdated = work
}

/** The one book of a village point's device, apart from any cache (V27). */
export const villageBook = diskBook<VillageSchema>({
  name: 'counter-village',
  version: 2,
  outdated: () => outdated(),
  upgrade(database, from, tx) {
    if (from === 1) return giveNames(database, tx)
    database.createObjectStore('meta')
    database.createObjectStore('ids')
    database.createObjectStore('leases', { keyPath: 'number' })
    database.createObjectStore('agents', { keyPath: 'staffId' })
    database.createObjectStore('keys')
    database.createObjectStore('vault', { keyPath: 'staffId' })
    database.createObjectStore('drafts', { keyPath: 'name' })
    database.createObjectStore('commands', { keyPath: 'id' })
    database.createObjectStore('blobs', { keyPath: 'name' })
    database.createObjectStore('receipts', { keyPath: 'id' })
    database.createObjectStore('cache', { keyPath: 'name' })
    return undefined
  },
})

// The first book had one form and one set of copies for all agents of a phone. A form is not lost by it; copies are made anew.
async function giveNames(
  database: IDBPDatabase<VillageSchema>,
  tx: IDBPTransaction<VillageSchema, StoreNames<VillageSchema>[], 'versionchange'>,
): Promise<void> {
  const kept = await tx.objectStore('drafts').getAll()
  database.deleteObjectStore('drafts')
  database.deleteObjectStore('cache')
  database.createObjectStore('cache', { keyPath: 'name' })
  const drafts = database.createObjectStore('drafts', { keyPath: 'name' })
  await Promise.all(kept.map((draft) => drafts.put({ ...draft, name: draft.author })))
}

import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Kept, Stubs } from './phone-words.ts'

/** What stands outside the system: all that phones were told is kept, and what they knew at their end. */
export interface Ledger {
  readonly submitted: readonly {
    readonly village: VillageCode
    /** The registration, then its notes, in the order in which they were taken. */
    readonly kept: readonly Kept[]
  }[]
  readonly ends: ReadonlyMap<VillageCode, PhoneEnd>
  readonly wakings: readonly Waking[]
}

export interface PhoneEnd {
  readonly stubs: Stubs
  /** Commands that the centre had already when they came once more. */
  readonly duplicates: readonly CommandId[]
  readonly longestSendingMs: number
}

/** A page that came back after it was killed: what the one before was told is on the disk, and what is. */
export interface Waking {
  readonly village: VillageCode
  /** The form that was written down last, if nobody was told that it is frozen. */
  readonly written: CommandId | null
  readonly frozen: readonly CommandId[]
  readonly found: { readonly drafts: readonly CommandId[]; readonly frozen: readonly CommandId[] }
}

/** What the centre has, read from its files after it has ended. */
export interface CentreRecord {
  readonly cases: readonly { readonly id: string; readonly number: string }[]
  /** Events that a phone's command made, in the order of the record. */
  readonly events: readonly { readonly case: string; readonly command: string; readonly type: string }[]
  /** Commands of the points with the hash that the centre keeps of each, and what the hash must be by their frozen header. */
  readonly receipts: readonly { readonly village: string; readonly command: string; readonly hash: string }[]
  hashOf(kept: Kept): string
  readonly aliases: readonly { readonly alias: string; readonly case: string }[]
  readonly logBook: readonly { readonly case: string }[]
  /** The photos of each case: the address they were named by, and what now lies there. */
  readonly photos: readonly {
    readonly case: string
    readonly sha256: string
    readonly stored: string | null
  }[]
}

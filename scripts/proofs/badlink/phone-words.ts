import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'

/** What a phone is started with. */
export interface PhoneTask {
  /** The bad line to the centre. */
  readonly url: string
  /** Headers that make a request this agent's. */
  readonly headers: Readonly<Record<string, string>>
  readonly agent: StaffId
  readonly village: VillageCode
  readonly seed: number
}

/** What the runner asks of a phone. */
export type Asked = { readonly do: 'take'; readonly place: number } | { readonly do: 'end' }

/** One command as the phone was told that it is kept: from here on the ledger knows it. */
export interface Kept {
  readonly header: VillageHeader
  readonly payload: unknown
}

/** What a phone knows when it ends. */
export interface PhoneEnd {
  /** What the centre acknowledged, as the phone keeps it (V38). */
  readonly stubs: readonly { readonly id: CommandId; readonly number: string | null }[]
  /** How often each command was sent. */
  readonly sent: Readonly<Record<string, number>>
  /** Commands that the centre had already when they came once more. */
  readonly duplicates: readonly string[]
  readonly longestSendingMs: number
}

/** What a phone tells the runner. */
export type Told =
  | { readonly is: 'ready' }
  | { readonly is: 'kept'; readonly place: number; readonly kept: readonly Kept[] }
  | { readonly is: 'standing'; readonly texts: number; readonly photos: number; readonly attention: number }
  | { readonly is: 'ended'; readonly end: PhoneEnd }

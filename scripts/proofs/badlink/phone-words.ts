import type { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { DiskCommit, DiskImage } from './disk-image.ts'

/** Where in its work a page is killed: while it freezes a form (V28), sends (V36), or writes down an answer (V51). */
export const DEATHS = ['submit', 'sending', 'answer', 'photo'] as const
export type Death = (typeof DEATHS)[number]

/** One resident at the door of a point. The ids are given from outside, so that nobody has to ask a dead page for them. */
export interface Taking {
  readonly place: number
  readonly caseId: CaseId
  /** The registration's, then one for each note. */
  readonly ids: readonly CommandId[]
}

/** What a page is opened with. */
export interface PhoneTask {
  /** The bad line to the centre. */
  readonly url: string
  /** Headers that make a request this agent's. */
  readonly headers: Readonly<Record<string, string>>
  readonly agent: StaffId
  readonly village: VillageCode
  readonly seed: number
  /** How often this phone's page was killed before. */
  readonly life: number
  /** What lies on the phone. */
  readonly image: DiskImage
  /** Residents whom a page that was killed has not finished with, the first one first. */
  readonly unfinished: readonly Taking[]
}

/** What the runner asks of a page. */
export type Asked =
  | { readonly do: 'take'; readonly taking: Taking }
  /** Dies at the `after`-th occasion of this kind from now on; a request that is on its way is cut off after so many ms. */
  | { readonly do: 'die'; readonly at: Death; readonly after: number }
  | { readonly do: 'live' }
  | { readonly do: 'end' }

/** One command as the phone was told that it is kept: from here on the ledger knows it. */
export interface Kept {
  readonly header: VillageHeader
}

/** What a phone knows when it ends: all that the centre acknowledged, as the phone keeps it (V38). */
export type Stubs = readonly { readonly id: CommandId; readonly number: string | null }[]

/** What a page tells the runner. */
export type Told =
  | { readonly is: 'ready' }
  | { readonly is: 'committed'; readonly commit: DiskCommit }
  /** The form of this command is on the disk; its command is. */
  | { readonly is: 'drafted' | 'frozen'; readonly id: CommandId }
  | { readonly is: 'woke'; readonly drafts: readonly CommandId[]; readonly frozen: readonly CommandId[] }
  | { readonly is: 'kept'; readonly place: number; readonly kept: readonly Kept[] }
  /** Commands that the centre had already when they came once more. */
  | { readonly is: 'duplicates'; readonly ids: readonly CommandId[] }
  | ({ readonly is: 'standing' } & Standing)
  | { readonly is: 'dies'; readonly at: Death }
  | { readonly is: 'ended'; readonly stubs: Stubs }

/** What a phone still has to do, and how long something of it has said 发送中. */
export interface Standing {
  readonly texts: number
  readonly photos: number
  readonly attention: number
  readonly sendingMs: number
}

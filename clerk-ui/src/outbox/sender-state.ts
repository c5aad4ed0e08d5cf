import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Capture } from './capture.ts'
import type { KeptSample } from './device-disk.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxDisk } from './outbox-disk.ts'
import type { Stub } from './village-db.ts'

/** What pages see of the sender, and what they may ask of it. */
export interface SenderState {
  readonly outbox: Outbox
  /** Where the content of the items lies. */
  readonly disk: OutboxDisk
  /** Case numbers that this device may still give out; null until its disk has said so (V61). */
  readonly numbersLeft: number | null
  /** What the centre acknowledged and has no more: to be entered again from paper (V56). */
  readonly lost: readonly Stub[]
  /** How far the centre's clock is ahead of this device's, in ms; null until it was heard (V78). */
  readonly clockAheadMs: number | null
  /** The centre's time as last heard, by this page or by one before; null on a phone that never heard it (V77). */
  readonly lastServer: KeptSample | null
  /** The centre speaks with this page no more; what waits stays until a newer page sends it (V58). */
  readonly isTooOld: boolean
  /** The phone is retired: it erases itself when all is sent and this many forms are done with; null while it is in use (V81). */
  readonly leaving: { readonly drafts: number } | null
  /** Device time in ms until which photos rest after the line broke under one. */
  readonly photosRestUntil: number
  /** Device time in ms until which the photos of an agent rest whose day is full (V68). */
  readonly fullDays: ReadonlyMap<StaffId, number>
  /** Reads what the disk has: at the start of the page, and when another tab has changed it. */
  reload(): Promise<void>
  /** Takes a capture; resolves when the disk has it whole, and it stays until the centre has acknowledged it (V28). */
  keep(capture: Capture): Promise<VillageHeader>
  /** 交镇中心处理 (V36). */
  handOver(id: CommandId): Promise<void>
  /** A photo that waits for a person goes once more (V70). */
  sendPhotoAgain(sha256: string): Promise<void>
  /** Sends what is due; one run at a time, which all callers wait for. */
  drain(): Promise<void>
  /** 「现在发」. */
  sendNow(): Promise<void>
  /** Tells the centre how things stand here, also when nothing is due (V88). */
  hello(): Promise<void>
  /** It was entered again from paper. */
  settleLost(id: CommandId): Promise<void>
}

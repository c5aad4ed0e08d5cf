import type { SyncAnswer, SyncBody } from '@counter/shared/contract/village'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { DeviceDisk } from './device-disk.ts'
import type { FileLine } from './file-parts.ts'
import type { NumberRules } from './numbers.ts'
import type { OutboxDisk } from './outbox-disk.ts'
import type { PageClock } from './page-clock.ts'
import type { RawAnswer } from './sync-answer.ts'

/** The outside world of the sender: disk, two kinds of request, clocks and chance. */
export interface SenderWorld {
  readonly disk: OutboxDisk
  readonly device: DeviceDisk
  sync(body: SyncBody): Promise<RawAnswer | null>
  readonly files: FileLine
  /** Asks whether the centre is there; only its own word counts (V43, V47). */
  knock(): Promise<boolean>
  /** Whether somebody can see this page; behind another one it asks nobody (V43). */
  isSeen(): boolean
  /** Whether the live line has heard the centre within the last seconds (R21). */
  isLineUp(): boolean
  /** Who is signed in; only their own items are sent (V35). Null sends nothing. */
  author(): StaffId | null
  /** Runs it when no other tab of this browser does; one sender for all of them (V41). */
  alone(run: () => Promise<void>): Promise<void>
  /** Another tab may have other things on its screen now. */
  tellOthers(): void
  /** Device time in ms. */
  now(): number
  deviceNow(): Instant
  /** The page's steady clock (V77). */
  readonly page: PageClock
  /** 0 to 1. */
  chance(): number
  newNonce(): string
  /** What the centre has set for the numbers of its phones (V61). */
  numberRules(): NumberRules
  /** Whether the browser has promised to keep what is here; null when it was not asked (V40). */
  isPersisted(): boolean | null
  /** Up to where this agent's copy of the own cases goes; null while it is locked (V55). */
  cursor(): Promise<SyncBody['cursor'] | null>
  /** Keeps what has changed since; false when the disk has no room for it. */
  hearChanges(answer: SyncAnswer): Promise<boolean>
  /** Erases this device: the centre asked for it and has everything. How many half-written forms keep it from that (V84). */
  wipe(): Promise<number>
  readonly appVersion: string
}

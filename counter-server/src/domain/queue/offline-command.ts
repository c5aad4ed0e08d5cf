import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { KioskTime } from './lease.ts'

/** A number that a kiosk gave without the server (Q47). */
export interface OfflineTake extends KioskTime {
  readonly kind: 'take'
  readonly commandId: CommandId
  /** The kiosk's own order. */
  readonly sequence: number
  readonly lease: string
  readonly number: string
  readonly topic: TopicKey
  readonly cls: 'ordinary' | 'priority'
  /** The create that was not answered (Q49). */
  readonly replaces: CommandId | null
  readonly printJobId: string
  readonly paper: 'printed' | 'failed' | 'unknown'
}

/** A create that was not answered, and whose resident has gone without a number (Q49). */
export interface OfflineAbandon {
  readonly kind: 'abandon'
  readonly commandId: CommandId
  readonly sequence: number
  readonly replaces: CommandId
}

export type OfflineCommand = OfflineTake | OfflineAbandon

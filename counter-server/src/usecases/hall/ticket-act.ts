import type { StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { SettingValue } from '@counter/shared/vocabulary/setting'
import type { TicketClass, VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Origin } from '../../store/origin.ts'

/** How a visit ended, as the clerk says (Q32). */
export interface VisitFinish {
  readonly outcome: VisitOutcome
  /** What was really served, when it is not what was asked for. */
  readonly topicServed: TopicKey | null
  /** 补录. */
  readonly isLateEntry: boolean
}

/** What staff do to a ticket, with what that act needs (queue.md 2 and 5). */
export type TicketAct =
  | {
      readonly kind:
        | 'recall'
        | 'undo-call'
        | 'start'
        | 'reopen'
        | 'rejoin'
        | 'postpone'
        | 'release'
        | 'restore'
        | 'cancel'
    }
  | { readonly kind: 'miss'; readonly reason: string | null; readonly isConfirmed: boolean }
  | ({ readonly kind: 'finish' } & VisitFinish)
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string | null }
  | {
      readonly kind: 'transfer'
      readonly to: { readonly window: number } | { readonly topic: TopicKey }
      /** Null: as the house has set it (`transfer.place`). */
      readonly place: SettingValue<'transfer.place'> | null
      readonly reason: string | null
      readonly isConfirmed: boolean
    }
  | { readonly kind: 'reclass'; readonly cls: Exclude<TicketClass, 'appointment'>; readonly reason: string }
  | {
      readonly kind: 'serve-by-hand'
      readonly window: number | null
      readonly outcome: VisitOutcome | null
      readonly topicServed: TopicKey | null
      readonly servedAt: Instant
      readonly reason: string
    }
  | { readonly kind: 'move'; readonly to: TicketId; readonly reason: string }

export interface ActOnTicket {
  readonly origin: Origin
  readonly staff: StaffId
  /** The window where the clerk is on duty; null without one. */
  readonly window: number | null
  readonly ticket: TicketId
  readonly expectedVersion: number | null
  readonly act: TicketAct
}

/** What staff may do without a window: supervisor, hall guide (queue.md 2). */
export const WITHOUT_WINDOW: readonly TicketAct['kind'][] = [
  'rejoin',
  'postpone',
  'restore',
  'cancel',
  'reclass',
  'serve-by-hand',
  'move',
]

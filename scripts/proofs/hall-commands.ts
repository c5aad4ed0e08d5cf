import type { OracleTicket } from './hall-oracle.ts'

export interface Finish {
  readonly outcome: string
  readonly isLate: boolean
}

/** What a clerk does to a ticket. */
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
  | ({ readonly kind: 'finish' } & Finish)
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string | null }
  | {
      readonly kind: 'transfer'
      readonly to: { readonly window: number } | { readonly topic: string }
      readonly place: 'by_key' | 'front' | 'back'
      readonly reason: string | null
      readonly isConfirmed: boolean
    }
  | {
      readonly kind: 'serve-by-hand'
      readonly outcome: string
      /** Milliseconds before now; a negative one lies in the future. */
      readonly agoMs: number
      readonly reason: string
    }
  | { readonly kind: 'move'; readonly to: OracleTicket; readonly reason: string }
  | { readonly kind: 'reclass'; readonly cls: 'ordinary' | 'priority'; readonly reason: string }

export type WindowAct =
  | { readonly kind: 'open' | 'close' | 'resume' }
  | { readonly kind: 'pause' | 'take-over'; readonly reason: string }

/** What a resident does with the secret of the own ticket. */
export interface ResidentCommand {
  readonly by: 'resident'
  readonly does: 'rejoin' | 'postpone' | 'cancel'
  readonly ticket: OracleTicket
}

/** What a clerk does. */
export type ClerkCommand = { readonly by: 'clerk'; readonly clerk: string } & (
  | { readonly does: 'issue'; readonly topic: string; readonly cls: 'ordinary' | 'priority' }
  | { readonly does: 'next'; readonly window: number; readonly finish: Finish | null }
  | { readonly does: 'pick'; readonly window: number; readonly ticket: OracleTicket; readonly reason: string }
  | { readonly does: 'direct'; readonly window: number; readonly topic: string; readonly reason: string }
  | { readonly does: 'window'; readonly window: number; readonly act: WindowAct }
  | { readonly does: 'ticket'; readonly ticket: OracleTicket; readonly act: TicketAct }
)

/** One thing somebody does in the hall. */
export type Command = ResidentCommand | ClerkCommand

import type { TicketAct } from './hall-commands.ts'

/** What a client asked of the server, by ids: what can travel between processes. */
export type Asked =
  | { readonly does: 'issue'; readonly topic: string; readonly cls: 'ordinary' | 'priority' }
  | { readonly does: 'open'; readonly window: number }
  | { readonly does: 'next'; readonly window: number; readonly outcome: string | null }
  | { readonly does: 'ticket'; readonly ticket: string; readonly act: TicketAct }

/** What it was answered: the ticket as the answer has it, or the code of the "no". */
export type Answered =
  | { readonly is: 'done'; readonly ticket: SeenTicket | null }
  | { readonly is: 'refused'; readonly code: string }

export interface SeenTicket {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly window: number | null
}

/** One command with the instants between which it took place; microseconds of the machine's steady clock, the same in every process. */
export interface Operation {
  readonly commandId: string
  readonly clerk: string
  readonly asked: Asked
  readonly answered: Answered
  readonly invokedAt: number
  readonly doneAt: number
}

/** Somebody with a cookie: a kiosk, or the clerk of a window. */
export interface Actor {
  readonly name: string
  readonly window: number | null
  readonly headers: Readonly<Record<string, string>>
}

/** What the proof tells a client process to do. */
export interface Task {
  readonly url: string
  readonly actors: readonly Actor[]
  readonly operations: number
  readonly seed: string
}

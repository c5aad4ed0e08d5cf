import { DeskAnswer, type DeskTicket, type WindowStateView } from '@counter/shared/contract/desk'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import type { DeskState } from '../../state/desk-keys.ts'
import { serverNow, useNet } from '../../state/live.ts'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'
import { currentTicket, waitingLine, withChange } from '../../state/window-topic.ts'
import { deskState } from './desk-state.ts'

/** What the screen asks before an act: a reason, a target, a confirmation. */
export type Panel =
  | 'miss'
  | 'not-heard'
  | 'hold'
  | 'transfer'
  | 'pause'
  | 'elder'
  | 'number'
  | 'direct'
  | 'served'
  | 'row'
  | 'take-held'
  | 'booking'
  | 'paper'

interface Recorded {
  readonly ticketId: TicketId
  readonly outcome: VisitOutcome
}

export interface Finished {
  readonly ticket: DeskTicket
  readonly atMs: number
}

interface Local {
  readonly answered: DeskTicket | null
  readonly isCalling: boolean
  readonly isOutcomeOpen: boolean
  readonly recorded: Recorded | null
  readonly refused: Refused | null
  readonly panel: Panel | null
  /** Who was first in line when F2 was pressed; another window may have been quicker (U33). */
  readonly expected: TicketId | null
  readonly finished: Finished | null
  /** A number that was given up here, and may be restored for a minute (Q34). */
  readonly cancelled: Finished | null
  /** The number of the line or of a list that a panel is about. */
  readonly rowId: TicketId | null
  /** Chosen, but the case or notice it needs is missing: may be finished as 补录 (Q32). */
  readonly lateOutcome: VisitOutcome | null
}

const START: Local = {
  answered: null,
  isCalling: false,
  isOutcomeOpen: false,
  recorded: null,
  refused: null,
  panel: null,
  expected: null,
  finished: null,
  cancelled: null,
  rowId: null,
  lateOutcome: null,
}

/** F2 pressed again within this time is the same press (U32). */
const NEXT_LOCK_MS = 800

export interface Desk
  extends Pick<Local, 'refused' | 'panel' | 'expected' | 'finished' | 'cancelled' | 'lateOutcome'> {
  readonly seen: WindowStateView
  readonly ticket: DeskTicket | null
  readonly state: DeskState
  /** How the act of the last press stands; every act of the workbench goes this one way (U14). */
  readonly phase: CommandPhase
  readonly outcome: VisitOutcome | null
  next(): void
  /** An act at the current ticket or one of a list; true when it was done. */
  actAt(ticketId: TicketId, action: string, body?: object): Promise<boolean>
  actHere(action: string, body?: object): Promise<boolean>
  miss(body?: object): Promise<void>
  finish(outcome: VisitOutcome, more?: object): Promise<void>
  record(outcome: VisitOutcome): void
  openOutcome(isOpen: boolean): void
  openPanel(panel: Panel | null): void
  /** The number that the panel 'row' or 'take-held' is about. */
  readonly row: DeskTicket | null
  openRow(panel: 'row' | 'take-held', ticket: DeskTicket): void
  giveUp(ticket: DeskTicket): Promise<void>
  restore(): Promise<void>
  refuse(code: string): void
}

/** The workbench of one window: what the server last said, what is being asked, and the acts. */
export function useDesk(heard: WindowStateView): Desk {
  const net = useNet((state) => state.net)
  const [local, setLocal] = useState(START)
  const { phase, send: sendCommand, goOn } = useCommand()
  const isBusy = phase !== 'writing'
  const lockedUntil = useRef(0)
  const running = useRef<Promise<unknown>>(Promise.resolve())
  const sentAt = useRef<number | null>(null)
  const isWaiting = useRef(false)
  const patch = (more: Partial<Local>) => setLocal((before) => ({ ...before, ...more }))

  const seen =
    local.answered === null ? heard : withChange(heard, { kind: 'ticket_changed', ticket: local.answered })
  const ticket = currentTicket(seen)
  const outcome =
    local.recorded !== null && local.recorded.ticketId === ticket?.id ? local.recorded.outcome : null
  const state = deskState(seen, ticket, {
    net,
    isCalling: local.isCalling,
    isUnsettled: phase === 'unsettled',
    isOutcomeOpen: local.isOutcomeOpen,
  })

  // Null: an earlier act is still under way, so this press was no act.
  async function send(
    path: string,
    body: object,
    during: Partial<Local> = {},
  ): Promise<DeskAnswer | Refused | null> {
    patch({ refused: null, ...during })
    const asked = sendCommand(path, body, DeskAnswer)
    running.current = asked
    sentAt.current = ticket?.version ?? null
    const answer = await asked
    if (answer === null) return null
    patch({ isCalling: false })
    if (!answer.ok) return answer
    if (answer.value.ticket !== null) patch({ answered: answer.value.ticket })
    return answer.value
  }
  // The line may tell of an act before its answer comes; the one press after it waits for the answer and is not lost.
  async function isOwnTurn(): Promise<boolean> {
    if (!isBusy) return true
    goOn()
    if (isWaiting.current || (ticket?.version ?? null) === sentAt.current) return false
    isWaiting.current = true
    await running.current
    isWaiting.current = false
    return true
  }
  // A late answer to a press at the ticket of before must not open anything at the next one.
  async function act(path: string, body: object): Promise<boolean> {
    if (!(await isOwnTurn())) return false
    const answer = await send(path, body)
    if (answer === null) return false
    patch('code' in answer ? { refused: answer } : { panel: null })
    return !('code' in answer)
  }
  const at = (id: TicketId, action: string) => `/api/tickets/${id}/${action}`
  const here = (action: string) => `/api/windows/${seen.window.window}/${action}`

  async function callNext(): Promise<void> {
    if (!(await isOwnTurn())) return
    const finish = ticket !== null && outcome !== null ? { finish: { outcome } } : {}
    const expected = waitingLine(seen)[0]?.id ?? null
    const answer = await send(here('next'), finish, {
      isCalling: true,
      expected,
      finished: null,
      panel: null,
    })
    if (answer === null) return
    if ('code' in answer) patch({ refused: answer })
    else patch({ isOutcomeOpen: false, recorded: null, lateOutcome: null })
  }

  return {
    ...local,
    seen,
    ticket,
    state,
    phase,
    outcome,
    next() {
      // While nobody answers, the same command goes on by itself; the press only says "go on" (R6).
      if (state === 'error') return goOn()
      if (performance.now() < lockedUntil.current) return
      lockedUntil.current = performance.now() + NEXT_LOCK_MS
      void callNext()
    },
    actAt: (id, action, body = {}) => act(at(id, action), body),
    actHere: (action, body = {}) => act(here(action), body),
    async miss(body = {}) {
      if (ticket === null || !(await isOwnTurn())) return
      const answer = await send(at(ticket.id, 'miss'), body)
      if (answer === null) return
      if (!('code' in answer)) return patch({ panel: null })
      const panel = PANEL_AFTER[answer.code] ?? null
      patch({ refused: answer, panel })
    },
    async finish(chosen, more = {}) {
      if (ticket === null || !(await isOwnTurn())) return
      const answer = await send(at(ticket.id, 'finish'), { outcome: chosen, ...more })
      if (answer === null) return
      if ('code' in answer)
        return patch({ refused: answer, lateOutcome: answer.code === 'visit.case_missing' ? chosen : null })
      patch({
        isOutcomeOpen: false,
        recorded: null,
        lateOutcome: null,
        finished: { ticket, atMs: toMs(serverNow()) },
      })
    },
    record: (chosen) => ticket !== null && patch({ recorded: { ticketId: ticket.id, outcome: chosen } }),
    openOutcome: (isOutcomeOpen) => patch({ isOutcomeOpen, refused: null, lateOutcome: null }),
    openPanel: (panel) => patch({ panel, refused: null }),
    row: seen.tickets.find(({ id }) => id === local.rowId) ?? null,
    openRow: (panel, { id }) => patch({ panel, rowId: id, refused: null }),
    async giveUp(given) {
      if (await act(at(given.id, 'cancel'), {}))
        patch({ cancelled: { ticket: given, atMs: toMs(serverNow()) } })
    },
    async restore() {
      if (local.cancelled !== null && (await act(at(local.cancelled.ticket.id, 'restore'), {})))
        patch({ cancelled: null })
    },
    refuse: (code) => patch({ refused: { code, params: {} } }),
  }
}

const PANEL_AFTER: Readonly<Record<string, Panel>> = {
  'ticket.missed_too_early': 'miss',
  'ticket.not_heard': 'not-heard',
}

import type { ClerkCommand, Command, Finish, TicketAct, WindowAct } from './hall-commands.ts'
import {
  candidatesOf,
  dutyOf,
  freeRefusals,
  type OracleHall,
  type OracleTicket,
  type OracleWindow,
  occupantOf,
  tableRefusals,
  windowOf,
} from './hall-oracle.ts'

const REJOIN_MAX = 2
const CALL_MAX = 5
const HOLD_MAX = 5
const PAPER_OUTCOMES = ['accepted', 'finished_on_spot', 'supplement_told']
const WITHOUT_DUTY = ['rejoin', 'release']

/** All that the rules say against a command in the hall as it is; none, and it must be done. */
export function refusalsOf(hall: OracleHall, command: Command): ReadonlySet<string> {
  return new Set(command.by === 'clerk' ? ofClerk(hall, command) : ofResident(command))
}

function ofResident({ does, ticket }: Extract<Command, { by: 'resident' }>): readonly string[] {
  const limit = does === 'rejoin' && ticket.rejoins >= REJOIN_MAX ? ['ticket.rejoin_limit'] : []
  return [...tableRefusals(ticket, does, 'resident'), ...limit]
}

function ofClerk(hall: OracleHall, command: ClerkCommand): readonly string[] {
  switch (command.does) {
    case 'issue':
      return []
    case 'next':
      return nextRefusals(hall, command)
    case 'window':
      return windowRefusals(hall, command.clerk, windowOf(hall, command.window), command.act)
    case 'ticket':
      return ticketRefusals(hall, command)
  }
}

function nextRefusals(
  hall: OracleHall,
  { clerk, window: number, finish }: Extract<ClerkCommand, { does: 'next' }>,
): readonly string[] {
  const window = windowOf(hall, number)
  const occupant = occupantOf(hall, number)
  const duty = onDuty(window, clerk)
  if (finish === null)
    return [
      ...duty,
      ...(occupant === undefined ? [] : ['window.busy']),
      ...(candidatesOf(hall, window).length === 0 ? ['queue.empty'] : []),
    ]
  return [...duty, ...(occupant === undefined ? ['window.nobody'] : finishRefusals(occupant, finish, number))]
}

function ticketRefusals(
  hall: OracleHall,
  { clerk, ticket, act }: Extract<ClerkCommand, { does: 'ticket' }>,
): readonly string[] {
  const window = dutyOf(hall, clerk)
  if (window === undefined) return ['window.not_open']
  return [
    ...tableRefusals(ticket, act.kind.replace('-', '_'), { window: window.window }),
    ...(WITHOUT_DUTY.includes(act.kind) ? [] : onDuty(window, clerk)),
    ...ownRefusals(hall, window, ticket, act),
  ]
}

function onDuty(window: OracleWindow, clerk: string): string[] {
  if (window.state === 'closed') return ['window.not_open']
  if (window.clerk !== clerk) return ['window.not_yours']
  return window.state === 'paused' ? ['window.paused'] : []
}

function windowRefusals(
  hall: OracleHall,
  clerk: string,
  window: OracleWindow,
  act: WindowAct,
): readonly string[] {
  const own = dutyOf(hall, clerk)
  const when = (isSo: boolean, code: string) => (isSo ? [code] : [])
  const elsewhere = when(own !== undefined && own !== window, 'window.in_use')
  const duty = onDuty(window, clerk).filter((code) => code !== 'window.paused')
  const busy = when(occupantOf(hall, window.window) !== undefined, 'window.busy')
  const noReason = when('reason' in act && act.reason.trim() === '', 'reason.required')
  return {
    open: [...when(window.state !== 'closed', 'window.in_use'), ...elsewhere],
    'take-over': [...noReason, ...elsewhere],
    resume: duty,
    close: [...duty, ...busy],
    pause: [...duty, ...busy, ...noReason, ...when(window.state === 'paused', 'window.paused')],
  }[act.kind]
}

/** Milliseconds from an instant of the ticket to now; endless when it never happened. */
export function since(hall: OracleHall, at: number | null): number {
  return at === null ? Number.POSITIVE_INFINITY : hall.now - at
}

function finishRefusals(ticket: OracleTicket, { outcome, isLate }: Finish, window: number): string[] {
  return [
    ...tableRefusals(ticket, 'finish', { window }),
    ...(PAPER_OUTCOMES.includes(outcome) && !isLate ? ['visit.case_missing'] : []),
  ]
}

/** What an act's own rule says against it, beside the table. */
function ownRefusals(hall: OracleHall, window: OracleWindow, ticket: OracleTicket, act: TicketAct): string[] {
  const when = (isSo: boolean, code: string) => (isSo ? [code] : [])
  const free = freeRefusals(hall, window)
  switch (act.kind) {
    case 'recall':
      return [
        ...when(ticket.callNo >= CALL_MAX, 'call.limit'),
        ...when(since(hall, ticket.lastCall) < 10_000, 'call.too_soon'),
      ]
    case 'undo-call':
      return when(ticket.callNo > 1 || since(hall, ticket.calledAt) > 8_000, 'ticket.undo_too_late')
    case 'reopen':
      return [
        ...when(ticket.window !== window.window, 'ticket.elsewhere'),
        ...when(since(hall, ticket.finishedAt) > 60_000, 'ticket.reopen_too_late'),
        ...free,
      ]
    case 'miss':
      // No wall hangs in this hall, so each miss of a called number must be confirmed (Q27).
      return ticket.status !== 'called'
        ? []
        : [
            ...when(ticket.counted < 2 && act.reason === null, 'ticket.missed_too_early'),
            ...when(!act.isConfirmed, 'ticket.not_heard'),
          ]
    case 'rejoin':
      return when(ticket.rejoins >= REJOIN_MAX, 'ticket.rejoin_limit')
    case 'finish':
      return finishRefusals(ticket, act, window.window)
    case 'hold': {
      const held = hall.tickets.filter((each) => each.status === 'held' && each.window === window.window)
      return [
        ...when(act.reason.trim() === '', 'reason.required'),
        ...when(held.length >= HOLD_MAX, 'window.hold_limit'),
      ]
    }
    case 'return':
      return [...free, ...when(ticket.window !== window.window && act.reason === null, 'reason.required')]
    case 'transfer':
      return transferRefusals(hall, ticket, act)
    case 'reclass':
      return when(act.reason.trim() === '', 'reason.required')
    case 'restore':
      return when(since(hall, ticket.cancelledAt) > 60_000, 'ticket.restore_too_late')
    case 'start':
    case 'release':
    case 'cancel':
      return []
  }
}

/** Where a transfer leads. */
export function targetOf(ticket: OracleTicket, { to }: Extract<TicketAct, { kind: 'transfer' }>) {
  return 'window' in to ? { topic: ticket.topic, window: to.window } : { topic: to.topic, window: null }
}

function transferRefusals(
  hall: OracleHall,
  ticket: OracleTicket,
  act: Extract<TicketAct, { kind: 'transfer' }>,
): string[] {
  const to = targetOf(ticket, act)
  const isSame =
    ticket.status === 'waiting'
      ? ticket.topic === to.topic && ticket.directed === to.window
      : ticket.window === to.window
  const takes = [...hall.windows.values()].some(
    (each) =>
      each.state !== 'closed' &&
      (to.window === null ? each.services.has(to.topic) : each.window === to.window),
  )
  return [
    ...(isSame ? ['transfer.same_place'] : []),
    ...(takes || act.isConfirmed ? [] : ['transfer.no_window']),
  ]
}

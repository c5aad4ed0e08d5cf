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
const POSTPONE_MAX = 2
const WITHOUT_WINDOW = ['rejoin', 'postpone', 'restore', 'cancel', 'reclass', 'serve-by-hand', 'move']

/** All that the rules say against a command in the hall as it is; none, and it must be done. */
export function refusalsOf(hall: OracleHall, command: Command): ReadonlySet<string> {
  return new Set(command.by === 'clerk' ? ofClerk(hall, command) : ofResident(command))
}

function ofResident({ does, ticket }: Extract<Command, { by: 'resident' }>): readonly string[] {
  return [...tableRefusals(ticket, does, 'resident'), ...limitRefusals(ticket, does)]
}

function limitRefusals(ticket: OracleTicket, does: string): readonly string[] {
  if (does === 'rejoin' && ticket.rejoins >= REJOIN_MAX) return ['ticket.rejoin_limit']
  return does === 'postpone' && ticket.postpones >= POSTPONE_MAX ? ['ticket.postpone_limit'] : []
}

function ofClerk(hall: OracleHall, command: ClerkCommand): readonly string[] {
  switch (command.does) {
    case 'issue':
      return []
    case 'next':
      return nextRefusals(hall, command)
    case 'pick':
      return pickRefusals(hall, command)
    case 'direct': {
      const window = windowOf(hall, command.window)
      return [...onDuty(window, command.clerk), ...freeRefusals(hall, window), ...noReason(command.reason)]
    }
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

function pickRefusals(
  hall: OracleHall,
  { clerk, window: number, ticket, reason }: Extract<ClerkCommand, { does: 'pick' }>,
): readonly string[] {
  const window = windowOf(hall, number)
  return [
    ...onDuty(window, clerk),
    ...tableRefusals(ticket, 'call', { window: number }),
    ...freeRefusals(hall, window),
    ...(candidatesOf(hall, window).includes(ticket) ? [] : ['ticket.not_served_here']),
    ...noReason(reason),
  ]
}

function noReason(reason: string | null): readonly string[] {
  return (reason ?? '').trim() === '' ? ['reason.required'] : []
}

function ticketRefusals(
  hall: OracleHall,
  { clerk, ticket, act }: Extract<ClerkCommand, { does: 'ticket' }>,
): readonly string[] {
  const window = dutyOf(hall, clerk)
  const needsNone = WITHOUT_WINDOW.includes(act.kind)
  if (window === undefined && !needsNone) return ['window.not_open']
  return [
    ...tableRefusals(
      ticket,
      act.kind.replaceAll('-', '_'),
      window === undefined ? 'staff' : { window: window.window },
    ),
    ...(window === undefined || needsNone || act.kind === 'release' ? [] : onDuty(window, clerk)),
    ...(window === undefined ? [] : atWindowRefusals(hall, window, ticket, act)),
    ...ownRefusals(hall, ticket, act),
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
  const unsaid = 'reason' in act ? noReason(act.reason) : []
  return {
    open: [...when(window.state !== 'closed', 'window.in_use'), ...elsewhere],
    'take-over': [...unsaid, ...elsewhere],
    resume: duty,
    close: [...duty, ...busy],
    pause: [...duty, ...busy, ...unsaid, ...when(window.state === 'paused', 'window.paused')],
  }[act.kind]
}

/** Milliseconds from an instant of the ticket to now; endless when it never happened. */
export function since(hall: OracleHall, at: number | null): number {
  return at === null ? Number.POSITIVE_INFINITY : hall.now - at
}

function finishRefusals(ticket: OracleTicket, finish: Finish, window: number): string[] {
  return [...tableRefusals(ticket, 'finish', { window }), ...paperRefusals(finish)]
}

function paperRefusals({ outcome, isLate }: Finish): readonly string[] {
  return PAPER_OUTCOMES.includes(outcome) && !isLate ? ['visit.case_missing'] : []
}

/** What the clerk's own window says against an act. */
function atWindowRefusals(
  hall: OracleHall,
  window: OracleWindow,
  ticket: OracleTicket,
  act: TicketAct,
): readonly string[] {
  const isElsewhere = ticket.window !== window.window
  switch (act.kind) {
    case 'reopen':
      return [...(isElsewhere ? ['ticket.elsewhere'] : []), ...freeRefusals(hall, window)]
    case 'return':
      return [...freeRefusals(hall, window), ...(isElsewhere ? noReason(act.reason) : [])]
    case 'hold': {
      const held = [...hall.live].filter((each) => each.status === 'held' && each.window === window.window)
      return held.length >= HOLD_MAX ? ['window.hold_limit'] : []
    }
    default:
      return []
  }
}

/** What an act's own rule says against it, beside the table and the window. */
function ownRefusals(hall: OracleHall, ticket: OracleTicket, act: TicketAct): readonly string[] {
  const when = (isSo: boolean, code: string) => (isSo ? [code] : [])
  switch (act.kind) {
    case 'recall':
      return [
        ...when(ticket.callNo >= CALL_MAX, 'call.limit'),
        ...when(since(hall, ticket.lastCall) < 10_000, 'call.too_soon'),
      ]
    case 'undo-call':
      return when(ticket.callNo > 1 || since(hall, ticket.calledAt) > 8_000, 'ticket.undo_too_late')
    case 'reopen':
      return when(since(hall, ticket.finishedAt) > 60_000, 'ticket.reopen_too_late')
    case 'miss':
      return missRefusals(ticket, act)
    case 'finish':
      return paperRefusals(act)
    case 'transfer':
      return transferRefusals(hall, ticket, act)
    case 'serve-by-hand': {
      const isOutOfRange = act.agoMs < 0 || hall.now - act.agoMs < ticket.base
      return [...noReason(act.reason), ...when(isOutOfRange, 'time.out_of_range')]
    }
    case 'move':
      return [
        ...noReason(act.reason),
        ...when(act.to === ticket, 'transfer.same_place'),
        // Nobody is moved to a number that is not called any more.
        ...when(['served', 'absent', 'moved', 'cancelled'].includes(act.to.status), 'ticket.finished'),
      ]
    case 'restore':
      return when(since(hall, ticket.cancelledAt) > 60_000, 'ticket.restore_too_late')
    case 'hold':
    case 'reclass':
      return noReason(act.reason)
    default:
      return limitRefusals(ticket, act.kind)
  }
}

// No wall hangs in this hall, so each miss of a called number must be confirmed (Q27).
function missRefusals(ticket: OracleTicket, act: Extract<TicketAct, { kind: 'miss' }>): readonly string[] {
  if (ticket.status !== 'called') return []
  return [
    ...(ticket.counted < 2 && act.reason === null ? ['ticket.missed_too_early'] : []),
    ...(act.isConfirmed ? [] : ['ticket.not_heard']),
  ]
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
    ...(act.place === 'by_key' ? [] : noReason(act.reason)),
  ]
}

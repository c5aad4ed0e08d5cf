import { workdayAfter } from './case-calendar.ts'

/*
 * One case as cases.md says it, in plain values and without a line of the product: an item of five working days that the
 * township decides and may extend by ten. An act answers the first refusal of C406, or is done in place.
 */

export type Status =
  | 'received'
  | 'supplement'
  | 'accepted'
  | 'reviewing'
  | 'paused'
  | 'decided'
  | 'closed'
  | 'refused'
  | 'withdrawn'
  | 'returned'
  | 'voided'
type Kind = 'refuse' | 'deny' | 'extend' | 'return' | 'supplement'

export interface OracleCase {
  status: Status
  unit: string
  before: Status
  pending: { kind: Kind; days: number } | null
  extended: number
  lists: number
  noticeRuns: boolean
  completeOn: string
  acceptedOn: string | null
  waitingFrom: string
  pauses: { from: string; to: string | null }[]
  handOver: { from: string; to: string } | null
  sentBack: string[]
  endedOn: string | null
}

/** Who presses: a role, for handlers with their unit. */
export interface Person {
  readonly role: 'clerk' | 'handler' | 'supervisor' | 'leader'
  readonly unit: string
}

export type Act =
  | { readonly does: Exclude<Plain, 'transfer' | 'extend'> }
  | { readonly does: 'transfer'; readonly to: string }
  | { readonly does: 'extend'; readonly days: number }
  | { readonly does: 'request_again' }
type Plain = keyof typeof WHO

const COMMITTED = 5
const LONGEST = 10
const WAITING = 15
const NOTICE = 5

/** The columns "who" and "from" of the table, for the acts that are tried here. */
const WHO = {
  accept: ['clerk', 'handler'],
  request_supplement: ['clerk', 'handler'],
  hand_in: ['clerk'],
  refuse: ['clerk'],
  take: ['handler'],
  pause: ['handler'],
  resume: ['handler'],
  extend: ['handler'],
  transfer: ['clerk', 'handler', 'supervisor'],
  take_over: ['handler'],
  send_back: ['handler'],
  decide: ['handler'],
  deny: ['handler'],
  deliver: ['clerk', 'handler'],
  withdraw: ['clerk'],
  void: ['supervisor'],
  return_case: ['handler'],
  add_note: ['clerk', 'handler', 'supervisor', 'leader'],
  approve: ['supervisor', 'leader'],
  decline: ['supervisor', 'leader'],
} as const
const UNIT = ['received', 'accepted', 'reviewing', 'paused'] as const
const EARLY = [...UNIT, 'supplement'] as const
const FROM: Readonly<Record<string, readonly Status[]>> = {
  accept: ['received'],
  request_supplement: ['received'],
  hand_in: ['supplement'],
  refuse: ['received', 'supplement'],
  take: ['accepted'],
  pause: ['accepted', 'reviewing'],
  resume: ['paused'],
  extend: ['accepted', 'reviewing'],
  transfer: UNIT,
  take_over: UNIT,
  send_back: UNIT,
  decide: ['accepted', 'reviewing'],
  deny: ['accepted', 'reviewing'],
  deliver: ['decided'],
  withdraw: EARLY,
  void: EARLY,
  return_case: ['supplement', 'accepted', 'reviewing'],
}

/** The first refusal of an act on a case, or null when it must succeed (C406). Offices are open whenever somebody presses. */
export function refusalOf(found: OracleCase, act: Act, by: Person, today: string): string | null {
  const does = act.does === 'request_again' ? 'request_supplement' : act.does
  if (by.role === 'handler' && by.unit !== found.unit) return 'case.forbidden'
  if (does === 'approve' || does === 'decline') return signing(found, does, by, today)
  const who: readonly string[] = WHO[does]
  if (!who.includes(by.role)) return 'case.forbidden'
  if (does === 'add_note') return null
  if (FROM[does]?.includes(found.status) !== true) return 'case.wrong_status'
  const isReceiving = does === 'take_over' || does === 'send_back'
  if (by.role === 'handler' && found.handOver !== null && !isReceiving) return 'case.wrong_status'
  return own(found, act, today)
}

function signing(found: OracleCase, does: 'approve' | 'decline', by: Person, today: string): string | null {
  const { pending } = found
  if (pending === null) return 'approval.none_open'
  if (by.role !== (pending.kind === 'extend' ? 'leader' : 'supervisor')) return 'case.forbidden'
  if (does === 'decline') return null
  const asked = {
    refuse: 'refuse',
    deny: 'deny',
    extend: 'extend',
    return: 'return_case',
    supplement: 'request_supplement',
  }
  const act = asked[pending.kind]
  if (FROM[act]?.includes(found.status) !== true) return 'case.wrong_status'
  if (pending.kind === 'extend') return own(found, { does: 'extend', days: pending.days }, today)
  return pending.kind === 'return' ? own(found, { does: 'return_case' }, today) : null
}

function own(found: OracleCase, act: Act, today: string): string | null {
  switch (act.does) {
    case 'request_supplement':
      return found.lists > 0 ? 'supplement.already_given' : null
    case 'extend':
      return tooMuch(found, act.days, today)
    case 'transfer':
      return act.to === found.unit ? 'transfer.bad_target' : null
    case 'take_over':
      return found.handOver === null ? 'transfer.none_open' : null
    case 'send_back':
      return notBack(found)
    case 'return_case':
      return tooEarly(found, today)
    default:
      return null
  }
}

function tooMuch(found: OracleCase, days: number, today: string): string | null {
  if (found.extended > 0) return 'extension.already_used'
  if (days > LONGEST) return 'extension.too_long'
  return today > dueOf(found, today) ? 'extension.too_late' : null
}

function notBack({ handOver, sentBack }: OracleCase): string | null {
  if (handOver === null) return 'transfer.none_open'
  return sentBack.includes(pairOf(handOver)) ? 'transfer.needs_supervisor' : null
}

// Nobody promised a paper here, so only the time of a notice can pass (C442).
function tooEarly({ status, waitingFrom }: OracleCase, today: string): string | null {
  return status === 'supplement' && today > workdayAfter(waitingFrom, WAITING) ? null : 'return.too_early'
}

export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return [from, to].sort().join('|')
}

/** When the promise is due: five working days and the extension, without the days that stood still (C502, C509, C512). */
export function dueOf({ acceptedOn, extended, pauses }: OracleCase, today: string): string {
  const spans: { from: string; to: string }[] = []
  const count = () =>
    workdayAfter(acceptedOn ?? '', COMMITTED + extended, (day) =>
      spans.some(({ from, to }) => from < day && day <= to),
    )
  let due = count()
  for (const { from, to } of pauses) {
    if (from > due) break
    const until = to ?? today
    spans.push({ from, to: until })
    due = count()
    // Paused on its due day, it is due on the day it runs again.
    if (due < until) due = until
  }
  return due
}

/** True on the day on which silence accepts (C514): the working day after the five for the notice. */
export function isSilent({ status, noticeRuns, completeOn }: OracleCase, today: string): boolean {
  return status === 'received' && noticeRuns && today >= workdayAfter(workdayAfter(completeOn, NOTICE), 1)
}

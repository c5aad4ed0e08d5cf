import { dueOf, workdayPassed } from './case-dates.ts'
import { type Act, ITEMS, nameOf, type OracleCase, type Person, type Status, unitOf } from './case-facts.ts'
import { pairRefusal } from './case-pairs.ts'
import { answerRefusal, askRefusal, hasOpenPart, waiveRefusal } from './case-parts.ts'

/*
 * The "no" of each act, written from cases.md alone: the first refusal in the order of C406, or none.
 */

const LONGEST = 10
const WAITING = 15

/** The columns "who" and "from" of the table, for the acts that are tried here. */
const WHO: Readonly<Record<string, readonly Person['role'][]>> = {
  accept: ['clerk', 'handler'],
  request_supplement: ['clerk', 'handler'],
  hand_in: ['clerk'],
  refuse: ['clerk'],
  take: ['handler'],
  pause: ['handler'],
  resume: ['handler'],
  extend: ['handler'],
  transfer: ['clerk', 'handler', 'supervisor'],
  assign: ['handler', 'supervisor'],
  take_over: ['handler'],
  send_back: ['handler'],
  decide: ['handler'],
  deny: ['handler'],
  deliver: ['clerk', 'handler'],
  withdraw: ['clerk'],
  void: ['supervisor'],
  return_case: ['handler'],
  add_note: ['clerk', 'handler', 'supervisor', 'leader'],
  ask_papers: ['clerk', 'handler'],
  pledge: ['clerk', 'handler'],
  change_item: ['clerk', 'supervisor'],
  recuse: ['clerk', 'supervisor'],
  merge: ['clerk', 'supervisor'],
  unmerge: ['clerk', 'supervisor'],
}
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
  assign: ['reviewing', 'paused', 'decided'],
  take_over: UNIT,
  send_back: UNIT,
  decide: ['accepted', 'reviewing'],
  deny: ['accepted', 'reviewing'],
  deliver: ['decided'],
  withdraw: EARLY,
  void: EARLY,
  return_case: ['supplement', 'accepted', 'reviewing'],
  ask_papers: ['accepted', 'reviewing'],
  pledge: ['received', 'accepted', 'reviewing'],
  change_item: ['received', 'supplement', 'accepted', 'reviewing'],
  recuse: [...EARLY, 'decided'],
  merge: EARLY,
  unmerge: ['voided'],
}

/** The first refusal of an act on a case, or null when it must succeed (C406). Offices are open whenever somebody presses. */
export function refusalOf(found: OracleCase, act: Act, by: Person, today: string): string | null {
  if (act.does === 'answer_part') return answerRefusal(found, act.part, by)
  // Who hands over the cases of a colleague is refused before anything of theirs is looked at (C801).
  if (act.does === 'assign' && by.role === 'handler' && nameOf(by) !== act.from) return 'case.forbidden'
  return placeRefusal(found, by) ?? actRefusal(found, act, by, today)
}

/** Handlers act in their unit; whom a case concerns has nothing to do with it (C402, C804). */
function placeRefusal({ unit, recused }: OracleCase, by: Person): string | null {
  if (by.role !== 'handler') return null
  if (by.unit !== unit) return 'case.forbidden'
  const isConcerned = recused.people.includes(nameOf(by)) || recused.units.includes(by.unit)
  return isConcerned ? 'transfer.conflict_of_interest' : null
}

function actRefusal(found: OracleCase, act: Act, by: Person, today: string): string | null {
  switch (act.does) {
    case 'approve':
    case 'decline':
      return signing(found, act.does, by, today)
    case 'ask_part':
      return askRefusal(found, act.unit, by, today)
    case 'waive_part':
      return waiveRefusal(found, act.part, by)
    case 'merge':
    case 'unmerge':
      return pairRefusal(found, act.does, by) ?? tableRefusal(found, act.does, by)
    default:
      return tableRefusal(found, act.does, by) ?? own(found, act, today)
  }
}

const SAME_ROW: Readonly<Record<string, string>> = { request_again: 'request_supplement', bring: 'add_note' }

function tableRefusal(found: OracleCase, name: string, by: Person): string | null {
  const does = SAME_ROW[name] ?? name
  if (WHO[does]?.includes(by.role) !== true) return 'case.forbidden'
  if (does === 'add_note') return null
  if (FROM[does]?.includes(found.status) !== true) return 'case.wrong_status'
  const isReceiving = does === 'take_over' || does === 'send_back'
  return by.role === 'handler' && found.handOver !== null && !isReceiving ? 'case.wrong_status' : null
}

const SIGNED = {
  refuse: 'refuse',
  deny: 'deny',
  extend: 'extend',
  return: 'return_case',
  supplement: 'request_supplement',
} as const

function signing(found: OracleCase, does: 'approve' | 'decline', by: Person, today: string): string | null {
  const { pending } = found
  if (pending === null) return 'approval.none_open'
  if (by.role !== (pending.kind === 'extend' ? 'leader' : 'supervisor')) return 'case.forbidden'
  if (does === 'decline') return null
  const act = SIGNED[pending.kind]
  if (FROM[act]?.includes(found.status) !== true) return 'case.wrong_status'
  if (act === 'extend') return own(found, { does: act, days: pending.days }, today)
  return act === 'request_supplement' ? null : own(found, { does: act }, today)
}

function own(found: OracleCase, act: Act, today: string): string | null {
  switch (act.does) {
    case 'accept':
      return ITEMS[found.item].papers.every((name) => found.has.includes(name)) ? null : 'material.missing'
    case 'request_supplement':
      return found.lists > 0 ? 'supplement.already_given' : null
    case 'extend':
      return tooMuch(found, act.days, today)
    case 'transfer':
      return notTo(found, act.to)
    case 'take_over':
      return found.handOver === null ? 'transfer.none_open' : null
    case 'send_back':
      return notBack(found)
    case 'return_case':
      return tooEarly(found, today)
    case 'decide':
    case 'deny':
      return hasOpenPart(found) ? 'case.subtasks_open' : null
    case 'pledge':
      return notPledged(found)
    case 'change_item':
      return act.to === found.item ? 'item.same' : null
    case 'assign':
      return notAssigned(found, act)
    default:
      return null
  }
}

function tooMuch(found: OracleCase, days: number, today: string): string | null {
  if (found.extended > 0) return 'extension.already_used'
  if (days > LONGEST) return 'extension.too_long'
  return today > dueOf(found, today) ? 'extension.too_late' : null
}

function notTo({ unit, recused }: OracleCase, to: string): string | null {
  if (to === unit) return 'transfer.bad_target'
  return recused.units.includes(to) ? 'transfer.conflict_of_interest' : null
}

function notBack({ handOver, sentBack, recused }: OracleCase): string | null {
  if (handOver === null) return 'transfer.none_open'
  if (sentBack.includes(pairOf(handOver))) return 'transfer.needs_supervisor'
  return recused.units.includes(handOver.from) ? 'transfer.conflict_of_interest' : null
}

// Nobody promised a paper here, so only the time of a notice can pass (C442).
function tooEarly({ status, waitingFrom }: OracleCase, today: string): string | null {
  return status === 'supplement' && workdayPassed(waitingFrom, WAITING, today) ? null : 'return.too_early'
}

function notPledged({ item, parts }: OracleCase): string | null {
  if (!ITEMS[item].hasPledge) return 'case.no_pledge'
  return parts.some(({ isPledge }) => isPledge) ? 'case.pledge_made' : null
}

function notAssigned({ person, unit, recused }: OracleCase, { from, to }: { from: string; to: string }) {
  if (person !== from) return 'assign.not_his'
  const isColleague = unitOf(to) === unit && to !== from && !recused.people.includes(to)
  return isColleague ? null : 'assign.bad_colleague'
}

export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return [from, to].sort().join('|')
}

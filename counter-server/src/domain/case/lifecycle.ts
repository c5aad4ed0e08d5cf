import type { Actor } from '@counter/shared/vocabulary/actor'
import type { CaseAction, CaseStatus } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import type { CaseKind } from './kind.ts'

/** Everyone an act of a case can come from; `system` is the timer, `token` the resident on the tracking page. */
export type CaseActor = Actor | 'system'

/** Where an action leads: a status, the `same`, or back to the one `before` the pause. */
type Target = CaseStatus | 'same' | 'before'

const NOTES = { add_note: 'same', correct: 'same' } as const
const KNOWN = { ...NOTES, judge_duplicate: 'same' } as const
const WATCHED = {
  ...KNOWN,
  urge: 'same',
  supervise: 'same',
  recuse: 'same',
  edit_facts: 'same',
  decline_withdrawal: 'same',
} as const
const ASSIGN = { assign: 'same' } as const
const ITEM = { change_item: 'same' } as const
const PLEDGES = { pledge: 'same' } as const
const TRANSFERS = { transfer: 'same', take_over: 'same', send_back: 'same' } as const
const LEAVING = {
  withdraw: 'withdrawn',
  void: 'voided',
  merge: 'voided',
  ask_withdrawal: 'same',
} as const

/** The table of cases.md 4. What is not in it answers `case.wrong_status` (C401). */
export const MOVES = {
  draft: { ...NOTES, save_draft: 'draft', receive: 'received', void: 'voided' },
  received: {
    ...WATCHED,
    ...TRANSFERS,
    ...LEAVING,
    ...PLEDGES,
    ...ITEM,
    convert: 'same',
    finish_on_spot: 'decided',
    not_applicable: 'not_applicable',
    refuse: 'refused',
    request_supplement: 'supplement',
    accept: 'accepted',
    deem_accepted: 'accepted',
  },
  supplement: {
    ...WATCHED,
    ...LEAVING,
    ...ITEM,
    refuse: 'refused',
    hand_in: 'received',
    return_case: 'returned',
  },
  accepted: {
    ...WATCHED,
    ...TRANSFERS,
    ...LEAVING,
    ...PLEDGES,
    ...ITEM,
    ask_papers: 'same',
    take: 'reviewing',
    pause: 'paused',
    extend: 'same',
    forward: 'forwarded',
    decide: 'decided',
    return_case: 'returned',
  },
  reviewing: {
    ...WATCHED,
    ...TRANSFERS,
    ...LEAVING,
    ...PLEDGES,
    ...ITEM,
    ask_papers: 'same',
    ...ASSIGN,
    record_check: 'same',
    pause: 'paused',
    extend: 'same',
    report_up: 'same',
    forward: 'forwarded',
    decide: 'decided',
    return_case: 'returned',
  },
  paused: { ...WATCHED, ...TRANSFERS, ...LEAVING, ...ASSIGN, resume: 'before' },
  forwarded: { ...WATCHED, ...ASSIGN, record_result: 'decided' },
  decided: { ...WATCHED, ...ASSIGN, deliver: 'closed', shelve: 'same', tell_result: 'same' },
  closed: KNOWN,
  not_applicable: KNOWN,
  refused: KNOWN,
  withdrawn: KNOWN,
  returned: KNOWN,
  voided: { ...KNOWN, unmerge: 'same' },
} as const satisfies Record<CaseStatus, Partial<Record<CaseAction, Target>>>

/** Who may do each action, the column "who" of the table; approvers stand beside the acts they sign (C402, C403). */
export const WHO = {
  save_draft: ['clerk', 'agent'],
  // What is entered again from paper the supervisor receives (V80).
  receive: ['clerk', 'agent', 'supervisor'],
  // An immediate case still open at close of business is on the supervisor's list with both (C203).
  convert: ['clerk', 'supervisor'],
  // Who chose the item may have chosen the wrong one; the unit that notices sends the case back.
  change_item: ['clerk', 'supervisor'],
  finish_on_spot: ['clerk', 'supervisor'],
  not_applicable: ['clerk'],
  refuse: ['clerk', 'supervisor'],
  request_supplement: ['clerk', 'handler', 'supervisor'],
  hand_in: ['clerk', 'agent'],
  ask_papers: ['clerk', 'handler'],
  pledge: ['clerk', 'handler'],
  accept: ['clerk', 'handler'],
  deem_accepted: ['system'],
  take: ['handler'],
  record_check: ['handler'],
  pause: ['handler'],
  resume: ['handler'],
  extend: ['handler', 'leader'],
  transfer: ['clerk', 'handler', 'supervisor'],
  assign: ['handler', 'supervisor'],
  take_over: ['handler'],
  send_back: ['handler'],
  report_up: ['handler'],
  forward: ['handler'],
  record_result: ['handler'],
  decide: ['handler', 'supervisor'],
  deliver: ['clerk', 'agent', 'handler'],
  withdraw: ['clerk', 'agent'],
  return_case: ['handler', 'supervisor'],
  void: ['supervisor'],
  urge: ['token', 'supervisor'],
  supervise: ['system', 'supervisor', 'leader'],
  shelve: ['clerk', 'handler'],
  tell_result: ['clerk', 'handler', 'agent'],
  recuse: ['clerk', 'supervisor'],
  edit_facts: ['clerk', 'handler', 'agent', 'supervisor'],
  ask_withdrawal: ['agent'],
  decline_withdrawal: ['clerk', 'handler', 'supervisor'],
  add_note: ['clerk', 'handler', 'agent', 'supervisor', 'leader'],
  correct: ['supervisor'],
  merge: ['clerk', 'supervisor'],
  unmerge: ['clerk', 'supervisor'],
  judge_duplicate: ['clerk', 'supervisor'],
} as const satisfies Record<CaseAction, readonly CaseActor[]>

/** What an action is asked of. */
export interface Ask {
  readonly status: CaseStatus
  readonly action: CaseAction
  readonly actor: CaseActor
  readonly kind: CaseKind
  /** The status a resumed case returns to (C423). */
  readonly statusBefore?: CaseStatus | null
  /** False while listed papers are still missing: the case then stays `supplement` (C417). */
  readonly isComplete?: boolean
}

/** What this actor may do with such a case now; every case is sent with it, so no screen keeps a copy (C401). */
export function allowedActions(status: CaseStatus, actor: CaseActor, kind: CaseKind): readonly CaseAction[] {
  return actionsOf(status).filter((action) => mayDo(action, actor) && kindRefusal(action, kind) === null)
}

/**
 * The status after an action. Checks in the order of C406: access (`case.forbidden`), kind of item, then
 * `case.wrong_status` with the status and what is possible now; the first failure answers.
 */
export function statusAfter(ask: Ask): CaseStatus {
  const { status, action, actor, kind } = ask
  if (!mayDo(action, actor)) throw new Refusal('case.forbidden', { action })
  const refusal = kindRefusal(action, kind)
  if (refusal !== null) throw new Refusal(refusal, { action })
  const moves: Partial<Record<CaseAction, Target>> = MOVES[status]
  const target = moves[action]
  if (target === undefined) {
    throw new Refusal('case.wrong_status', {
      status,
      action,
      actions: allowedActions(status, actor, kind).join(','),
    })
  }
  if (action === 'hand_in' && ask.isComplete === false) return status
  if (target === 'before') return ask.statusBefore ?? 'reviewing'
  return target === 'same' ? status : target
}

function actionsOf(status: CaseStatus): readonly CaseAction[] {
  return Object.keys(MOVES[status]) as CaseAction[]
}

function mayDo(action: CaseAction, actor: CaseActor): boolean {
  const who: readonly CaseActor[] = WHO[action]
  return who.includes(actor)
}

type KindRefusal =
  | 'pause.immediate_case'
  | 'case.immediate'
  | 'case.not_immediate'
  | 'convert.not_immediate'
  | 'case.not_proxy'
  | 'case.not_joint'

function kindRefusal(action: CaseAction, kind: CaseKind): KindRefusal | null {
  const isImmediate = kind.caseType === 'immediate' && !kind.isConverted
  const refusals: Partial<Record<CaseAction, KindRefusal | false>> = {
    pause: isImmediate && 'pause.immediate_case',
    accept: isImmediate && 'case.immediate',
    deem_accepted: isImmediate && 'case.immediate',
    finish_on_spot: !isImmediate && 'case.not_immediate',
    convert: !isImmediate && 'convert.not_immediate',
    forward: kind.townshipRole !== 'proxy' && 'case.not_proxy',
    report_up: kind.townshipRole !== 'accept-and-review' && 'case.not_joint',
  }
  return refusals[action] || null
}

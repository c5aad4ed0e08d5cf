import type { CaseDetail } from '@counter/shared/contract/cases'
import { type ApprovalKind, type CaseAction, DECISIONS, DELIVERY_WAYS } from '@counter/shared/vocabulary/case'
import { ORDER_LEVELS, ORDER_RULES } from '@counter/shared/vocabulary/supervision'
import type { TextKey } from '../../text/zh-cn.ts'

export type FieldName =
  | 'reason'
  | 'result'
  | 'decision'
  | 'organ'
  | 'days'
  | 'noticeNumber'
  | 'way'
  | 'receiver'
  | 'relation'
  | 'postNumber'
  | 'unit'
  | 'item'
  | 'level'
  | 'rule'
  | 'content'
  | 'place'
  | 'event'
  | 'partner'
  | 'findings'
  | 'remark'
  | 'target'
  | 'person'
  | 'basis'
export type Values = Readonly<Partial<Record<FieldName, string>>>

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One question of an act's form. `isAsked` says when it matters; a question that is not asked is not sent. */
export interface Field {
  readonly name: FieldName
  readonly label: TextKey
  readonly kind: 'line' | 'text' | 'reply' | 'days' | 'date' | 'choice'
  readonly isRequired: boolean
  /** A closed list of our own, each with its word. */
  readonly choices?: readonly { readonly value: string; readonly label: TextKey }[]
  /** A list that comes with the case, or from the guide. */
  readonly from?: 'pauseReasons' | 'units' | 'items' | 'events' | 'checkers'
  readonly isAsked?: (values: Values) => boolean
}

/** How one act is asked for: the last part of its address, its questions, and whether it shows a review line first. */
export interface ActForm {
  readonly path: string
  readonly fields: readonly Field[]
  readonly isFinal: boolean
  /** It moves a clock, so it may be entered after it happened (C306). */
  readonly mayBeLate?: boolean
  readonly start?: Values
}

const REASON: Field = { name: 'reason', label: 'field.reason', kind: 'text', isRequired: true }
const WAY: Field = {
  name: 'way',
  label: 'field.way',
  kind: 'choice',
  isRequired: true,
  choices: DELIVERY_WAYS.map((way) => ({ value: way, label: `way.${way}` as const })),
}
const POST_NUMBER: Field = {
  name: 'postNumber',
  label: 'field.postNumber',
  kind: 'line',
  isRequired: true,
  isAsked: ({ way }) => way === 'post',
}
const RECEIVER: Field = { name: 'receiver', label: 'field.receiver', kind: 'line', isRequired: true }
const RELATION: Field = { name: 'relation', label: 'field.relation', kind: 'line', isRequired: false }
const DAYS: Field = { name: 'days', label: 'field.days', kind: 'days', isRequired: true }
// In the days in which the promise counts, working or natural ones (C513).
const EXTEND_DAYS: Field = { ...DAYS, label: 'field.extendDays' }

const HIGHER_ORGAN: Field = { name: 'organ', label: 'field.higherOrgan', kind: 'line', isRequired: true }
const REMARK: Field = { name: 'remark', label: 'field.remark', kind: 'text', isRequired: false }
const DECISION: Field = {
  name: 'decision',
  label: 'field.decision',
  kind: 'choice',
  isRequired: true,
  choices: DECISIONS.map((decision) => ({ value: decision, label: `decision.${decision}` as const })),
}

/** The acts with a plain form. Those with lists of materials stand in their own files. */
export const ACT_FORMS = {
  accept: { path: 'accept', fields: [], isFinal: false, mayBeLate: true },
  pledge: { path: 'pledge', fields: [], isFinal: false },
  recuse: {
    path: 'recuse',
    start: { target: 'unit' },
    fields: [
      {
        name: 'target',
        label: 'field.target',
        kind: 'choice',
        isRequired: true,
        choices: [
          { value: 'unit', label: 'target.unit' },
          { value: 'person', label: 'target.person' },
        ],
      },
      {
        name: 'unit',
        label: 'field.recuseUnit',
        kind: 'choice',
        isRequired: true,
        from: 'units',
        isAsked: ({ target }) => target === 'unit',
      },
      {
        name: 'person',
        label: 'field.recusePerson',
        kind: 'choice',
        isRequired: true,
        from: 'checkers',
        isAsked: ({ target }) => target === 'person',
      },
      REASON,
    ],
    isFinal: true,
  },
  take: { path: 'take', fields: [], isFinal: false },
  urge: { path: 'urge', fields: [], isFinal: false },
  resume: { path: 'resume', fields: [], isFinal: false, mayBeLate: true },
  convert: { path: 'convert', fields: [REASON], isFinal: false },
  change_item: {
    path: 'change-item',
    fields: [{ name: 'item', label: 'field.item', kind: 'choice', isRequired: true, from: 'items' }, REASON],
    isFinal: true,
  },
  not_applicable: { path: 'not-applicable', fields: [REASON], isFinal: true },
  withdraw: { path: 'withdraw', fields: [REASON], isFinal: true },
  extend: { path: 'extend', fields: [EXTEND_DAYS, REASON], isFinal: false },
  refuse: {
    path: 'refuse',
    fields: [REASON, { name: 'organ', label: 'field.organ', kind: 'line', isRequired: true }],
    isFinal: true,
  },
  finish_on_spot: {
    path: 'finish-on-spot',
    fields: [{ name: 'result', label: 'field.result', kind: 'text', isRequired: true }],
    isFinal: true,
  },
  pause: {
    path: 'pause',
    mayBeLate: true,
    fields: [
      { name: 'reason', label: 'field.pauseReason', kind: 'choice', isRequired: true, from: 'pauseReasons' },
      DAYS,
      { name: 'noticeNumber', label: 'field.noticeNumber', kind: 'line', isRequired: true },
    ],
    isFinal: false,
  },
  decide: {
    path: 'decide',
    start: { decision: 'granted' },
    fields: [
      { name: 'result', label: 'field.opinion', kind: 'text', isRequired: true },
      DECISION,
      {
        name: 'reason',
        label: 'field.denialReason',
        kind: 'text',
        isRequired: true,
        isAsked: ({ decision }) => decision === 'denied',
      },
    ],
    isFinal: true,
  },
  deliver: {
    path: 'deliver',
    mayBeLate: true,
    start: { way: 'collect' },
    fields: [WAY, POST_NUMBER, RECEIVER, RELATION],
    isFinal: true,
  },
  take_over: { path: 'take-over', fields: [], isFinal: false },
  send_back: { path: 'send-back', fields: [REASON], isFinal: false },
  record_check: {
    path: 'record-check',
    fields: [
      { name: 'partner', label: 'field.partner', kind: 'choice', isRequired: true, from: 'checkers' },
      { name: 'findings', label: 'field.findings', kind: 'text', isRequired: true },
    ],
    isFinal: false,
  },
  report_up: { path: 'report-up', fields: [HIGHER_ORGAN, REMARK], isFinal: false },
  forward: { path: 'forward', fields: [HIGHER_ORGAN, REMARK], isFinal: true },
  record_result: {
    path: 'record-result',
    start: { decision: 'granted' },
    fields: [{ name: 'result', label: 'field.result', kind: 'text', isRequired: true }, DECISION],
    isFinal: true,
  },
  return_case: { path: 'return-case', fields: [REASON], isFinal: true },
  void: { path: 'void', fields: [REASON], isFinal: true },
  correct: {
    path: 'correct',
    fields: [
      { name: 'event', label: 'field.event', kind: 'choice', isRequired: true, from: 'events' },
      REASON,
    ],
    isFinal: true,
  },
  shelve: {
    path: 'shelve',
    fields: [{ name: 'place', label: 'field.place', kind: 'line', isRequired: true }],
    isFinal: false,
  },
  supervise: {
    path: 'supervise',
    start: { level: 'unit_head' },
    fields: [
      {
        name: 'level',
        label: 'field.level',
        kind: 'choice',
        isRequired: true,
        choices: ORDER_LEVELS.map((level) => ({ value: level, label: `level.${level}` as const })),
      },
      {
        name: 'rule',
        label: 'field.rule',
        kind: 'choice',
        isRequired: true,
        choices: ORDER_RULES.map((rule) => ({ value: rule, label: `rule.${rule}` as const })),
      },
      { name: 'content', label: 'field.content', kind: 'text', isRequired: true },
    ],
    isFinal: false,
  },
  transfer: {
    path: 'transfer',
    fields: [
      { name: 'unit', label: 'field.toUnit', kind: 'choice', isRequired: true, from: 'units' },
      REASON,
    ],
    isFinal: false,
  },
} as const satisfies Partial<Record<CaseAction, ActForm>>

export type FormAction = keyof typeof ACT_FORMS

/** The acts this page has a form for, plain or with a list of materials. */
export type ShownAction = FormAction | 'request_supplement' | 'ask_papers' | 'hand_in' | 'add_note'

/** The acts with a list of materials, which have forms of their own. */
const LISTED = [
  'request_supplement',
  'ask_papers',
  'hand_in',
  'add_note',
] as const satisfies readonly CaseAction[]

/** True when this page has a form for the act. */
export function isShown(action: CaseAction): action is ShownAction {
  return action in ACT_FORMS || LISTED.some((listed) => listed === action)
}

/** The act that a pending request would do when it is signed (C403). */
const SIGNED = {
  refuse: 'refuse',
  deny: 'decide',
  extend: 'extend',
  return: 'return_case',
  supplement: 'request_supplement',
} as const satisfies Record<ApprovalKind, CaseAction>

/** True when this person may sign the pending request; a signer asks for nothing himself (C403). */
export function maySign(detail: CaseDetail, role: string): boolean {
  const isSigner = role === 'supervisor' || role === 'leader'
  return isSigner && detail.approval !== null && detail.actions.includes(SIGNED[detail.approval.kind])
}

/** The acts to offer, in the server's order. What a signer may only sign is no button of his own. */
export function offeredActs(detail: CaseDetail, role: string): readonly ShownAction[] {
  const isSigner = role === 'supervisor' || role === 'leader'
  const signedOnly: readonly CaseAction[] = Object.values(SIGNED)
  return detail.actions.filter(isShown).filter((action) => !(isSigner && signedOnly.includes(action)))
}

/** The questions that matter for these answers. */
export function askedFields(form: ActForm, values: Values): readonly Field[] {
  return form.fields.filter(({ isAsked }) => isAsked === undefined || isAsked(values))
}

/** The first question that still has no answer. */
export function firstUnanswered(form: ActForm, values: Values): Field | undefined {
  return askedFields(form, values).find(
    ({ name, isRequired }) => isRequired && (values[name] ?? '').trim() === '',
  )
}

/** The command's own part of the body: answered questions only, days as a number. */
export function bodyOf(form: ActForm, values: Values): Readonly<Record<string, string | number>> {
  const body: Record<string, string | number> = {}
  for (const { name, kind } of askedFields(form, values)) {
    const answer = (values[name] ?? '').trim()
    if (answer !== '') body[name] = kind === 'days' ? Number(answer) : answer
  }
  return body
}

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
  | 'phone'
  | 'contact'
  | 'address'
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

/** Why: the question that most acts end with. */
export const REASON: Field = { name: 'reason', label: 'field.reason', kind: 'text', isRequired: true }

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

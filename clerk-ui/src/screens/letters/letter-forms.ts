import type { LetterDetail } from '@counter/shared/contract/letters'
import type { LetterAction } from '@counter/shared/vocabulary/letter'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Field } from '../case/act-form.ts'

/** One question of an act on a letter. */
export interface LetterField extends Omit<Field, 'name' | 'from' | 'choices' | 'isAsked'> {
  readonly name: string
}

/** How one act is asked for; an act that cannot be taken back is read once more before it is sent. */
export interface LetterForm {
  readonly fields: readonly LetterField[]
  readonly isFinal: boolean
  /** What the form begins with. */
  readonly start?: (letter: LetterDetail) => Readonly<Record<string, string>>
}

const asked = (
  name: string,
  label: LetterField['label'],
  kind: LetterField['kind'] = 'text',
): LetterField => ({
  name,
  label,
  kind,
  isRequired: true,
})
const free = (
  name: string,
  label: LetterField['label'],
  kind: LetterField['kind'] = 'text',
): LetterField => ({
  ...asked(name, label, kind),
  isRequired: false,
})
const REASON = asked('reason', 'letterField.reason')

/** The questions of every act on a letter, in the order of its form (C1302). */
export const LETTER_FORMS: { readonly [Action in LetterAction]: LetterForm } = {
  assign: {
    fields: [asked('unit', 'letterField.unit', 'choice'), free('note', 'letterField.note')],
    isFinal: false,
  },
  reply_on_spot: { fields: [asked('text', 'letterField.answer', 'reply')], isFinal: false },
  take: { fields: [], isFinal: false },
  send_back: { fields: [REASON], isFinal: false },
  answer: { fields: [asked('text', 'letterField.answer', 'reply')], isFinal: false },
  sign: { fields: [], isFinal: true },
  rework: { fields: [asked('reason', 'letterField.change')], isFinal: false },
  reply: { fields: [asked('way', 'letterField.way', 'choice')], isFinal: false },
  close: {
    fields: [asked('satisfied', 'letterField.satisfied', 'choice'), free('text', 'letterField.said')],
    isFinal: false,
  },
  redirect: { fields: [asked('organ', 'letterField.organ', 'line')], isFinal: true },
  link: { fields: [asked('number', 'letterField.number', 'line')], isFinal: false },
  unlink: { fields: [free('reason', 'letterField.reason')], isFinal: false },
  no_contact: { fields: [asked('reason', 'letterField.tried')], isFinal: true },
  set_topic: {
    fields: [asked('topic', 'letterField.topic', 'choice'), free('reason', 'letterField.reason')],
    isFinal: false,
  },
  set_date: {
    fields: [
      asked('number', 'letterField.externalNumber', 'line'),
      asked('dueOn', 'letterField.dueOn', 'date'),
    ],
    isFinal: false,
  },
  convert: { fields: [REASON], isFinal: true },
  give_notice: { fields: [free('noticeNumber', 'letterField.noticeNumber', 'line')], isFinal: false },
  extend: { fields: [asked('days', 'letterField.days', 'days'), REASON], isFinal: true },
  tell_due: { fields: [asked('how', 'letterField.how', 'choice')], isFinal: false },
  supervise: {
    fields: [
      asked('level', 'field.level', 'choice'),
      asked('rule', 'field.rule', 'choice'),
      asked('content', 'field.content'),
    ],
    isFinal: false,
  },
  ask_review: {
    fields: [
      asked('askedOn', 'letterField.askedOn', 'date'),
      asked('organ', 'letterField.reviewOrgan', 'line'),
    ],
    isFinal: false,
  },
  record_review: {
    fields: [asked('outcome', 'letterField.outcome', 'choice'), free('text', 'letterField.text')],
    isFinal: false,
  },
  draft_publication: {
    fields: [
      asked('question', 'letterField.publicQuestion', 'reply'),
      asked('answer', 'letterField.publicAnswer', 'reply'),
    ],
    isFinal: false,
    start: ({ text, answer, publication }) => ({
      question: publication?.question ?? text,
      answer: publication?.answer ?? answer?.text ?? '',
    }),
  },
  publish: { fields: [], isFinal: true },
  withdraw_publication: { fields: [REASON], isFinal: false },
  correct_facts: {
    fields: [
      asked('channel', 'letters.channel', 'choice'),
      asked('topic', 'log.topic', 'choice'),
      asked('receivedOn', 'letterField.receivedOn', 'date'),
      free('leader', 'letterField.visitLeader', 'line'),
      REASON,
    ],
    isFinal: true,
    start: ({ row }) => ({
      channel: row.channel,
      topic: row.topic,
      receivedOn: civilDate(row.receivedAt),
    }),
  },
  correct_writer: {
    fields: [
      free('name', 'log.name', 'line'),
      free('phone', 'log.phone', 'line'),
      free('address', 'log.address', 'line'),
      REASON,
    ],
    isFinal: true,
  },
  correct: { fields: [asked('event', 'field.event', 'choice'), REASON], isFinal: true },
  add_note: { fields: [asked('text', 'letterField.text')], isFinal: false },
}

/** What is sent: texts as typed, days as a number. */
export function letterBodyOf(
  { fields }: LetterForm,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const typed = (values[name] ?? '').trim()
      return [name, kind === 'days' ? Number(typed) : typed]
    }),
  )
}

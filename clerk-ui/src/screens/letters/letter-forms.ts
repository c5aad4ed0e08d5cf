import type { LetterDetail } from '@counter/shared/contract/letters'
import { SATISFACTION_WORDS } from '@counter/shared/text/letter-words'
import { TOLD_HOW } from '@counter/shared/vocabulary/case'
import { instantWords, type Language } from '@counter/shared/vocabulary/date-words'
import {
  LASTING_LETTER_EVENTS,
  LETTER_TOPICS,
  type LetterAction,
  REVIEW_OUTCOMES,
  SATISFACTIONS,
} from '@counter/shared/vocabulary/letter'
import { LETTER_EVENT_WORDS } from '@counter/shared/vocabulary/letter-event-words'
import { LETTER_TOPIC_WORDS, REPLY_WAY_WORDS, REVIEW_WORDS } from '@counter/shared/vocabulary/letter-words'
import { ORDER_LEVELS, ORDER_RULES } from '@counter/shared/vocabulary/supervision'
import type { Words } from '../../text/words.ts'
import type { Choice, Field } from '../case/act-form.ts'

/** One question of an act on a letter. */
export interface LetterField extends Omit<Field, 'name' | 'from' | 'choices' | 'isAsked'> {
  readonly name: string
}

/** How one act is asked for; an act that cannot be taken back is read once more before it is sent. */
export interface LetterForm {
  readonly fields: readonly LetterField[]
  readonly isFinal: boolean
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
  correct: { fields: [asked('event', 'field.event', 'choice'), REASON], isFinal: true },
  add_note: { fields: [asked('text', 'letterField.text')], isFinal: false },
}

/** What a question may be answered with; the units come from the guide. */
export function choicesOf(
  name: string,
  { ways, events }: Pick<LetterDetail, 'ways' | 'events'>,
  {
    t,
    language,
    units,
  }: { readonly t: Words; readonly language: Language; readonly units: readonly Choice[] },
): readonly Choice[] {
  switch (name) {
    case 'unit':
      return units
    case 'way':
      return ways.map((value) => ({ value, label: REPLY_WAY_WORDS[value][language] }))
    case 'satisfied':
      return SATISFACTIONS.map((value) => ({ value, label: SATISFACTION_WORDS[value][language] }))
    case 'topic':
      return LETTER_TOPICS.map((value) => ({ value, label: LETTER_TOPIC_WORDS[value][language] }))
    case 'how':
      return TOLD_HOW.map((value) => ({ value, label: t(`clock.toldBy.${value}`) }))
    case 'level':
      return ORDER_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))
    case 'rule':
      return ORDER_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))
    case 'outcome':
      return REVIEW_OUTCOMES.map((value) => ({ value, label: REVIEW_WORDS[value][language] }))
    case 'event':
      return stepsOf(events, language)
    default:
      return []
  }
}

// The newest step first: a mistake is mostly noticed soon.
function stepsOf(events: LetterDetail['events'], language: Language): readonly Choice[] {
  const lasting: readonly string[] = LASTING_LETTER_EVENTS
  return events
    .filter(({ type, isVoided }) => !isVoided && !lasting.includes(type))
    .reverse()
    .map(({ id, type, at, by }) => ({
      value: id,
      label: `${instantWords(at, language)} ${LETTER_EVENT_WORDS[type][language]} · ${by}`,
    }))
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

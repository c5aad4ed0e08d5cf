import type { LogBookRow } from '../contract/log-book.ts'
import { LOG_BOOK_WORDS, SATISFACTION_WORDS } from '../text/log-book-words.ts'
import { CASE_EVENT_WORDS } from '../vocabulary/case-event-words.ts'
import { civilDate } from '../vocabulary/plain-date.ts'
import type { Instant } from '../vocabulary/time.ts'

type Language = 'zh' | 'en'
type Word = keyof typeof LOG_BOOK_WORDS

/** One field of a line: its heading and what stands in it; empty is what has not happened (V18). */
export interface LogBookCell {
  readonly word: Word
  readonly text: string
}

/** What stands on a notice board: no number of a person, no phone, no account, no word of anybody (V19). */
const POSTED: readonly Word[] = [
  'serial',
  'number',
  'point',
  'agent',
  'applicant',
  'item',
  'registered',
  'handedUp',
  'decided',
  'result',
  'delivered',
]

/** A line of the book in the words of the paper book, the same on screen, on paper and in a file (V17). */
export function logBookCells(row: LogBookRow, language: Language): readonly LogBookCell[] {
  const { serial, village, agent } = row
  const head: readonly LogBookCell[] = [
    { word: 'serial', text: String(serial) },
    { word: 'point', text: village },
    { word: 'agent', text: agent },
  ]
  if (row.case !== null) return [...head, ...caseCells(row.case, language)]
  return row.consultation === null ? head : [...head, ...consultationCells(row.consultation, language)]
}

/** The headings in their order; those of the notice board are fewer. */
export function logBookColumns(isPosted: boolean): readonly Word[] {
  return isPosted ? POSTED : COLUMNS
}

const COLUMNS: readonly Word[] = [
  'serial',
  'number',
  'alias',
  'point',
  'agent',
  'applicant',
  'relation',
  'item',
  'authority',
  'papers',
  'registered',
  'handedUp',
  'relayed',
  'decided',
  'result',
  'delivered',
  'returned',
  'fee',
  'followUp',
  'relative',
  'carrier',
  'corrections',
  'consultation',
]

function caseCells(line: NonNullable<LogBookRow['case']>, language: Language): readonly LogBookCell[] {
  const say = (word: Word) => LOG_BOOK_WORDS[word][language]
  const { authority, delivery, followUp, fee } = line
  const revoked = authority.revokedAt === null ? '' : ` ${say('revoked')} ${day(authority.revokedAt)}`
  const followed =
    followUp === null
      ? ''
      : [day(followUp.at), followUp.by, SATISFACTION_WORDS[followUp.satisfaction][language], followUp.remark]
  return [
    { word: 'number', text: line.number },
    { word: 'alias', text: line.alias ?? '' },
    { word: 'applicant', text: line.applicant },
    { word: 'relation', text: line.relation },
    { word: 'item', text: `${line.itemName}（${line.item} v${line.itemVersion}）` },
    { word: 'authority', text: `${say('until')} ${authority.until}${revoked}` },
    {
      word: 'papers',
      text: line.papers.map(({ name, form, count }) => `${name} ${say(form)}×${count}`).join('；'),
    },
    { word: 'registered', text: day(line.registeredAt) },
    { word: 'handedUp', text: day(line.handedUpAt) },
    { word: 'relayed', text: line.noticeAt === null ? '' : day(line.relayedAt) || say('notYet') },
    { word: 'decided', text: day(line.decidedAt) },
    { word: 'result', text: line.result === null ? '' : say(line.result) },
    { word: 'delivered', text: delivery === null ? '' : `${day(delivery.at)} ${delivery.to}` },
    {
      word: 'returned',
      text: line.returned.map(({ at, names }) => `${day(at)} ${names.join('、')}`).join('；'),
    },
    { word: 'fee', text: fee === null ? '' : `${(fee.cents / 100).toFixed(2)} ${fee.receiptNumber}` },
    { word: 'followUp', text: followed === '' ? '' : followed.filter((part) => part !== '').join(' ') },
    { word: 'relative', text: line.isRelative ? say('yes') : '' },
    { word: 'carrier', text: line.carrier ?? '' },
    { word: 'corrections', text: line.corrections.map((each) => correctionOf(each, language)).join('；') },
  ]
}

function correctionOf(
  { at, by, reason, type, was }: NonNullable<LogBookRow['case']>['corrections'][number],
  language: Language,
): string {
  return `${day(at)} ${by}：${CASE_EVENT_WORDS[type][language]} ${day(was)}（${reason}）`
}

function consultationCells(
  { at, person, itemName, corrections = [], ...words }: NonNullable<LogBookRow['consultation']>,
  language: Language,
): readonly LogBookCell[] {
  return [
    { word: 'applicant', text: person },
    { word: 'item', text: itemName ?? '' },
    { word: 'registered', text: day(at) },
    { word: 'consultation', text: asked(words, language) },
    {
      word: 'corrections',
      text: corrections
        .map(
          ({ at: on, by, reason, was }) =>
            `${day(on)} ${by}：${LOG_BOOK_WORDS.was[language]} ${asked(was, language)}（${reason}）`,
        )
        .join('；'),
    },
  ]
}

function asked(
  {
    question,
    answer,
    isReferred,
  }: Pick<NonNullable<LogBookRow['consultation']>, 'question' | 'answer' | 'isReferred'>,
  language: Language,
): string {
  return `${question} → ${answer}${isReferred ? `（${LOG_BOOK_WORDS.referred[language]}）` : ''}`
}

function day(at: Instant | null): string {
  return at === null ? '' : civilDate(at)
}

import type { CasePaperKind, PaperPoint } from '@counter/shared/vocabulary/case-paper'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { LetterEventType } from '@counter/shared/vocabulary/letter'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS, REPLY_WAY_WORDS } from '@counter/shared/vocabulary/letter-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { LetterEvent, LetterEventPayloads } from '../../domain/letter/letter-event.ts'
import type { LetterState } from '../../domain/letter/letter-state.ts'
import { PETITION_REMEDIES } from '../../domain/letter/petition.ts'
import type { StoredLetterEvent } from '../../store/letter-events.ts'
import { orderPoints } from '../cases/event-papers.ts'

/** What a paper is made from: the event and the letter before it. */
export interface Recorded<Type extends LetterEventType> {
  readonly event: StoredLetterEvent & LetterEvent<Type>
  readonly before: LetterState
  /** What was written with an event, by its name. */
  said(name: string): string
  /** The words of the answer that waits to be signed. */
  readonly answer: string
  readonly text: string
  readonly by: string
  unitName(unit: UnitCode | null): string
  /** A step as it stands in the record: when, and what was done. */
  stepWords(event: string): string
}

export interface LetterPaper {
  readonly kind: CasePaperKind
  readonly points: readonly (readonly [PaperPoint, string])[]
  /** Where the event brings its own number. */
  readonly number?: string
}

type PaperOf = { readonly [Type in LetterEventType]?: (recorded: Recorded<Type>) => LetterPaper | null }

/** The events of a letter that are told on a paper of their own (cases.md 9, 13). */
const PAPERS: PaperOf = {
  // What came by the website was told on its page.
  'letter.registered': ({ event }) =>
    event.role === 'token' ? null : { kind: 'letter_receipt', points: [] },
  'letter.assigned': ({ event: { payload }, said, text, unitName }) => ({
    kind: 'letter_assignment',
    points: [
      ['toUnit', unitName(payload.unit)],
      ['letterText', text],
      ['note', said('text')],
    ],
  }),
  'letter.sent_back': ({ before, said, unitName }) => ({
    kind: 'letter_return',
    points: [
      ['fromUnit', unitName(before.unit)],
      ['reason', said('reason')],
    ],
  }),
  // The letter that goes out is what was signed, before it has reached anybody (C1303).
  'letter.signed': ({ before, answer, by }) => ({
    kind: before.petition === null ? 'letter_reply' : 'petition_opinion',
    points: [
      ['answer', answer],
      ['remedies', before.petition === null ? '' : PETITION_REMEDIES],
      ['signer', by],
    ],
  }),
  'letter.replied': ({ event: { payload }, said, by }) => {
    if (payload.way === 'on_spot')
      return {
        kind: 'letter_reply',
        points: [
          ['answer', said('text')],
          ['signer', by],
        ],
      }
    if (payload.way !== 'in_writing') return null
    return { kind: 'delivery', points: [['way', REPLY_WAY_WORDS[payload.way].zh]] }
  },
  'letter.redirected': ({ said }) => ({ kind: 'letter_redirection', points: [['toUnit', said('organ')]] }),
  'letter.notice_given': ({ said }) => ({
    kind: 'petition_notice',
    points: [['noticeNumber', said('noticeNumber')]],
  }),
  'letter.extended': ({ event: { payload }, before, said, by }) => ({
    kind: 'petition_extension',
    points: [
      ['reason', said('reason')],
      ['days', `延长 ${payload.days} 个自然日`],
      ['dueBefore', before.told.map(({ dueOn }) => dateWords(dueOn, 'zh')).at(-1) ?? ''],
      ['approvedBy', by],
    ],
  }),
  'order.issued': ({ event: { payload }, said }) => ({
    kind: 'supervision',
    number: payload.number,
    points: orderPoints(payload, said('text')),
  }),
  'letter.facts_corrected': ({ event: { payload }, said }) => ({
    kind: 'correction',
    points: [
      ['change', changeWords(payload)],
      ['reason', said('reason')],
    ],
  }),
  'letter.writer_corrected': ({ said }) => ({
    kind: 'correction',
    points: [
      ['change', '来信人'],
      ['reason', said('reason')],
    ],
  }),
  'event.voided': ({ event: { payload }, said, stepWords }) => ({
    kind: 'correction',
    points: [
      ['step', stepWords(payload.eventId)],
      ['reason', said('reason')],
    ],
  }),
}

function changeWords({
  before,
  channel,
  topic,
  receivedAt,
}: LetterEventPayloads['letter.facts_corrected']): string {
  const day = (at: Instant) => dateWords(civilDate(at), 'zh')
  const changes = [
    ['渠道', CHANNEL_WORDS[before.channel].zh, CHANNEL_WORDS[channel].zh],
    ['类别', LETTER_TOPIC_WORDS[before.topic].zh, LETTER_TOPIC_WORDS[topic].zh],
    ['收到日期', day(before.receivedAt), day(receivedAt)],
  ]
  return changes
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what}：${was} → ${is}`)
    .join('；')
}

/** True when events of this type may be told on paper. */
export function hasPaper(type: LetterEventType): boolean {
  return PAPERS[type] !== undefined
}

/** The paper of an event, or null when it has none. */
export function letterPaperOf<Type extends LetterEventType>(recorded: Recorded<Type>): LetterPaper | null {
  const make: PaperOf[Type] = PAPERS[recorded.event.type as Type]
  return make === undefined ? null : make(recorded)
}

import { z } from 'zod'
import { LIGHTS } from '../vocabulary/case.ts'
import {
  LETTER_ACTIONS,
  LETTER_CHANNELS,
  LETTER_CLOCKS,
  LETTER_EVENT_TYPES,
  LETTER_FLAGS,
  LETTER_STATUSES,
  LETTER_TOPICS,
  REPLY_WAYS,
  REVIEW_OUTCOMES,
  SATISFACTIONS,
} from '../vocabulary/letter.ts'
import { ClockView } from './case-clock.ts'
import { InstantField, Page, PlainDateField, UnitCodeField } from './fields.ts'
import { OrderRow } from './orders.ts'
import { PaperLine } from './paper-line.ts'

/** One line of every list of letters: masked, with the facts its light is drawn from (C1302). */
export const LetterRow = z.object({
  id: z.uuid(),
  number: z.string(),
  channel: z.enum(LETTER_CHANNELS),
  topic: z.enum(LETTER_TOPICS),
  /** 王*国; null for somebody who gave no name (C1304). */
  writer: z.string().nullable(),
  status: z.enum(LETTER_STATUSES),
  flags: z.array(z.enum(LETTER_FLAGS)),
  unit: UnitCodeField.nullable(),
  unitName: z.string().nullable(),
  handler: z.string().nullable(),
  externalNumber: z.string().nullable(),
  receivedAt: InstantField,
  repliedAt: InstantField.nullable(),
  light: z.enum(LIGHTS),
  clockKind: z.enum(['committed', 'notice']).nullable(),
  dueOn: PlainDateField.nullable(),
  dueAt: InstantField.nullable(),
  limitUnit: z.enum(['workday', 'day']),
  left: z.number(),
  overdue: z.number(),
  isProvisional: z.boolean(),
  isOnTime: z.boolean().nullable(),
  version: z.int(),
})
export type LetterRow = z.infer<typeof LetterRow>

/** `GET /api/letters`: what waits for an answer by due instant, then what was answered. */
export const LetterQuery = z.strictObject({
  ...Page,
  unit: UnitCodeField.optional(),
  channel: z.enum(LETTER_CHANNELS).optional(),
  status: z.enum(LETTER_STATUSES).optional(),
  light: z.enum(LIGHTS).optional(),
  order: z.literal('yes').optional(),
  open: z.enum(['yes', 'no']).optional(),
})
export const LetterList = z.object({ items: z.array(LetterRow), next: z.string().nullable() })
export type LetterList = z.infer<typeof LetterList>

export const LetterClockView = z.object({ ...ClockView.shape, kind: z.enum(LETTER_CLOCKS) })
export type LetterClockView = z.infer<typeof LetterClockView>

const RegistrationFacts = z.object({
  channel: z.enum(LETTER_CHANNELS),
  topic: z.enum(LETTER_TOPICS),
  receivedOn: PlainDateField,
})

/** `GET /api/letters/:id`, and what every act answers: the letter as it stands now. */
export const LetterDetail = z.object({
  row: LetterRow,
  writer: z.object({ name: z.string().nullable(), phone: z.string().nullable(), hasAddress: z.boolean() }),
  people: z.int(),
  representatives: z.int(),
  text: z.string(),
  leader: z.string(),
  answer: z.object({ text: z.string(), by: z.string(), signer: z.string().nullable() }).nullable(),
  way: z.enum(REPLY_WAYS).nullable(),
  satisfied: z.enum(SATISFACTIONS).nullable(),
  /** 复查 of a petition: asked of which organ on which day, and what it found (C1305). */
  review: z
    .object({ askedOn: PlainDateField, organ: z.string(), outcome: z.enum(REVIEW_OUTCOMES).nullable() })
    .nullable(),
  /** What the public page says, or would say once somebody else has published it (C1303). */
  publication: z
    .object({
      question: z.string(),
      answer: z.string(),
      by: z.string(),
      publishedAt: InstantField.nullable(),
    })
    .nullable(),
  clocks: z.array(LetterClockView),
  toldDueOn: PlainDateField.nullable(),
  externalDueOn: PlainDateField.nullable(),
  originalNumber: z.string().nullable(),
  events: z.array(
    z.object({
      id: z.string(),
      type: z.enum(LETTER_EVENT_TYPES),
      at: InstantField,
      by: z.string(),
      to: z.enum(LETTER_STATUSES),
      /** What was written by hand with it, in one line. */
      text: z.string().nullable(),
      /** Taken back by a later correction; both stay in the record (C302). */
      isVoided: z.boolean(),
      /** What of the registration was put right: as it was and as it is since (C302). */
      registration: z.object({ from: RegistrationFacts, to: RegistrationFacts }).nullable(),
      /** Due dates as they were and as they are since; null where a clock does not run (C302, C604). */
      moves: z.array(
        z.object({
          kind: z.enum(LETTER_CLOCKS),
          from: PlainDateField.nullable(),
          to: PlainDateField.nullable(),
        }),
      ),
    }),
  ),
  orders: z.array(OrderRow),
  /** The papers made so far, for those who are given papers. */
  papers: z.array(PaperLine),
  /** What the person who asks may do with it now; no screen keeps a copy of the table (C401). */
  actions: z.array(z.enum(LETTER_ACTIONS)),
  ways: z.array(z.enum(REPLY_WAYS)),
})
export type LetterDetail = z.infer<typeof LetterDetail>

/** `GET /api/letters/count?from=&to=`: letters answered and answered in time, by channel (C1303). */
export const LetterCountQuery = z.strictObject({ from: PlainDateField, to: PlainDateField })
const figures = {
  received: z.int(),
  replied: z.int(),
  onTime: z.int(),
  satisfied: z.int(),
  dissatisfied: z.int(),
}
export const LetterCountView = z.object({
  from: PlainDateField,
  to: PlainDateField,
  channels: z.array(z.object({ channel: z.enum(LETTER_CHANNELS), ...figures })),
  mailboxes: z.object(figures),
  all: z.object(figures),
})
export type LetterCountView = z.infer<typeof LetterCountView>
export const LetterExportBody = z.strictObject({
  from: PlainDateField,
  to: PlainDateField,
  format: z.enum(['csv', 'xlsx']),
  language: z.enum(['zh', 'en']),
})

/** Topic `letters`, and `letters:MZ` of one unit: how many wait under each light. */
export const LettersState = z.object({ green: z.int(), yellow: z.int(), red: z.int() })
export type LettersState = z.infer<typeof LettersState>
export const LettersChange = z.object({ kind: z.literal('letter_changed'), counts: LettersState })
export type LettersChange = z.infer<typeof LettersChange>
/** Topic `letter:ID`: one letter's page. */
export const LetterChange = z.object({ kind: z.literal('letter_changed'), letter: LetterDetail })
export type LetterChange = z.infer<typeof LetterChange>

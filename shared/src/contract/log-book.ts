import { z } from 'zod'
import { PAPER_FORMS, SATISFACTIONS } from '../vocabulary/agency.ts'
import { CASE_EVENT_TYPES, CASE_STATUSES, DECISIONS } from '../vocabulary/case.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  ItemCodeField,
  Page,
  PlainDateField,
  textField,
  VillageCodeField,
} from './fields.ts'

const MonthField = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** `GET /api/log-book`: 代办台账, of an agent the own point only (V16, V19). */
export const LogBookQuery = z.strictObject({
  ...Page,
  village: VillageCodeField.optional(),
  month: MonthField.optional(),
})

/** The line of a case, with the fields of the township's paper book; what has not happened is empty (V17, V18). */
const LogBookCase = z.object({
  id: CaseIdField,
  number: z.string(),
  /** What else its slip shows (V63). */
  alias: z.string().nullable(),
  applicant: z.string(),
  item: ItemCodeField,
  itemVersion: z.int(),
  itemName: z.string(),
  status: z.enum(CASE_STATUSES),
  /** In which capacity the resident acted. */
  relation: z.string(),
  authority: z.object({
    powers: z.array(z.string()),
    /** Null where the case was entered again from paper (V80). */
    until: PlainDateField.nullable(),
    signedAs: z.string(),
    revokedAt: InstantField.nullable(),
  }),
  papers: z.array(z.object({ name: z.string(), form: z.enum(PAPER_FORMS), count: z.int() })),
  registeredAt: InstantField,
  receivedAt: InstantField,
  handedUpAt: InstantField.nullable(),
  handUpWorkdays: z.number(),
  noticeAt: InstantField.nullable(),
  relayedAt: InstantField.nullable(),
  decidedAt: InstantField.nullable(),
  result: z.enum(DECISIONS).nullable(),
  delivery: z.object({ at: InstantField, to: z.string(), way: z.string() }).nullable(),
  fee: z.object({ cents: z.int(), receiptNumber: z.string() }).nullable(),
  returned: z.array(z.object({ at: InstantField, names: z.array(z.string()) })),
  followUp: z
    .object({ at: InstantField, by: z.string(), satisfaction: z.enum(SATISFACTIONS), remark: z.string() })
    .nullable(),
  isRelative: z.boolean(),
  carrier: z.string().nullable(),
  /** What was taken back, by whom and why; the line itself shows what holds now (V16). */
  corrections: z.array(
    z.object({
      at: InstantField,
      by: z.string(),
      reason: z.string(),
      type: z.enum(CASE_EVENT_TYPES),
      was: InstantField,
    }),
  ),
})

/** 咨询: what was asked at the point without a case (V16). */
const LogBookConsultation = z.object({
  /** By which it is corrected; a page from before does not tell. */
  id: z.string().optional(),
  at: InstantField,
  person: z.string(),
  itemName: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
  isReferred: z.boolean(),
  /** What it said before each correction, by whom and why; the line shows both (V16). */
  corrections: z
    .array(
      z.object({
        at: InstantField,
        by: z.string(),
        reason: z.string(),
        was: z.object({ question: z.string(), answer: z.string(), isReferred: z.boolean() }),
      }),
    )
    .optional(),
})

export const LogBookRow = z.object({
  serial: z.int(),
  year: z.int(),
  village: VillageCodeField,
  agent: z.string(),
  case: LogBookCase.nullable(),
  consultation: LogBookConsultation.nullable(),
})
export type LogBookRow = z.infer<typeof LogBookRow>
export const LogBook = z.object({ items: z.array(LogBookRow), next: z.string().nullable() })

/** `POST /api/log-book/export`: a month of one point or of all as a file; `isPosted` for the notice board (V19). */
export const LogBookExportBody = z.strictObject({
  village: VillageCodeField.nullable(),
  month: MonthField,
  format: z.enum(['csv', 'xlsx']),
  language: z.enum(['zh', 'en']),
  isPosted: z.boolean(),
})

/** `POST /api/log-book/consultations/:id/correct`: what holds from now on, and why (V16). */
export const CorrectConsultationBody = z.strictObject({
  commandId: CommandIdField,
  question: textField(500, 1),
  answer: textField(500, 1),
  isReferred: z.boolean(),
  reason: textField(200),
})

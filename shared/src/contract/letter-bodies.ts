import { z } from 'zod'
import {
  LETTER_CHANNELS,
  LETTER_TOPICS,
  REPLY_WAYS,
  REVIEW_OUTCOMES,
  SATISFACTIONS,
} from '../vocabulary/letter.ts'
import { ORDER_LEVELS, ORDER_RULES } from '../vocabulary/supervision.ts'
import { RevealBody } from './case-bodies.ts'
import {
  CommandIdField,
  InstantField,
  PaperIdField,
  PlainDateField,
  StaffIdField,
  textField,
  UnitCodeField,
  VersionField,
} from './fields.ts'

/** `POST /api/letters`: a letter, call or visit as it is logged (C1301). */
export const RegisterLetterBody = z.strictObject({
  commandId: CommandIdField,
  channel: z.enum(LETTER_CHANNELS),
  topic: z.enum(LETTER_TOPICS),
  /** Said by whoever logs it: then it is not stored, and the person is pointed elsewhere (C1401). */
  isAboutStaff: z.boolean(),
  name: textField(30),
  phone: textField(20),
  address: textField(100),
  text: textField(2000),
  leader: textField(30).default(''),
  isUrgent: z.boolean().default(false),
  people: z.int().min(1).max(9999).default(1),
  representatives: z.int().min(1).max(9999).default(1),
  about: UnitCodeField.nullable().default(null),
  external: z
    .strictObject({ number: textField(40, 1), dueOn: PlainDateField.nullable() })
    .nullable()
    .default(null),
  arrived: z
    .strictObject({ at: InstantField, reason: textField(200) })
    .nullable()
    .default(null),
  /** The answer that was given on the call or on the spot; empty when it is still owed. */
  answer: textField(3000).default(''),
})
/** What is half written in the log of letters, as it was typed: nothing in it has been checked (U15). */
const LogContent = z.strictObject({
  channel: z.enum(LETTER_CHANNELS),
  topic: z.enum(LETTER_TOPICS),
  text: textField(2000),
  name: textField(100),
  phone: textField(100),
  address: textField(100),
  leader: textField(100),
  people: textField(100),
  representatives: textField(100),
  about: textField(20),
  externalNumber: textField(100),
  externalDueOn: textField(20),
  answer: textField(3000),
  isUrgent: z.boolean(),
  isAboutStaff: z.boolean(),
})
export type LogContent = z.infer<typeof LogContent>

/** `POST /api/letters/draft`, `GET /api/letters/draft`: one per person; null takes it back. */
export const LogDraftBody = z.strictObject({ commandId: CommandIdField, content: LogContent.nullable() })
export const LogDraftKept = z.object({ savedAt: InstantField.nullable() })
export const LogDraftRead = z.object({
  draft: z.object({ content: LogContent, savedAt: InstantField }).nullable(),
})
export const RegisteredLetterView = z.object({
  id: z.uuid(),
  number: z.string(),
  queryCode: z.string(),
  token: z.string(),
  dueOn: PlainDateField.nullable(),
  /** The receipt that whoever logged it may print; none for what came by the website. */
  paper: PaperIdField.nullable(),
})
export type RegisteredLetterView = z.infer<typeof RegisteredLetterView>

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
const reason = textField(500)

/** `POST /api/letters/:id/<action>`: what each act is sent with, besides its command id. */
export const LETTER_BODIES = {
  assign: z.strictObject({ ...base, unit: UnitCodeField, note: textField(500).default('') }),
  reply_on_spot: z.strictObject({ ...base, text: textField(3000) }),
  take: z.strictObject(base),
  send_back: z.strictObject({ ...base, reason }),
  answer: z.strictObject({ ...base, text: textField(3000) }),
  sign: z.strictObject(base),
  rework: z.strictObject({ ...base, reason }),
  reply: z.strictObject({ ...base, way: z.enum(REPLY_WAYS).nullable() }),
  close: z.strictObject({ ...base, satisfied: z.enum(SATISFACTIONS), text: textField(500).default('') }),
  redirect: z.strictObject({ ...base, organ: textField(100) }),
  link: z.strictObject({ ...base, number: textField(30, 1) }),
  unlink: z.strictObject({ ...base, reason: textField(500).default('') }),
  no_contact: z.strictObject({ ...base, reason }),
  set_topic: z.strictObject({ ...base, topic: z.enum(LETTER_TOPICS), reason: textField(500).default('') }),
  set_date: z.strictObject({ ...base, number: textField(40, 1), dueOn: PlainDateField }),
  convert: z.strictObject({ ...base, reason }),
  give_notice: z.strictObject({ ...base, noticeNumber: textField(60).default('') }),
  extend: z.strictObject({ ...base, days: z.int().min(1).max(365), reason }),
  tell_due: z.strictObject({ ...base, how: z.enum(['phone', 'sms', 'notice']) }),
  supervise: z.strictObject({
    ...base,
    level: z.enum(ORDER_LEVELS),
    rule: z.enum(ORDER_RULES),
    content: textField(500),
  }),
  ask_review: z.strictObject({ ...base, askedOn: PlainDateField, organ: textField(100) }),
  record_review: z.strictObject({
    ...base,
    outcome: z.enum(REVIEW_OUTCOMES),
    text: textField(500).default(''),
  }),
  draft_publication: z.strictObject({ ...base, question: textField(3000), answer: textField(3000) }),
  publish: z.strictObject(base),
  withdraw_publication: z.strictObject({ ...base, reason }),
  correct_facts: z.strictObject({
    ...base,
    channel: z.enum(LETTER_CHANNELS),
    topic: z.enum(LETTER_TOPICS),
    receivedOn: PlainDateField,
    leader: textField(30).default(''),
    reason,
  }),
  /** Without a name it was nobody who gave one. */
  correct_writer: z.strictObject({
    ...base,
    name: textField(30),
    phone: textField(20),
    address: textField(100),
    reason,
  }),
  correct: z.strictObject({ ...base, event: z.uuid(), reason }),
  add_note: z.strictObject({ ...base, text: textField(500) }),
  reply_order: z.strictObject({ ...base, order: z.uuid(), reply: reason }),
  close_order: z.strictObject({ ...base, order: z.uuid(), result: reason }),
} as const

/** `POST /api/letters/:id/reveal`: one field of the writer, with why (P34). */
export const RevealWriterBody = RevealBody.extend({ field: z.enum(['name', 'phone', 'address']) })

/** `GET /api/duty`, `POST /api/duty`: who answers the phone on which day. */
export const DutyBody = z.strictObject({
  commandId: CommandIdField,
  day: PlainDateField,
  staff: StaffIdField,
  leader: StaffIdField,
})
export const DutyRoster = z.object({
  today: PlainDateField,
  days: z.array(
    z.object({
      day: PlainDateField,
      staff: StaffIdField,
      staffName: z.string(),
      leader: StaffIdField,
      leaderName: z.string(),
    }),
  ),
  /** Whom the roster may name; only for those who may change it. */
  people: z.array(z.object({ id: StaffIdField, name: z.string(), role: z.string() })),
})
export type DutyRoster = z.infer<typeof DutyRoster>

/** `GET /api/box-openings`, `POST /api/box-openings`: the weekly opening by two. */
export const BoxOpeningBody = z.strictObject({
  commandId: CommandIdField,
  second: StaffIdField,
  count: z.int().min(0).max(999),
})
export const BoxOpenings = z.object({
  openings: z.array(
    z.object({
      id: z.string(),
      openedOn: PlainDateField,
      first: z.string(),
      second: z.string(),
      count: z.int(),
      registered: z.int(),
    }),
  ),
  people: z.array(z.object({ id: StaffIdField, name: z.string() })),
  /** By when it is opened next; null when it was never opened (C1301). */
  dueOn: PlainDateField.nullable(),
  isDue: z.boolean(),
})
export type BoxOpenings = z.infer<typeof BoxOpenings>

/** `GET /api/book-readings`, `POST /api/book-readings`: the opinion book, read every working day. */
export const BookReadBody = z.strictObject({ commandId: CommandIdField, count: z.int().min(0).max(999) })
export const BookReadings = z.object({
  readings: z.array(
    z.object({
      id: z.string(),
      readOn: PlainDateField,
      name: z.string(),
      count: z.int(),
      registered: z.int(),
    }),
  ),
  /** When it is read next; null when it was never read (C1301). */
  dueOn: PlainDateField.nullable(),
  isDue: z.boolean(),
})
export type BookReadings = z.infer<typeof BookReadings>

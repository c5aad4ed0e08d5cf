import { z } from 'zod'
import { CONTACT_PURPOSES, CONTACT_WAYS, SATISFACTIONS } from '../vocabulary/agency.ts'
import { MaterialBody, PersonBody, RightFactsFields } from './case-bodies.ts'
import {
  CommandIdField,
  ItemCodeField,
  PlainDateField,
  Sha256Field,
  TokenField,
  textField,
} from './fields.ts'
import { papersTaken } from './papers-taken.ts'

/** The authority (委托书), V9–V13. `signature` is the SHA-256 of its picture among the files, or of the paper's photo. */
export const Authority = z.strictObject({
  relation: textField(30, 1),
  powers: z.array(z.enum(['submit', 'receive_notice', 'receive_result'])).min(1),
  until: PlainDateField,
  signedAs: z.enum(['glass', 'paper', 'fingerprint']),
  signature: Sha256Field,
  witness: textField(60).optional(),
  allowsDeputy: z.boolean(),
})

export const RegisterPayload = z.strictObject({
  item: ItemCodeField,
  applicant: PersonBody,
  authority: Authority.nullable(),
  /** 「本人同意由我代办」 (V13). */
  consent: z.strictObject({
    isGiven: z.boolean(),
    noticeVersion: z.int(),
    /** Of the notice for somebody under 14, told to the guardian (C1109). */
    careVersion: z.int().positive().optional(),
  }),
  /** Near relative of agent or cadre; no default (V12). */
  isRelative: z.boolean().nullable(),
  materials: z.array(MaterialBody).max(40),
  /** The papers as they lie at the point: what is handed up goes by these lines (V17, V94). */
  papers: papersTaken(1).optional(),
  /** Handed up on the same day (V21). */
  isUrgent: z.boolean().optional(),
  note: textField(500).optional(),
  /** Made on the device, so that the slip has them without a network; the centre keeps what proves them (V64). */
  secrets: z
    .strictObject({ queryCode: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/), token: TokenField })
    .optional(),
})
export type RegisterPayload = z.infer<typeof RegisterPayload>

/** Either papers that came in, or what became of photos that never arrived: taken anew, or not sent at all (V70). */
export const MaterialPayload = z
  .strictObject({
    materials: z.array(textField(120, 1)).max(40),
    /** Of these materials, what stays at the point on paper (V17). */
    papers: papersTaken(1).optional(),
    note: textField(500).optional(),
    instead: z
      .array(z.strictObject({ lost: Sha256Field, taken: Sha256Field.nullable() }))
      .min(1)
      .max(20)
      .optional(),
  })
  .refine(({ materials, instead }) => materials.length > 0 !== (instead !== undefined))
  .refine(({ materials, papers = [] }) => papers.every(({ name }) => materials.includes(name)))
export const NotePayload = z.strictObject({ text: textField(2000, 1) })
export const DeliverPayload = z.strictObject({
  receiver: textField(60, 1),
  relation: textField(30).optional(),
  signature: Sha256Field.optional(),
  /** The day on which it was handed over, when it is written down later (V-5). */
  on: PlainDateField.optional(),
  /** The official fee, if the matter has one, with the number of its receipt; the agent takes none (V6). */
  fee: z.strictObject({ cents: z.int().min(1).max(10_000_000), receiptNumber: textField(40) }).optional(),
})
/** 转告补正: the resident was told what is missing, by which way; when is `capturedAt` (V21, V25). */
export const RelayPayload = z.strictObject({
  way: z.enum(CONTACT_WAYS),
  note: textField(500).optional(),
})
/** One attempt to reach the resident; three days of attempts give the case back to the centre (V22). */
export const ContactPayload = z.strictObject({
  purpose: z.enum(CONTACT_PURPOSES),
  way: z.enum(CONTACT_WAYS),
  isReached: z.boolean(),
  note: textField(500).optional(),
})
/** 代办员回访, which never counts as a rating (V20). */
export const FollowUpPayload = z.strictObject({
  way: z.enum(CONTACT_WAYS),
  satisfaction: z.enum(SATISFACTIONS),
  remark: textField(500).optional(),
})
/** The resident takes the authority back at the point (V14). */
export const RevokePayload = z.strictObject({ reason: textField(500).optional() })
/** Originals given back, and to whom (V17). */
export const ReturnPayload = z.strictObject({
  materials: z.array(textField(120, 1)).min(1).max(40),
  receiver: textField(60, 1),
  signature: Sha256Field.optional(),
})
/** 咨询: its header's `caseId` is an id of its own, for there is no case (V16). */
export const ConsultPayload = z.strictObject({
  person: textField(60).optional(),
  item: ItemCodeField.nullable(),
  question: textField(500, 1),
  answer: textField(500, 1),
  /** Sent on to the hall, because the point could not answer it. */
  isReferred: z.boolean(),
})

/** What is right of the person; what is left out stays (V73). */
export const EditPayload = z
  .strictObject(RightFactsFields)
  .refine((right) => Object.values(right).some((value) => value !== undefined))
/** The resident wants the case withdrawn; the centre answers (V73). */
export const AskWithdrawalPayload = z.strictObject({ reason: textField(500, 1) })
/** A number that shall never stand on a slip; its header's `caseId` is an id of its own (V62). */
export const VoidNumberPayload = z.strictObject({ number: textField(20, 1), reason: textField(200, 1) })

/** 撤回 of a refused command, so that nobody solves it any more (V36). */
export const WithdrawPayload = z.strictObject({ command: CommandIdField })

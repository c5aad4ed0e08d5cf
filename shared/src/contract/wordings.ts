import { z } from 'zod'
import { CASE_PAPERS } from '../vocabulary/case-paper.ts'
import { DRAFT_STATES } from '../vocabulary/item.ts'
import { type PaperSentence, SENTENCE_FIELDS, type WordingPart } from '../vocabulary/paper-wording.ts'
import { REFUSAL_CODES } from '../vocabulary/refusal.ts'
import { CommandIdField, InstantField, textField, VersionField } from './fields.ts'

const line = z.strictObject({ zh: textField(200), en: textField(300) })
const lines = z.strictObject({ zh: textField(2_000), en: textField(3_000) })

const SENTENCES = Object.keys(SENTENCE_FIELDS) as PaperSentence[]
const PARTS = ['title', 'opening', 'closing', ...SENTENCES] as const satisfies readonly WordingPart[]

/** How the wording of a kind of paper runs; the same shape is read and sent (C901). */
export const PaperWording = z.strictObject({
  title: line,
  opening: lines,
  closing: lines,
  sentences: z.partialRecord(z.enum(SENTENCES), line),
})

/** A draft of a wording, as it stands. */
export const WordingDraft = z.object({
  id: z.uuid(),
  kind: z.enum(CASE_PAPERS),
  baseVersion: z.int(),
  state: z.enum(DRAFT_STATES),
  rev: VersionField,
  wording: PaperWording,
  authors: z.array(z.string()),
  savedAt: InstantField,
  submittedBy: z.string().nullable(),
  settledBy: z.string().nullable(),
  note: z.string(),
  problems: z.array(
    z.object({
      code: z.enum(REFUSAL_CODES),
      part: z.enum(PARTS),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** What it makes other than it is printed now. */
  changed: z.array(z.enum(PARTS)),
})
export type WordingDraft = z.infer<typeof WordingDraft>

/** `GET /api/wordings`: every kind of paper. */
export const WordingList = z.object({
  items: z.array(
    z.object({
      kind: z.enum(CASE_PAPERS),
      version: z.int(),
      draft: z.enum(DRAFT_STATES).nullable(),
    }),
  ),
  next: z.null(),
})
export type WordingList = z.infer<typeof WordingList>

/** `GET /api/wordings/:kind`: what the township has published of it, newest first, and the drafts. */
export const WordingView = z.object({
  kind: z.enum(CASE_PAPERS),
  versions: z.array(
    z.object({
      version: z.int(),
      publishedBy: z.string(),
      publishedAt: InstantField,
      wording: PaperWording,
    }),
  ),
  drafts: z.array(WordingDraft),
})
export type WordingView = z.infer<typeof WordingView>

/** `POST /api/wordings/:kind/draft`: the next wording, from the present one. */
export const StartWordingBody = z.strictObject({ commandId: CommandIdField })

export const SaveWordingBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField,
  wording: PaperWording,
})

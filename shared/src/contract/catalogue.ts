import { z } from 'zod'
import { CASE_TYPES } from '../vocabulary/case.ts'
import { DRAFT_STATES, ITEM_PARTS, SHEET_PROBLEMS } from '../vocabulary/item.ts'
import { REFUSAL_CODES } from '../vocabulary/refusal.ts'
import {
  CommandIdField,
  InstantField,
  ItemCodeField,
  Page,
  PlainDateField,
  textField,
  UnitCodeField,
  VersionField,
} from './fields.ts'
import { ItemDraft } from './item-draft.ts'

const Unit = z.object({ code: UnitCodeField, name: z.string() })

/** `GET /api/catalogue?unit=&find=&limit=&cursor=`. */
export const CatalogueQuery = z.strictObject({
  unit: UnitCodeField.optional(),
  find: textField(60).default(''),
  ...Page,
})

/** One item as A-1 lists it. */
export const CatalogueRow = z.object({
  code: ItemCodeField,
  name: z.string(),
  unit: UnitCodeField,
  unitName: z.string(),
  category: z.string(),
  caseType: z.enum(CASE_TYPES),
  committedText: z.string(),
  verify: z.boolean(),
  /** Null while the first version is being written. */
  version: z.int().nullable(),
  /** The day of a version that is published and not yet in force. */
  upcomingFrom: PlainDateField.nullable(),
  stoppedOn: PlainDateField.nullable(),
  draft: z.enum(DRAFT_STATES).nullable(),
})
export type CatalogueRow = z.infer<typeof CatalogueRow>

export const CatalogueList = z.object({
  units: z.array(Unit),
  items: z.array(CatalogueRow),
  next: z.string().nullable(),
})
export type CatalogueList = z.infer<typeof CatalogueList>

/** One thing that stands in the way of publishing, with the part of the editor it belongs to (C102). */
export const DraftProblem = z.object({
  code: z.enum(REFUSAL_CODES),
  part: z.enum(ITEM_PARTS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type DraftProblem = z.infer<typeof DraftProblem>

/** A draft of an item version, as it stands. */
export const DraftView = z.object({
  id: z.uuid(),
  code: ItemCodeField,
  baseVersion: z.int().nullable(),
  state: z.enum(DRAFT_STATES),
  rev: VersionField,
  draft: ItemDraft,
  authors: z.array(z.string()),
  savedAt: InstantField,
  submittedBy: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: InstantField.nullable(),
  note: z.string(),
  problems: z.array(DraftProblem),
  /** What it makes other than it is now. */
  changed: z.array(z.enum(ITEM_PARTS)),
})
export type DraftView = z.infer<typeof DraftView>

/** `GET /api/catalogue/:code`: every version that was ever shown, and the drafts (C101). */
export const CatalogueItem = z.object({
  code: ItemCodeField,
  versions: z.array(
    z.object({
      version: z.int(),
      isInForce: z.boolean(),
      publishedBy: z.string().nullable(),
      publishedAt: InstantField.nullable(),
      stoppedOn: PlainDateField.nullable(),
      item: ItemDraft,
    }),
  ),
  stops: z.array(
    z.object({ version: z.int(), stoppedOn: PlainDateField, reason: z.string(), stoppedBy: z.string() }),
  ),
  drafts: z.array(DraftView),
  units: z.array(Unit),
  /** What the centre says for every item that says nothing of its own. */
  centre: z.object({
    place: z.string(),
    hours: z.string(),
    consultPhone: z.string(),
    supervisionPhone: z.string(),
  }),
})
export type CatalogueItem = z.infer<typeof CatalogueItem>

/** `POST /api/item-drafts`: the next version of an item, or a new item of a unit. */
export const StartDraftBody = z.union([
  z.strictObject({ commandId: CommandIdField, code: ItemCodeField }),
  z.strictObject({ commandId: CommandIdField, unit: UnitCodeField }),
])

export const SaveDraftBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField,
  draft: ItemDraft,
})

/** `POST /api/item-drafts/:id/submit` and `/publish`. */
export const DraftActBody = z.strictObject({ commandId: CommandIdField, expectedVersion: VersionField })

/** `POST /api/item-drafts/:id/return` and `/drop`. */
export const DraftReasonBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField,
  reason: textField(200),
})

/** `POST /api/catalogue/:code/stop`. */
export const StopItemBody = z.strictObject({
  commandId: CommandIdField,
  on: PlainDateField,
  reason: textField(200),
})

const SheetRow = z.strictObject({
  line: z.int().min(1).max(1_048_576),
  cells: z.array(textField(5_000)).max(100),
})
const sheets = z.array(z.strictObject({ name: textField(60), rows: z.array(SheetRow).max(10_000) })).max(10)

/** `POST /api/catalogue/check`: the sheets of a chosen file, only looked at (K52). */
export const CheckCatalogueBody = z.strictObject({ sheets })
/** `POST /api/catalogue/import`: the same sheets, as drafts. */
export const ImportCatalogueBody = z.strictObject({ commandId: CommandIdField, sheets })

/** What the sheets would bring: a draft for each item they make new or other, or what is wrong, by row and column. */
export const CataloguePreview = z.object({
  same: z.int(),
  drafts: z.array(
    z.object({
      code: ItemCodeField,
      name: z.string(),
      isNew: z.boolean(),
      effectiveFrom: PlainDateField,
      changed: z.array(z.enum(ITEM_PARTS)),
      /** What has still to be mended before the draft can be published (C102). */
      problems: z.array(DraftProblem),
    }),
  ),
  problemCount: z.int(),
  /** The first of them. */
  problems: z.array(
    z.object({
      sheet: z.string(),
      line: z.int(),
      column: z.string(),
      problem: z.enum(SHEET_PROBLEMS),
      allowed: z.string(),
    }),
  ),
})
export type CataloguePreview = z.infer<typeof CataloguePreview>

export const CatalogueImported = z.object({ made: z.int() })

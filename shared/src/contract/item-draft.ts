import { z } from 'zod'
import { CASE_TYPES, MATERIAL_SOURCES, PAUSE_REASONS } from '../vocabulary/case.ts'
import {
  CONFIDENTIALITIES,
  ITEM_LEVELS,
  LIMIT_SCOPES,
  LIMIT_STARTS,
  POWER_TYPES,
  SERVED_KINDS,
  TOWNSHIP_ROLES,
} from '../vocabulary/item.ts'
import { PlainDateField, Sha256Field, textField, UnitCodeField } from './fields.ts'

const short = textField(60)
const line = textField(200)
const words = textField(1_000)
const unit = z.enum(['workday', 'day'])
/** Half working days are counted, nothing smaller (C105). */
const length = z.number().min(0).max(1_000).multipleOf(0.5)

const Material = z.strictObject({
  name: line,
  issuer: line,
  original: z.int().min(0).max(50),
  copies: z.int().min(0).max(50),
  required: z.boolean(),
  deferrable: z.boolean(),
  source: z.enum(MATERIAL_SOURCES),
  form: line,
  /** A filled-in sample of it (`POST /api/samples`). */
  sample: Sha256Field.nullable(),
  note: line,
})

const Step = z.strictObject({ name: line, who: short, howLong: short, isExcluded: z.boolean() })

/** What an item says, in the order of its editor; empty text is what has not been said (cases.md 1). */
const ItemContent = z.strictObject({
  aliases: z.array(short).max(10),
  summary: line,
  category: short,
  basicCode: short,
  implementationCode: short,
  businessCode: short,
  powerTypeCode: z.enum(POWER_TYPES),
  level: z.enum(ITEM_LEVELS),
  serves: z.array(z.enum(SERVED_KINDS)).max(6),
  conditions: z.array(words).max(30),
  place: line,
  hours: line,
  consultPhone: short,
  supervisionPhone: short,
  onlineAddress: line,
  visits: z.int().min(0).max(20),
  booking: z.boolean(),
  courier: z.boolean(),
  keepOriginal: z.boolean(),
  committedLimit: z.strictObject({ value: length, unit, text: line, reason: line }),
  statutoryLimit: z
    .strictObject({
      value: length,
      unit,
      scope: z.enum(LIMIT_SCOPES),
      starts: z.enum(LIMIT_STARTS),
      text: line,
    })
    .nullable(),
  withoutStatutory: z.boolean(),
  extension: z.strictObject({ max: length, unit, basis: line }).nullable(),
  pauseReasons: z.array(z.enum(PAUSE_REASONS)).max(PAUSE_REASONS.length),
  publicNotice: z
    .strictObject({
      days: z.int().min(1).max(365),
      unit,
      where: line,
      beforeApplication: z.boolean(),
      excludedFromClock: z.boolean(),
    })
    .nullable(),
  townshipRole: z.enum(TOWNSHIP_ROLES),
  twoPersonCheck: z.boolean(),
  jointUnits: z.array(UnitCodeField).max(10),
  pledge: z
    .strictObject({ version: z.int().min(1), text: words, checkWithin: z.int().min(1).max(60) })
    .nullable(),
  quantityLimit: line,
  steps: z.array(Step).max(30),
  materials: z.array(Material).max(30),
  withoutMaterials: z.boolean(),
  legalBasis: z.array(words).max(30),
  fee: z.strictObject({ amountFen: z.int().min(0).max(100_000_000), basis: line, text: line }),
  resultName: line,
  resultSample: Sha256Field.nullable(),
  delivery: z.array(short).max(10),
  /** As many as the setting may say at most (`delivery.limit`). */
  deliveryWorkdays: z.int().min(1).max(10).nullable(),
  faq: z.array(z.strictObject({ question: line, answer: words })).max(30),
  seasonal: z.boolean(),
  handlingNote: words,
  verify: z.boolean(),
})

/** An item version as it is written; the same shape is read and sent. */
export const ItemDraft = z.strictObject({
  name: line,
  unit: UnitCodeField,
  effectiveFrom: PlainDateField,
  caseType: z.enum(CASE_TYPES),
  villageAgency: z.boolean(),
  inPersonRequired: z.boolean(),
  /** A village committee may ask in the resident's place (V11). */
  committeeMayAsk: z.boolean(),
  /** Cases of near relatives stand in a register of their own (V12). */
  relativeFiling: z.boolean(),
  confidentiality: z.enum(CONFIDENTIALITIES),
  content: ItemContent,
})
export type ItemDraft = z.infer<typeof ItemDraft>

/** `POST /api/samples`: the picture or PDF as plain bytes; the draft names it by this. */
export const SampleKept = z.object({ sha256: Sha256Field })

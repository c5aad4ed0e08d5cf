import * as z from 'zod/mini'

const limit = z.nullable(z.object({ value: z.number(), unit: z.enum(['workday', 'day']), text: z.string() }))

/** One line of the guide's list. */
export const GuideRow = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  category: z.string(),
  caseType: z.enum(['immediate', 'deadline']),
  villageAgency: z.boolean(),
  committedText: z.string(),
  /** What people call it; a copy from before has none. */
  aliases: z.optional(z.array(z.string())),
})
export type GuideRow = z.infer<typeof GuideRow>

/** `GET /api/guide`: units and their items. */
export const GuideList = z.object({
  units: z.array(z.object({ unit: z.string(), name: z.string() })),
  items: z.array(GuideRow),
  /** What is asked for most lately, first; a copy from before it was told says nothing (K-2). */
  usual: z.optional(z.array(z.string())),
  next: z.null(),
})
export type GuideList = z.infer<typeof GuideList>

export const GuideMaterial = z.object({
  name: z.string(),
  original: z.number(),
  copies: z.number(),
  required: z.boolean(),
  deferrable: z.boolean(),
  source: z.enum(['applicant', 'applicant-or-shared', 'shared', 'agent', 'internal']),
  note: z.nullable(z.string()),
  /** The hash of its filled-in sample, `/api/guide/:code/samples/:sha256`. */
  sample: z.optional(z.nullable(z.string())),
})
export type GuideMaterial = z.infer<typeof GuideMaterial>

/** `GET /api/guide/:code`: one item as the public reads it (C109, K-7). */
export const Guide = z.object({
  code: z.string(),
  version: z.number(),
  effectiveFrom: z.string(),
  name: z.string(),
  /** One plain line; empty where the item says none of its own. */
  summary: z.string(),
  unit: z.string(),
  unitName: z.string(),
  topic: z.string(),
  category: z.string(),
  caseType: z.enum(['immediate', 'deadline']),
  townshipRole: z.enum(['decide', 'accept-and-review', 'proxy']),
  visits: z.number(),
  /** A copy from before it was told says neither. */
  booking: z.optional(z.boolean()),
  courier: z.optional(z.boolean()),
  /** Its photos are sent as large as they were taken (V68). */
  keepOriginal: z.optional(z.boolean()),
  villageAgency: z.boolean(),
  inPersonRequired: z.boolean(),
  /** The village committee may ask in the resident's place (V11); a copy from before it was told does not say. */
  committeeMayAsk: z.optional(z.boolean()),
  /** Its data are sensitive or a child's: who gives them is told so first (C1109). A copy from before it was told says nothing. */
  needsNotice: z.optional(z.boolean()),
  conditions: z.array(z.string()),
  committed: limit,
  /** Null with `verify`: only the committed limit is public then (C107). */
  statutory: limit,
  pauseReasons: z.array(z.string()),
  publicNotice: z.nullable(
    z.object({
      days: z.number(),
      unit: z.enum(['workday', 'day']),
      where: z.string(),
      isExcluded: z.boolean(),
    }),
  ),
  /** Who and how long are empty where the responsible unit does it within the limit. */
  steps: z.array(
    z.object({ name: z.string(), who: z.string(), howLong: z.string(), isExcluded: z.boolean() }),
  ),
  materials: z.array(GuideMaterial),
  legalBasis: z.array(z.string()),
  feeText: z.string(),
  resultName: z.string(),
  /** The hash of a picture of it, found like that of a paper; a copy from before it was told says nothing. */
  resultSample: z.optional(z.nullable(z.string())),
  delivery: z.array(z.string()),
  /** Within how many working days the result is handed over. */
  deliveryWorkdays: z.optional(z.number()),
  place: z.string(),
  hours: z.string(),
  consultPhone: z.string(),
  supervisionPhone: z.string(),
  faq: z.array(z.object({ question: z.string(), answer: z.string() })),
})
export type Guide = z.infer<typeof Guide>

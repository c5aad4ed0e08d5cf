import { z } from 'zod'
import {
  CASE_CHANNELS,
  CASE_STATUSES,
  CASE_TYPES,
  CLOCK_KINDS,
  LIGHTS,
  MARK_THRESHOLDS,
} from '../vocabulary/case.ts'
import { ClockView } from './case-clock.ts'
import { CaseRow } from './case-row.ts'
import { CaseIdField, ItemCodeField, Page, UnitCodeField, VillageCodeField } from './fields.ts'

/** `GET /api/cases`: the deadline board and every list, most urgent first (C-4, B-1). */
export const CaseQuery = z.strictObject({
  ...Page,
  unit: UnitCodeField.optional(),
  village: VillageCodeField.optional(),
  item: ItemCodeField.optional(),
  light: z.enum(LIGHTS).optional(),
  channel: z.enum(CASE_CHANNELS).optional(),
  /** Only those that wait for a second signature, have an open supervision order, or look like another one (C445). */
  approval: z.literal('yes').optional(),
  order: z.literal('yes').optional(),
  duplicate: z.literal('yes').optional(),
  status: z.enum(CASE_STATUSES).optional(),
  open: z.enum(['yes', 'no']).optional(),
  /** With the counters of the whole list beside its page (U34). */
  counts: z.literal('yes').optional(),
})
/** `POST /api/cases/find`: by case number, by an item's initials or code, or by a whole name, ID number or phone through their HMAC, never by part (C1109). In the body, because an address is written into logs and histories (P33). */
export const FindCasesBody = z.strictObject({
  find: z.string().min(1).max(60),
  limit: z.int().min(1).max(50).default(20),
})

/** How many open cases under each light; list, board and counters are one query (U34). */
export const LightCounts = z.object({
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  paused: z.int(),
  none: z.int(),
  done: z.int(),
})
export type LightCounts = z.infer<typeof LightCounts>

export const CaseList = z.object({
  items: z.array(CaseRow),
  next: z.string().nullable(),
  /** How many open cases the other filters leave under each light, listed or not; when it was asked for. */
  counts: LightCounts.optional(),
  /** While corrected rules are on their way: open cases that still stand at their old place in the order (C604). */
  recounting: z.int().positive().optional(),
})

/** `GET /api/board`: the counters of the open cases, whole and by place (U34). */
export const BoardCounts = z.object({
  counts: LightCounts,
  dueToday: z.int(),
  byUnit: z.array(
    z.object({ unit: UnitCodeField, name: z.string(), counts: LightCounts, dueToday: z.int() }),
  ),
  byVillage: z.array(
    z.object({ village: VillageCodeField, name: z.string(), counts: LightCounts, dueToday: z.int() }),
  ),
})

/** `GET /api/items?find=`: the catalogue for staff, by initials, characters or code (C-2). */
export const ItemQuery = z.strictObject({
  find: z.string().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(20),
})
export const ItemRow = z.object({
  code: ItemCodeField,
  name: z.string(),
  unit: UnitCodeField,
  unitName: z.string(),
  caseType: z.enum(CASE_TYPES),
  villageAgency: z.boolean(),
  inPersonRequired: z.boolean(),
  initials: z.string(),
  /** Its data are sensitive or a child's, so the notice is shown (C1109). */
  needsNotice: z.boolean().default(false),
})
export type ItemRow = z.infer<typeof ItemRow>
export const ItemList = z.object({ items: z.array(ItemRow), next: z.null() })

/** `GET /api/items/:code/promise`: the due date as it would be if accepted now, with its explanation (C-2). */
export const ItemPromise = z.object({
  committed: ClockView.nullable(),
  statutory: ClockView.nullable(),
  /** The statutory limit, or that there is none, is still to be confirmed (C107). */
  isUnverified: z.boolean(),
})
export type ItemPromise = z.infer<typeof ItemPromise>

/** Topic `unit:MZ`: the open cases of one unit. Topic `village:05` has the same shape. */
export const CaseListState = z.object({ cases: z.array(CaseRow), counts: LightCounts })
export type CaseListState = z.infer<typeof CaseListState>
export const CaseListChange = z.discriminatedUnion('kind', [
  /** It went to another unit; the old one is told no more of it (I30). */
  z.object({ kind: z.literal('case_left'), caseId: CaseIdField }),
  z.object({ kind: z.literal('case_changed'), case: CaseRow }),
  z.object({
    kind: z.literal('mark_fired'),
    caseId: CaseIdField,
    threshold: z.enum(MARK_THRESHOLDS),
    clock: z.enum(CLOCK_KINDS),
  }),
  z.object({ kind: z.literal('figures_changed'), counts: LightCounts }),
])
export type CaseListChange = z.infer<typeof CaseListChange>

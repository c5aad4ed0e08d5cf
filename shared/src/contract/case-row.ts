import { z } from 'zod'
import {
  CASE_CHANNELS,
  CASE_FLAGS,
  CASE_STATUSES,
  CASE_TYPES,
  CLOCK_KINDS,
  CLOCK_STATES,
  LIGHTS,
} from '../vocabulary/case.ts'
import { HOLD_REASONS } from '../vocabulary/hold-reason.ts'
import {
  CaseIdField,
  InstantField,
  ItemCodeField,
  PlainDateField,
  UnitCodeField,
  VersionField,
  VillageCodeField,
} from './fields.ts'

/** One line of every list of cases: masked, with the facts its light is drawn from. */
export const CaseRow = z.object({
  id: CaseIdField,
  number: z.string(),
  item: ItemCodeField,
  itemName: z.string(),
  /** 王*国 (C1108). */
  applicant: z.string(),
  status: z.enum(CASE_STATUSES),
  caseType: z.enum(CASE_TYPES),
  unit: UnitCodeField,
  unitName: z.string(),
  channel: z.enum(CASE_CHANNELS),
  village: VillageCodeField.nullable(),
  villageName: z.string().nullable(),
  flags: z.array(z.enum(CASE_FLAGS)),
  light: z.enum(LIGHTS),
  clockKind: z.enum(CLOCK_KINDS).nullable(),
  clockState: z.enum(CLOCK_STATES).nullable(),
  /** Why its clocks stand still and since when; null unless it is paused (C511). */
  pause: z.object({ reason: z.enum(HOLD_REASONS), since: PlainDateField }).nullable(),
  dueOn: PlainDateField.nullable(),
  dueAt: InstantField.nullable(),
  yellowAt: InstantField.nullable(),
  left: z.number(),
  overdue: z.number(),
  isProvisional: z.boolean(),
  receivedAt: InstantField,
  /** Who has it: the unit's handler, masked to a display name of staff. */
  handler: z.string().nullable(),
  version: VersionField,
})
export type CaseRow = z.infer<typeof CaseRow>

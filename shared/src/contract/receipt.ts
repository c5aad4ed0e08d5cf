import { z } from 'zod'
import { MATERIAL_STATES } from '../vocabulary/case.ts'
import { CASE_PAPERS, PAPER_POINTS } from '../vocabulary/case-paper.ts'
import { DueReasonsField, SegmentField } from './case-clock.ts'
import { InstantField, PaperIdField, PlainDateField } from './fields.ts'
import { PaperWording } from './wordings.ts'

/** A paper given to the resident; a code and its token are told once (C1103). */
export const Receipt = z.object({
  id: PaperIdField,
  kind: z.enum(CASE_PAPERS),
  /** What it is a paper of; number, matter and person are then those of a letter. */
  of: z.enum(['case', 'letter']),
  paperNumber: z.string(),
  /** 0 is the first print, n the n-th copy (cases.md 9). */
  nth: z.int(),
  madeAt: PlainDateField,
  centre: z.string(),
  caseNumber: z.string(),
  queryCode: z.string(),
  token: z.string(),
  link: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  unitName: z.string(),
  receivedAt: InstantField,
  dueAt: InstantField.nullable(),
  dueOn: PlainDateField.nullable(),
  isProvisional: z.boolean(),
  statutoryDueOn: PlainDateField.nullable(),
  explanation: z.array(SegmentField),
  /** Of the clock that is explained; null where no day is promised. */
  reasons: DueReasonsField.nullable().optional(),
  /** In which days that clock counts. */
  unit: z.enum(['workday', 'day']).nullable().optional(),
  materials: z.array(
    z.object({
      name: z.string(),
      state: z.enum(MATERIAL_STATES),
      how: z.string(),
      /** By when the resident promised it (C205). */
      promisedOn: PlainDateField.optional(),
    }),
  ),
  points: z.array(z.object({ point: z.enum(PAPER_POINTS), text: z.string() })),
  until: PlainDateField.nullable(),
  where: z.string(),
  by: z.string(),
  consultPhone: z.string(),
  supervisionPhone: z.string(),
  /** The township's own words, in the version that the paper was given with; null for those of the product (C901). */
  wording: PaperWording.nullable().optional(),
})
export type Receipt = z.infer<typeof Receipt>

import { z } from 'zod'
import { RELATION_OF } from '../vocabulary/agency.ts'
import { CASE_STATUSES } from '../vocabulary/case.ts'
import { CaseIdField, CommandIdField, InstantField, textField, VersionField } from './fields.ts'

const said = { by: z.string(), at: InstantField }

/** What the page of a case says of near relatives (V12). */
export const CaseRelation = z.object({
  isRelative: z.boolean(),
  /** Its item wants it in the register: 近亲属备案. */
  isFiled: z.boolean(),
  /** Found later, by whom; null where it was declared with the application, or is not so. */
  found: z.object({ ...said, whose: z.enum(RELATION_OF), reason: z.string() }).nullable(),
  /** Who handles it and has declared to be no relation. */
  unrelated: z.array(z.object(said)),
  /** Who asks has not declared it yet. */
  mustDeclare: z.boolean(),
})
export type CaseRelation = z.infer<typeof CaseRelation>

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }

/** `POST /api/cases/:id/declare-relation` (V12). */
export const DeclareRelationBody = z.strictObject({ ...base, isRelated: z.boolean() })

/** `POST /api/cases/:id/find-relation`: whose relative the applicant is, and how that came out (V12). */
export const FindRelationBody = z.strictObject({
  ...base,
  whose: z.enum(RELATION_OF),
  reason: textField(500, 1),
})

/** `GET /api/points/relatives?filed=yes`: of the items whose relatives are filed alone, the register (V12). */
export const RelativeQuery = z.strictObject({ filed: z.enum(['yes']).optional() })

/** `GET /api/points/relatives`: the newest cases of near relatives, for the supervisor (V12). */
export const RelativeCase = z.object({
  id: CaseIdField,
  number: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  /** Null: it came in at the hall. */
  villageName: z.string().nullable(),
  agent: z.string().nullable(),
  receivedAt: InstantField,
  status: z.enum(CASE_STATUSES),
  isFiled: z.boolean(),
  /** Who found it later and when; null where it was declared. */
  found: z.object({ ...said, whose: z.enum(RELATION_OF) }).nullable(),
  /** Who handles it and has declared to be no relation. */
  unrelated: z.array(z.object(said)),
})
export type RelativeCase = z.infer<typeof RelativeCase>
export const RelativeList = z.object({ items: z.array(RelativeCase) })
export type RelativeList = z.infer<typeof RelativeList>

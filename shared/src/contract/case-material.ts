import { z } from 'zod'
import { MATERIAL_SOURCES, MATERIAL_STATES } from '../vocabulary/case.ts'
import { InstantField, PlainDateField } from './fields.ts'

/** A file of a case; its content is asked for by itself, which is recorded (C303). */
export const CaseFile = z.object({
  sha256: z.string(),
  size: z.number(),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  isStored: z.boolean(),
  /** Who added it, or the village that sent it. */
  by: z.string(),
  at: InstantField,
})
export type CaseFile = z.infer<typeof CaseFile>

export const CaseMaterial = z.object({
  name: z.string(),
  original: z.number(),
  copies: z.number(),
  required: z.boolean(),
  deferrable: z.boolean(),
  source: z.enum(MATERIAL_SOURCES),
  state: z.enum(MATERIAL_STATES),
  promisedOn: PlainDateField.nullable(),
  files: z.array(CaseFile),
})
export type CaseMaterial = z.infer<typeof CaseMaterial>

import { z } from 'zod'
import { REFUSAL_CODES } from '../vocabulary/refusal.ts'

/** The one shape of every answer that is not a success (N4). It knows every code, so no page of a resident loads it. */
export const ErrorBody = z.object({
  code: z.enum([...REFUSAL_CODES, 'fault']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

import { z } from 'zod'
import { REVEAL_PURPOSES } from '../vocabulary/personal-data.ts'
import { InstantField } from './fields.ts'

/** `GET /api/looks/idle`: looks of the past seven days by whoever did nothing with the case or letter in them (P35). */
export const IdleLooks = z.object({
  items: z.array(
    z.object({
      at: InstantField,
      by: z.string(),
      of: z.enum(['case', 'letter']),
      id: z.string(),
      number: z.string(),
      field: z.enum(['name', 'idNo', 'phone', 'address', 'contact']),
      purpose: z.enum(REVEAL_PURPOSES),
    }),
  ),
})
export type IdleLooks = z.infer<typeof IdleLooks>

import * as z from 'zod/mini'

/** `POST /api/track/case/looks`: who was shown personal data of the case, as posts, with the purpose and the day (P35). */
export const TrackLooks = z.object({
  items: z.array(
    z.object({
      on: z.string(),
      role: z.enum(['clerk', 'handler', 'agent', 'supervisor']),
      unitName: z.nullable(z.string()),
      field: z.enum(['name', 'idNo', 'phone', 'address', 'contact', 'file']),
      purpose: z.enum(['contact', 'identity', 'materials', 'delivery', 'follow_up', 'supervision', 'other']),
    }),
  ),
})
export type TrackLooks = z.infer<typeof TrackLooks>

import { z } from 'zod'
import { InstantField, PlainDateField } from './fields.ts'
import { HallChange } from './hall.ts'

/** `GET /api/replays/:day`: what the walls were told on a day, moment by moment (Q59). Numbers, windows, times (U23). */
export const Replay = z.object({
  day: PlainDateField,
  items: z.array(z.object({ at: InstantField, changes: z.array(HallChange) })).max(20_000),
  next: z.null(),
})
export type Replay = z.infer<typeof Replay>

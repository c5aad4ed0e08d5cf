import * as z from 'zod/mini'

/** `GET /api/village-points`: where each point is, when it is open, and who serves it (V1). */
export const VillagePointList = z.object({
  points: z.array(
    z.object({
      village: z.string(),
      name: z.string(),
      place: z.string(),
      phone: z.string(),
      /** Empty: as the centre. */
      hours: z.string(),
      agents: z.array(
        z.object({
          post: z.enum(['A', 'B']),
          name: z.string(),
          phone: z.string(),
          /** The hash of a picture, `/api/village-points/:village/photos/:sha256`. */
          photo: z.nullable(z.string()),
          isAway: z.boolean(),
        }),
      ),
    }),
  ),
})
export type VillagePointList = z.infer<typeof VillagePointList>

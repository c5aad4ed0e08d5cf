import type { Door } from '@counter/shared/client/commands'
import { VillagePointList } from '@counter/shared/contract/public/points'
import { type Reading, usePublic } from './guides.ts'

/** The village points of the township, or the copy of today (V1). */
export function useVillagePoints(door: Door): Reading<VillagePointList> {
  return usePublic('/api/village-points', VillagePointList, door)
}

import type { Announcement, HallState } from '@counter/shared/contract/hall'

/** True while a call is to be seen and heard: not undone, its window has that number, and nobody has begun with it (Q56). */
export function isStanding(hall: HallState, call: Announcement): boolean {
  if (!hall.announcements.some(({ seq }) => seq === call.seq)) return false
  const current = hall.windows.find(({ window }) => window === call.window)?.current
  return current?.number === call.number && !current.isServing
}

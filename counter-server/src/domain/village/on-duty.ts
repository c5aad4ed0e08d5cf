import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** Somebody with an account of the point that is not stopped. */
export interface PointAgent {
  readonly id: StaffId
  readonly name: string
  readonly awayFrom: PlainDate | null
  readonly awayUntil: PlainDate | null
}

/** Who is named for the point: A岗 and B岗; null where nobody is (V1). */
export interface PointPosts {
  readonly lead: StaffId | null
  readonly deputy: StaffId | null
}

export interface OnDuty {
  readonly agent: PointAgent
  readonly post: 'A' | 'B'
}

/**
 * Who serves the point on a day: its A岗, while that person is away or stopped its B岗. A point whose A岗 was never named is
 * served by its first account that is not B岗; null: 「无人在岗」 (V1).
 */
export function onDuty(
  { lead, deputy }: PointPosts,
  agents: readonly PointAgent[],
  today: PlainDate,
): OnDuty | null {
  const here = agents.filter((agent) => !isAway(agent, today))
  const first = here.find(({ id }) => (lead === null ? id !== deputy : id === lead))
  if (first !== undefined) return { agent: first, post: 'A' }
  const second = here.find(({ id }) => id === deputy)
  return second === undefined ? null : { agent: second, post: 'B' }
}

/** True on the days of a leave (C403). */
export function isAway({ awayFrom, awayUntil }: PointAgent, today: PlainDate): boolean {
  return awayFrom !== null && awayUntil !== null && awayFrom <= today && today <= awayUntil
}

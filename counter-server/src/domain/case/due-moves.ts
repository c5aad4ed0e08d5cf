import type { DueReading } from './clock.ts'
import type { DueMove } from './rules-applied.ts'

type Dues<Kind extends string> = Readonly<Record<Kind, DueReading<Kind> | null>>

/** Which clocks of a case are due at another moment under other rules; what has stopped keeps its verdict (C603, C605). */
export function dueMoves<Kind extends string>(
  before: Dues<Kind>,
  after: Dues<Kind>,
): readonly DueMove<Kind>[] {
  return Object.values<DueReading<Kind> | null>(after).flatMap((now) => {
    const then = now === null ? null : before[now.kind]
    if (now === null || then === null || now.state === 'stopped') return []
    const stands = now.dueOn === then.dueOn && now.dueAt === then.dueAt
    return stands ? [] : [{ kind: now.kind, from: then.dueOn, to: now.dueOn }]
  })
}

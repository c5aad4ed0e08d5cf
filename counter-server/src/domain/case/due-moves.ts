import type { CaseDues } from './case-clocks.ts'
import type { DueMove } from './event.ts'

/** Which clocks of a case are due at another moment under other rules; what has stopped keeps its verdict (C603, C605). */
export function dueMoves(before: CaseDues, after: CaseDues): readonly DueMove[] {
  return Object.values(after).flatMap((now) => {
    const then = now === null ? null : before[now.kind]
    if (now === null || then === null || now.state === 'stopped') return []
    const stands = now.dueOn === then.dueOn && now.dueAt === then.dueAt
    return stands ? [] : [{ kind: now.kind, from: then.dueOn, to: now.dueOn }]
  })
}

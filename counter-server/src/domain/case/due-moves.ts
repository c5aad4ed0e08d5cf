import type { ClockKind } from '@counter/shared/vocabulary/case'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseClocks } from './case-clocks.ts'

/** One due date that other rules move. While the clock is paused both are the days "if it resumed today" (C510). */
export interface DueMove {
  readonly kind: ClockKind
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Which clocks of a case are due at another moment under other rules; what has stopped keeps its verdict (C603, C605). */
export function dueMoves(before: CaseClocks, after: CaseClocks): readonly DueMove[] {
  return Object.values(after).flatMap((now) => {
    const then = now === null ? null : before[now.kind]
    if (now === null || then === null || now.state === 'stopped') return []
    const stands = now.dueOn === then.dueOn && now.dueAt === then.dueAt
    return stands ? [] : [{ kind: now.kind, from: then.dueOn, to: now.dueOn }]
  })
}

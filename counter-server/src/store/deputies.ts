import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { asc, eq, isNotNull } from 'drizzle-orm'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

/** A colleague for whom somebody stands in, and whether he is away on a day. */
export interface StoodInFor {
  readonly id: StaffId
  readonly displayName: string
  readonly awayUntil: PlainDate | null
  readonly isAway: boolean
}

/** For whom somebody is the deputy, B岗. */
export function findStoodInFor(tx: Tx, deputy: StaffId, today: PlainDate): StoodInFor[] {
  return tx.query
    .select()
    .from(staff)
    .where(eq(staff.deputy, deputy))
    .orderBy(asc(staff.signInName))
    .limit(50)
    .all()
    .map(({ id, displayName, awayFrom, awayUntil }) => ({
      id,
      displayName,
      awayUntil,
      isAway: awayFrom !== null && awayUntil !== null && awayFrom <= today && today <= awayUntil,
    }))
}

const MOST = 1000

/** Who stands in for a person, or null. Asked at every change of a case, so it is kept until an account changes. */
export function deputyOf(tx: Tx, person: StaffId): StaffId | null {
  const known = tx.steady('deputies', () => {
    const pairs = tx.query
      .select({ person: staff.id, deputy: staff.deputy })
      .from(staff)
      .where(isNotNull(staff.deputy))
      .limit(MOST)
      .all()
    return new Map(pairs.map(({ person, deputy }) => [person, deputy]))
  })
  return known.get(person) ?? null
}

import type { StaffId } from '@counter/shared/vocabulary/ids'
import { findStaffOfRole, insertStaff, type Staff } from '../../counter-server/src/store/people.ts'
import type { Tx } from '../../counter-server/src/store/tx.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'

/** Who presses, by name: handlers as `LY1`, the others by their role. */
export type People = ReadonlyMap<string, Staff>

/** The sample has one handler in each unit; a hand-over needs two. */
export function addColleagues(tx: Tx, newId: Deps['newId']): void {
  for (const { unit, signInName, displayName, role } of findStaffOfRole(tx, 'handler')) {
    insertStaff(tx, {
      id: newId() as StaffId,
      signInName: `${signInName}2`,
      displayName,
      role,
      unit,
      village: null,
      posts: [],
      passwordHash: '',
    })
  }
}

export function staffByName(tx: Tx): People {
  const others = (['clerk', 'supervisor', 'leader'] as const).flatMap((role) =>
    findStaffOfRole(tx, role)
      .slice(0, 1)
      .map((staff) => [role as string, staff] as const),
  )
  const handlers = findStaffOfRole(tx, 'handler').map(
    (staff) => [`${staff.unit}${staff.signInName.endsWith('2') ? 2 : 1}`, staff] as const,
  )
  return new Map([...others, ...handlers])
}

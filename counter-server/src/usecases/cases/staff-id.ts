import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import type { CaseAsker } from './case-asker.ts'

/** The person of an act that only a person can do. */
export function staffIdOf({ staff }: Pick<CaseAsker, 'staff'>): StaffId {
  if (staff === null) throw new Refusal('session.none')
  return staff.id
}

import type { CaseActor } from '../../domain/case/lifecycle.ts'
import type { Origin } from '../../store/origin.ts'
import type { Staff } from '../../store/people.ts'

/** Who acts on a case; `staff` is null for the timer and for the resident with a link. */
export interface CaseAsker {
  readonly origin: Origin
  readonly actor: CaseActor
  readonly staff: Pick<Staff, 'id' | 'displayName' | 'unit' | 'village'> | null
}

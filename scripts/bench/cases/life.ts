import type { CaseId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../../counter-server/src/domain/case/act.ts'
import type { CaseState } from '../../../counter-server/src/domain/case/case-state.ts'
import type { ClockContext } from '../../../counter-server/src/domain/case/due.ts'
import type { CaseFact } from '../../../counter-server/src/domain/case/event.ts'
import type { CaseActor } from '../../../counter-server/src/domain/case/lifecycle.ts'
import type { Item } from '../../../counter-server/src/store/items.ts'
import type { Staff } from '../../../counter-server/src/store/people.ts'
import type { Step } from './lives.ts'

/** Everything that a life is played with. */
export interface Township {
  readonly rules: ClockContext
  readonly units: readonly UnitCode[]
  readonly clerks: readonly Staff[]
  readonly handlers: readonly Staff[]
  readonly agents: readonly Staff[]
  readonly newId: (at: Instant) => string
  readonly newOrderNumber: (at: Instant) => string
}

/** What happens to one case, and when. */
export interface Life {
  readonly id: CaseId
  readonly item: Item
  /** The point that registered it; null for the hall. */
  readonly village: VillageCode | null
  readonly steps: readonly { readonly does: Step['does']; readonly at: Instant }[]
  /** How far time has come. */
  readonly until: Instant
}

/** A life as far as it has been played. */
export interface LifeInPlay {
  readonly town: Township
  readonly life: Life
  state(): CaseState
  context(actor: CaseActor, at: Instant): ActContext
  /** Writes down what an act decided; the system when nobody is named. */
  record(by: Staff | null, at: Instant, facts: readonly CaseFact[], text?: string): void
}

/** Somebody of the sample township; without anybody the run is void. */
export function memberOf(staff: readonly Staff[], fits: (each: Staff) => boolean): Staff {
  const found = staff.find(fits)
  if (found === undefined) throw new Error('the sample township has nobody for this')
  return found
}

import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'

/** A village agent at the own point, as the session says (V2). */
export interface VillageAgent {
  readonly deps: Pick<Deps, 'newId' | 'publicUrl'>
  readonly origin: CaseAsker['origin']
  readonly staff: NonNullable<CaseAsker['staff']>
}

import type { PaperForm } from '@counter/shared/vocabulary/agency'
import type { MaterialState } from '@counter/shared/vocabulary/case'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** How one material stands; `promisedOn` only with `deferred` (C205). */
export interface MaterialMark {
  readonly name: string
  readonly state: MaterialState
  readonly promisedOn: PlainDate | null
}

/** One line of a one-time notice: what is missing or wrong, and how to get it right (C404). */
export interface SupplementLine {
  readonly name: string
  readonly problem: string
}

/** One paper as a village point took it: what it is, as what, and how many (V17). */
export interface PaperTaken {
  readonly name: string
  readonly form: PaperForm
  readonly count: number
}

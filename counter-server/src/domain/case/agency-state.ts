import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import type { Instant } from '@counter/shared/vocabulary/time'

/** Something the point was given to do, and the event that gave it (V21). */
interface Errand {
  readonly eventId: string
  readonly at: Instant
  /** When it was done, or ended without being done; null while it is open. */
  readonly endedAt: Instant | null
}

/** What the village point does for the resident, as the events say; the timers are read from nothing else (C1202, V21). */
export interface AgencyState {
  /** Handed up on the same day. */
  readonly isUrgent: boolean
  /** The way up ends when the hall has the papers in hand, not when it knows of the case. */
  readonly awaitsPaper: boolean
  readonly paperAt: Instant | null
  /** Papers that came to the point after others had gone up, or alone: their way up begins here. */
  readonly takenIn: { readonly eventId: string; readonly at: Instant } | null
  /** The last notice that the resident has to be told of. */
  readonly relay: Errand | null
  /** The result lies at the point. */
  readonly deliver: Errand | null
  readonly followup: Errand | null
  /** Attempts that reached nobody, one for each day counts (V22). */
  readonly missed: readonly { readonly purpose: ContactPurpose; readonly at: Instant }[]
  /** What nobody could be reached for: it is the centre's again (V22). */
  readonly givenBack: readonly ContactPurpose[]
  readonly revokedAt: Instant | null
}

export const NO_AGENCY: AgencyState = {
  isUrgent: false,
  awaitsPaper: false,
  paperAt: null,
  takenIn: null,
  relay: null,
  deliver: null,
  followup: null,
  missed: [],
  givenBack: [],
  revokedAt: null,
}

import type { PointTimer } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { AgencyState } from './agency-state.ts'
import type { CaseState } from './case-state.ts'
import { type Clock, yellowFromOf } from './clock.ts'
import type { ClockContext } from './due.ts'
import type { ClockSettings } from './settings.ts'

interface Started {
  readonly at: Instant | null
  readonly eventId: string | null
  readonly endedAt: Instant | null
}

/** The timer as the one engine reads every clock; it never pauses (V22). Null before it started. */
export function agencyClock(
  kind: PointTimer,
  state: CaseState,
  { settings }: Pick<ClockContext, 'settings'>,
): Clock | null {
  const started = START[kind](state)
  if (started === null || started.at === null) return null
  const days = state.agency.isUrgent && kind === 'handup' ? 0 : settings[DAYS[kind]]
  const limit = { value: days, unit: 'workday' } as const
  return {
    kind,
    startAt: started.at,
    startEventId: started.eventId,
    limit,
    offDay: 'legal',
    pauses: [],
    endedAt: started.endedAt,
    // The last day of all has no warning of its own; the timer before it gave it.
    yellowFrom: kind === 'handup_hard' ? null : yellowFromOf(settings, limit),
    chargedTo: 'unit',
  }
}

const DAYS = {
  handup: 'villageHandUp',
  handup_hard: 'villageHandUpHard',
  relay: 'villageRelay',
  deliver: 'villageDeliver',
  followup: 'villageFollowUp',
} as const satisfies Record<PointTimer, keyof ClockSettings>

const START: { readonly [Kind in PointTimer]: (state: CaseState) => Started | null } = {
  handup: handUp,
  // What was in the hall at once needs no second limit.
  handup_hard: (state) => (state.agency.awaitsPaper ? handUp(state) : null),
  relay: ({ agency }) => agency.relay,
  deliver: ({ agency }) => agency.deliver,
  followup: ({ agency }) => agency.followup,
}

// With papers on their way the hall has the case when it has them in hand, or when the case ends without them (V21).
function handUp({
  channel,
  registeredAt,
  receivedAt,
  endedAt,
  startedBy,
  agency,
}: CaseState): Started | null {
  if (channel !== 'village') return null
  const arrivedAt = agency.awaitsPaper ? (agency.paperAt ?? goneAt(agency, endedAt)) : receivedAt
  const begun = agency.takenIn ?? { at: registeredAt, eventId: startedBy.receipt }
  return { ...begun, endedAt: arrivedAt }
}

function goneAt({ revokedAt }: AgencyState, endedAt: Instant | null): Instant | null {
  return revokedAt ?? endedAt
}

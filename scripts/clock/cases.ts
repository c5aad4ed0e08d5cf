import { type CaseState, NEW_CASE, type Pause } from '../../counter-server/src/domain/case/case-state.ts'
import type { CaseEvent } from '../../counter-server/src/domain/case/event.ts'
import type { ItemRules } from '../../counter-server/src/domain/case/item-rules.ts'
import { CASE_STATUSES } from '../../shared/src/vocabulary/case.ts'
import type { ItemCode, UnitCode } from '../../shared/src/vocabulary/ids.ts'
import type { Instant } from '../../shared/src/vocabulary/time.ts'

/** A stop of the clocks. */
export function pauseOf(pausedAt: Instant, resumedAt: Instant | null): Pause {
  return {
    eventId: 'pause',
    reason: 'expert_review',
    pausedAt,
    resumedAt,
    told: { value: 1, unit: 'workday' },
  }
}

/** A case in a status. One that is only said to be paused is so since its acceptance, before any light could change. */
export function lightState(status: string, acceptedAt: Instant, now: Instant): CaseState {
  const known = CASE_STATUSES.find((each) => each === status)
  if (known === undefined) throw new TypeError(`unknown status ${status}`)
  const isDecided = known === 'decided' || known === 'closed'
  return {
    ...NEW_CASE,
    status: known,
    acceptedAt,
    pauses: known === 'paused' ? [pauseOf(acceptedAt, null)] : [],
    decidedAt: isDecided ? now : null,
  }
}

/** An item with only a statutory limit, or with none. */
export function itemOf(statutoryWorkdays: number | null): ItemRules {
  return {
    caseType: 'deadline',
    townshipRole: 'decide',
    isLicence: true,
    jointUnits: [],
    pledge: null,
    needsCheck: false,
    committed: { value: statutoryWorkdays ?? 0, unit: 'workday' },
    statutory:
      statutoryWorkdays === null
        ? null
        : { value: statutoryWorkdays, unit: 'workday', scope: 'whole', starts: 'acceptance' },
    extension: null,
    pauseReasons: [],
    materials: [],
  }
}

/** A receipt, with a notice at once or none. */
export function receivedEvents(receivedAt: Instant, isNoticed: boolean): readonly CaseEvent[] {
  const received = eventOf(1, receivedAt, {
    type: 'case.received',
    payload: {
      channel: 'window',
      village: null,
      unit: 'MZ' as UnitCode,
      itemCode: 'MZ-001' as ItemCode,
      itemVersion: 1,
      caseType: 'deadline',
      materials: [],
      flags: [],
    },
  })
  const lines = [{ name: '申请书', problem: '缺' }]
  const noticed = eventOf(2, receivedAt, { type: 'supplement.requested', payload: { lines } })
  return isNoticed ? [received, noticed] : [received]
}

/** A fact as it is recorded. */
export function eventOf(seq: number, at: Instant, fact: Pick<CaseEvent, 'type' | 'payload'>): CaseEvent {
  return { ...fact, seq, id: String(seq), occurredAt: at, recordedAt: at } as CaseEvent
}

import { ENDED_STATUSES } from '@counter/shared/vocabulary/case'
import { laterOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type CaseDues, caseDues, pausedClock } from '../../domain/case/case-clocks.ts'
import { shownClock } from '../../domain/case/case-light.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { DueReading } from '../../domain/case/clock.ts'
import { type ClockContext, effectiveDate, rulesFor } from '../../domain/case/due.ts'
import type { ItemRules } from '../../domain/case/item-rules.ts'
import { isOnTime } from '../../domain/case/on-time.ts'
import { resultNews } from '../../domain/case/result.ts'
import { handOverDueAt } from '../../domain/case/transfer.ts'
import { endedKey } from '../../store/case-lists.ts'
import type { CaseProjection } from '../../store/cases.ts'
import { madeWith } from './clock-rules.ts'

/** The row that a case's events make; the stored row is this and nothing else (C301). */
export function projectRow(
  context: ClockContext,
  item: ItemRules,
  state: CaseState,
  now: Instant,
  clocks: CaseDues = caseDues(state, item, context, now),
): CaseProjection {
  const { channel, unit, receivedAt, itemCode, itemVersion } = state
  if (channel === null || unit === null || receivedAt === null || itemCode === null || itemVersion === null)
    throw new Error('a case begins with its receipt')
  const isOpen = !ENDED_STATUSES.some((status) => status === state.status)
  return {
    item: itemCode,
    itemVersion,
    caseType: state.caseType,
    channel,
    village: state.village,
    unit,
    handler: state.person,
    status: state.status,
    isOpen,
    flags: state.flags,
    receivedAt,
    registeredAt: state.registeredAt,
    acceptedAt: state.acceptedAt,
    decidedAt: state.decidedAt,
    endedAt: state.endedAt,
    ...shownColumns(context, state, clocks),
    pausedClock: shownReading(state, clocks)?.state === 'paused' ? pausedClock(state, item, context) : null,
    bringBy: state.status === 'supplement' ? (clocks.waiting?.dueOn ?? null) : null,
    withdrawalAskedAt: state.withdrawalAskedAt,
    isOnTime: isOnTime(context, state, clocks),
    handOverDueAt: handOverDueAt(context, state),
    hasApproval: state.pending !== null,
    resultNews: resultNews(state),
    hasOrder: state.flags.includes('supervised'),
    hasDuplicate: state.flags.includes('possible_duplicate'),
    mergedInto: state.mergedInto,
    listKey: listKeyOf(state, shownReading(state, clocks), isOpen, receivedAt),
    madeWith: madeWith(rulesFor(context, state.endedAt)),
    rev: state.rev,
  }
}

function shownReading(state: CaseState, clocks: CaseDues): DueReading | null {
  const kind = shownClock(state)
  return kind === null ? null : clocks[kind]
}

type ShownColumns = Pick<
  CaseProjection,
  'clockKind' | 'clockState' | 'dueOn' | 'dueAt' | 'yellowAt' | 'clockUnit' | 'clockFrom' | 'isProvisional'
>

const NO_CLOCK: ShownColumns = {
  clockKind: null,
  clockState: null,
  dueOn: null,
  dueAt: null,
  yellowAt: null,
  clockUnit: null,
  clockFrom: null,
  isProvisional: false,
}

function shownColumns(context: ClockContext, state: CaseState, clocks: CaseDues): ShownColumns {
  const reading = shownReading(state, clocks)
  if (reading === null) return NO_CLOCK
  const isPaused = reading.state === 'paused'
  const resumedAt = state.pauses.at(-1)?.resumedAt ?? null
  return {
    clockKind: reading.kind,
    clockState: reading.state,
    // A paused clock has no date of its own: the day of resuming will make it (C510).
    dueOn: isPaused ? null : reading.dueOn,
    dueAt: reading.dueAt,
    yellowAt: reading.yellowAt,
    clockUnit: reading.limit.unit,
    clockFrom:
      resumedAt === null ? reading.startedOn : laterOf(reading.startedOn, effectiveDate(context, resumedAt)),
    isProvisional: !isPaused && reading.provisional,
  }
}

// One text sorts every list: running clocks by due instant, then open ones by receipt, then ended ones, newest first.
function listKeyOf(
  state: CaseState,
  reading: DueReading | null,
  isOpen: boolean,
  receivedAt: Instant,
): string {
  if (!isOpen) return endedKey(state.endedAt ?? receivedAt)
  const isRunning = reading !== null && reading.state === 'running' && reading.dueAt !== null
  return isRunning ? `1${reading.dueAt}` : `2${receivedAt}`
}

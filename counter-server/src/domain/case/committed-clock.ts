import type { Limit } from '@counter/shared/vocabulary/clock'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import { type Clock, yellowFromOf } from './clock.ts'
import { type ClockContext, daysOf, dayZero } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { receivedFrom } from './receipt.ts'

/** The promise: from acceptance, or from receipt where the matter is done at once, with what an extension added (C513). */
export function committedClock(state: CaseState, item: ItemLimits, context: ClockContext): Clock | null {
  const { settings } = context
  const fromReceipt = state.caseType === 'immediate'
  const startAt = fromReceipt ? receivedFrom(state, context) : state.acceptedAt
  if (startAt === null) return null
  const base = ledgerLimit(state, item, context, startAt) ?? houseLimit(state, item, context)
  const limit = { ...base, value: base.value + state.extendedDays }
  return {
    kind: 'committed',
    startAt,
    startEventId: fromReceipt ? state.startedBy.receipt : state.startedBy.acceptance,
    limit,
    offDay: 'target',
    pauses: state.pauses,
    endedAt: promiseEnd(state),
    yellowFrom: yellowFromOf(settings, limit),
    chargedTo: 'unit',
    extended: state.extendedDays,
    isDeemed: !fromReceipt && state.flags.includes('deemed'),
  }
}

/** In which days the promise of a case counts, and with it an extension (C513). */
export function promisedIn(state: CaseState, { committed }: ItemLimits): Limit['unit'] {
  return isConverted(state) ? 'workday' : committed.unit
}

/** Where the county decides, the township's part is done when it has handed the matter on (C806). */
export function promiseEnd({ forwardedAt, decidedAt, endedAt }: CaseState): Instant | null {
  return forwardedAt ?? decidedAt ?? endedAt
}

function houseLimit(state: CaseState, { committed }: ItemLimits, { settings }: ClockContext): Limit {
  return isConverted(state) ? { value: settings.convertLimit, unit: 'workday' } : committed
}

// What an old ledger promised is a day; the clock counts up to it, whatever the item or a later calendar says (C520).
function ledgerLimit(
  state: CaseState,
  item: ItemLimits,
  context: ClockContext,
  startAt: Instant,
): Limit | null {
  if (state.ledgerPromise === null) return null
  const unit = promisedIn(state, item)
  const from = dayZero(context, { startAt, limit: { value: 1, unit } })
  return { unit, value: daysOf(context.calendar, unit, from, state.ledgerPromise) }
}

function isConverted({ flags }: CaseState): boolean {
  return flags.includes('converted')
}

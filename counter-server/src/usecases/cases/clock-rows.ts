import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type CaseDues, caseDues } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { DueReading } from '../../domain/case/clock.ts'
import { deemedAt } from '../../domain/case/deemed.ts'
import { type ClockContext, rulesFor } from '../../domain/case/due.ts'
import { nextMarkAt } from '../../domain/case/marks.ts'
import type { ClockRow, FiredMark } from '../../store/case-clocks.ts'
import type { Item } from '../../store/items.ts'
import { rulesOf, startedClocks } from './case-rules.ts'
import { madeWith } from './clock-rules.ts'

/** What the rows of a case's clocks are made from besides its state. */
interface ClockFacts {
  readonly context: ClockContext
  readonly item: Item
  readonly id: CaseId
  readonly at: Instant
  readonly fired: readonly FiredMark[]
}

/** The clocks of a case as stored, from values alone, so that a rebuild needs no row but the events (C301). */
export function clockRowsOf(
  { context, item, id, at, fired }: ClockFacts,
  state: CaseState,
  clocks: CaseDues = caseDues(state, rulesOf(item), context, at),
): ClockRow[] {
  const fingerprint = `${state.rev}/${item.code}.${item.version}/${madeWith(rulesFor(context, state.endedAt))}`
  return startedClocks(clocks).map((reading) => ({
    case: id,
    kind: reading.kind,
    state: reading.state,
    // A paused clock has no date of its own: the day of resuming will make it (C510).
    dueOn: reading.state === 'paused' ? null : reading.dueOn,
    dueAt: reading.dueAt,
    yellowAt: reading.yellowAt,
    isProvisional: reading.state !== 'paused' && reading.provisional,
    nextMarkAt: nextOf({ context, item, fired }, state, reading),
    fingerprint,
  }))
}

// A received case waits for two things: its next mark, and the day on which silence accepts it (C514).
function nextOf(
  { context, item, fired }: Pick<ClockFacts, 'context' | 'item' | 'fired'>,
  state: CaseState,
  reading: DueReading,
): Instant | null {
  const mark = nextMarkAt(context, reading, fired)
  if (reading.kind !== 'notice' || state.status !== 'received') return mark
  const deemed = deemedAt(context, rulesOf(item), reading)
  return [mark, deemed].filter((each) => each !== null).toSorted()[0] ?? null
}

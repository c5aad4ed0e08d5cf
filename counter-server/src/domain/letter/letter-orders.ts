import type { MarkThreshold } from '@counter/shared/vocabulary/case'
import type { LetterClock } from '@counter/shared/vocabulary/letter'
import { ORDER_LEVELS } from '@counter/shared/vocabulary/supervision'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ClockContext } from '../case/due.ts'
import { type DueMark, dueMarks, nextMarkAt } from '../case/marks.ts'
import { hasOpenOrder, newOrder, type OrderAsked } from '../case/supervision.ts'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext, possibleLetterActs } from './letter-act.ts'
import { type LetterClocks, letterClocks } from './letter-clocks.ts'
import type { LetterFact } from './letter-event.ts'
import type { LetterState } from './letter-state.ts'

/**
 * 督办 of a letter: one open order per level, to the unit that has it (C705, C1302). Refusals: those of C1302, also for a letter
 * that was answered on the spot and that no unit has, `order.already_open`.
 */
export function superviseLetter(context: LetterContext, asked: OrderAsked): LetterFact<'order.issued'> {
  checkLetterAct(context, 'supervise')
  const { status, unit } = context.state
  if (unit === null) {
    const actions = possibleLetterActs(context).join(',')
    throw new Refusal('letter.wrong_status', { status, action: 'supervise', actions })
  }
  return newOrder(context, asked)
}

/** The crossings of a letter up to now that have no mark yet (C521). The time for a review is the writer's; nobody is late with it. */
export function dueLetterMarks(context: LetterContext): readonly DueMark<LetterClock>[] {
  const { state, at } = context
  return watched(letterClocks(state, context, at))
    .flatMap((reading) => dueMarks(context, reading, at))
    .filter((mark) => !isMarked(state, mark))
}

/** When the next crossing of a letter comes, or null (C521). */
export function nextLetterMarkAt(
  context: ClockContext,
  { marks }: Pick<LetterState, 'marks'>,
  clocks: LetterClocks,
): Instant | null {
  const next = watched(clocks).flatMap((reading) => nextMarkAt(context, reading, marks) ?? [])
  return next.toSorted()[0] ?? null
}

/** The order that a step of the ladder makes, when some unit has the letter and none of that level is open (C704, C705). */
export function needsOrder({ state }: LetterContext, threshold: MarkThreshold): OrderAsked['level'] | null {
  const level = ORDER_LEVELS.find((each) => each === threshold)
  return level === undefined || state.unit === null || hasOpenOrder({ state }, level) ? null : level
}

function watched({ committed, statutory, notice, objection }: LetterClocks) {
  return [committed, statutory, notice, objection].filter((reading) => reading !== null)
}

function isMarked({ marks }: LetterState, { kind, threshold, dueAt }: DueMark<LetterClock>): boolean {
  return marks.some((mark) => mark.kind === kind && mark.threshold === threshold && mark.dueAt === dueAt)
}

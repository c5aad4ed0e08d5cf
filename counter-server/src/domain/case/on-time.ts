import { closingOf } from '../calendar/working-calendar.ts'
import type { CaseDues } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'
import { type ClockContext, rulesFor } from './due.ts'

/**
 * True when the decision came by the promised instant, the later of the due date and the day that was told; null before it
 * (C503, C520).
 */
export function isOnTime(context: ClockContext, state: CaseState, { committed }: CaseDues): boolean | null {
  const { told } = state
  // What is handed on is kept in time by handing it on in time (C806).
  const doneAt = state.decidedAt === null ? null : (state.forwardedAt ?? state.decidedAt)
  if (doneAt === null) return null
  if (committed === null || committed.dueAt === null || doneAt <= committed.dueAt) return true
  const toldOn = told.at(-1)?.dueOn
  return toldOn !== undefined && doneAt <= closingOf(rulesFor(context, doneAt).calendar, toldOn)
}

import { civilDate, civilTime, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseState } from './case-state.ts'
import type { CaseFact } from './event.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** How far back where the phone did not say what it had heard of the centre's time. */
const UNHEARD_DAYS = 30

/** Between which moments the village took the case: after what its phone had heard, before the centre had it (V77). */
export function captureBounds({
  claim,
  registeredAt,
  receivedAt,
}: Pick<CaseState, 'claim' | 'registeredAt' | 'receivedAt'>): {
  readonly from: Instant
  readonly to: Instant
} | null {
  if (registeredAt === null || receivedAt === null) return null
  const from = claim?.earliest ?? instantOf(toMs(receivedAt) - UNHEARD_DAYS * DAY_MS)
  return { from, to: receivedAt }
}

/**
 * 核定时间: the supervisor says when the village took the case, within its bounds and with a reason; the timers follow (V78).
 * Refuses `case.forbidden`, `reason.required`, `request.invalid` for a case of the hall, `time.out_of_range`.
 */
export function dateCapture(
  context: ActContext,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): CaseFact<'capture.dated'> {
  checkAct(context, 'add_note')
  const { state, actor } = context
  if (actor !== 'supervisor') throw new Refusal('case.forbidden')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const bounds = captureBounds(state)
  if (bounds === null || state.registeredAt === null) throw new Refusal('request.invalid')
  const { from, to } = bounds
  if (at < minuteOf(from) || at > to)
    throw new Refusal('time.out_of_range', { from: said(from), to: said(to) })
  return fact('capture.dated', { at: at < from ? from : at, from: state.registeredAt })
}

// The bounds are told and typed by the minute: a phone that had just heard the centre leaves less than one between them.
function minuteOf(at: Instant): Instant {
  return instantOf(Math.floor(toMs(at) / MINUTE_MS) * MINUTE_MS)
}

function said(at: Instant): string {
  return `${civilDate(at)} ${civilTime(at)}`
}

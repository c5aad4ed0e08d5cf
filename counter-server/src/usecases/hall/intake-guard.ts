import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { addDays, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { bandsOf } from '../../domain/booking/bands.ts'
import { isWorkingDay, sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { type Quota, quotaFor } from '../../domain/queue/quota.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findIntakes } from '../../store/intakes.ts'
import { countTaken, findQuotasOf } from '../../store/quotas.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { readFreeDays } from '../booking/free-bands.ts'
import { todayOf } from './hall-now.ts'

const MIDNIGHT = '00:00' as PlainTime
const FAR_DAYS = 30
const BAND_END = '23:59' as PlainTime

/**
 * Refuses a number that could not be served today: `ticket.intake_closing` with a day that can be booked,
 * `ticket.priority_at_desk` for whoever is not to be sent away, `ticket.quota_full` (Q40 to Q42). A clerk's reason goes
 * before all of it.
 */
export function guardIntake(
  tx: Tx,
  { topic, cls, reason }: { topic: TopicKey; cls: TicketClass; reason: string | null },
): void {
  if (reason !== null) return
  const refusal = tooLate(tx, topic) ?? noneLeft(tx, topic)
  if (refusal === null) return
  throw cls === 'priority' ? new Refusal('ticket.priority_at_desk') : refusal
}

function tooLate(tx: Tx, topic: TopicKey): Refusal | null {
  const late = lateNow(tx)
  const isStopped = late.isStopped && late.topics.includes(topic)
  return isStopped ? new Refusal('ticket.intake_closing', nextDay(tx, topic)) : null
}

/** The topics whose next comer is likely too late today, and whether they still give out numbers (Q41). */
export function lateNow(tx: Tx): { readonly topics: TopicKey[]; readonly isStopped: boolean } {
  const stopped = [...findIntakes(tx, todayOf(tx))].filter(([, { isStopped }]) => isStopped)
  const mode = findSetting(tx, 'closing.mode')
  return { topics: mode === 'off' ? [] : stopped.map(([topic]) => topic), isStopped: mode === 'stop' }
}

function noneLeft(tx: Tx, topic: TopicKey): Refusal | null {
  const quotas = findQuotasOf(tx, topic)
  if (quotas.length === 0) return null
  const date = todayOf(tx)
  if (isFull(tx, quotas, { topic, date, from: MIDNIGHT, before: BAND_END, band: null }))
    return new Refusal('ticket.quota_full', nextDay(tx, topic))
  const bands = bandsOf(sessionsOn(findCalendar(tx), date))
  const at = bands.findLastIndex((band) => instantAt(date, band) <= tx.at)
  const band = bands[at]
  if (band === undefined) return null
  const spanOf = (place: number) => ({
    topic,
    date,
    band: bands[place] ?? null,
    from: bands[place] ?? MIDNIGHT,
    before: bands[place + 1] ?? BAND_END,
  })
  if (!isFull(tx, quotas, spanOf(at))) return null
  const next = bands.findIndex((_, place) => place > at && !isFull(tx, quotas, spanOf(place)))
  const later = bands[next]
  return new Refusal('ticket.quota_full', later === undefined ? nextDay(tx, topic) : { d: later })
}

// Nobody plans windows by the day, so every working day counts, unless its quota is nought.
function nextIssuing(tx: Tx, topic: TopicKey): { next?: string } {
  const calendar = findCalendar(tx)
  const quotas = findQuotasOf(tx, topic)
  const days = Array.from({ length: FAR_DAYS }, (_, place) => addDays(todayOf(tx), place + 1))
  const next = days.find((day) => isWorkingDay(calendar, day) && quotaFor(quotas, day, null) !== 0)
  return next === undefined ? {} : { next }
}

interface Span {
  readonly topic: TopicKey
  readonly date: PlainDate
  readonly band: PlainTime | null
  readonly from: PlainTime
  readonly before: PlainTime
}

function isFull(tx: Tx, quotas: readonly Quota[], { topic, date, band, from, before }: Span): boolean {
  const most = quotaFor(quotas, date, band)
  if (most === null) return false
  const span = { date, topic, from: instantAt(date, from), before: instantAt(date, before) }
  return countTaken(tx, span) >= most
}

/**
 * The day on which the topic can be had: `d` by booking, or, where nothing is left to book, `next`, the next working day
 * that gives numbers for it (Q24). A window may be gone for good; then there is no day to name, and the guide is asked.
 */
function nextDay(tx: Tx, topic: TopicKey): { d?: string; next?: string } {
  try {
    const day = readFreeDays(tx, topic).find(({ bands }) => bands.some(({ room }) => room > 0))
    return day === undefined ? nextIssuing(tx, topic) : { d: day.date }
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}

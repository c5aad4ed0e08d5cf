import type { LineKey, TopicKey } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { isWorkingDay, sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { type Outlook, USUAL_PACE_SPREAD } from '../../domain/queue/outlook.ts'
import { type TopicTimes, turnMean } from '../../domain/queue/service-time.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findHallWindowNames, findTopics } from '../../store/hall.ts'
import {
  countMissed,
  countRejoined,
  countServedOf,
  findPriorityRates,
  findServiceMinutes,
  findTurnMinutes,
} from '../../store/outlook.ts'
import type { Tx } from '../../store/tx.ts'
import { isAlwaysOpen } from './opening-hours.ts'

const DAY_MS = 86_400_000
/** 60 working days lie in twelve weeks (Q61). */
const SERVICE_DAYS = 84
/** How people come and whether they do is judged by the last four weeks. */
const HABIT_DAYS = 28

/** What was learnt of a hall, for all its lines. */
export interface Learnt extends Omit<Outlook, 'observedInLine'> {
  readonly observedIn: ReadonlyMap<LineKey, number>
}

/** Reads what the estimate learns from: indexed readings of the last weeks, whatever lies before them (Q60, Q61). */
export function learnOutlook(tx: Tx): Learnt {
  const today = civilDate(tx.at)
  const since = instantOf(toMs(tx.at) - SERVICE_DAYS * DAY_MS)
  const habitSince = instantOf(toMs(tx.at) - HABIT_DAYS * DAY_MS)
  const byTopic = new Map<TopicKey, TopicTimes>()
  const observedIn = new Map<LineKey, number>()
  const walks: number[] = []
  let served = 0
  for (const { topic, line, serviceMinutes } of findTopics(tx)) {
    const visits = findServiceMinutes(tx, topic, since)
    byTopic.set(topic, { configuredMean: serviceMinutes, observed: visits.map(({ service }) => service) })
    observedIn.set(line, (observedIn.get(line) ?? 0) + visits.length)
    walks.push(...visits.map(({ walk }) => walk))
    served += countServedOf(tx, topic, habitSince)
  }
  const missed = countMissed(tx, habitSince)
  const habitDays = Array.from({ length: HABIT_DAYS }, (_, ago) => addDays(today, -ago))
  return {
    byTopic,
    observedIn,
    missShare: served + missed === 0 ? 0 : missed / (served + missed),
    returnShare: missed === 0 ? 0 : Math.min(1, countRejoined(tx, habitDays) / missed),
    paceSpread: USUAL_PACE_SPREAD,
    walkMinutes: walks.length === 0 ? 0 : walks.reduce((sum, minutes) => sum + minutes, 0) / walks.length,
    turnMinutes: turnMean(
      findHallWindowNames(tx).flatMap(({ window }) => findTurnMinutes(tx, window, habitSince)),
    ),
    priority: findPriorityRates(tx, {
      from: addDays(today, -HABIT_DAYS),
      until: today,
      hour: tx.at.slice(11, 13),
    }),
    sessions: sessionsToday(tx),
  }
}

function sessionsToday(tx: Tx): Outlook['sessions'] {
  if (isAlwaysOpen(tx)) return []
  const today = civilDate(tx.at)
  const calendar = findCalendar(tx)
  if (!isWorkingDay(calendar, today)) return []
  return sessionsOn(calendar, today).map(([from, to]) => ({
    from: instantAt(today, from),
    to: instantAt(today, to),
  }))
}

import type { HallToday } from '@counter/shared/contract/reports'
import type { HallTodayFacts } from '../usecases/reports/read-hall-today.ts'
import { toQuotesTable } from './report-views.ts'

/** The load by the hour and the kept quotes of today (L-1 a, h). */
export function toHallToday(facts: HallTodayFacts): HallToday {
  const { at, today, usual, usualDays, score, names, recordProblem } = facts
  const hours = [...new Set([...today.keys(), ...usual.keys()])].sort()
  return {
    at,
    hours: hours.map((hour) => ({
      hour,
      today: today.get(hour) ?? 0,
      usual: usualDays === 0 ? null : (usual.get(hour) ?? 0),
    })),
    usualDays,
    quotes: toQuotesTable(score, names),
    keptAlarm: score.alarm,
    recordProblem: recordProblem && { day: recordProblem.day, differences: recordProblem.differences },
  }
}

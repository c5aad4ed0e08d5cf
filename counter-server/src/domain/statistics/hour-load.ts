import { civilTime, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { endOfDay } from './span.ts'
import type { Visit } from './visit.ts'

/** The most people who waited at once within an hour of the day, `08` … `19`. */
export type HourLoad = ReadonlyMap<string, number>

/** How full the hall was by the hour: arrival to first call, or to the end of those never called, within the day (L-1 a). */
export function hourLoad(visits: readonly Visit[], nowMs: number): HourLoad {
  const steps = visits
    .flatMap((visit) => {
      const [from, end] = [visit.arrivedAt, endOfWait(visit) ?? nowMs + 1]
      const to = Math.min(end, endOfDay(visit.day) - 1)
      return to <= from
        ? []
        : [
            { at: from, more: 1 },
            { at: to, more: -1 },
          ]
    })
    .sort((one, other) => one.at - other.at || one.more - other.more)
  const load = new Map<string, number>()
  let waiting = 0
  let hour = ''
  for (const { at, more } of steps) {
    const now = civilTime(instantOf(at)).slice(0, 2)
    // Whoever still waits at the turn of an hour waits in the next one too.
    for (const each of hoursBetween(hour, now)) raise(load, each, waiting)
    hour = now
    waiting += more
    raise(load, hour, waiting)
  }
  return load
}

function endOfWait({ ticket }: Visit): number | null {
  const { firstCalledAt, status, endedAt } = ticket
  if (firstCalledAt !== null) return toMs(firstCalledAt)
  return status === 'waiting' || status === 'missed' || endedAt === null ? null : toMs(endedAt)
}

function hoursBetween(from: string, to: string): string[] {
  if (from === '') return []
  const hours: string[] = []
  for (let hour = Number(from) + 1; hour <= Number(to); hour += 1) hours.push(String(hour).padStart(2, '0'))
  return hours
}

function raise(load: Map<string, number>, hour: string, waiting: number): void {
  load.set(hour, Math.max(load.get(hour) ?? 0, waiting))
}

/** What is usual: the mean load of each hour over past days, with one decimal. */
export function usualLoad(days: readonly HourLoad[]): HourLoad {
  const hours = new Set(days.flatMap((day) => [...day.keys()]))
  return new Map(
    [...hours].map((hour) => {
      const total = days.reduce((sum, day) => sum + (day.get(hour) ?? 0), 0)
      return [hour, Math.round((total / days.length) * 10) / 10]
    }),
  )
}

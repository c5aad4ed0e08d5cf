import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { boundTo } from '../../domain/queue/retiring.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findTopics, type NamedWindow, type TopicFacts } from '../../store/hall.ts'
import { findByStatus } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { findAllServices, findAllWindows, type ServiceRow, type WindowRow } from '../../store/window-rows.ts'
import type { Deps } from '../deps.ts'
import { type HallNow, readHallNow } from './hall-now.ts'

export interface WindowPlanFacts {
  readonly windows: readonly (WindowRow & {
    readonly now: NamedWindow | null
    readonly bound: number
    readonly services: readonly ServiceRow[]
  })[]
  readonly topics: readonly (TopicFacts & { readonly waiting: number })[]
  readonly sessions: readonly (readonly [string, string])[]
}

/** All windows, retired ones too, with what each serves and who is there. */
export function readWindowPlan(deps: Pick<Deps, 'queue'>, tx: Tx): WindowPlanFacts {
  const hall = readHallNow(deps, tx)
  const services = findAllServices(tx)
  const live = liveTickets(tx, hall)
  return {
    windows: findAllWindows(tx).map((row) => ({
      ...row,
      now: hall.windows.find(({ window }) => window === row.window) ?? null,
      bound: boundTo(live, row.window),
      services: services.filter(({ window }) => window === row.window),
    })),
    topics: findTopics(tx).map((topic) => ({
      ...topic,
      waiting: hall.waiting.filter((ticket) => ticket.topic === topic.topic).length,
    })),
    sessions: sessionsOn(findCalendar(tx), civilDate(tx.at)),
  }
}

/** Everything of today that has not ended. */
export function liveTickets(tx: Tx, { waiting, businessDate }: HallNow) {
  return [...waiting, ...findByStatus(tx, businessDate, ['called', 'serving', 'held', 'missed'])]
}

import type { TicketId } from '@counter/shared/vocabulary/ids'
import { addDays, instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { estimateWait, type Quote } from '../../../counter-server/src/domain/queue/estimate.ts'
import type { Hall } from '../../../counter-server/src/domain/queue/order.ts'
import type { Outlook } from '../../../counter-server/src/domain/queue/outlook.ts'
import { randomOf } from '../../../counter-server/src/domain/queue/service-time.ts'
import type { Ticket } from '../../../counter-server/src/domain/queue/ticket.ts'
import { type HallPlan, SESSIONS } from './hall-plan.ts'
import { minutesBetween, playDay } from './play-day.ts'
import { HallRecord } from './record.ts'
import { CalledToday, type Rival, rivalQuotes } from './rivals.ts'
import type { Sample } from './score.ts'

const FIRST_DAY = '2026-03-02' as PlainDate
/** Who finds fewer than two waiting is not counted: there is little to be wrong about. */
const FEWEST_AHEAD = 2

export interface Days {
  readonly seed: string
  /** Days from which the hall learns before anything is scored. */
  readonly learning: number
  readonly scored: number
}

/** Somebody who has just come, with all that his estimate is made from. */
export interface Arrival {
  readonly ticket: Ticket
  readonly hall: Hall
  readonly outlook: Outlook
  readonly ahead: number
}

interface Open {
  readonly quote: Quote
  readonly rivals: Record<Rival, number>
}

/** Plays a hall's days and notes, for each scored arrival, what was promised and what came. `came` sees each of them too. */
export function measureHall(
  plan: HallPlan,
  { seed, learning, scored }: Days,
  came?: (arrival: Arrival) => void,
): Sample[] {
  const record = new HallRecord(plan)
  const random = randomOf(`${seed}/${plan.name}/days`)
  const samples: Sample[] = []
  for (let day = 0; day < learning + scored; day += 1) {
    const date = addDays(FIRST_DAY, day)
    const midnightMs = toMs(instantAt(date, '00:00' as PlainTime))
    const open = new Map<TicketId, Open>()
    const called = new CalledToday()
    record.beginDay()
    playDay(
      { plan, date, midnightMs, random },
      {
        arrived(ticket, hall) {
          record.arrived(ticket)
          if (day < learning) return
          const quoted = quotesFor(ticket, hall, { record, called, midnightMs, came })
          if (quoted !== null) open.set(ticket.id, quoted)
        },
        called(ticket) {
          record.turned(ticket)
          if (ticket.rejoins > 0 || ticket.firstCalledAt === null) return
          const waitMinutes = minutesBetween(ticket.issuedAt, ticket.firstCalledAt)
          record.called(waitMinutes)
          called.add(ticket.cls, waitMinutes)
          const quoted = open.get(ticket.id)
          if (quoted !== undefined)
            samples.push({ ...quoted, waitMinutes, isAfternoon: isAfternoon(ticket, midnightMs) })
        },
        served: (ticket) => record.served(ticket),
        missed: () => record.missed(),
        rejoined: () => record.rejoined(),
      },
    )
  }
  return samples
}

function isAfternoon({ issuedAt }: Ticket, midnightMs: number): boolean {
  return (toMs(issuedAt) - midnightMs) / 60_000 >= SESSIONS[1].from
}

interface Scene {
  readonly record: HallRecord
  readonly called: CalledToday
  readonly midnightMs: number
  readonly came: ((arrival: Arrival) => void) | undefined
}

function quotesFor(ticket: Ticket, hall: Hall, { record, called, midnightMs, came }: Scene): Open | null {
  const outlook = record.outlookAt(hall.now, midnightMs)
  const { ahead, quote } = estimateWait(ticket, hall, outlook)
  came?.({ ticket, hall, outlook, ahead })
  if (quote === null || ahead < FEWEST_AHEAD) return null
  const seen = {
    ahead,
    windows: quote.windows,
    meanBusyMinutes: record.meanBusyMinutes,
    meanWaitMinutes: record.meanWaitMinutes,
  }
  return { quote, rivals: rivalQuotes(ticket, hall, { called, seen }) }
}

import { sharingWindows } from '../../domain/queue/estimate.ts'
import { byCallOrder, mayCall } from '../../domain/queue/order.ts'
import { spokenNumber } from '../../domain/queue/spoken-number.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { findTopics, type NamedWindow, type TopicFacts } from '../../store/hall.ts'
import { type DeviceRow, findDevices } from '../../store/people.ts'
import { findBySerial, findByStatus } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { isEnteredLater } from './desk-result.ts'
import { type HallNow, readHallNow, todayOf } from './hall-now.ts'

/** What the person who greets sees of the hall. */
export interface GreetFacts {
  readonly hall: HallNow
  readonly topics: readonly TopicFacts[]
  readonly missed: readonly Ticket[]
  readonly devices: readonly DeviceRow[]
}

const MOST_MISSED = 60

export function readGreet(deps: Pick<Deps, 'queue'>, tx: Tx): GreetFacts {
  return {
    hall: readHallNow(deps, tx),
    topics: findTopics(tx),
    missed: findByStatus(tx, todayOf(tx), ['missed']).slice(-MOST_MISSED),
    devices: findDevices(tx).filter(({ problem, silentAt }) => problem !== null || silentAt !== null),
  }
}

/** A number with where its holder belongs and what stands before it. */
export interface FoundNumber {
  readonly ticket: Ticket
  /** 补录 (Q35). */
  readonly isEnteredLater: boolean
  readonly ahead: readonly Ticket[] | null
  readonly windows: readonly NamedWindow[]
}

/** Today's numbers that fit what was read out; several series may have the same digits. */
export function findNumbers(deps: Pick<Deps, 'queue' | 'store'>, typed: string): FoundNumber[] {
  const meant = spokenNumber(typed)
  if (meant === null) return []
  return deps.store.read((tx) => {
    const hall = readHallNow(deps, tx)
    return findBySerial(tx, hall.businessDate, meant).map((ticket) => ({
      ...placeOf(hall, ticket),
      isEnteredLater: isEnteredLater(tx, ticket),
    }))
  })
}

function placeOf(hall: HallNow, ticket: Ticket): Omit<FoundNumber, 'isEnteredLater'> {
  if (ticket.status !== 'waiting') return { ticket, ahead: null, windows: [] }
  const sharing = sharingWindows(ticket, hall)
  const ahead = hall.waiting.filter(
    (other) => byCallOrder(other, ticket) < 0 && sharing.some((window) => mayCall(window, other)),
  )
  return { ticket, ahead, windows: sharing.filter(({ state }) => state === 'open') }
}

import { dueOf } from './case-dates.ts'
import { ID_CARD, ITEMS, type ItemName, type OracleCase, type Status } from './case-facts.ts'
import { pairOf } from './case-oracle.ts'
import { endJointParts, openJointParts } from './case-parts.ts'

/** Accepted with effect from a day; the joint units are asked with it (C207). */
export function acceptOn(found: OracleCase, day: string): void {
  found.status = 'accepted'
  found.acceptedOn = day
  found.noticeRuns = false
  openJointParts(found)
}

/*
 * The right item as if it had been chosen at the receipt: what the wrong one was granted or asked falls away, receipt and
 * acceptance stay (C101). Who waits for papers is told the right ones on the one list he has (C404).
 */
export function changeItem(found: OracleCase, to: ItemName, today: string): string | null {
  const { unit, papers } = ITEMS[to]
  Object.assign(found, { item: to, extended: 0, pending: null })
  found.has = found.has.filter((name) => papers.includes(name))
  if (found.status === 'supplement') {
    found.list = papers.filter((name) => !found.has.includes(name))
    found.handedIn = []
    found.waitingFrom = today
    if (found.list.length === 0) Object.assign(found, { status: 'received', noticeRuns: true })
  }
  // It never goes to a unit that it concerns: then it stays where it is (C804).
  const goesTo = found.recused.units.includes(unit) ? found.unit : unit
  if (found.unit !== goesTo || found.handOver !== null) {
    Object.assign(found, { unit: goesTo, person: null, handOver: null })
    if (found.status === 'reviewing') found.status = 'accepted'
  }
  endJointParts(found)
  if (found.acceptedOn === null) return null
  openJointParts(found)
  return dueOf(found, today)
}

// What goes on to where there is no take-over is no longer handed over, here and in the ends below (C802).
export function listPapers(found: OracleCase, today: string): void {
  found.status = 'supplement'
  found.handOver = null
  found.lists += 1
  found.list = [ID_CARD]
  found.handedIn = []
  found.has = found.has.filter((name) => name !== ID_CARD)
  found.noticeRuns = false
  found.waitingFrom = today
  found.pending = null
}

export function handIn(found: OracleCase, names: readonly string[], today: string): void {
  found.handedIn = [...new Set([...found.handedIn, ...names])]
  found.has = [...new Set([...found.has, ...names])]
  if (!found.list.every((name) => found.handedIn.includes(name))) return
  found.status = 'received'
  found.completeOn = today
  found.noticeRuns = true
}

export function transfer(found: OracleCase, to: string): void {
  const from = found.handOver?.from ?? found.unit
  found.unit = to
  found.person = null
  found.handOver = from === to ? null : { from, to }
}

export function sendBack(found: OracleCase): void {
  const { handOver } = found
  if (handOver !== null) {
    found.sentBack.push(pairOf(handOver))
    found.unit = handOver.from
  }
  found.person = null
  found.handOver = null
}

export function approve(found: OracleCase, today: string): string | null {
  const { pending } = found
  found.pending = null
  switch (pending?.kind) {
    case 'refuse':
      return end(found, 'refused', today)
    case 'return':
      return end(found, 'returned', today)
    case 'supplement':
      listPapers(found, today)
      return null
    case 'deny':
      decide(found, today)
      return null
    case 'extend':
      found.extended = pending.days
      return dueOf(found, today)
    case undefined:
      return null
  }
}

export function decide(found: OracleCase, today: string): void {
  found.status = 'decided'
  found.handOver = null
  found.pending = null
  found.endedOn = today
}

export function end(found: OracleCase, status: Status, today: string): null {
  found.status = status
  found.handOver = null
  found.pending = null
  found.noticeRuns = false
  found.endedOn = today
  closePause(found, today)
  return null
}

export function closePause({ pauses }: OracleCase, today: string): void {
  const last = pauses.at(-1)
  if (last !== undefined && last.to === null) last.to = today
}

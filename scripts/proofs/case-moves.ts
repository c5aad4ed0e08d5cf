import type { Act, OracleCase, Status } from './case-oracle.ts'
import { dueOf, pairOf } from './case-oracle.ts'

/** A case as it is received on a day. */
export function newCase(today: string): OracleCase {
  return {
    status: 'received',
    unit: 'LY',
    before: 'received',
    pending: null,
    extended: 0,
    lists: 0,
    noticeRuns: true,
    completeOn: today,
    acceptedOn: null,
    waitingFrom: today,
    pauses: [],
    handOver: null,
    sentBack: [],
    endedOn: null,
  }
}

/** Does an act that nothing refuses; the day the resident is told with it, or null. */
export function doAct(found: OracleCase, act: Act, today: string): string | null {
  switch (act.does) {
    case 'accept':
      found.status = 'accepted'
      found.acceptedOn = today
      found.noticeRuns = false
      return dueOf(found, today)
    case 'request_supplement':
      listPapers(found, today)
      return null
    case 'request_again':
      // The first list needs nobody's signature, whatever reason stands with it.
      if (found.lists === 0) listPapers(found, today)
      else found.pending = { kind: 'supplement', days: 0 }
      return null
    case 'hand_in':
      found.status = 'received'
      found.completeOn = today
      found.noticeRuns = true
      return null
    case 'refuse':
      found.pending = { kind: 'refuse', days: 0 }
      return null
    case 'deny':
      found.pending = { kind: 'deny', days: 0 }
      return null
    case 'return_case':
      found.pending = { kind: 'return', days: 0 }
      return null
    case 'extend':
      found.pending = { kind: 'extend', days: act.days }
      return null
    case 'take':
      found.status = 'reviewing'
      return null
    case 'pause':
      found.before = found.status
      found.status = 'paused'
      found.pauses.push({ from: today, to: null })
      return null
    case 'resume':
      closePause(found, today)
      found.status = found.before
      return dueOf(found, today)
    case 'transfer':
      transfer(found, act.to)
      return null
    case 'take_over':
      found.handOver = null
      return null
    case 'send_back': {
      const { handOver } = found
      if (handOver !== null) {
        found.sentBack.push(pairOf(handOver))
        found.unit = handOver.from
      }
      found.handOver = null
      return null
    }
    case 'decide':
      decide(found, today)
      return null
    case 'deliver':
      found.status = 'closed'
      return null
    case 'withdraw':
      return end(found, 'withdrawn', today)
    case 'void':
      return end(found, 'voided', today)
    case 'decline':
      found.pending = null
      return null
    case 'approve':
      return approve(found, today)
    case 'add_note':
      return null
  }
}

/** Silence accepts, with effect from the day the papers were complete (C514). */
export function acceptBySilence(found: OracleCase): void {
  found.status = 'accepted'
  found.acceptedOn = found.completeOn
  found.noticeRuns = false
}

// What goes on to where there is no take-over is no longer handed over, here and in the ends below (C802).
function listPapers(found: OracleCase, today: string): void {
  found.status = 'supplement'
  found.handOver = null
  found.lists += 1
  found.noticeRuns = false
  found.waitingFrom = today
  found.pending = null
}

function transfer(found: OracleCase, to: string): void {
  const from = found.handOver?.from ?? found.unit
  found.unit = to
  found.handOver = from === to ? null : { from, to }
}

function approve(found: OracleCase, today: string): string | null {
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

function decide(found: OracleCase, today: string): void {
  found.status = 'decided'
  found.handOver = null
  found.pending = null
  found.endedOn = today
}

function end(found: OracleCase, status: Status, today: string): null {
  found.status = status
  found.handOver = null
  found.pending = null
  found.noticeRuns = false
  found.endedOn = today
  closePause(found, today)
  return null
}

function closePause({ pauses }: OracleCase, today: string): void {
  const last = pauses.at(-1)
  if (last !== undefined && last.to === null) last.to = today
}

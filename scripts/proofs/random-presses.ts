import fc from 'fast-check'
import type { ClerkCommand, Command, TicketAct, WindowAct } from './hall-commands.ts'
import { dutyOf, type OracleHall, type OracleTicket, occupantOf } from './hall-oracle.ts'
import type { Status } from './lifecycle-table.ts'

/** One random press: what is meant by its numbers depends on the hall it meets, so that any part of a day shrinks well. */
export interface Press {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly c: number
  /** Milliseconds since the press before. */
  readonly wait: number
}

// Small numbers are no edge here, and drawn more often they would all mean the first press of the list.
const nat = fc.noBias(fc.nat({ max: 9_999 }))

/** Mostly seconds apart, now and then minutes: helped topics wait 20 minutes for their promotion (Q15). */
export const pressOf: fc.Arbitrary<Press> = fc.record({
  what: nat,
  a: nat,
  b: nat,
  c: nat,
  wait: fc.oneof(
    { weight: 12, arbitrary: fc.nat({ max: 5_000 }) },
    { weight: 5, arbitrary: fc.integer({ min: 9_000, max: 45_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 400_000 }) },
  ),
})

export interface Cast {
  readonly clerks: readonly string[]
  readonly topics: readonly string[]
}

type Meaning = (press: Press, hall: OracleHall, cast: Cast) => Command | null

const PLACES = ['by_key', 'by_key', 'front', 'back'] as const
const OUTCOMES = ['consulted', 'left', 'referred', 'accepted', 'supplement_told', 'finished_on_spot']

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

function clerkOf({ a }: Press, { clerks }: Cast): string {
  return pick(clerks, a) ?? ''
}

// A press of a clerk mostly means the person at the own window; sometimes any number of the day.
function meant(
  press: Press,
  hall: OracleHall,
  clerk: string,
  wanted: readonly Status[],
): OracleTicket | undefined {
  const window = dutyOf(hall, clerk)
  const own = window === undefined ? undefined : occupantOf(hall, window.window)
  if (own !== undefined && wanted.includes(own.status) && press.c % 8 !== 0) return own
  return press.c % 5 === 0 ? pick(hall.tickets, press.b) : anyOf(press, hall, wanted)
}

// The status is drawn first, or the many who wait would leave nothing for the few who are held.
function anyOf({ b, c }: Press, hall: OracleHall, wanted: readonly Status[]): OracleTicket | undefined {
  const there = wanted.filter((status) => hall.tickets.some((ticket) => ticket.status === status))
  const status = pick(there, c)
  return pick(
    hall.tickets.filter((ticket) => ticket.status === status),
    b,
  )
}

// Mostly somebody who sits at a window; now and then somebody who does not.
function onDuty(press: Press, hall: OracleHall, cast: Cast): string {
  const sitting = cast.clerks.filter((clerk) => dutyOf(hall, clerk) !== undefined)
  return press.c % 10 === 0 ? clerkOf(press, cast) : (pick(sitting, press.a) ?? clerkOf(press, cast))
}

function issuing(press: Press, _hall: OracleHall, cast: Cast): Command {
  const topic = pick(cast.topics, press.b) ?? ''
  return {
    by: 'clerk',
    does: 'issue',
    clerk: clerkOf(press, cast),
    topic,
    cls: press.c % 4 === 0 ? 'priority' : 'ordinary',
  }
}

function calling(press: Press, hall: OracleHall, cast: Cast): Command {
  const clerk = onDuty(press, hall, cast)
  const window = press.c % 12 === 0 ? 1 + (press.b % hall.windows.size) : (dutyOf(hall, clerk)?.window ?? 1)
  return { by: 'clerk', does: 'next', clerk, window, finish: null }
}

function finishingAndCalling(press: Press, hall: OracleHall, cast: Cast): Command {
  const finish = { outcome: pick(OUTCOMES, press.b) ?? 'left', isLate: press.c % 2 === 0 }
  return { ...(calling({ ...press, c: 1 }, hall, cast) as Extract<ClerkCommand, { does: 'next' }>), finish }
}

function picking(press: Press, hall: OracleHall, cast: Cast): Command | null {
  const clerk = onDuty(press, hall, cast)
  const ticket = meant(press, hall, clerk, ['waiting'])
  const window = dutyOf(hall, clerk)?.window ?? 1
  return ticket === undefined
    ? null
    : { by: 'clerk', does: 'pick', clerk, window, ticket, reason: press.a % 7 === 0 ? '' : '腿脚不便' }
}

function servingAtOnce(press: Press, hall: OracleHall, cast: Cast): Command {
  const clerk = onDuty(press, hall, cast)
  const topic = pick(cast.topics, press.b) ?? ''
  const reason = press.c % 7 === 0 ? '' : '两句话的事'
  return { by: 'clerk', does: 'direct', clerk, window: dutyOf(hall, clerk)?.window ?? 1, topic, reason }
}

function movingTo(press: Press, hall: OracleHall, cast: Cast): Command | null {
  const clerk = onDuty(press, hall, cast)
  const ticket = meant(press, hall, clerk, ['waiting', 'held', 'missed', 'called'])
  const to = pick(hall.tickets, press.a)
  if (ticket === undefined || to === undefined) return null
  const act = { kind: 'move', to, reason: press.c % 7 === 0 ? '' : '取了两个号' } as const
  return { by: 'clerk', does: 'ticket', clerk, ticket, act }
}

function atWindow(act: (press: Press) => WindowAct): Meaning {
  return (press, hall, cast) => {
    const clerk = clerkOf(press, cast)
    const own = dutyOf(hall, clerk)
    const window = own !== undefined && press.c % 6 !== 0 ? own.window : 1 + (press.b % hall.windows.size)
    return { by: 'clerk', does: 'window', clerk, window, act: act(press) }
  }
}

function toTicket(
  wanted: readonly Status[],
  act: (press: Press, cast: Cast, hall: OracleHall) => TicketAct,
): Meaning {
  return (press, hall, cast) => {
    const clerk = onDuty(press, hall, cast)
    const ticket = meant(press, hall, clerk, wanted)
    return ticket === undefined
      ? null
      : { by: 'clerk', does: 'ticket', clerk, ticket, act: act(press, cast, hall) }
  }
}

// Only the visit that a window finished last can be reopened: somebody else is there soon (Q34).
function reopening(press: Press, hall: OracleHall, cast: Cast): Command | null {
  const clerk = onDuty(press, hall, cast)
  const own = dutyOf(hall, clerk)?.window
  const ended = hall.tickets.filter(({ status }) => status === 'served')
  const last = ended
    .filter(({ window }) => window === own)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))[0]
  const ticket = press.c % 4 === 0 ? pick(ended, press.b) : last
  return ticket === undefined ? null : { by: 'clerk', does: 'ticket', clerk, ticket, act: { kind: 'reopen' } }
}

function byResident(does: 'rejoin' | 'postpone' | 'cancel', wanted: readonly Status[]): Meaning {
  return (press, hall) => {
    const ticket = anyOf(press, hall, wanted) ?? pick(hall.tickets, press.b)
    return ticket === undefined ? null : { by: 'resident', does, ticket }
  }
}

const reasonOf = ({ c }: Press): string | null => (c % 4 === 0 ? null : '不在大厅')
const plain =
  (
    kind:
      | 'postpone'
      | 'recall'
      | 'undo-call'
      | 'start'
      | 'reopen'
      | 'rejoin'
      | 'release'
      | 'restore'
      | 'cancel',
  ) =>
  () => ({ kind })

/** How often each press comes, out of all. */
const WEIGHTED: readonly (readonly [number, Meaning])[] = [
  [22, issuing],
  [16, calling],
  [9, finishingAndCalling],
  [14, toTicket(['called'], plain('start'))],
  [
    5,
    toTicket(['serving'], (press) => ({
      kind: 'finish',
      outcome: pick(OUTCOMES, press.c) ?? 'left',
      isLate: press.b % 2 === 0,
    })),
  ],
  [6, toTicket(['called'], plain('recall'))],
  [6, toTicket(['called'], plain('undo-call'))],
  [
    7,
    toTicket(['called', 'held'], (press) => ({
      kind: 'miss',
      reason: reasonOf(press),
      isConfirmed: press.b % 6 !== 0,
    })),
  ],
  [5, toTicket(['missed'], plain('rejoin'))],
  [4, toTicket(['called', 'serving'], ({ b }) => ({ kind: 'hold', reason: b % 9 === 0 ? ' ' : '取材料' }))],
  [3, toTicket(['held'], (press) => ({ kind: 'return', reason: reasonOf(press) }))],
  [2, toTicket(['held'], plain('release'))],
  [
    5,
    toTicket(['waiting', 'called', 'serving', 'held'], ({ a, b, c }, { topics }, hall) => ({
      kind: 'transfer',
      to: b % 2 === 0 ? { topic: pick(topics, a + c) ?? '' } : { window: 1 + (a % hall.windows.size) },
      place: PLACES[c % PLACES.length] ?? 'by_key',
      reason: c % 9 === 0 ? null : '还要办一件事',
      isConfirmed: a % 3 !== 0,
    })),
  ],
  [
    2,
    toTicket(['waiting'], ({ b, c }) => ({
      kind: 'reclass',
      cls: b % 2 === 0 ? 'priority' : 'ordinary',
      reason: c % 7 === 0 ? '' : '说错了',
    })),
  ],
  [2, toTicket(['waiting', 'called', 'held', 'missed'], plain('cancel'))],
  [3, toTicket(['cancelled'], plain('restore'))],
  [5, reopening],
  [4, picking],
  [3, servingAtOnce],
  [3, movingTo],
  [3, toTicket(['waiting'], plain('postpone'))],
  [
    3,
    toTicket(['waiting', 'called', 'held', 'missed'], ({ a, b, c }) => ({
      kind: 'serve-by-hand',
      outcome: pick(OUTCOMES, b) ?? 'left',
      agoMs: a % 5 === 0 ? -60_000 : 1_000 * (a % 4),
      reason: c % 7 === 0 ? '' : '停电时手工办的',
    })),
  ],
  [3, byResident('postpone', ['waiting'])],
  [3, byResident('rejoin', ['missed'])],
  [3, byResident('cancel', ['waiting', 'called', 'held', 'missed'])],
  [6, atWindow(() => ({ kind: 'open' }))],
  [1, atWindow(() => ({ kind: 'close' }))],
  [2, atWindow(({ b }) => ({ kind: 'pause', reason: b % 6 === 0 ? '' : '喝水' }))],
  [4, atWindow(() => ({ kind: 'resume' }))],
  [1, atWindow(({ b }) => ({ kind: 'take-over', reason: b % 6 === 0 ? '' : '换班' }))],
]
const MEANINGS = WEIGHTED.flatMap(([weight, meaning]) => Array.from({ length: weight }, () => meaning))

/** What a press means in the hall as it is; null where there is nothing it could be about. */
export function commandOf(press: Press, hall: OracleHall, cast: Cast): Command | null {
  return MEANINGS[press.what % MEANINGS.length]?.(press, hall, cast) ?? null
}

import { TICKET_STATUSES, type TicketStatus } from '@counter/shared/vocabulary/ticket'
import { expect, test } from 'vitest'
import { type Answer, type Hall, startHall } from './app.ts'
import { type Desk, deskAt, newId, statusOf } from './desk.ts'

/** Each act as a clerk's window sends it, with all that the act itself needs. */
const ACTS = {
  call: (desk, id) => desk.at('pick', { ticketId: id, reason: '赶车' }),
  recall: (desk, id) => desk.act(id, 'recall'),
  undo_call: (desk, id) => desk.act(id, 'undo-call'),
  start: (desk, id) => desk.act(id, 'start'),
  finish: (desk, id) => desk.act(id, 'finish', { outcome: 'consulted' }),
  reopen: (desk, id) => desk.act(id, 'reopen'),
  miss: (desk, id) => desk.act(id, 'miss', { reason: '不在', isConfirmed: true }),
  rejoin: (desk, id) => desk.act(id, 'rejoin'),
  postpone: (desk, id) => desk.act(id, 'postpone'),
  hold: (desk, id) => desk.act(id, 'hold', { reason: '复印' }),
  return: (desk, id) => desk.act(id, 'return', { reason: '回来了' }),
  release: (desk, id) => desk.act(id, 'release'),
  transfer: (desk, id) => desk.act(id, 'transfer', { to: { topic: 'social' }, isConfirmed: true }),
  reclass: (desk, id) => desk.act(id, 'reclass', { cls: 'priority', reason: '老人' }),
  serve_by_hand: (desk, id, at) => desk.act(id, 'serve-by-hand', { servedAt: at, reason: '停电' }),
  cancel: (desk, id) => desk.act(id, 'cancel'),
  restore: (desk, id) => desk.act(id, 'restore'),
} as const satisfies Record<string, (desk: Desk, id: string, at: string) => Promise<Answer>>
type Act = keyof typeof ACTS

// By hand from the table of queue.md 2: waiting, called, serving, held, missed; then what differs among the ends.
const W = 'ticket.wrong_status'
const X = 'ticket.elsewhere'
const TABLE: Record<
  Act,
  readonly [string, string, string, string, string, Partial<Record<TicketStatus, string>>?]
> = {
  call: ['called', X, X, W, W],
  recall: [W, 'called', W, W, W],
  undo_call: [W, 'waiting', W, W, W],
  start: [W, 'serving', W, W, W],
  finish: [W, W, 'served', W, W],
  reopen: [W, W, W, W, W, { served: 'serving' }],
  miss: [W, 'missed', W, 'missed', W],
  rejoin: [W, W, W, W, 'waiting'],
  postpone: ['waiting', W, W, W, W],
  hold: [W, 'held', 'held', W, W],
  return: [W, W, W, 'called', W],
  release: [W, W, W, 'waiting', W],
  transfer: ['waiting', 'waiting', 'waiting', 'waiting', W],
  reclass: ['waiting', W, W, W, W],
  serve_by_hand: ['served', 'served', W, 'served', 'served'],
  cancel: ['cancelled', 'cancelled', W, 'cancelled', 'cancelled'],
  restore: [W, W, W, W, W, { cancelled: 'waiting' }],
}
const LIVE = ['waiting', 'called', 'serving', 'held', 'missed'] as const

function expected(status: TicketStatus, act: Act): string {
  const place = (LIVE as readonly string[]).indexOf(status)
  const row = TABLE[act]
  return place >= 0 ? String(row[place]) : (row[5]?.[status] ?? 'ticket.finished')
}

/** The steps that bring a fresh number to a status at the desk's own window. */
async function bringTo(hall: Hall, desk: Desk, status: TicketStatus): Promise<string> {
  const { ticketId: id } = await desk.take('relief')
  const call = () => ACTS.call(desk, id)
  switch (status) {
    case 'waiting':
      break
    case 'called':
      await call()
      break
    case 'serving':
      await call()
      await ACTS.start(desk, id)
      break
    case 'held':
      await call()
      await ACTS.hold(desk, id)
      break
    case 'missed':
      await call()
      await ACTS.miss(desk, id)
      break
    case 'served':
      await call()
      await ACTS.start(desk, id)
      await ACTS.finish(desk, id)
      break
    case 'cancelled':
      await ACTS.cancel(desk, id)
      break
    case 'moved': {
      const { ticketId: to } = await desk.take('relief')
      await desk.act(id, 'move-to-ticket', { to, reason: '取了两个号' })
      break
    }
    case 'absent': {
      const supervisor = await hall.roleCaller('supervisor')
      expect((await supervisor.command('/api/days/close')).status).toBe(200)
      await desk.at('open')
      break
    }
  }
  expect(statusOf(hall, id)).toBe(status)
  return id
}

// Whoever an act left at the window goes, so that the next cell finds it free.
async function clearWindow(hall: Hall, desk: Desk, id: string): Promise<void> {
  if (statusOf(hall, id) === 'serving') await ACTS.finish(desk, id)
  if (['waiting', 'called', 'held', 'missed'].includes(statusOf(hall, id))) await ACTS.cancel(desk, id)
}

async function halls() {
  const hall = await startHall()
  return { hall, desk: await deskAt(hall, 1), other: await deskAt(hall, 2) }
}

test.each(TICKET_STATUSES)(
  '[Q12] a number that is %s answers every act as the table says',
  async (status) => {
    const { hall, desk } = await halls()
    const wrong: string[] = []
    for (const act of Object.keys(ACTS) as Act[]) {
      const id = await bringTo(hall, desk, status)
      // A recall and an undo mind the clock, each in its own way.
      if (act === 'recall') hall.clock.forward(10_000)
      const { status: http, body } = await ACTS[act](desk, id, hall.clock.now())
      const cell = http === 200 ? statusOf(hall, id) : body.code
      if (cell !== expected(status, act)) wrong.push(`${act}: ${cell}, not ${expected(status, act)}`)
      if (http !== 200 && statusOf(hall, id) !== status)
        wrong.push(`${act} was refused but changed the number`)
      await clearWindow(hall, desk, id)
    }
    expect(wrong).toEqual([])
  },
)

test.each(['called', 'serving'] as const)(
  '[Q12, QT10, QT24] a number that is %s at one window obeys no other window and no staff without one',
  async (status) => {
    const { hall, desk, other } = await halls()
    const id = await bringTo(hall, desk, status)
    const codes = new Set<string>()
    for (const act of Object.keys(ACTS) as Act[])
      codes.add((await ACTS[act](other, id, hall.clock.now())).body.code)
    const guide = await hall.signIn('clerk3')
    for (const act of ['rejoin', 'postpone', 'cancel', 'restore'])
      codes.add((await guide.command(`/api/tickets/${id}/${act}`)).body.code)
    expect([...codes]).toEqual([X])
    expect(statusOf(hall, id)).toBe(status)
  },
)

test('[Q12] a called number is cancelled by its resident, and by the supervisor', async () => {
  const { hall, desk } = await halls()
  const { ticketId, token } = await desk.take()
  await ACTS.call(desk, ticketId)
  expect((await hall.anonymous.command('/api/track/ticket/cancel', { token })).status).toBe(200)
  expect(statusOf(hall, ticketId)).toBe('cancelled')
  const second = await bringTo(hall, desk, 'called')
  const supervisor = await hall.roleCaller('supervisor')
  expect((await supervisor.command(`/api/tickets/${second}/cancel`)).status).toBe(200)
  expect(statusOf(hall, second)).toBe('cancelled')
})

test('[Q12] an act on an older version, on an unknown number or on another day changes nothing', async () => {
  const { hall, desk } = await halls()
  const { ticketId, version } = await desk.take()
  expect((await desk.act(ticketId, 'postpone', { expectedVersion: version })).status).toBe(200)
  expect((await desk.act(ticketId, 'cancel', { expectedVersion: version })).body).toMatchObject({
    code: 'ticket.changed',
    params: { status: 'waiting' },
  })
  expect((await desk.act(newId(), 'cancel')).body.code).toBe('ticket.not_found')
  hall.clock.forward(86_400_000)
  const tomorrow = await deskAt(hall, 3)
  expect((await tomorrow.act(ticketId, 'cancel')).body.code).toBe('ticket.expired')
  expect(statusOf(hall, ticketId)).toBe('waiting')
})

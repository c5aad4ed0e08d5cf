import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { FRIDAY, type Hall, startHall } from './app.ts'
import { change, deskAt, follow, journalOf, refused, statusOf } from './desk.ts'
import { minutesAfter, offlineKiosk, rowsOf } from './offline-kiosk.ts'

const APPLIED = { status: 'applied', code: null }
const line = (hall: Hall) =>
  rowsOf(hall, 'SELECT number, base_ms, status FROM ticket ORDER BY call_key, issue_order').map(
    ({ number, base_ms, status }) => [number, base_ms, status],
  )
const baseOf = (instant: string, minutes = 0) => toMs(minutesAfter(instant, minutes) as Instant)
const attentionOf = async (hall: Hall) =>
  (await (await hall.roleCaller('supervisor')).get('/api/supervise')).body.attention

describe('the return of a kiosk', () => {
  test('[Q48, S5] numbers take their places by the time they were taken, once each, in the kiosk order', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const kiosk = await offlineKiosk(hall)
    hall.clock.forward(10 * 60_000)
    const here = await desk.take()
    const first = kiosk.take({ localTime: minutesAfter(FRIDAY, 2) })
    const second = kiosk.take({ localTime: minutesAfter(FRIDAY, 4) })
    expect(await kiosk.sync(first, second)).toEqual([APPLIED, APPLIED])
    expect(line(hall)).toEqual([
      ['应急 901', baseOf(FRIDAY, 2), 'waiting'],
      ['应急 902', baseOf(FRIDAY, 4), 'waiting'],
      [here.number, baseOf(FRIDAY, 10), 'waiting'],
    ])
    expect((await desk.next()).body.ticket.number).toBe('应急 901')
  })

  test('[Q48] the same command sent again is a duplicate and changes nothing', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const taken = kiosk.take()
    await kiosk.sync(taken)
    expect(await kiosk.sync({ ...taken, paper: 'failed' })).toEqual([{ status: 'duplicate', code: null }])
    expect(line(hall).length).toBe(1)
    expect(journalOf(hall, 'lease.used')).toMatchObject([{ serial: 901 }])
  })

  test('[Q48] a fault holds up the commands behind it, so that none goes before another', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const [first, second] = [kiosk.take(), kiosk.take()]
    await hall.server.counter.deps.store.write((tx) => {
      tx.sql
        .prepare(
          "CREATE TRIGGER stuck BEFORE INSERT ON ticket WHEN NEW.serial = 901 BEGIN SELECT RAISE(ABORT, 'stuck'); END",
        )
        .run()
    })
    expect(await kiosk.sync(first, second)).toEqual([
      { status: 'retry', code: 'fault' },
      { status: 'retry', code: null },
    ])
    expect(line(hall)).toEqual([])
    await hall.server.counter.deps.store.write((tx) => void tx.sql.prepare('DROP TRIGGER stuck').run())
    expect(await kiosk.sync(first, second)).toEqual([APPLIED, APPLIED])
    expect(line(hall).map(([number]) => number)).toEqual(['应急 901', '应急 902'])
  })

  test('[Q48] an untrusted clock counts from the receipt, and the order of the kiosk stays', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    hall.clock.forward(30 * 60_000)
    const results = await kiosk.sync(
      kiosk.take({ localTime: minutesAfter(FRIDAY, 1), hasLostClock: true }),
      kiosk.take({ localTime: minutesAfter(FRIDAY, 2) }),
      kiosk.take({ localTime: minutesAfter(FRIDAY, 3), offsetMs: 6 * 60_000 }),
    )
    expect(results).toEqual([APPLIED, APPLIED, APPLIED])
    expect(line(hall).map(([number, base]) => [number, base])).toEqual([
      ['应急 901', baseOf(FRIDAY, 30)],
      ['应急 902', baseOf(FRIDAY, 30)],
      ['应急 903', baseOf(FRIDAY, 30)],
    ])
    expect(journalOf(hall, 'ticket.issued').map(({ isClockTrusted }) => isClockTrusted)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('[Q48] no number goes before one that the same kiosk gave while the server was there', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    hall.clock.forward(10 * 60_000)
    await kiosk.caller.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    await kiosk.sync(kiosk.take({ localTime: minutesAfter(FRIDAY, 9) }))
    expect(line(hall).map(([number, base]) => [number, base])).toEqual([
      ['综 001', baseOf(FRIDAY, 10)],
      ['应急 901', baseOf(FRIDAY, 10)],
    ])
  })

  test('[Q48] a priority number taken without the server keeps its head start', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    hall.clock.forward(10 * 60_000)
    await kiosk.sync(
      kiosk.take({ localTime: minutesAfter(FRIDAY, 1) }),
      kiosk.take({ localTime: minutesAfter(FRIDAY, 5), cls: 'priority' }),
    )
    expect(line(hall).map(([number]) => number)).toEqual(['应急 902', '应急 901'])
  })

  test('[Q7, Q46] the phone page of a paper works as soon as its number is in', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const [lent] = kiosk.numbers
    const taken = kiosk.take()
    const look = () => hall.anonymous.post('/api/track/ticket', { token: lent?.token })
    expect(await look()).toMatchObject(refused('code.not_found', 404))
    await kiosk.sync(taken)
    expect(await look()).toMatchObject({ status: 200, body: { number: '应急 901' } })
  })

  test('[Q44, Q48] the paper that is already printed is its one automatic print', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const taken = kiosk.take({ paper: 'failed' })
    await kiosk.sync(taken)
    expect(rowsOf(hall, 'SELECT id, state, nth FROM print_job')).toEqual([
      { id: taken['printJobId'], state: 'failed', nth: 1 },
    ])
  })
})

describe('the unanswered create', () => {
  async function unanswered() {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const kiosk = await offlineKiosk(hall)
    const create = uuidv7()
    const body = { topic: 'relief', cls: 'ordinary' }
    return {
      hall,
      desk,
      kiosk,
      create,
      commit: async () => (await kiosk.caller.command('/api/tickets', body, create)).body,
      again: () => kiosk.caller.command('/api/tickets', body, create),
    }
  }

  test('[Q49] gives way to the paper number, which takes its earlier base', async () => {
    const { hall, kiosk, create, commit } = await unanswered()
    const unprinted = await commit()
    hall.clock.forward(60_000)
    expect(await kiosk.sync(kiosk.take({ replaces: create }))).toEqual([APPLIED])
    expect(statusOf(hall, unprinted.ticketId)).toBe('moved')
    expect(line(hall)).toContainEqual(['应急 901', baseOf(FRIDAY), 'waiting'])
    expect(journalOf(hall, 'ticket.moved')).toMatchObject([{ lastStatus: 'waiting', target: '应急 901' }])
  })

  test('[Q49] that was never committed is shut out for good, so it cannot come after its paper', async () => {
    const { hall, kiosk, create, again } = await unanswered()
    expect(await kiosk.sync(kiosk.take({ replaces: create }))).toEqual([APPLIED])
    expect(await again()).toMatchObject(refused('command.reused'))
    expect(line(hall).map(([number]) => number)).toEqual(['应急 901'])
  })

  test('[Q49] frees and tells the window that has called it', async () => {
    const { hall, desk, kiosk, create, commit } = await unanswered()
    const unprinted = await commit()
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    expect((await desk.next()).body.ticket.id).toBe(unprinted.ticketId)
    expect(await kiosk.sync(kiosk.take({ replaces: create }))).toEqual([APPLIED])
    const told = await change(screen, 'ticket_changed', ({ ticket }) => ticket.status === 'moved')
    expect(told.ticket).toMatchObject({ id: unprinted.ticketId, window: 1 })
    await change(wall, 'call_withdrawn')
    expect((await desk.next()).body.ticket.number).toBe('应急 901')
    expect(rowsOf(hall, 'SELECT ended_as FROM leg WHERE ticket = ?', unprinted.ticketId)).toEqual([
      { ended_as: 'ticket.moved' },
    ])
  })

  test.each(['start', 'finish'])('[Q49] needs a person once it is served (%s)', async (until) => {
    const { hall, desk, kiosk, create, commit } = await unanswered()
    const { ticketId } = await commit()
    await desk.next()
    await desk.act(ticketId, 'start')
    if (until === 'finish') await desk.act(ticketId, 'finish', { outcome: 'consulted' })
    expect(await kiosk.sync(kiosk.take({ replaces: create }))).toEqual([
      { status: 'attention', code: 'ticket.finished' },
    ])
    expect(line(hall).map(([number]) => number)).toEqual(['综 001'])
    expect(await attentionOf(hall)).toMatchObject([
      { kiosk: 'kiosk', number: '应急 901', topic: 'relief', canQueue: true },
    ])
  })

  test('[Q49] without a paper is cancelled, also when its window has called it', async () => {
    const { hall, desk, kiosk, create, commit } = await unanswered()
    const { ticketId } = await commit()
    await desk.next()
    const gone = { kind: 'abandon', commandId: uuidv7(), sequence: 1, replaces: create }
    expect(await kiosk.sync(gone)).toEqual([APPLIED])
    expect(statusOf(hall, ticketId)).toBe('cancelled')
    expect(await kiosk.sync(gone)).toEqual([{ status: 'duplicate', code: null }])
  })

  test('[Q49] that nobody waits for cannot be committed later', async () => {
    const { hall, kiosk, create, again } = await unanswered()
    await kiosk.sync({ kind: 'abandon', commandId: uuidv7(), sequence: 1, replaces: create })
    expect(await again()).toMatchObject(refused('command.reused'))
    expect(line(hall)).toEqual([])
  })

  test('[Q49] of another kiosk is not touched', async () => {
    const { hall, kiosk, create, commit } = await unanswered()
    const { ticketId } = await commit()
    const other = await offlineKiosk(hall, 'other')
    expect(await other.sync(other.take({ replaces: create }))).toEqual([
      { status: 'attention', code: 'command.reused' },
    ])
    expect(statusOf(hall, ticketId)).toBe('waiting')
    expect(await kiosk.sync(kiosk.take())).toEqual([APPLIED])
  })
})

describe('what does not fit', () => {
  test('[Q50] a foreign, a reused and an unknown number are kept whole for staff', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const other = await offlineKiosk(hall, 'other')
    const foreign = other.take()
    const used = kiosk.take()
    const reused = { ...kiosk.take(), number: used['number'] }
    const unknown = kiosk.take({ number: '应急 999' })
    expect(await kiosk.sync(foreign, used, reused, unknown)).toEqual([
      { status: 'attention', code: 'lease.mismatch' },
      APPLIED,
      { status: 'attention', code: 'lease.mismatch' },
      { status: 'attention', code: 'lease.mismatch' },
    ])
    expect(line(hall).map(([number]) => number)).toEqual(['应急 901'])
    const kept = rowsOf(hall, 'SELECT command FROM lease_attention ORDER BY received_at, id')
    expect(kept.map(({ command }) => JSON.parse(String(command)))).toEqual(
      expect.arrayContaining([foreign, reused, unknown]),
    )
    expect((await attentionOf(hall)).map((each: { canQueue: boolean }) => each.canQueue)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('[Q50] a command of no known form is kept whole too, once, and stops nobody else', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const nonsense = { kind: 'take', number: '应急 901', more: '示例' }
    const expected = { status: 'attention', code: 'command.malformed' }
    expect(await kiosk.sync(nonsense, kiosk.take())).toEqual([expected, APPLIED])
    expect(await kiosk.sync(nonsense)).toEqual([expected])
    expect(rowsOf(hall, 'SELECT command FROM lease_attention')).toEqual([
      { command: JSON.stringify(nonsense) },
    ])
  })

  test('[Q50] a command that the record cannot take at all is kept whole, and those behind it go on', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const first = kiosk.take()
    // A time outside the calendar, and the paper of another number.
    const outOfTime = kiosk.take({ offsetMs: 9e15 })
    const samePaper = kiosk.take({ printJobId: first['printJobId'] })
    const last = kiosk.take()
    const kept = { status: 'attention', code: 'fault' }
    expect(await kiosk.sync(first, outOfTime, samePaper, last)).toEqual([APPLIED, kept, kept, APPLIED])
    expect(line(hall).map(([number]) => number)).toEqual([first['number'], last['number']])
    expect((await attentionOf(hall)).map((each: { canQueue: boolean }) => each.canQueue)).toEqual([
      false,
      false,
    ])
    expect(await kiosk.sync(outOfTime)).toEqual([kept])
    expect((await attentionOf(hall)).length).toBe(2)
  })

  test('[Q50] a number of yesterday becomes absent on its own date, and today does not see it', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const yesterday = kiosk.take()
    hall.clock.to('2026-06-15T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(await kiosk.sync(yesterday)).toEqual([APPLIED])
    expect(rowsOf(hall, 'SELECT number, business_date, status FROM ticket')).toEqual([
      { number: '应急 901', business_date: '2026-06-12', status: 'absent' },
    ])
    const desk = await deskAt(hall, 1)
    expect(await desk.next()).toMatchObject(refused('queue.empty'))
  })

  test('[Q50] staff give a kept paper its place, or say with a reason that it needs none', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const kiosk = await offlineKiosk(hall)
    const supervisor = await hall.roleCaller('supervisor')
    const creates = [uuidv7(), uuidv7()]
    const taken = []
    for (const create of creates) {
      const { body } = await kiosk.caller.command(
        '/api/tickets',
        { topic: 'relief', cls: 'ordinary' },
        create,
      )
      hall.clock.forward(5_000)
      await desk.next()
      await desk.act(body.ticketId, 'start')
      await desk.act(body.ticketId, 'finish', { outcome: 'consulted' })
      taken.push(kiosk.take({ replaces: create }))
    }
    await kiosk.sync(...taken)
    const [first, second] = await attentionOf(hall)
    const settle = (id: string, how: string, reason: string) =>
      supervisor.command(`/api/lease-attention/${id}/settle`, { how, reason })
    expect(await settle(second.id, 'dismiss', ' ')).toMatchObject(refused('reason.required'))
    expect((await settle(first.id, 'queue', '')).status).toBe(200)
    expect((await settle(second.id, 'dismiss', '已经办过')).status).toBe(200)
    expect(await settle(first.id, 'queue', '')).toMatchObject(refused('request.not_found', 404))
    expect(await attentionOf(hall)).toEqual([])
    expect((await desk.next()).body.ticket.number).toBe('应急 901')
    expect(rowsOf(hall, 'SELECT state FROM lease_number WHERE serial = 902')).toEqual([{ state: 'void' }])
    expect(journalOf(hall, 'lease.settled')).toEqual([
      { how: 'queue', reason: '' },
      { how: 'dismiss', reason: '已经办过' },
    ])
    expect(await kiosk.sync(...taken)).toMatchObject([{ status: 'attention' }, { status: 'attention' }])
    expect(await attentionOf(hall)).toEqual([])
  })

  test('[Q50] a number that was used by somebody else in the meantime cannot be given a place', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    const used = kiosk.take()
    await kiosk.sync(used, { ...kiosk.take(), number: used['number'] })
    const [kept] = await attentionOf(hall)
    const supervisor = await hall.roleCaller('supervisor')
    expect(
      await supervisor.command(`/api/lease-attention/${kept.id}/settle`, { how: 'queue', reason: '' }),
    ).toMatchObject(refused('lease.mismatch'))
    expect((await attentionOf(hall)).length).toBe(1)
  })
})

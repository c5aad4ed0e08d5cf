import { describe, expect, test } from 'vitest'
import { saveSetting } from '../src/store/settings.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { change, deskAt, follow, hallWithDesk, journalOf, refused, statusOf } from './desk.ts'
import { testClock } from './test-clock.ts'

const take = (caller: Caller, topic = 'relief', cls = 'ordinary') =>
  caller.command('/api/tickets', { topic, cls })

async function keepHours(hall: Hall): Promise<void> {
  await hall.server.counter.deps.store.write((tx) =>
    saveSetting(tx, 'hall.alwaysOpen', false, 'test', '按时间'),
  )
}

describe('numbers', () => {
  test('[Q1, Q2] each line counts its own series from 001, and priority numbers have one of their own', async () => {
    const { desk } = await hallWithDesk()
    const numbers: string[] = []
    for (const [topic, cls] of [
      ['relief', 'ordinary'],
      ['social', 'ordinary'],
      ['family', 'ordinary'],
      ['farm', 'ordinary'],
      ['social', 'priority'],
      ['relief', 'priority'],
    ] as const) {
      numbers.push((await desk.take(topic, cls)).number)
    }
    expect(numbers).toEqual(['综 001', '社 001', '综 002', '农 001', '优先 001', '优先 002'])
  })

  test('[Q2] a transfer to another line leaves the number as it is', async () => {
    const { desk } = await hallWithDesk()
    const { ticketId, number } = await desk.take('relief')
    await desk.next()
    expect((await desk.act(ticketId, 'transfer', { to: { topic: 'social' } })).body.ticket).toMatchObject({
      number,
      topic: 'social',
    })
    expect((await desk.take('social')).number).toBe('社 001')
  })

  test('[Q3, QT4] the day changes at midnight in the hall, neither at 08:00 nor by UTC', async () => {
    const hall = await startHall({ clock: testClock('2026-06-12T15:59:59.999Z') })
    const issuedAt = async (instant: string) => {
      hall.clock.to(instant)
      const { number, businessDate } = (await take(await hall.signIn('clerk1'))).body
      return [number, businessDate]
    }
    expect(await issuedAt('2026-06-12T15:59:59.999Z')).toEqual(['综 001', '2026-06-12'])
    expect(await issuedAt('2026-06-12T16:00:00.000Z')).toEqual(['综 001', '2026-06-13'])
    expect(await issuedAt('2026-06-12T23:59:59.000Z')).toEqual(['综 002', '2026-06-13'])
    expect(await issuedAt('2026-06-13T00:00:01.000Z')).toEqual(['综 003', '2026-06-13'])
  })

  test('[Q3] a clock that goes back does not take the day back', async () => {
    const hall = await startHall({ clock: testClock('2026-06-12T16:00:00.000Z') })
    const desk = await deskAt(hall, 1)
    expect(await desk.take()).toMatchObject({ number: '综 001', businessDate: '2026-06-13' })
    hall.clock.to('2026-06-12T15:58:00.000Z')
    expect(await desk.take()).toMatchObject({ number: '综 002', businessDate: '2026-06-13' })
  })

  test('[Q1, QT3] numbers go on when earlier ones have ended, and after a restart', async () => {
    const { hall, desk } = await hallWithDesk()
    const { ticketId } = await desk.take()
    await desk.act(ticketId, 'cancel')
    const { ticketId: second } = await desk.take()
    await desk.next()
    await desk.act(second, 'start')
    await desk.act(second, 'finish', { outcome: 'consulted' })
    const { number } = await desk.take()
    expect(number).toBe('综 003')
    const again = await hall.restart()
    expect((await take(await again.signIn('supervisor'))).body.number).toBe('综 004')
  })

  test('[Q5] a kiosk that asks again with the same command gets the same number, token and quote', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const id = '019eb2a0-0000-7000-8000-000000000001'
    const first = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, id)
    const again = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, id)
    expect(first.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(await kiosk.command('/api/tickets', { topic: 'relief', cls: 'priority' }, id)).toMatchObject(
      refused('command.reused'),
    )
  })

  test('[Q4, Q7] a number asks for no name, and its secrets lie in the record as hashes alone', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    expect(
      await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary', name: '示例甲' }),
    ).toMatchObject(refused('request.invalid', 400))
    const { body } = await take(kiosk)
    const row = hall.server.counter.deps.store.read((tx) =>
      JSON.stringify(tx.sql.prepare('SELECT * FROM ticket').all()),
    )
    expect(row).not.toContain(body.token)
    expect(row).not.toContain(body.queryCode)
    expect(body.link).toBe(`http://127.0.0.1:8080/t#${body.token}`)
  })

  test('[Q6] ticket, event, counter, receipt and print job are written together', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const count = () =>
      hall.server.counter.deps.store.read((tx) =>
        ['ticket', 'journal', 'number_counter', 'receipt', 'print_job'].map((table) =>
          tx.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
        ),
      )
    const before = count() as number[]
    await take(kiosk)
    // Two events, the number and its paper; two counters, the series and the order of the day.
    const after = [1, 2, 2, 1, 1].map((more, place) => (before[place] ?? 0) + more)
    expect(count()).toEqual(after)
    expect(await take(kiosk)).toMatchObject(refused('kiosk.too_fast'))
    expect(count()).toEqual(after)
  })
})

describe('the kiosk', () => {
  test('[Q8] one kiosk gives one number in three seconds; another kiosk is not held up', async () => {
    const hall = await startHall()
    const [one, other] = [await hall.device('kiosk', '取号机 1'), await hall.device('kiosk', '取号机 2')]
    expect((await take(one)).status).toBe(200)
    hall.clock.forward(2_999)
    expect(await take(one)).toMatchObject(refused('kiosk.too_fast'))
    expect((await take(other)).status).toBe(200)
    hall.clock.forward(1)
    expect((await take(one)).status).toBe(200)
  })

  test.each([
    ['2026-06-12T00:29:59.999Z', 'before half past eight', 409],
    ['2026-06-12T00:30:00.000Z', 'at half past eight', 200],
    ['2026-06-12T05:00:00.000Z', 'in the noon break', 200],
    ['2026-06-12T09:29:59.999Z', 'before half past five', 200],
    ['2026-06-12T09:30:00.000Z', 'at half past five', 409],
    ['2026-06-13T02:00:00.000Z', 'on a Saturday', 409],
    ['2026-06-19T02:00:00.000Z', 'on the Dragon Boat holiday', 409],
    ['2026-02-14T02:00:00.000Z', 'on a Saturday worked instead', 200],
  ])('[Q42] at %s, %s, a kiosk answers %i, and the desk may always issue', async (instant, _when, status) => {
    const hall = await startHall({ clock: testClock(instant) })
    await keepHours(hall)
    const answer = await take(await hall.device('kiosk'))
    expect(answer.status).toBe(status)
    if (status !== 200) expect(answer.body.code).toBe('ticket.hall_closed')
    expect((await hall.anonymous.get('/api/hall')).body.figures.intake).toBe(
      status === 200 ? 'open' : 'closed',
    )
    expect((await take(await hall.signIn('clerk1'))).status).toBe(200)
  })

  test('[Q45] a printer fault loses no number, and every desk sees it until a paper comes out again', async () => {
    const { hall, desk } = await hallWithDesk()
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const kiosk = await hall.device('kiosk', '取号机 1')
    const { printJobId, ticketId } = (await take(kiosk)).body
    expect((await kiosk.command(`/api/print-jobs/${printJobId}/report`, { state: 'failed' })).body).toEqual({
      done: true,
    })
    expect((await change(screen, 'device_changed')).device).toMatchObject({
      name: '取号机 1',
      kind: 'kiosk',
      problem: 'paper',
    })
    expect(statusOf(hall, ticketId)).toBe('waiting')
    hall.clock.forward(3_000)
    const next = (await take(kiosk)).body
    await kiosk.command(`/api/print-jobs/${next.printJobId}/report`, { state: 'printed' })
    expect(
      (await change(screen, 'device_changed', ({ device }) => device.problem === null)).device.name,
    ).toBe('取号机 1')
  })

  test('[Q44] a kiosk reports its own papers only', async () => {
    const hall = await startHall()
    const { printJobId } = (await take(await hall.device('kiosk', '取号机 1'))).body
    const other = await hall.device('kiosk', '取号机 2')
    expect(await other.command(`/api/print-jobs/${printJobId}/report`, { state: 'failed' })).toMatchObject(
      refused('print.not_found', 404),
    )
  })

  test('[U18] help asked at a kiosk stands at every desk until somebody has gone there', async () => {
    const { hall, desk } = await hallWithDesk()
    const two = await deskAt(hall, 2)
    const screens = [
      await follow(hall, 'staff', desk.clerk, 'window:1'),
      await follow(hall, 'staff', two.clerk, 'window:2'),
    ]
    const kiosk = await hall.device('kiosk', '取号机 1')
    await kiosk.command('/api/help')
    const told = await Promise.all(screens.map((screen) => change(screen, 'device_changed')))
    expect(told.map(({ device }) => device.problem)).toEqual(['help', 'help'])
    await desk.clerk.command(`/api/devices/${told[0].device.deviceId}/clear`)
    const gone = await Promise.all(
      screens.map((screen) => change(screen, 'device_changed', ({ device }) => device.problem === null)),
    )
    expect(gone).toHaveLength(2)
  })
})

describe('the announcement ledger', () => {
  test('[Q51, Q52, Q53] a call, its recall and a return stand in the ledger without a gap, and the desk sees them shown and spoken', async () => {
    const { hall, desk } = await hallWithDesk()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const { ticketId, number } = await desk.take()
    await desk.next()
    const call = (await change(wall, 'call_announced')).announcement
    expect(call).toMatchObject({ seq: 1, kind: 'call', number, tag: null, window: 1, callNo: 1 })
    expect(call.clips.length).toBeGreaterThan(3)
    expect((await change(screen, 'call_announced')).heard).toMatchObject({
      seq: 1,
      ticketId,
      shownAt: null,
      spokenAt: null,
      isUnheard: false,
    })
    hall.clock.forward(1_000)
    wall.say({ type: 'ack', announcement: 1, step: 'shown' })
    expect((await change(screen, 'call_heard')).heard).toMatchObject({
      seq: 1,
      shownAt: '2026-06-12T01:40:01.000Z',
      spokenAt: null,
    })
    hall.clock.forward(6_000)
    wall.say({ type: 'ack', announcement: 1, step: 'spoken', path: 'clips' })
    expect((await change(screen, 'call_heard', ({ heard }) => heard.spokenAt !== null)).heard).toMatchObject({
      spokenAt: '2026-06-12T01:40:07.000Z',
      path: 'clips',
      isUnheard: false,
    })
    hall.clock.forward(5_000)
    await desk.act(ticketId, 'recall')
    await desk.act(ticketId, 'hold', { reason: '取材料' })
    await desk.act(ticketId, 'return')
    const ledger = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT seq, kind, call_no FROM announcement ORDER BY seq').all(),
    )
    expect(ledger).toEqual([
      { seq: 1, kind: 'call', call_no: 1 },
      { seq: 2, kind: 'recall', call_no: 2 },
      { seq: 3, kind: 'return', call_no: 1 },
    ])
  })

  test('[Q52] the first acknowledgement counts, a repeated one changes nothing', async () => {
    const { hall, desk } = await hallWithDesk()
    const walls = [
      await follow(hall, 'wall', await hall.device('wall', '大屏 1'), 'hall'),
      await follow(hall, 'wall', await hall.device('wall', '大屏 2'), 'hall'),
    ]
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    await desk.take()
    await desk.next()
    walls[0]?.say({ type: 'ack', announcement: 1, step: 'shown' })
    await change(screen, 'call_heard')
    walls[1]?.say({ type: 'ack', announcement: 1, step: 'shown' })
    walls[0]?.say({ type: 'ack', announcement: 1, step: 'spoken', path: 'speech' })
    await change(screen, 'call_heard', ({ heard }) => heard.path === 'speech')
    expect(journalOf(hall, 'announcement.shown')).toMatchObject([
      { seq: 1, kind: 'call', path: null, queuedAt: '2026-06-12T01:40:00.000Z' },
    ])
  })

  test('[Q56] a call that nobody spoke within 90 s expires once, and its clerk is told', async () => {
    const { hall, desk } = await hallWithDesk()
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    await desk.take()
    await desk.next()
    hall.clock.forward(90_000)
    await hall.server.jobs.run()
    expect(journalOf(hall, 'announcement.expired')).toEqual([])
    hall.clock.forward(1)
    await hall.server.jobs.run()
    await hall.server.jobs.run()
    expect(journalOf(hall, 'announcement.expired')).toEqual([
      { seq: 1, kind: 'call', queuedAt: '2026-06-12T01:40:00.000Z', shownAt: null },
    ])
    expect((await change(screen, 'call_heard')).heard).toMatchObject({ seq: 1, isUnheard: true })
  })

  test('[Q56, Q58] a wall that comes back hears of no call that was withdrawn or is older than 90 s', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    await desk.take()
    const { id } = (await desk.next()).body.ticket
    await desk.act(id, 'undo-call')
    await desk.next()
    const wall = await hall.device('wall')
    const seqs = async () =>
      (await follow(hall, 'wall', wall, 'hall')).snapshot.state.announcements.map(
        ({ seq }: { seq: number }) => seq,
      )
    expect(await seqs()).toEqual([2])
    hall.clock.forward(90_001)
    expect(await seqs()).toEqual([])
  })
})

describe('the end of the day', () => {
  async function aDayWithEveryEnd() {
    const { hall, desk } = await hallWithDesk()
    const two = await deskAt(hall, 2)
    const ids: string[] = []
    for (const _ of Array.from({ length: 7 })) ids.push((await desk.take()).ticketId)
    await desk.next()
    await desk.act(ids[0] ?? '', 'start')
    await desk.next({ finish: { outcome: 'consulted' } })
    await desk.act(ids[1] ?? '', 'miss', { reason: '不在', isConfirmed: true })
    await desk.next()
    await desk.act(ids[2] ?? '', 'hold', { reason: '取材料' })
    await desk.next()
    await desk.act(ids[3] ?? '', 'start')
    await two.next()
    await desk.act(ids[5] ?? '', 'cancel')
    return { hall, ids }
  }

  test('[Q13, I15, QI15] every number ends, and issued = served + absent + moved + cancelled', async () => {
    const { hall, ids } = await aDayWithEveryEnd()
    await keepHours(hall)
    expect(ids.map((id) => statusOf(hall, id))).toEqual([
      'served',
      'missed',
      'held',
      'serving',
      'called',
      'cancelled',
      'waiting',
    ])
    hall.clock.to('2026-06-12T12:00:00.000Z')
    await hall.server.jobs.run()
    expect(ids.map((id) => statusOf(hall, id))).toEqual([
      'served',
      'absent',
      'absent',
      'served',
      'absent',
      'cancelled',
      'absent',
    ])
    expect(journalOf(hall, 'day.closed')).toEqual([
      { issued: 7, served: 2, absent: 4, moved: 0, cancelled: 1 },
    ])
    expect(
      (await hall.signIn('clerk3').then((clerk) => clerk.get('/api/windows'))).body.items.map(
        ({ state }: { state: string }) => state,
      ),
    ).toEqual(['closed', 'closed', 'closed', 'closed'])
  })

  test('[Q13] the supervisor closes the day by hand, but never over a window that is serving', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const supervisor = await hall.signIn('supervisor')
    const { body } = await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    await clerk.command('/api/windows/1/next')
    await clerk.command(`/api/tickets/${body.ticketId}/start`)
    expect(await supervisor.command('/api/days/close')).toMatchObject({
      status: 409,
      body: { code: 'day.still_serving', params: { w: 1 } },
    })
    await clerk.command(`/api/tickets/${body.ticketId}/finish`, { outcome: 'consulted' })
    expect((await supervisor.command('/api/days/close')).status).toBe(200)
    expect((await clerk.get('/api/windows')).body.items[0].state).toBe('closed')
  })

  test('[Q13] a server that was off at the end of the day closes it at its next start, before the first number', async () => {
    const { hall, ids } = await aDayWithEveryEnd()
    hall.clock.to('2026-06-15T01:00:00.000Z')
    const monday = await hall.restart()
    expect(ids.map((id) => statusOf(monday, id))).toEqual([
      'served',
      'absent',
      'absent',
      'served',
      'absent',
      'cancelled',
      'absent',
    ])
    expect(journalOf(monday, 'day.closed')).toEqual([
      { issued: 7, served: 2, absent: 4, moved: 0, cancelled: 1 },
    ])
    expect((await take(await monday.signIn('clerk1'))).body).toMatchObject({
      number: '综 001',
      businessDate: '2026-06-15',
    })
  })

  test('[Q13] a day is closed once, however often the server starts in the evening', async () => {
    const { hall } = await aDayWithEveryEnd()
    await keepHours(hall)
    hall.clock.to('2026-06-12T12:30:00.000Z')
    await hall.server.jobs.run()
    const evening = await hall.restart()
    const desk = await deskAt(evening, 1)
    const { ticketId } = await desk.take()
    const later = await evening.restart()
    expect(statusOf(later, ticketId)).toBe('waiting')
    expect(journalOf(later, 'day.closed')).toHaveLength(1)
  })

  test('[N10, Q13] the sample township, open at any hour, loses no number when it is restarted at night', async () => {
    const hall = await startHall({ clock: testClock('2026-06-12T13:00:00.000Z') })
    const { ticketId } = await (await deskAt(hall, 1)).take()
    hall.clock.forward(60_000)
    await hall.server.jobs.run()
    const again = await hall.restart()
    expect(statusOf(again, ticketId)).toBe('waiting')
    expect(
      (await again.signIn('supervisor').then((who) => who.get('/api/windows'))).body.items[0].state,
    ).toBe('open')
  })
})

describe('the hour of opening', () => {
  test('[QT19] a kiosk that has waited all night gives numbers when the hall opens, and stops when it closes', async () => {
    const hall = await startHall({ clock: testClock('2026-06-12T00:29:00.000Z') })
    await keepHours(hall)
    const kiosk = await hall.device('kiosk')
    const screen = await follow(hall, 'kiosk', kiosk, 'hall')
    expect(screen.snapshot.state.figures.intake).toBe('closed')
    await hall.server.jobs.run()
    hall.clock.to('2026-06-12T00:30:00.000Z')
    await hall.server.jobs.run()
    await change(screen, 'figures_changed', ({ figures }) => figures.intake === 'open')
    expect((await take(kiosk)).status).toBe(200)
    hall.clock.to('2026-06-12T09:30:00.000Z')
    await hall.server.jobs.run()
    await change(screen, 'figures_changed', ({ figures }) => figures.intake === 'closed')
  })
})

test('[QI17] wall and clerk show a call from the same event', async () => {
  const { hall, desk } = await hallWithDesk()
  const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
  const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
  const { ticketId, number } = await desk.take()
  await desk.next()
  const { announcement } = await change(wall, 'call_announced')
  const { heard } = await change(screen, 'call_announced')
  expect(announcement).toMatchObject({ number, window: 1 })
  expect(heard).toMatchObject({ seq: announcement.seq, ticketId })
})

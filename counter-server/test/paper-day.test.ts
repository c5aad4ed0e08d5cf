import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { deskAt, follow, journalOf, refused, statusOf } from './desk.ts'

const ROW = {
  window: 1,
  topic: 'relief',
  cls: 'ordinary',
  takenAt: '09:00',
  startedAt: '09:10',
  endedAt: '09:20',
  outcome: 'consulted',
}

async function atTheGuide(hall: Hall) {
  const clerk = await hall.signIn('clerk3')
  return {
    clerk,
    print: (count: number) => clerk.command('/api/spare-sheets', { count }),
    enter: (rows: object[], commandId?: string) =>
      clerk.command('/api/paper-days/enter', { rows }, commandId),
  }
}

const ticketsOf = (hall: Hall) =>
  hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT count(*) FROM ticket').pluck().get(),
  ) as number

describe('spare numbers', () => {
  test('[QI11] each sheet goes on where the last one ended, so no number is on paper twice', async () => {
    const hall = await startHall()
    const { clerk, print } = await atTheGuide(hall)
    expect((await print(20)).body).toMatchObject({ first: 1, last: 20, by: '3号窗口值班员' })
    hall.clock.forward(86_400_000)
    const later = await atTheGuide(hall)
    expect((await later.print(30)).body).toMatchObject({ first: 21, last: 50 })
    expect((await later.clerk.get('/api/spare-sheets')).body.items).toMatchObject([
      { first: 21 },
      { first: 1 },
    ])
    expect(journalOf(hall, 'paper.sheet_printed')).toEqual([
      { first: 1, last: 20 },
      { first: 21, last: 50 },
    ])
    expect(await clerk.get('/api/spare-sheets')).toMatchObject(refused('session.expired', 401))
  })
})

describe('what was served by hand is entered together', () => {
  test('[Q35] numbers of the kiosk and spare ones end as served, with the times of the paper', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const waiting = await desk.take()
    const called = await desk.take('social')
    await desk.next()
    const { print, enter } = await atTheGuide(hall)
    await print(10)
    hall.clock.forward(3_600_000)
    const { enter: again } = await atTheGuide(hall)
    const rows = [
      { ...ROW, number: waiting.number, takenAt: '09:40', startedAt: '09:50', endedAt: '10:05' },
      {
        ...ROW,
        number: '备用 003',
        takenAt: '09:30',
        startedAt: '10:00',
        endedAt: '10:10',
        outcome: 'accepted',
      },
      {
        ...ROW,
        number: called.number,
        window: 2,
        topic: 'social',
        takenAt: '09:41',
        startedAt: '10:00',
        endedAt: '10:30',
      },
    ]
    expect(await enter(rows)).toMatchObject(refused('session.expired', 401))
    const before = ticketsOf(hall)
    expect((await again(rows)).body).toEqual({ entered: 3 })
    expect(ticketsOf(hall)).toBe(before + 1)
    expect([statusOf(hall, waiting.ticketId), statusOf(hall, called.ticketId)]).toEqual(['served', 'served'])
    expect(journalOf(hall, 'ticket.served_by_hand')).toMatchObject([
      {
        statedTime: '2026-06-12T02:05:00.000Z',
        paper: { takenAt: '09:40', startedAt: '09:50', endedAt: '10:05' },
      },
      { statedTime: '2026-06-12T02:10:00.000Z', outcome: 'accepted', window: 1 },
      { statedTime: '2026-06-12T02:30:00.000Z', window: 2 },
    ])
    expect(journalOf(hall, 'ticket.issued').at(-1)).toMatchObject({
      number: '备用 003',
      channel: 'paper',
      baseTime: Date.parse('2026-06-12T01:30:00.000Z'),
      takenAt: '2026-06-12T01:30:00.000Z',
    })
    expect(journalOf(hall, 'paper.entered')).toEqual([{ rows: 3, spare: 1 }])
  })

  test('[Q35] what was entered later is marked wherever staff meet it: window, look-up and board', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    await desk.take()
    const { ticket } = (await desk.next()).body
    await desk.act(ticket.id, 'start')
    await desk.act(ticket.id, 'finish', { outcome: 'consulted' })
    const { clerk, print, enter } = await atTheGuide(hall)
    await print(3)
    expect((await enter([{ ...ROW, number: '备用 003' }])).body).toEqual({ entered: 1 })
    const marks = (items: readonly { number: string; isEnteredLater: boolean }[]) =>
      Object.fromEntries(items.map(({ number, isEnteredLater }) => [number, isEnteredLater]))
    expect(marks((await desk.clerk.get('/api/windows/1/served')).body.items)).toEqual({
      '综 001': false,
      '备用 003': true,
    })
    const found = async (number: string) =>
      marks((await clerk.get(`/api/greet/numbers?number=${encodeURIComponent(number)}`)).body.items)
    expect(await found('备用 003')).toEqual({ '备用 003': true })
    expect(await found('综 001')).toEqual({ '综 001': false })
    const supervisor = await hall.signIn('supervisor')
    expect((await supervisor.get('/api/supervise')).body).toMatchObject({
      issuedToday: 2,
      enteredLaterToday: 1,
    })
  })

  test('[Q35] a window’s own hours stand as they were, also before the hall opens and over lunch', async () => {
    const hall = await startHall()
    hall.clock.to('2026-06-12T05:30:00.000Z')
    const { print, enter } = await atTheGuide(hall)
    await print(2)
    const rows = [
      { ...ROW, number: '备用 001', takenAt: '07:50', startedAt: '07:55', endedAt: '08:10' },
      { ...ROW, number: '备用 002', window: 2, takenAt: '12:10', startedAt: '12:20', endedAt: '12:45' },
    ]
    expect((await enter(rows)).body).toEqual({ entered: 2 })
    expect(journalOf(hall, 'ticket.served_by_hand')).toMatchObject([
      { window: 1, paper: { startedAt: '07:55', endedAt: '08:10' } },
      { window: 2, paper: { startedAt: '12:20', endedAt: '12:45' } },
    ])
  })

  test('[Q35] one wrong row and nothing is written; every wrong row is named', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const right = await desk.take()
    const ended = await desk.take()
    await desk.act(ended.ticketId, 'cancel')
    const { print, enter } = await atTheGuide(hall)
    await print(2)
    const now = { takenAt: '09:40', startedAt: '09:40', endedAt: '09:40' }
    const answer = await enter([
      { ...ROW, ...now, number: right.number },
      { ...ROW, number: '综 777' },
      { ...ROW, number: '备用 003' },
      { ...ROW, number: '备用 001', window: 77 },
      { ...ROW, number: '备用 002', startedAt: '08:59' },
      { ...ROW, ...now, number: right.number },
      { ...ROW, number: ended.number },
      { ...ROW, number: '7' },
      { ...ROW, number: '备用 002', topic: 'nothing' },
    ])
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'paper.rows_wrong',
        params: { n: 8, rows: '2:number,3:number,4:window,5:times,6:twice,7:status,8:number,9:twice' },
      },
    })
    expect(statusOf(hall, right.ticketId)).toBe('waiting')
    expect(journalOf(hall, 'ticket.served_by_hand')).toEqual([])
  })

  test('[QI11] a spare number is entered once, whatever the day; the same command twice writes once', async () => {
    const hall = await startHall()
    const { print, enter } = await atTheGuide(hall)
    await print(5)
    const id = '019eb2a0-0000-7000-8000-0000000000a1'
    const rows = [{ ...ROW, number: '备用005' }]
    expect((await enter(rows, id)).body).toEqual({ entered: 1 })
    expect((await enter(rows, id)).body).toEqual({ entered: 1 })
    hall.clock.forward(86_400_000)
    const tomorrow = await atTheGuide(hall)
    expect((await tomorrow.enter(rows)).body.params).toEqual({ n: 1, rows: '1:used' })
  })

  test('[Q69] who was served on paper counts as served and waits in no mean', async () => {
    const hall = await startHall()
    const { print, enter } = await atTheGuide(hall)
    const supervisor = await hall.roleCaller('supervisor')
    await print(5)
    await enter([{ ...ROW, number: '备用001' }])
    const board = await follow(hall, 'staff', supervisor, 'supervisor')
    expect(board.snapshot.state).toMatchObject({ issuedToday: 1, meanWaitMinutes: null, waiting: 0 })
  })

  test('[QI15] the day still closes: issued is served and absent and moved and cancelled', async () => {
    const hall = await startHall()
    const { print, enter, clerk } = await atTheGuide(hall)
    const supervisor = await hall.roleCaller('supervisor')
    await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    await print(5)
    await enter([{ ...ROW, number: '备用001' }])
    await supervisor.command('/api/days/close')
    expect(journalOf(hall, 'day.closed')).toMatchObject([
      { issued: 2, served: 1, absent: 1, moved: 0, cancelled: 0 },
    ])
  })

  test('[P10] only the hall’s own people print spare numbers and enter a day', async () => {
    const hall = await startHall()
    for (const role of ['handler', 'agent', 'leader', 'admin'] as const) {
      const caller = await hall.roleCaller(role)
      expect(await caller.command('/api/spare-sheets', { count: 5 })).toMatchObject(
        refused('session.forbidden', 403),
      )
      expect(
        await caller.command('/api/paper-days/enter', { rows: [{ ...ROW, number: '备用001' }] }),
      ).toMatchObject(refused('session.forbidden', 403))
    }
  })
})

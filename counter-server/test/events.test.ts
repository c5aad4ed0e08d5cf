import { describe, expect, test } from 'vitest'
import type { Hall } from './app.ts'
import { startHall } from './app.ts'
import { deskAt, hallWithDesk, journalOf } from './desk.ts'

/** One row of the journal without what it did to rows. */
interface Event {
  readonly type: string
  readonly subject: string
  readonly version: number
  readonly at: string
  readonly business_date: string
  readonly actor: string
  readonly device: string | null
  readonly command_id: string | null
  readonly rows: string | null
}

function eventsOf(hall: Hall): Event[] {
  return hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT * FROM journal ORDER BY seq').all(),
  ) as Event[]
}

const typesOf = (hall: Hall) => eventsOf(hall).map(({ type }) => type)

describe('what each act leaves in the journal (queue.md 12)', () => {
  test('[Q67] an event names its day, its ticket and version, who, at which device and with which command', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const commandId = '01977d5e-0000-7000-8000-000000000001'
    const { body } = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, commandId)
    const [issued, queued] = eventsOf(hall).slice(-2)
    expect(issued).toMatchObject({
      type: 'ticket.issued',
      subject: body.ticketId,
      version: 1,
      at: '2026-06-12T01:40:00.000Z',
      business_date: '2026-06-12',
      command_id: commandId,
    })
    expect(issued?.device).not.toBeNull()
    expect(issued?.actor).not.toBe('')
    expect(queued?.type).toBe('print.queued')
    expect(journalOf(hall, 'print.queued')).toEqual([
      { job: body.printJobId, printer: issued?.device, nth: 1 },
    ])
  })

  test('[Q67] a call names its duty and its place in the ledger, and the ledger says when it leaves the wall', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    const { body } = await desk.next()
    hall.clock.forward(30_000)
    await desk.act(body.ticket.id, 'recall')
    await desk.act(body.ticket.id, 'miss', { isConfirmed: true })
    const [opened] = journalOf(hall, 'window.opened')
    expect(opened).toMatchObject({ window: 1, duty: expect.any(String), clerk: expect.any(String) })
    expect(journalOf(hall, 'ticket.called')).toMatchObject([
      { leg: 1, window: 1, duty: opened?.['duty'], seq: 1 },
    ])
    expect(journalOf(hall, 'ticket.recalled')).toMatchObject([{ leg: 1, callNo: 2, counted: true, seq: 2 }])
    expect(journalOf(hall, 'announcement.queued')).toEqual([
      { seq: 1, kind: 'call', window: 1, callNo: 1 },
      { seq: 2, kind: 'recall', window: 1, callNo: 2 },
    ])
    expect(journalOf(hall, 'announcement.cancelled')).toEqual([
      { seq: 1, cause: 'merged' },
      { seq: 1, cause: 'taken_back' },
      { seq: 2, cause: 'taken_back' },
    ])
  })

  test('[Q67, Q20] a take-over names both clerks, the reason and the new duty', async () => {
    const { hall, desk } = await hallWithDesk()
    const [before] = journalOf(hall, 'window.opened')
    const other = await hall.signIn('clerk2')
    await other.command('/api/windows/1/take-over', { reason: '换班' })
    const [taken] = journalOf(hall, 'window.taken_over')
    expect(taken).toMatchObject({ window: 1, from: before?.['clerk'], reason: '换班' })
    expect(taken?.['clerk']).not.toBe(before?.['clerk'])
    expect(taken?.['duty']).not.toBe(before?.['duty'])
    expect(desk.window).toBe(1)
  })

  test('[Q67, Q13] a duty that ends with the day is closed by an event of its window', async () => {
    const hall = await startHall()
    await deskAt(hall, 1)
    await deskAt(hall, 2)
    hall.clock.to('2026-06-13T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(journalOf(hall, 'window.closed')).toMatchObject([
      { window: 1, cause: 'day_closed', duty: expect.any(String) },
      { window: 2, cause: 'day_closed', duty: expect.any(String) },
    ])
    expect(typesOf(hall).indexOf('window.closed')).toBeGreaterThan(0)
  })

  test('[Q67, Q17] a call carries what it did to each row, the counts of those it passed too', async () => {
    const { hall, desk } = await hallWithDesk()
    const ordinary = await desk.take()
    hall.clock.forward(1_000)
    const priority = await desk.take('relief', 'priority')
    await desk.next()
    const called = eventsOf(hall).findLast(({ type }) => type === 'ticket.called')
    const later = eventsOf(hall).at(-1)
    const rows = JSON.parse(called?.rows ?? '[]') as [string, unknown[], Record<string, unknown>][]
    expect(rows.find(([table]) => table === 'ticket')).toMatchObject([
      'ticket',
      [priority.ticketId],
      { status: 'called', window: 1, version: 2 },
    ])
    expect(rows.find(([table]) => table === 'leg')?.[2]).toMatchObject({ ticket: priority.ticketId, leg: 1 })
    const passed = JSON.parse(later?.rows ?? '[]') as unknown[]
    expect(passed).toContainEqual(['ticket', [ordinary.ticketId], { overtaken: 1 }])
  })

  test('[Q67, Q7] no event holds the printed code, the token, or what the store keeps of them', async () => {
    const { hall, desk } = await hallWithDesk()
    const { token, queryCode, ticketId } = await desk.take()
    const text = JSON.stringify(eventsOf(hall))
    const kept = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT query_code_look, token_hash FROM ticket WHERE id = ?').raw().get(ticketId),
    ) as string[]
    expect(kept).toHaveLength(2)
    for (const secret of [token, queryCode, ...kept]) expect(text).not.toContain(secret)
  })
})

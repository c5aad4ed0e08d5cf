import { describe, expect, test } from 'vitest'
import { saveSetting } from '../src/store/settings.ts'
import type { Hall } from './app.ts'
import { hallAt, to } from './booking.ts'
import { receive } from './case-files.ts'
import { deskAt, journalOf, refused, statusOf } from './desk.ts'

/** A hall that closes at 17:30 on the sample Monday, seen at a time of it. */
async function hallThatCloses(time: string): Promise<Hall> {
  const hall = await hallAt(time)
  await hall.server.counter.deps.store.write((tx) =>
    saveSetting(tx, 'hall.alwaysOpen', false, 'test', 'a hall with hours'),
  )
  return hall
}

async function stopIntake(hall: Hall): Promise<void> {
  to(hall, '17:01')
  await hall.server.jobs.run()
}

describe('who is left in the evening', () => {
  test('[Q42] after closing everybody who is left is listed with the next free place, and one press each moves them', async () => {
    const hall = await hallThatCloses('17:20')
    const desk = await deskAt(hall, 1)
    const numbers = [await desk.take(), await desk.take('social'), await desk.take()]
    const missed = await desk.next()
    await desk.act(missed.body.ticket.id, 'miss', { reason: '人不在', isConfirmed: true })
    expect((await desk.clerk.get('/api/remaining')).body.items).toEqual([])
    to(hall, '17:30')
    const { items } = (await desk.clerk.get('/api/remaining')).body
    expect(items).toMatchObject([
      { number: '社 001', topic: 'social', next: { date: '2026-06-16', band: '08:30' } },
      { number: '综 002', topic: 'relief', next: { date: '2026-06-16', band: '08:30' } },
      { number: '综 001', topic: 'relief', next: { date: '2026-06-16', band: '08:30' } },
    ])
    const supervisor = await hall.signIn('supervisor')
    for (const { ticketId, version, next } of items) {
      const body = { ...next, expectedVersion: version, phone: null, reason: '今天办不完，改约' }
      const moved = await supervisor.command(`/api/tickets/${ticketId}/move`, body)
      expect(moved.body).toMatchObject({ booking: next, code: expect.stringMatching(/^\w{4}-\w{4}$/) })
    }
    expect(numbers.map(({ ticketId }) => statusOf(hall, ticketId))).toEqual(['moved', 'moved', 'moved'])
    expect((await desk.clerk.get('/api/remaining')).body.items).toEqual([])
    expect(journalOf(hall, 'ticket.moved').map(({ by }) => by)).toEqual([
      'supervisor',
      'supervisor',
      'supervisor',
    ])
  })

  test('[Q42] a clerk is told of those whom the own window could call; another window has its own', async () => {
    const hall = await hallThatCloses('17:20')
    const admin = await hall.roleCaller('admin')
    await admin.command('/api/windows/2/services', {
      services: [{ topic: 'social', rank: 'main' }],
      isConfirmed: true,
    })
    const one = await deskAt(hall, 1)
    const two = await deskAt(hall, 2)
    await one.take()
    await one.take('social')
    to(hall, '17:31')
    const seen = async ({ clerk }: typeof one) =>
      (await clerk.get('/api/remaining')).body.items.map(({ number }: { number: string }) => number)
    expect(await seen(one)).toEqual(['综 001', '社 001'])
    expect(await seen(two)).toEqual(['社 001'])
  })

  test('[Q42, N10] the sample township, open at any hour, leaves nobody behind', async () => {
    const hall = await hallAt('17:40')
    const desk = await deskAt(hall, 1)
    await desk.take()
    expect((await desk.clerk.get('/api/remaining')).body.items).toEqual([])
  })
})

describe('a return visit in the evening', () => {
  async function visitor(hall: Hall) {
    const desk = await deskAt(hall, 1)
    const { receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const kiosk = await hall.device('kiosk')
    const code = receipt.queryCode
    return {
      desk,
      atKiosk: () => kiosk.command('/api/track/case/return-visit', { cls: 'ordinary', code }),
      atDesk: (more: object = {}) =>
        desk.clerk.command('/api/return-visits', { cls: 'ordinary', code, ...more }),
    }
  }

  test('[Q10, Q41] when intake has stopped the kiosk sends it to the desk, where a clerk confirms with a reason', async () => {
    const hall = await hallThatCloses('16:50')
    const { atKiosk, atDesk } = await visitor(hall)
    await stopIntake(hall)
    expect(await atKiosk()).toMatchObject(refused('ticket.return_at_desk'))
    expect(await atDesk()).toMatchObject(refused('ticket.return_at_desk'))
    const { status, body } = await atDesk({ reason: '远道来取证' })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(journalOf(hall, 'ticket.issued').at(-1)).toMatchObject({
      number: body.number,
      channel: 'desk',
      reason: '远道来取证',
      caseId: expect.any(String),
    })
  })

  test('[Q10, Q42] after closing the kiosk gives none, and the desk with a reason alone', async () => {
    const hall = await hallThatCloses('17:20')
    const { atKiosk, atDesk } = await visitor(hall)
    to(hall, '17:31')
    expect(await atKiosk()).toMatchObject(refused('ticket.hall_closed'))
    expect(await atDesk()).toMatchObject(refused('ticket.hall_closed'))
    expect((await atDesk({ reason: '远道来取证' })).status).toBe(200)
    expect(await atDesk({ code: 'AAAA-AAAA' })).toMatchObject(refused('code.not_found', 404))
  })

  test('[Q10, Q40] no quota turns it away, and it takes nobody else’s place', async () => {
    const hall = await hallThatCloses('10:00')
    const { desk, atKiosk } = await visitor(hall)
    const admin = await hall.roleCaller('admin')
    await admin.command('/api/quotas', { topic: 'relief', date: null, band: null, most: 1 })
    expect((await atKiosk()).status).toBe(200)
    const asked = { topic: 'relief', cls: 'ordinary' }
    expect((await desk.clerk.command('/api/tickets', asked)).status).toBe(200)
    expect((await desk.clerk.command('/api/tickets', asked)).body.code).toBe('ticket.quota_full')
    const { receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const again = { code: receipt.queryCode, cls: 'ordinary' }
    expect((await desk.clerk.command('/api/return-visits', again)).status).toBe(200)
  })
})

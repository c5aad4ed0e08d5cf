import { describe, expect, test } from 'vitest'
import { saveSetting } from '../src/store/settings.ts'
import type { Caller, Hall } from './app.ts'
import { hallAt, MONDAY, take, to } from './booking.ts'
import { deskAt, journalOf, refused } from './desk.ts'

/** A hall that closes at 17:30, as every one but the sample township. */
async function hallThatCloses(time: string): Promise<Hall> {
  const hall = await hallAt(time)
  await hall.server.counter.deps.store.write((tx) =>
    saveSetting(tx, 'hall.alwaysOpen', false, 'test', 'a hall with hours'),
  )
  return hall
}

async function late(caller: Caller): Promise<{ topics: string[]; isStopped: boolean }> {
  return (await caller.get('/api/hall')).body.figures.late
}

function setMode(hall: Hall, mode: string): Promise<void> {
  return hall.server.counter.deps.store.write((tx) => saveSetting(tx, 'closing.mode', mode, 'test', 'try'))
}

describe('closing control', () => {
  test('[Q41] without an estimate numbers stop half an hour before closing, and all are told', async () => {
    const hall = await hallThatCloses('16:59')
    const kiosk = await hall.device('kiosk')
    await hall.server.jobs.run()
    expect((await late(kiosk)).topics).toEqual([])
    expect((await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).status).toBe(200)
    to(hall, '17:00')
    await hall.server.jobs.run()
    expect(await late(kiosk)).toMatchObject({ isStopped: true })
    expect((await late(kiosk)).topics).toContain('relief')
    expect(await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).toMatchObject({
      status: 409,
      body: { code: 'ticket.intake_closing', params: { d: '2026-06-16' } },
    })
    expect(journalOf(hall, 'intake.closed')).toContainEqual({
      topic: 'relief',
      cause: 'no_estimate',
      p80: null,
    })
    await hall.server.jobs.run()
    expect(journalOf(hall, 'intake.closed').filter(({ topic }) => topic === 'relief')).toHaveLength(1)
  })

  test('[Q42] priority residents are sent to the desk, and a clerk issues with a reason', async () => {
    const hall = await hallThatCloses('17:01')
    await hall.server.jobs.run()
    const kiosk = await hall.device('kiosk')
    expect(await kiosk.command('/api/tickets', { topic: 'relief', cls: 'priority' })).toMatchObject(
      refused('ticket.priority_at_desk'),
    )
    const desk = await deskAt(hall, 1)
    const asked = { topic: 'relief', cls: 'priority' }
    expect(await desk.clerk.command('/api/tickets', asked)).toMatchObject(refused('ticket.priority_at_desk'))
    const reason = '行动不便，专程来的'
    expect((await desk.clerk.command('/api/tickets', { ...asked, reason })).status).toBe(200)
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([{ reason }])
    // A reason is the clerk's; a kiosk cannot bring one.
    expect((await kiosk.command('/api/tickets', { ...asked, reason })).body.code).toBe(
      'ticket.priority_at_desk',
    )
  })

  test('[Q36, Q41] who has booked checks in although intake has stopped', async () => {
    const hall = await hallThatCloses('16:00')
    const { body } = await take(hall, { band: '17:00' })
    to(hall, '17:02')
    await hall.server.jobs.run()
    const kiosk = await hall.device('kiosk')
    expect((await kiosk.command('/api/bookings/check-in', { token: body.token })).status).toBe(200)
  })

  test('[Q41] in mode advise numbers are given and residents are told; in mode off nothing is said', async () => {
    const hall = await hallThatCloses('17:01')
    await setMode(hall, 'advise')
    await hall.server.jobs.run()
    const kiosk = await hall.device('kiosk')
    expect((await late(kiosk)).isStopped).toBe(false)
    expect((await late(kiosk)).topics).toContain('relief')
    expect((await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).status).toBe(200)
    await setMode(hall, 'off')
    await hall.server.jobs.run()
    expect((await late(kiosk)).topics).toEqual([])
    expect(journalOf(hall, 'intake.reopened')).toContainEqual({
      topic: 'relief',
      cause: 'mode_off',
      p80: null,
    })
  })

  test('[N10, Q41] the sample township, open at any hour, is never too late', async () => {
    const hall = await hallAt('17:29')
    await hall.server.jobs.run()
    expect(journalOf(hall, 'intake.closed')).toEqual([])
  })
})

describe('quotas', () => {
  async function set(hall: Hall, changes: object): Promise<void> {
    const admin = await hall.roleCaller('admin')
    const body = { topic: 'relief', date: null, band: null, most: 2, ...changes }
    expect((await admin.command('/api/quotas', body)).status).toBe(200)
  }

  test('[Q24] where nothing can be booked the next working day is named that gives numbers for the matter', async () => {
    const hall = await hallAt('09:00')
    await hall.server.counter.deps.store.write((tx) =>
      saveSetting(tx, 'appt.share', 0, 'test', 'no bookings'),
    )
    await set(hall, { most: 1 })
    await set(hall, { most: 0, date: MONDAY })
    const desk = await deskAt(hall, 1)
    await desk.take()
    // Friday's number is taken, Monday gives none, in between is the week-end.
    expect(await desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).toMatchObject({
      body: { code: 'ticket.quota_full', params: { next: '2026-06-16' } },
    })
  })

  test('[Q40] a quota of the day bounds the numbers of a topic, and a cancelled one frees its place', async () => {
    const hall = await hallAt('09:00')
    await set(hall, {})
    const desk = await deskAt(hall, 1)
    const first = await desk.take()
    await desk.take()
    expect(await desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).toMatchObject({
      status: 409,
      body: { code: 'ticket.quota_full', params: { d: MONDAY } },
    })
    expect((await desk.take('social')).number).toBe('社 001')
    await desk.act(first.ticketId, 'cancel')
    expect((await desk.take()).number).toBe('综 003')
  })

  test('[Q42] when the numbers are used up priority residents are sent to the desk as well', async () => {
    const hall = await hallAt('09:00')
    await set(hall, { most: 0 })
    const kiosk = await hall.device('kiosk')
    const asked = { topic: 'relief', cls: 'priority' }
    expect(await kiosk.command('/api/tickets', asked)).toMatchObject(refused('ticket.priority_at_desk'))
    const desk = await deskAt(hall, 1)
    const given = await desk.clerk.command('/api/tickets', { ...asked, reason: '行动不便，专程来的' })
    expect(given.body.number).toBe('优先 001')
  })

  test('[Q40] a quota of a band names the next band that has room', async () => {
    const hall = await hallAt('09:00')
    await set(hall, { band: '09:00', most: 1 })
    await set(hall, { band: '09:30', most: 0 })
    await set(hall, { band: '10:00', most: 1 })
    const desk = await deskAt(hall, 1)
    await desk.take()
    const again = await desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    expect(again.body).toMatchObject({ code: 'ticket.quota_full', params: { d: '10:00' } })
    to(hall, '10:01')
    const kiosk = await hall.device('kiosk')
    expect((await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).status).toBe(200)
  })

  test('[Q40] the quota of one day goes before that of each day, none is the default, and it can be taken away', async () => {
    const hall = await hallAt('09:00')
    const admin = await hall.roleCaller('admin')
    expect((await admin.get('/api/quotas')).body.items).toEqual([])
    await set(hall, { most: 0 })
    await set(hall, { date: MONDAY, most: 1 })
    const desk = await deskAt(hall, 1)
    expect((await desk.take()).number).toBe('综 001')
    expect((await desk.take()).code).toBe('ticket.quota_full')
    await set(hall, { date: MONDAY, most: null })
    await set(hall, { most: null })
    expect((await desk.take()).number).toBe('综 002')
    expect(
      (await admin.command('/api/quotas', { topic: 'nothing', date: null, band: null, most: 1 })).body.code,
    ).toBe('topic.not_found')
  })
})

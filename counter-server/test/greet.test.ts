import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { deskAt, follow, journalOf, refused } from './desk.ts'

const SECOND = 1_000

describe('the hall guide', () => {
  test('[U18] whoever greets gives out a number, also one that must be called in person, without a window', async () => {
    const hall = await startHall()
    const guide = await hall.signIn('clerk3')
    const body = { topic: 'relief', cls: 'priority', needsSpokenCall: true, at: 'guide' }
    const { body: issued } = await guide.command('/api/tickets', body)
    expect(issued).toMatchObject({ number: '优先 001', quote: { ahead: 0 } })
    expect(issued.link).toContain('/t#')
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([
      { channel: 'guide', needs: true, cls: 'priority' },
    ])
    const kiosk = await hall.device('kiosk')
    const asked = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary', at: 'guide' })
    expect(asked.status).toBe(200)
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([{ channel: 'guide' }, { channel: 'kiosk' }])
  })

  test('[Q28] a missed number is restored here, and is seen no more among the missed', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { ticketId } = await desk.take()
    await desk.next()
    await desk.act(ticketId, 'miss', { reason: '没人应', isConfirmed: true })
    const guide = await hall.signIn('clerk3')
    const page = await follow(hall, 'staff', guide, 'greet')
    expect(page.snapshot.state.missed).toMatchObject([{ ticketId, number: '综 001', mayRejoin: true }])
    expect((await guide.command(`/api/tickets/${ticketId}/rejoin`)).status).toBe(200)
    const after = await page.next(({ state }) => state?.missed.length === 0)
    expect(after.state.waiting).toBe(1)
  })

  test('[U18] a call for help from a kiosk is seen live, and 「我去了」 clears it everywhere', async () => {
    const hall = await startHall()
    const guide = await hall.signIn('clerk3')
    const page = await follow(hall, 'staff', guide, 'greet')
    const kiosk = await hall.device('kiosk', '取号机 1')
    await kiosk.command('/api/help')
    const asked = await page.next(({ state }) => state?.devices.length === 1)
    expect(asked.state.devices[0]).toMatchObject({ name: '取号机 1', problem: 'help' })
    await guide.command(`/api/devices/${asked.state.devices[0].deviceId}/clear`)
    const seen = page.heard.length
    await page.next((message) => page.heard.indexOf(message) >= seen && message.state?.devices.length === 0)
  })

  test('[Q62] a number that is read out is found with its window, or how many are before it and who of them came later', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const first = await desk.take()
    hall.clock.forward(5 * SECOND)
    const second = await desk.take()
    hall.clock.forward(5 * SECOND)
    const third = await desk.take()
    hall.clock.forward(5 * SECOND)
    await desk.take('relief', 'priority')
    await desk.next()
    const find = async (number: string) =>
      (await desk.clerk.get(`/api/greet/numbers?number=${encodeURIComponent(number)}`)).body.items
    expect(await find('优先1')).toMatchObject([{ status: 'called', window: 1, ahead: null }])
    expect(await find('综003')).toMatchObject([
      { ticketId: third.ticketId, status: 'waiting', ahead: 2, laterAhead: 0, windows: [1] },
    ])
    await desk.take('relief', 'priority')
    expect(await find('3')).toMatchObject([{ ahead: 3, laterAhead: 1 }])
    expect((await find('1')).map(({ number }: { number: string }) => number)).toEqual(['综 001', '优先 001'])
    expect(await find(second.number)).toMatchObject([{ ahead: 2 }])
    expect(await find('综 999')).toEqual([])
    expect(await find("' OR 1=1")).toEqual([])
    await hall.clock.forward(86_400_000)
    expect(
      await (await hall.signIn('clerk2')).get(`/api/greet/numbers?number=${first.number.slice(-3)}`),
    ).toMatchObject({
      body: { items: [] },
    })
  })

  test('[P10] only who stands in the hall or leads it follows the guide’s page', async () => {
    const hall = await startHall()
    for (const role of ['handler', 'leader', 'admin'] as const) {
      const caller = await hall.roleCaller(role)
      expect(await caller.get('/api/greet/numbers?number=1')).toMatchObject(refused('session.forbidden', 403))
    }
    expect((await (await hall.roleCaller('supervisor')).get('/api/greet/numbers?number=1')).status).toBe(200)
    expect((await (await hall.roleCaller('clerk')).get('/api/greet/numbers')).status).toBe(400)
  })
})

import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { watch } from './live.ts'

describe('calling the next ticket', () => {
  test('[Q16] gives the clerk the ticket, and the wall the same call from the same event', async () => {
    const hall = await startHall()
    const wall = await hall.device('wall')
    const screen = await watch(hall, { as: 'wall', cookie: wall.cookie })
    screen.say({ type: 'subscribe', topics: [{ topic: 'hall' }] })
    await screen.next(({ type }) => type === 'snapshot')
    const kiosk = await hall.device('kiosk')
    const clerk = await hall.clerkAt(2)
    const { body: issued } = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    expect(issued).toMatchObject({ number: '综 001', quote: { ahead: 0 } })

    const answer = await clerk.command('/api/windows/2/next')

    expect(answer.body.ticket).toMatchObject({ number: '综 001', status: 'called', window: 2, callNo: 1 })
    const called = await screen.next(({ changes }) =>
      changes?.some(({ kind }: { kind: string }) => kind === 'call_announced'),
    )
    expect(called.changes).toContainEqual({
      kind: 'call_announced',
      announcement: expect.objectContaining({ seq: 1, kind: 'call', number: '综 001', window: 2, callNo: 1 }),
    })
    expect(JSON.stringify(screen.heard)).not.toContain('relief')
  })

  test('[Q5] answers a repeated command with the same ticket and calls nobody else', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    for (const _ of [1, 2]) await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    const id = uuidv7()
    const first = await clerk.command('/api/windows/1/next', {}, id)
    const again = await clerk.command('/api/windows/1/next', {}, id)
    expect(again.body).toEqual(first.body)
    const other = await clerk.command('/api/windows/1/pause', { reason: '开会' }, id)
    expect(other).toMatchObject({ status: 409, body: { code: 'command.reused' } })
  })

  test('[Q16, QT1] two windows at once get two different tickets, or one of them an empty queue', async () => {
    const hall = await startHall()
    const one = await hall.clerkAt(1)
    const two = await hall.clerkAt(2)
    await one.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    const answers = await Promise.all([
      one.command('/api/windows/1/next'),
      two.command('/api/windows/2/next'),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'queue.empty' })
  })

  test('[Q1, QT2] four kiosks at once never share a number, and none is left out', async () => {
    const hall = await startHall()
    const kiosks = await Promise.all([1, 2, 3, 4].map((n) => hall.device('kiosk', `取号机 ${n}`)))
    const answers = await Promise.all(
      kiosks.map((kiosk) => kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })),
    )
    expect(answers.map(({ body }) => body.number).toSorted()).toEqual([
      '综 001',
      '综 002',
      '综 003',
      '综 004',
    ])
  })
})

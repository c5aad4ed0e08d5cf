import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Hall } from './app.ts'
import { startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { deskAt, follow, hallWithDesk } from './desk.ts'
import { type Message, watch } from './live.ts'
import { frameOf, rawSocket, until } from './raw-socket.ts'

const SUBSCRIBE = JSON.stringify({ type: 'subscribe', topics: [{ topic: 'hall' }] })

/** Changes that touch every stream of the hall. */
async function happen(hall: Hall, times: number): Promise<void> {
  const { store } = hall.server.counter.deps
  for (let left = times; left > 0; left -= 1)
    await store.write((tx) => void tx.tell({ kind: 'window_changed', window: 1 }))
}

const changedSeqs = (heard: Message[], topic = 'hall') =>
  heard.filter((message) => message.type === 'changed' && message.topic === topic).map(({ seq }) => seq)

describe('snapshot, then changes', () => {
  test('[R19, I24, I25, I28] follow the snapshot one by one, without gap or repeat, on every stream', async () => {
    const { hall, desk } = await hallWithDesk()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    for (const _ of [1, 2, 3]) await desk.take()
    const { id } = (await desk.next()).body.ticket
    await desk.act(id, 'start')
    await desk.next({ finish: { outcome: 'consulted' } })
    const last = wall.snapshot.seq + 6
    await wall.next(({ seq, type }) => type === 'changed' && seq === last)
    expect(changedSeqs(wall.heard)).toEqual([1, 2, 3, 4, 5, 6].map((step) => wall.snapshot.seq + step))
    await screen.next(({ seq, type }) => type === 'changed' && seq === screen.snapshot.seq + 6)
    expect(changedSeqs(screen.heard, 'window:1')).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => screen.snapshot.seq + step),
    )
  })

  test('[I27] what one commit changed for a screen comes in one message', async () => {
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    await desk.next()
    const message = await wall.next(({ type }) => type === 'changed')
    expect(new Set(message.changes.map(({ kind }: Message) => kind))).toEqual(
      new Set(['window_changed', 'call_announced', 'figures_changed']),
    )
  })

  test('[R20, I31] a desk that comes back counts the line anew, whatever was told last', async () => {
    const { hall, desk } = await hallWithDesk()
    const { epoch, seq } = (await follow(hall, 'staff', desk.clerk, 'window:1')).snapshot
    const { ticketId } = await desk.take()
    const { store } = hall.server.counter.deps
    await store.write((tx) => void tx.tell({ kind: 'call_withdrawn', seq: 1 }))
    const back = await watch(hall, { as: 'staff', cookie: desk.clerk.cookie })
    back.say({ type: 'subscribe', topics: [{ topic: 'window:1', epoch, seq }] })
    const { changes } = await back.next((message) => message.type === 'changed' && message.seq === seq + 2)
    expect(changes).toMatchObject([
      { kind: 'call_withdrawn' },
      { kind: 'figures_changed', figures: { waiting: 1, order: [ticketId] } },
    ])
  })

  test('[I31] a desk counts the line anew when several acts share one commit, whatever came last', async () => {
    const { hall, desk } = await hallWithDesk()
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const { store } = hall.server.counter.deps
    await Promise.all([
      store.write((tx) => void tx.tell({ kind: 'window_changed', window: 1 })),
      store.write((tx) => void tx.tell({ kind: 'call_withdrawn', seq: 1 })),
    ])
    const isLast = ({ type, seq }: Message) => type === 'changed' && seq === screen.snapshot.seq + 2
    const { changes } = await screen.next(isLast)
    expect(changes.map(({ kind }: Message) => kind)).toEqual(['call_withdrawn', 'figures_changed'])
  })

  test('[R20] a board that comes back counts once, however much it missed', async () => {
    const { hall, desk } = await hallWithDesk()
    const supervisor = await hall.signIn('supervisor')
    const { epoch, seq } = (await follow(hall, 'staff', supervisor, 'supervisor')).snapshot
    await desk.take()
    await happen(hall, 2)
    const back = await watch(hall, { as: 'staff', cookie: supervisor.cookie })
    back.say({ type: 'subscribe', topics: [{ topic: 'supervisor', epoch, seq }] })
    await back.next((message) => message.type === 'changed' && message.seq === seq + 3)
    const told = back.heard.filter(({ type }) => type === 'changed').map(({ changes }) => changes.length)
    expect(told).toEqual([0, 0, 1])
  })

  test('[R20, I28] a reader who comes back gets exactly what it missed', async () => {
    const { hall, desk } = await hallWithDesk()
    const kept = await follow(hall, 'staff', desk.clerk, 'hall')
    const { epoch, seq } = kept.snapshot
    await happen(hall, 5)
    const back = await watch(hall, { as: 'staff', cookie: desk.clerk.cookie })
    back.say({ type: 'subscribe', topics: [{ topic: 'hall', epoch, seq: seq + 2 }] })
    await back.next((message) => message.type === 'changed' && message.seq === seq + 5)
    expect(changedSeqs(back.heard)).toEqual([seq + 3, seq + 4, seq + 5])
    expect(back.heard.map(({ type }) => type)).not.toContain('snapshot')
    await happen(hall, 1)
    await back.next((message) => message.type === 'changed' && message.seq === seq + 6)
  })

  test.each([
    ['301 changes behind', (epoch: string, seq: number) => ({ epoch, seq: seq - 301 }), 'snapshot'],
    ['300 changes behind', (epoch: string, seq: number) => ({ epoch, seq: seq - 300 }), 'changed'],
    ['from another epoch', (_epoch: string, seq: number) => ({ epoch: 'another', seq }), 'snapshot'],
    ['ahead of the stream', (epoch: string, seq: number) => ({ epoch, seq: seq + 1 }), 'snapshot'],
    ['without a number', (epoch: string) => ({ epoch }), 'snapshot'],
  ])('[R20] a position %s is answered rightly', async (_what, from, type) => {
    const { hall, desk } = await hallWithDesk()
    await happen(hall, 302)
    const { epoch, seq } = (await follow(hall, 'staff', desk.clerk, 'hall')).snapshot
    const back = await watch(hall, { as: 'staff', cookie: desk.clerk.cookie })
    back.say({ type: 'subscribe', topics: [{ topic: 'hall', ...from(epoch, seq) }] })
    expect((await back.next(({ topic }) => topic === 'hall')).type).toBe(type)
  })

  test('[R20] the epoch and the numbers outlive a restart, so a reader misses nothing over it', async () => {
    const { hall, desk } = await hallWithDesk()
    const { epoch, seq } = (await follow(hall, 'staff', desk.clerk, 'hall')).snapshot
    await desk.take()
    const again = await hall.restart()
    const back = await watch(again, { as: 'staff', cookie: desk.clerk.cookie })
    back.say({ type: 'subscribe', topics: [{ topic: 'hall', epoch, seq }] })
    expect(await back.next(({ topic }) => topic === 'hall')).toMatchObject({
      type: 'changed',
      epoch,
      seq: seq + 1,
    })
  })

  test('[R24] a subscribe replaces the whole set of topics', async () => {
    const { hall, desk } = await hallWithDesk()
    const screen = await follow(hall, 'staff', desk.clerk, 'hall')
    screen.say({ type: 'subscribe', topics: [{ topic: 'window:1' }] })
    await screen.next(({ topic }) => topic === 'window:1')
    await desk.take()
    await screen.next(({ type, topic }) => type === 'changed' && topic === 'window:1')
    expect(changedSeqs(screen.heard)).toEqual([])
  })

  test('[R21, I29] the heartbeat tells where each stream stands, and all before it was delivered', async () => {
    const hall = await startHall({ liveLimits: { heartbeatMs: 20 } })
    const desk = await deskAt(hall, 1)
    const screen = await follow(hall, 'staff', desk.clerk, 'hall')
    await happen(hall, 3)
    const beat = await screen.next(
      ({ type, seqs }) => type === 'heartbeat' && seqs.hall === screen.snapshot.seq + 3,
    )
    expect(beat).toEqual({
      type: 'heartbeat',
      serverNow: '2026-06-12T01:40:00.000Z',
      seqs: { hall: screen.snapshot.seq + 3 },
    })
    const before = screen.heard.slice(0, screen.heard.indexOf(beat))
    expect(changedSeqs(before)).toEqual([1, 2, 3].map((step) => screen.snapshot.seq + step))
  })

  test('[R21] the first word is hello, and a ping is answered', async () => {
    const hall = await startHall()
    const screen = await watch(hall, { as: 'staff' })
    expect(await screen.next(({ type }) => type === 'hello')).toEqual({
      type: 'hello',
      protocol: 1,
      build: 'api',
      storeEpoch: hall.server.counter.deps.store.epoch,
      serverNow: '2026-06-12T01:40:00.000Z',
    })
    screen.say({ type: 'ping', t: 7 })
    expect(await screen.next(({ type }) => type === 'pong')).toEqual({ type: 'pong', t: 7 })
  })
})

describe('bad readers', () => {
  test('[R24, I33] a reader that does not read is cut, while its neighbour goes on without a gap', async () => {
    const hall = await startHall({ liveLimits: { unsentBytes: 65_536 } })
    const desk = await deskAt(hall, 1)
    const neighbour = await follow(hall, 'staff', desk.clerk, 'hall')
    const slow = await rawSocket(hall, desk.clerk, 'staff')
    slow.socket.pause()
    slow.text(
      JSON.stringify({
        type: 'subscribe',
        topics: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((name) => ({
          topic: `hall:${name}`,
        })),
      }),
    )
    const { sockets, feed } = hall.server.counter
    await until(() => sockets.count() === 2)
    await until(() => {
      feed.refresh()
      return sockets.count() === 1
    })
    await happen(hall, 3)
    await neighbour.next(({ type, seq }) => type === 'changed' && seq === neighbour.snapshot.seq + 3)
    expect(changedSeqs(neighbour.heard)).toEqual([1, 2, 3].map((step) => neighbour.snapshot.seq + step))
  })

  test.each([
    ['no JSON', frameOf(0x81, Buffer.from('{'))],
    ['a number', frameOf(0x81, Buffer.from('7'))],
    ['an unknown type', frameOf(0x81, Buffer.from('{"type":"write"}'))],
    ['an unknown field', frameOf(0x81, Buffer.from('{"type":"ping","t":1,"more":1}'))],
    ['a prototype', frameOf(0x81, Buffer.from('{"type":"ping","t":1,"__proto__":{"type":"subscribe"}}'))],
    [
      'thirteen topics',
      frameOf(
        0x81,
        Buffer.from(
          JSON.stringify({
            type: 'subscribe',
            topics: Array.from({ length: 13 }, () => ({ topic: 'hall' })),
          }),
        ),
      ),
    ],
    [
      'a topic with a path',
      frameOf(0x81, Buffer.from('{"type":"subscribe","topics":[{"topic":"window:../1"}]}')),
    ],
    [
      'an acknowledgement from a desk',
      frameOf(0x81, Buffer.from('{"type":"ack","announcement":1,"step":"shown"}')),
    ],
    ['binary nonsense', frameOf(0x82, randomBytes(300))],
    ['text that is not UTF-8', frameOf(0x81, Buffer.from([0xff, 0xfe, 0xfd]))],
    [
      'more than 4 KiB',
      frameOf(0x81, Buffer.from(JSON.stringify({ type: 'ping', t: 1, pad: 'x'.repeat(5_000) }))),
    ],
    ['a reserved operation', frameOf(0x83, Buffer.from('x'))],
    ['a frame without a mask', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    [
      'a length that lies',
      Buffer.concat([Buffer.from([0x81, 0xff]), Buffer.alloc(8, 0xff), randomBytes(64)]),
    ],
    ['a continuation of nothing', frameOf(0x80, Buffer.from('x'))],
    ['a control frame too long', frameOf(0x89, Buffer.from('x'.repeat(126)))],
    ['compressed bits that were never agreed', frameOf(0xc1, Buffer.from('x'))],
  ])('[R24] %s closes that socket alone', async (_what, frame) => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const neighbour = await follow(hall, 'staff', desk.clerk, 'hall')
    const bad = await rawSocket(hall, desk.clerk, 'staff')
    bad.bytes(frame)
    bad.text(SUBSCRIBE)
    await bad.closed
    expect(bad.heard.filter((text) => !text.includes('"hello"'))).toEqual([])
    await desk.take()
    await neighbour.next(({ type }) => type === 'changed')
    expect(neighbour.isClosed()).toBe(false)
    expect(hall.server.counter.sockets.count()).toBe(1)
  })

  test('[R24] more than 20 messages in a second close the socket', async () => {
    const hall = await startHall()
    const screen = await watch(hall, { as: 'staff' })
    for (let count = 0; count < 60; count += 1) screen.say({ type: 'ping', t: count })
    expect(await screen.closed).toBe(1008)
  })

  test('[R24] a session has at most eight sockets', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const screens = []
    for (let count = 0; count < 8; count += 1) screens.push(await follow(hall, 'staff', clerk, 'hall'))
    expect(await (await watch(hall, { as: 'staff', cookie: clerk.cookie })).closed).toBe(4003)
    expect(screens.map((screen) => screen.isClosed())).toEqual(screens.map(() => false))
  })

  test('[I43] a case that was handed on holds up nobody when the day turns', async () => {
    const { hall, desk } = await hallWithDesk()
    const { row } = (await receive(desk.clerk, 'LY-001', 'accept')).case
    const handler = await hall.signIn('ly')
    const unit = await follow(hall, 'staff', handler, `case:${row.id}`)
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    await act(handler, row.id, 'transfer', { unit: 'NJ', reason: '不归林业' })
    hall.server.counter.feed.refresh()
    const isGone = ({ type }: Message) => type === 'refused'
    expect(await unit.next(isGone)).toMatchObject({ topic: `case:${row.id}`, code: 'case.not_found' })
    const isFresh = (message: Message) => message.type === 'snapshot' && message !== wall.snapshot
    expect((await wall.next(isFresh)).topic).toBe('hall')
  })

  test('[I43] a fault in what one page asks for ends its line and nothing else', async () => {
    const { hall, desk } = await hallWithDesk()
    const { store } = hall.server.counter.deps
    const rename = (from: string, to: string) =>
      store.write((tx) => void tx.sql.prepare(`ALTER TABLE ${from} RENAME TO ${to}`).run())
    const screen = await watch(hall, { as: 'staff', cookie: desk.clerk.cookie })
    await rename('announcement', 'mislaid')
    screen.say({ type: 'subscribe', topics: [{ topic: 'hall' }] })
    expect(await screen.closed).toBe(1011)
    await rename('mislaid', 'announcement')
    expect((await follow(hall, 'staff', desk.clerk, 'hall')).snapshot.type).toBe('snapshot')
  })

  test('[R22] a server that stops sends its readers away to come back', async () => {
    const hall = await startHall()
    const screen = await follow(hall, 'staff', await hall.signIn('clerk1'), 'hall')
    hall.server.counter.sockets.closeAll()
    expect(await screen.closed).toBe(1012)
  })
})

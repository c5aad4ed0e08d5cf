import { describe, expect, test } from 'vitest'
import { markSilentDevices } from '../src/usecases/hall/silent-devices.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { change, deskAt, follow, journalOf, refused } from './desk.ts'
import { testClock } from './test-clock.ts'

const FRIDAY = '2026-06-12T01:40:00.000Z'

async function listed(keeper: Caller) {
  return (await keeper.get('/api/devices')).body.items as Record<string, unknown>[]
}

async function idOf(keeper: Caller, name: string): Promise<string> {
  return String((await listed(keeper)).find((device) => device['name'] === name)?.['deviceId'])
}

/** A hall whose devices fall silent by the same clock that the test moves. */
async function steadyHall(): Promise<Hall> {
  const clock = testClock(FRIDAY)
  return startHall({ clock, steadyMs: clock.monotonic })
}

async function twoWalls(hall: Hall) {
  const first = await hall.device('wall', '大屏 1')
  const second = await hall.device('wall', '大屏 2')
  const admin = await hall.roleCaller('admin')
  return { first, second, admin, firstId: await idOf(admin, '大屏 1'), secondId: await idOf(admin, '大屏 2') }
}

describe('the speaking wall', () => {
  test('[Q54] is the first one that was enrolled, until another is named', async () => {
    const hall = await startHall()
    const { first, admin, firstId, secondId } = await twoWalls(hall)
    const wall = await follow(hall, 'wall', first, 'hall')
    expect(wall.snapshot.state.speakingWall).toBe(firstId)
    expect((await admin.command(`/api/devices/${secondId}/speak`)).status).toBe(200)
    expect(await change(wall, 'speaker_changed')).toEqual({ kind: 'speaker_changed', speakingWall: secondId })
    expect((await listed(admin)).map(({ name, speaks }) => [name, speaks])).toEqual([
      ['大屏 1', false],
      ['大屏 2', true],
    ])
    expect(journalOf(hall, 'device.speaks')).toEqual([
      { from: null, to: firstId, cause: 'first' },
      { from: firstId, to: secondId, cause: 'named' },
    ])
  })

  test('[Q54] is taken over by a press on another wall, which may name nobody but itself', async () => {
    const hall = await startHall()
    const { second, firstId, secondId } = await twoWalls(hall)
    expect((await second.command(`/api/devices/${secondId}/speak`)).status).toBe(200)
    expect(journalOf(hall, 'device.speaks').at(-1)).toEqual({
      from: firstId,
      to: secondId,
      cause: 'taken_over',
    })
    expect(await second.command(`/api/devices/${firstId}/speak`)).toMatchObject(
      refused('device.forbidden', 403),
    )
  })

  test('[Q54] can be no kiosk, and a clerk may name a wall from the desk', async () => {
    const hall = await startHall()
    const { admin, secondId } = await twoWalls(hall)
    await hall.device('kiosk', '取号机 1')
    const clerk = await hall.clerkAt(1)
    const kiosk = await idOf(admin, '取号机 1')
    expect(await clerk.command(`/api/devices/${kiosk}/speak`)).toMatchObject(refused('device.forbidden', 403))
    expect((await clerk.command(`/api/devices/${secondId}/speak`)).status).toBe(200)
  })

  test('[Q52, Q54] alone acknowledges what was spoken; any wall acknowledges what was shown', async () => {
    const hall = await startHall()
    const { first, second, secondId } = await twoWalls(hall)
    const [speaking, other] = [
      await follow(hall, 'wall', first, 'hall'),
      await follow(hall, 'wall', second, 'hall'),
    ]
    const desk = await deskAt(hall, 1)
    await desk.take()
    await desk.next()
    const { announcement } = await change(other, 'call_announced')
    const heard = () =>
      hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare('SELECT shown_at, spoken_at, path FROM announcement').get(),
      )
    other.say({ type: 'ack', announcement: announcement.seq, step: 'spoken', path: 'clips' })
    other.say({ type: 'ack', announcement: announcement.seq, step: 'shown' })
    await expect.poll(heard).toMatchObject({ shown_at: hall.clock.now(), spoken_at: null })
    speaking.say({ type: 'ack', announcement: announcement.seq, step: 'spoken', path: 'clips' })
    expect(await change(other, 'call_spoken')).toEqual({ kind: 'call_spoken', seq: announcement.seq })
    expect(heard()).toMatchObject({ path: 'clips' })
    expect(journalOf(hall, 'announcement.shown')[0]).toMatchObject({ seq: 1, device: secondId })
  })

  test('[Q54] that was withdrawn leaves the hall without a voice, which every desk is told', async () => {
    const hall = await startHall()
    const { admin, firstId } = await twoWalls(hall)
    const clerk = await hall.clerkAt(1)
    const desk = await follow(hall, 'staff', clerk, 'window:1')
    expect(desk.snapshot.state.devices).toMatchObject([{ speaks: true }, { speaks: false }])
    await admin.command(`/api/devices/${firstId}/revoke`)
    await change(desk, 'device_changed', ({ device }) => device.deviceId === firstId && !device.speaks)
    expect(journalOf(hall, 'device.speaks').at(-1)).toEqual({ from: firstId, to: null, cause: 'revoked' })
  })
})

describe('the announcement ledger', () => {
  test('[Q51] journals what was queued, and why the voice gave something up', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    await desk.take()
    const { ticket } = (await desk.next()).body
    hall.clock.forward(11_000)
    await desk.act(ticket.id, 'recall')
    await desk.act(ticket.id, 'start')
    expect(
      journalOf(hall, 'announcement.queued').map(({ seq, kind, window }) => [seq, kind, window]),
    ).toEqual([
      [1, 'call', 1],
      [2, 'recall', 1],
    ])
    expect(journalOf(hall, 'announcement.cancelled')).toEqual([
      { seq: 1, cause: 'merged' },
      { seq: 2, cause: 'started' },
    ])
  })

  test('[U24, Q57] a call that somebody came to at once keeps its place on the wall', async () => {
    const hall = await startHall()
    const wall = await follow(hall, 'wall', await hall.device('wall'), 'hall')
    const desk = await deskAt(hall, 1)
    await desk.take()
    const { ticket } = (await desk.next()).body
    await desk.act(ticket.id, 'start')
    await change(wall, 'window_changed', ({ window }) => window.current?.isServing === true)
    expect(
      wall.heard.some(({ changes }) =>
        changes?.some(({ kind }: { kind: string }) => kind === 'call_withdrawn'),
      ),
    ).toBe(false)
  })

  test('[Q57] the last six calls of the day stand newest first, a recalled one once', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    for (let taken = 0; taken < 8; taken += 1) await desk.take()
    for (let called = 0; called < 8; called += 1) {
      const { ticket } = (await desk.next()).body
      hall.clock.forward(11_000)
      if (called === 7) await desk.act(ticket.id, 'recall')
      else {
        await desk.act(ticket.id, 'start')
        await desk.act(ticket.id, 'finish', { outcome: 'consulted' })
      }
    }
    const { body } = await hall.anonymous.get('/api/hall')
    expect(body.figures.lastCalls.map(({ number }: { number: string }) => number)).toEqual([
      '综 008',
      '综 007',
      '综 006',
      '综 005',
      '综 004',
      '综 003',
    ])
  })
})

describe('a device', () => {
  test('[Q53, U21] that says nothing for 15 s is marked silent at every desk, until it speaks again', async () => {
    const hall = await steadyHall()
    const { first, firstId } = await twoWalls(hall)
    const clerk = await hall.clerkAt(1)
    const desk = await follow(hall, 'staff', clerk, 'window:1')
    const { deps } = hall.server.counter
    hall.clock.forward(14_999)
    await markSilentDevices(deps)
    expect(journalOf(hall, 'device.silent')).toEqual([])
    hall.clock.forward(1)
    await markSilentDevices(deps)
    const told = await change(desk, 'device_changed', ({ device }) => device.deviceId === firstId)
    expect(told.device).toMatchObject({ problem: 'silent', speaks: true, since: hall.clock.now() })
    await first.get('/api/hall')
    await first.post('/api/devices/report', REPORT)
    await markSilentDevices(deps)
    expect(journalOf(hall, 'device.back')).toHaveLength(1)
  })

  const REPORT = { build: 'b1', screen: { width: 1920, height: 1080 }, sound: 'on', soundTest: null }

  test('[U47, Q53] that has no sound says so, and every desk hears of it', async () => {
    const hall = await startHall()
    const { first, firstId } = await twoWalls(hall)
    const desk = await follow(hall, 'staff', await hall.clerkAt(1), 'window:1')
    await first.post('/api/devices/report', { ...REPORT, sound: 'off' })
    const off = await change(desk, 'device_changed', ({ device }) => device.problem === 'sound')
    expect(off.device.deviceId).toBe(firstId)
    await first.post('/api/devices/report', REPORT)
    await change(
      desk,
      'device_changed',
      ({ device }) => device.deviceId === firstId && device.problem === null,
    )
    expect(journalOf(hall, 'device.sound')).toEqual([{ sound: 'off' }, { sound: 'on' }])
  })

  test('[U2] is measured by its diagonal: 21.5 inches at 1080×1920 are 4.03 pixels a millimetre', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk', '取号机 1')
    const admin = await hall.roleCaller('admin')
    const id = await idOf(admin, '取号机 1')
    const report = { ...REPORT, screen: { width: 1080, height: 1920 }, sound: null }
    expect((await kiosk.post('/api/devices/report', report)).body).toMatchObject({ pxPerMm: null })
    const facts = { name: '取号机 A', place: '大门左边', diagonalInches: 21.5 }
    expect((await admin.command(`/api/devices/${id}/change`, facts)).status).toBe(200)
    expect((await kiosk.post('/api/devices/report', report)).body).toEqual({
      deviceId: id,
      name: '取号机 A',
      pxPerMm: 4.03,
    })
    expect((await listed(admin))[0]).toMatchObject({ place: '大门左边', build: 'b1', diagonalInches: 21.5 })
  })

  test('[P22, I39] that was withdrawn loses its line and its session at once, and stays in the list', async () => {
    const hall = await startHall()
    const { second, admin, secondId } = await twoWalls(hall)
    const line = await follow(hall, 'wall', second, 'hall')
    expect((await admin.command(`/api/devices/${secondId}/revoke`)).status).toBe(200)
    expect(await line.closed).toBe(4001)
    expect(await second.post('/api/devices/report', REPORT)).toMatchObject({ status: 401 })
    expect((await listed(admin)).find(({ deviceId }) => deviceId === secondId)?.['revokedAt']).toBe(
      hall.clock.now(),
    )
    expect(await admin.command(`/api/devices/${secondId}/speak`)).toMatchObject(
      refused('device.revoked', 403),
    )
  })

  test('[U27] says a test aloud when it is asked to, and tells by which path', async () => {
    const hall = await startHall()
    const { first, admin, firstId } = await twoWalls(hall)
    const wall = await follow(hall, 'wall', first, 'hall')
    await admin.command(`/api/devices/${firstId}/sound-test`)
    expect(await change(wall, 'sound_asked')).toEqual({
      kind: 'sound_asked',
      wall: firstId,
      askedAt: hall.clock.now(),
    })
    await first.post('/api/devices/report', { ...REPORT, soundTest: 'clips' })
    expect((await listed(admin))[0]?.['soundTest']).toEqual({
      askedAt: hall.clock.now(),
      heardAt: hall.clock.now(),
      path: 'clips',
    })
  })
})

import { describe, expect, test } from 'vitest'
import { saveSetting } from '../src/store/settings.ts'
import { startHall } from './app.ts'
import { journalOf, refused } from './desk.ts'
import { offlineKiosk, rowsOf } from './offline-kiosk.ts'

const statesOf = (hall: Parameters<typeof rowsOf>[0]) =>
  rowsOf(hall, 'SELECT serial, state FROM lease_number ORDER BY serial').map(
    ({ serial, state }) => `${serial} ${state}`,
  )

describe('blocks of emergency numbers', () => {
  test('[Q46] a kiosk holds twenty, is lent the next block at five left, and none before', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    expect(kiosk.numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, place) => `应急 ${901 + place}`),
    )
    const given = Array.from({ length: 14 }, () => kiosk.take())
    await kiosk.sync(...given)
    expect((await kiosk.lend()).body).toEqual({ block: null })
    await kiosk.sync(kiosk.take())
    const { body } = await kiosk.lend()
    expect(body.block.numbers.map((each: { number: string }) => each.number)).toEqual(
      Array.from({ length: 20 }, (_, place) => `应急 ${921 + place}`),
    )
  })

  test('[Q46] no number is lent to two kiosks, and when all are lent the answer is lease.none', async () => {
    const hall = await startHall()
    const kiosks = await Promise.all([1, 2, 3, 4, 5].map((n) => offlineKiosk(hall, `kiosk ${n}`)))
    const lent = kiosks.flatMap(({ numbers }) => numbers.map(({ number }) => number))
    expect(lent.length).toBe(99)
    expect(new Set(lent).size).toBe(99)
    const sixth = await hall.device('kiosk', 'kiosk 6')
    expect(await sixth.command('/api/leases', { holds: [], left: 0 })).toMatchObject(refused('lease.none'))
  })

  test('[Q46, Q7] secrets are told once to the kiosk and lie in the record as hashes alone', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const id = '019eb2a0-0000-7000-8000-000000000046'
    const first = await kiosk.command('/api/leases', { holds: [], left: 0 }, id)
    expect(await kiosk.command('/api/leases', { holds: [], left: 0 }, id)).toMatchObject({ body: first.body })
    const record = JSON.stringify([
      rowsOf(hall, 'SELECT * FROM lease_number'),
      rowsOf(hall, 'SELECT data FROM journal'),
    ])
    for (const { token, queryCode } of first.body.block.numbers) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
      expect(queryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(record).not.toContain(token)
      expect(record).not.toContain(queryCode.replace('-', ''))
    }
    expect(statesOf(hall).length).toBe(20)
  })

  test('[Q46] the end of the day makes void what was not given out, and each number ends one way', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    await kiosk.sync(kiosk.take(), kiosk.take())
    hall.clock.to('2026-06-13T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(statesOf(hall).slice(0, 3)).toEqual(['901 used', '902 used', '903 void'])
    expect(statesOf(hall).filter((each) => each.endsWith('void')).length).toBe(18)
    const [closed] = journalOf(hall, 'lease.closed')
    expect(closed).toMatchObject({ void: Array.from({ length: 18 }, (_, place) => 903 + place), lost: [] })
    expect(await kiosk.lend()).toMatchObject({ body: { block: null } })
  })

  test('[Q46] a kiosk that no longer knows its block has lost it, and is lent another', async () => {
    const hall = await startHall()
    const kiosk = await offlineKiosk(hall)
    await kiosk.sync(kiosk.take())
    const again = await kiosk.caller.command('/api/leases', { holds: [], left: 0 })
    expect(again.body.block.numbers[0].number).toBe('应急 921')
    expect(statesOf(hall).slice(0, 2)).toEqual(['901 used', '902 lost'])
    expect(statesOf(hall).filter((each) => each.endsWith('lost')).length).toBe(19)
  })

  test('[Q46] a kiosk that keeps nothing cannot use up the numbers of the hall', async () => {
    const hall = await startHall()
    const broken = await hall.device('kiosk', 'broken')
    const ask = () => broken.command('/api/leases', { holds: [], left: 0 })
    expect((await ask()).body.block.numbers[0].number).toBe('应急 901')
    expect((await ask()).body.block.numbers[0].number).toBe('应急 921')
    for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject(refused('lease.none'))
    const other = await offlineKiosk(hall, 'other')
    expect(other.numbers[0]?.number).toBe('应急 941')
    hall.clock.to('2026-06-15T01:00:00.000Z')
    await hall.server.jobs.run()
    expect((await ask()).body.block.numbers[0].number).toBe('应急 901')
  })

  test('[Q46] on a day off nothing is lent, for nothing is given out', async () => {
    const hall = await startHall()
    await hall.server.counter.deps.store.write((tx) =>
      saveSetting(tx, 'hall.alwaysOpen', false, 'test', '按时间'),
    )
    const kiosk = await hall.device('kiosk')
    hall.clock.to('2026-06-13T01:00:00.000Z')
    expect((await kiosk.command('/api/leases', { holds: [], left: 0 })).body).toEqual({ block: null })
    hall.clock.to('2026-06-15T00:00:00.000Z')
    expect((await kiosk.command('/api/leases', { holds: [], left: 0 })).body.block.numbers.length).toBe(20)
  })

  test('[Q46] the size of a block and when it is renewed are settings', async () => {
    const hall = await startHall()
    await hall.server.counter.deps.store.write((tx) => {
      saveSetting(tx, 'lease.size', 3, 'test', '少借')
      saveSetting(tx, 'lease.renewAt', 1, 'test', '少借')
    })
    const kiosk = await offlineKiosk(hall)
    expect(kiosk.numbers.length).toBe(3)
    kiosk.take()
    expect((await kiosk.lend()).body.block).toBeNull()
    kiosk.take()
    expect((await kiosk.lend()).body.block.numbers[0].number).toBe('应急 904')
  })
})

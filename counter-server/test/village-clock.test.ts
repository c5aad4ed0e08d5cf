import { describe, expect, test } from 'vitest'
import { saveSetting } from '../src/store/settings.ts'
import { receive } from './case-files.ts'
import { caseOfFiveDays } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const PAGE = '0190cccc-0000-4000-8000-000000000001'
/** Friday 09:40 in the hall; the phone heard the centre at 09:20 and captured ten minutes later. */
const [HEARD, CAPTURED] = ['2026-06-12T01:20:00.000Z', '2026-06-12T01:30:00.000Z']
const TWO_HOURS = 7_200_000
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

const ofPhone = (aheadMs: number) => ({
  pageId: PAGE,
  monoMs: 660_000,
  capturedAt: later(CAPTURED, aheadMs),
  lastServer: { at: HEARD, wall: later(HEARD, aheadMs), mono: 60_000 },
})

async function atDesk() {
  const point = await atPoint()
  const supervisor = await point.hall.signIn('supervisor')
  const pageOf = async (id: string) => (await supervisor.get(`/api/cases/${id}`)).body
  const unsure = async () =>
    ((await supervisor.get('/api/points/unsure-times')).body.items as { id: string }[]).map(({ id }) => id)
  const date = (id: string, at: string, reason = '看了登记本') =>
    supervisor.command(`/api/cases/${id}/date-capture`, { at, reason })
  return { ...point, supervisor, pageOf, unsure, date }
}

describe('the time of a capture at a village point', () => {
  test('[V77, V29] stands with the case: claimed, read, and how far it can be trusted', async () => {
    const { registered, pageOf, unsure } = await atDesk()
    const id = await registered({}, ofPhone(0))
    expect((await pageOf(id)).agency).toMatchObject({
      capturedAt: CAPTURED,
      claim: {
        claimedAt: CAPTURED,
        aheadMinutes: 0,
        confidence: 'good',
        isUnsure: false,
        from: HEARD,
        to: '2026-06-12T01:40:00.000Z',
      },
    })
    expect(await unsure()).toEqual([])
  })

  test.each([
    ['two hours ahead', TWO_HOURS, 120],
    ['three years ahead', 3 * 365 * 86_400_000, 1_576_800],
    ['three years behind', -3 * 365 * 86_400_000, -1_576_800],
  ])(
    '[V76, V78] clock-stops-nobody: a phone %s is taken, and its time is to be checked',
    async (_off, ms, aheadMinutes) => {
      const { registered, pageOf, unsure } = await atDesk()
      const id = await registered({}, ofPhone(ms))
      expect((await pageOf(id)).agency).toMatchObject({
        capturedAt: CAPTURED,
        claim: { claimedAt: later(CAPTURED, ms), aheadMinutes, confidence: 'good', isUnsure: true },
      })
      expect(await unsure()).toEqual([id])
    },
  )

  test('[V78] is set by the supervisor within its bounds and with a reason, and the timer of the point follows', async () => {
    const { hall, clerk, registered, pageOf, unsure, date, lastOf } = await atDesk()
    const id = await registered(
      { ...caseOfFiveDays(), papers: [{ name: '居民身份证', form: 'original', count: 1 }] },
      ofPhone(TWO_HOURS),
    )
    const handUp = async () =>
      (await pageOf(id)).clocks.find(({ kind }: { kind: string }) => kind === 'handup')
    expect(await handUp()).toMatchObject({ startedOn: '2026-06-12', dueOn: '2026-06-15' })
    expect(await date(id, '2026-06-12T01:19:59.000Z')).toMatchObject({
      status: 409,
      body: { code: 'time.out_of_range', params: { from: '2026-06-12 09:20', to: '2026-06-12 09:40' } },
    })
    expect((await date(id, '2026-06-12T01:40:00.001Z')).body.code).toBe('time.out_of_range')
    expect((await date(id, HEARD, ' ')).body.code).toBe('reason.required')
    expect((await clerk.command(`/api/cases/${id}/date-capture`, { at: HEARD, reason: '看过' })).status).toBe(
      403,
    )
    expect((await date(id, '2026-06-12T01:22:00.000Z')).status).toBe(200)
    expect((await pageOf(id)).agency).toMatchObject({
      capturedAt: '2026-06-12T01:22:00.000Z',
      claim: { claimedAt: later(CAPTURED, TWO_HOURS), isUnsure: false },
    })
    expect(await unsure()).toEqual([])
    expect(await lastOf(id)).toMatchObject({ type: 'capture.dated', text: '看了登记本' })
    const { deps } = hall.server.counter
    const kept = deps.store.read(({ sql }) =>
      sql.prepare(`SELECT registered_at FROM "case" WHERE id = ?`).pluck().get(id),
    )
    expect(kept).toBe('2026-06-12T01:22:00.000Z')
  })

  test('[V78] is set by the minute, also where the phone had heard the centre within that minute', async () => {
    const { registered, pageOf, unsure, date } = await atDesk()
    const heard = '2026-06-12T01:39:20.400Z'
    const id = await registered(
      {},
      {
        ...ofPhone(0),
        capturedAt: later('2026-06-12T01:39:50.000Z', TWO_HOURS),
        lastServer: { at: heard, wall: later(heard, TWO_HOURS), mono: 630_400 },
      },
    )
    expect(await unsure()).toEqual([id])
    expect((await date(id, '2026-06-12T01:38:00.000Z')).body.code).toBe('time.out_of_range')
    expect((await date(id, '2026-06-12T01:39:00.000Z')).status).toBe(200)
    expect((await pageOf(id)).agency).toMatchObject({ capturedAt: heard, claim: { isUnsure: false } })
    expect(await unsure()).toEqual([])
  })

  test('[V78, V21, V15] that is set a day back moves the hand-up, and the notice clock where receipt counts in the village', async () => {
    const { hall, registered, pageOf, date, supervisor } = await atDesk()
    await hall.server.counter.deps.store.write((tx) =>
      saveSetting(tx, 'village.receiptAt', 'village', 'test', 'try'),
    )
    const id = await registered(
      { ...caseOfFiveDays(), papers: [{ name: '居民身份证', form: 'original', count: 1 }] },
      {
        capturedAt: '2026-06-12T01:30:00.000Z',
        lastServer: { at: '2026-06-11T01:00:00.000Z', wall: '2026-06-11T01:00:00.000Z' },
      },
    )
    const dueOf = async (kind: string) =>
      (await pageOf(id)).clocks.find((clock: { kind: string }) => clock.kind === kind)?.dueOn
    expect([await dueOf('handup'), await dueOf('notice')]).toEqual(['2026-06-15', '2026-06-22'])
    expect((await date(id, '2026-06-11T02:00:00.000Z')).status).toBe(200)
    expect([await dueOf('handup'), await dueOf('notice')]).toEqual(['2026-06-12', '2026-06-18'])
    expect((await supervisor.get('/api/points')).status).toBe(200)
  })

  test('[V78] of a case of the hall is nobody’s to set', async () => {
    const { clerk, date } = await atDesk()
    const { id } = (await receive(clerk, 'SB-005')).case.row
    expect(await date(id, HEARD)).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })
})

import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { fireDueMarks } from '../src/usecases/cases/fire-due-marks.ts'
import { countRows } from './a-store.ts'
import { freeze, registerPayload, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

describe('what a point says it did', () => {
  test('[V21, V73] a notice is passed on once, and once more is a note', async () => {
    const point = await atPoint()
    const caseId = await point.noticed()
    const first = await point.send('correction.relay', { way: 'phone', note: '说周一来' }, { caseId })
    expect(first).toMatchObject({ status: 'applied', code: null })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'notice.relayed', text: '说周一来' })
    expect(await point.send('correction.relay', { way: 'visit' }, { caseId })).toMatchObject({
      status: 'merged',
    })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'case.noted' })
  })

  test('[V17, V77] a result handed over yesterday and written down today counts from yesterday; what the phone said is kept', async () => {
    const point = await atPoint()
    const caseId = await point.decided()
    await point.nextDay()
    const said = { receiver: '示例甲', on: '2026-06-12' }
    expect(await point.send('result.deliver', said, { caseId })).toMatchObject({ code: null })
    const [line] = (await point.agent().get('/api/log-book')).body.items
    // Friday at noon; the morning after it was written down.
    expect(line.case.delivery.at).toBe('2026-06-12T04:00:00.000Z')
    const kept = point.hall.server.counter.deps.store.read(({ sql }) =>
      JSON.parse(
        sql
          .prepare(`SELECT payload FROM case_event WHERE type = 'case.delivered' AND "case" = ?`)
          .pluck()
          .get(caseId) as string,
      ),
    )
    expect(kept.claimed).toEqual({ capturedAt: point.hall.clock.now(), on: '2026-06-12' })
  })

  test('[V20, V73] a follow-up is recorded after the delivery only, once', async () => {
    const point = await atPoint()
    const early = await point.registered()
    const told = { way: 'phone', satisfaction: 'fair', remark: '等得久' }
    expect(await point.send('followup.record', told, { caseId: early })).toMatchObject({
      status: 'attention',
      code: 'case.wrong_status',
    })
    const caseId = await point.delivered()
    expect(await point.send('followup.record', told, { caseId })).toMatchObject({ status: 'applied' })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'followup.recorded', text: '等得久' })
    expect(await point.send('followup.record', told, { caseId })).toMatchObject({ status: 'merged' })
    expect(countRows(point.hall.server.counter.deps.store, ['rating'])).toEqual({ rating: 0 })
  })

  test('[V17] originals are given back to somebody who stands masked in the record', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const back = { materials: ['居民身份证'], receiver: '示例乙丙' }
    expect(await point.send('material.return', back, { caseId })).toMatchObject({ status: 'applied' })
    expect(JSON.stringify(await point.lastOf(caseId))).not.toContain('示例乙丙')
    const odd = { materials: ['没有这样材料'], receiver: '示例乙丙' }
    expect(await point.send('material.return', odd, { caseId })).toMatchObject({ code: 'material.unknown' })
  })

  test('[V6] a fee without the number of its receipt is refused, and one with it is kept', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    await point.clerk.command(`/api/cases/${caseId}/finish-on-spot`, { result: '已答复' })
    const hand = (receiptNumber: string) =>
      point.send('result.deliver', { receiver: '示例甲', fee: { cents: 1000, receiptNumber } }, { caseId })
    expect(await hand(' ')).toMatchObject({ status: 'attention', code: 'fee.no_receipt' })
    expect(await hand('皖-0001')).toMatchObject({ status: 'applied' })
  })

  test('[V16] a consultation is a line of the log book without a case, and its id is nobody else’s', async () => {
    const point = await atPoint()
    const caseId = uuidv7()
    const told = {
      person: '示例丁',
      item: 'MZ-013',
      question: '低保怎么办',
      answer: '带户口簿来',
      isReferred: false,
    }
    const command = freeze('consult.log', told, { caseId })
    expect(await syncOne(point.agent(), command)).toMatchObject({ status: 'applied' })
    expect(await syncOne(point.agent(), command)).toMatchObject({ status: 'duplicate' })
    expect(await syncOne(point.agent(), freeze('consult.log', told, { caseId }))).toMatchObject({
      code: 'command.reused',
    })
    expect(countRows(point.hall.server.counter.deps.store, ['consultation'])).toEqual({ consultation: 1 })
  })
})

describe('an authority that was taken back', () => {
  test('[V14] at the window refuses what is captured later, takes what was captured before, and leaves notes open', async () => {
    const point = await atPoint()
    const caseId = await point.noticed()
    const before = point.hall.clock.now()
    point.hall.clock.forward(60_000)
    const taken = await point.clerk.command(`/api/cases/${caseId}/revoke-authority`, { where: 'window' })
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    point.hall.clock.forward(60_000)
    const after = { caseId, capturedAt: point.hall.clock.now() }
    expect(await point.send('correction.relay', { way: 'phone' }, after)).toMatchObject({
      status: 'attention',
      code: 'authority.revoked',
    })
    const earlier = await point.send('correction.relay', { way: 'phone' }, { caseId, capturedAt: before })
    expect(earlier).toMatchObject({ code: null })
    expect(await point.send('note.add', { text: '已告知' }, after)).toMatchObject({ status: 'applied' })
  })

  test('[V14] at the point is recorded once; the hall carries on', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    expect(await point.send('authority.revoke', { reason: '自己去办' }, { caseId })).toMatchObject({
      status: 'applied',
    })
    expect(await point.send('authority.revoke', {}, { caseId })).toMatchObject({ status: 'merged' })
    const done = await point.clerk.command(`/api/cases/${caseId}/finish-on-spot`, { result: '已答复' })
    expect(done.status).toBe(200)
  })
})

describe('nobody reached', () => {
  test('[V22] on three days gives the follow-up back to the centre, twice a day counts once', async () => {
    const point = await atPoint()
    const caseId = await point.delivered()
    const attempt = () =>
      point.send(
        'contact.attempt',
        { purpose: 'followup', way: 'phone', isReached: false },
        { caseId, capturedAt: point.hall.clock.now() },
      )
    const types = async () => (await point.eventsOf(caseId)).map(({ type }) => type)
    await attempt()
    await attempt()
    await point.nextDay()
    await attempt()
    expect(await types()).not.toContain('contact.given_up')
    await point.nextDay()
    await attempt()
    expect((await types()).at(-1)).toBe('contact.given_up')
  })
})

describe('a result that nobody could be given', () => {
  test('[V22] stands as 未能联系 in the list at the window until somebody knows of it', async () => {
    const point = await atPoint()
    const caseId = await point.decided()
    const { version } = (await point.clerk.get(`/api/cases/${caseId}`)).body
    await point.act(caseId, 'tell-result', { way: 'village', isReached: true, expectedVersion: version })
    const { body } = await point.agent().command('/api/visits', { cases: [{ case: caseId, way: 'down' }] })
    const taken = { case: caseId, papers: [], problem: null, remark: '' }
    expect((await point.clerk.command(`/api/visits/${body.id}/serve`, taken)).status).toBe(200)
    const listed = async (news: string) => {
      const clerk = await point.hall.roleCaller('clerk')
      const { items } = (await clerk.get(`/api/results?news=${news}&limit=10`)).body
      return items.map((row: { isGivenBack: boolean }) => row.isGivenBack)
    }
    expect(await listed('told')).toEqual([false])
    for (let day = 0; day < 3; day++) {
      await point.nextDay()
      await point.send(
        'contact.attempt',
        { purpose: 'deliver', way: 'phone', isReached: false },
        { caseId, capturedAt: point.hall.clock.now() },
      )
    }
    expect(await listed('told')).toEqual([])
    expect(await listed('unreached')).toEqual([true])
    point.hall.clock.forward(60_000)
    const clerk = await point.hall.roleCaller('clerk')
    const told = await clerk.command(`/api/cases/${caseId}/tell-result`, { way: 'phone', isReached: true })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    expect(await listed('told')).toEqual([true])
  })
})

describe('the timers of a point', () => {
  const runningOf = async (point: Awaited<ReturnType<typeof atPoint>>, caseId: string) => {
    const { clocks } = (await point.agent().get(`/api/cases/${caseId}`)).body
    return clocks.flatMap((clock: { kind: string; state: string }) =>
      clock.state === 'running' ? [clock.kind] : [],
    )
  }

  test('[V21, V25] a notice that the agent may not take runs on until the resident was told', async () => {
    const point = await atPoint()
    const { authority } = registerPayload() as { authority: object }
    const caseId = await point.noticed({}, { authority: { ...authority, powers: ['submit'] } })
    expect(await runningOf(point, caseId)).toEqual(['notice', 'waiting', 'relay'])
    await point.send('correction.relay', { way: 'visit' }, { caseId })
    expect(await runningOf(point, caseId)).toEqual(['waiting'])
  })

  test('[V21, C1202] papers that lie at the point keep the hand-up running, and a delivery starts the follow-up', async () => {
    const point = await atPoint()
    const papers = [{ name: '居民身份证', form: 'copy', count: 1 }]
    const lying = await point.registered({ papers })
    expect(await runningOf(point, lying)).toEqual(expect.arrayContaining(['handup', 'handup_hard']))
    expect(await runningOf(point, await point.registered())).not.toContain('handup')
    expect(await runningOf(point, await point.delivered())).toEqual(['followup'])
  })

  test('[V23, C521] are marked by the one tick, once each', async () => {
    const point = await atPoint()
    const caseId = await point.registered({ papers: [{ name: '居民身份证', form: 'copy', count: 1 }] })
    // Received on Friday: due on Monday, at the very latest on Wednesday.
    point.hall.clock.to('2026-06-17T10:00:00.000Z')
    await fireDueMarks(point.hall.server.counter.deps)
    await fireDueMarks(point.hall.server.counter.deps)
    const marks = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql
        .prepare(
          `SELECT kind, threshold FROM clock_mark WHERE "case" = ? AND kind LIKE 'handup%' ORDER BY kind, threshold DESC`,
        )
        .raw()
        .all(caseId),
    )
    expect(marks).toEqual([
      ['handup', 'yellow'],
      ['handup', 'red'],
      ['handup_hard', 'red'],
    ])
  })
})

describe('the deputy of a point', () => {
  test('[V9] acts only where the resident allowed it', async () => {
    const point = await atPoint()
    await point.hall.server.counter.deps.store.write((tx) =>
      tx.sql.prepare("UPDATE staff SET village = '05' WHERE sign_in_name = 'v06'").run(),
    )
    const deputy = await (await point.hall.phone('05')).signIn('v06')
    const { authority } = registerPayload() as { authority: object }
    const relay = async (allowsDeputy: boolean) => {
      const caseId = await point.noticed({}, { authority: { ...authority, allowsDeputy } })
      return syncOne(deputy, freeze('correction.relay', { way: 'phone' }, { caseId }))
    }
    expect(await relay(false)).toMatchObject({ status: 'attention', code: 'authority.out_of_scope' })
    expect(await relay(true)).toMatchObject({ status: 'applied', code: null })
  })
})

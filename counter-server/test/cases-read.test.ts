import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { act, papersOf, receive } from './case-files.ts'
import { fromVillage } from './village-case.ts'

const ids = (answer: { body: { items: readonly { id: string }[] } }) => answer.body.items.map(({ id }) => id)

describe('lists of cases', () => {
  test('[N3] put the most urgent first and go on behind a cursor without loss or repeat', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const sb = await receive(clerk, 'SB-009', 'accept')
    const waiting = await receive(clerk, 'LY-001', 'request_supplement', { materials: [] })
    const mz = await receive(clerk, 'MZ-001', 'accept')
    const ended = await receive(clerk, 'SB-005', 'finish_on_spot', {
      result: '认证通过',
      delivery: { way: 'collect', receiver: '示例甲' },
    })
    const order = [sb, mz, waiting].map(({ case: { row } }) => row.id)

    expect(ids(await clerk.get('/api/cases'))).toEqual(order)
    const first = await clerk.get('/api/cases?limit=2')
    const rest = await clerk.get(`/api/cases?limit=2&cursor=${encodeURIComponent(first.body.next)}`)
    expect([...ids(first), ...ids(rest)]).toEqual(order)
    expect(rest.body.next).toBe(null)
    expect(ids(await clerk.get('/api/cases?open=no'))).toEqual([ended.case.row.id])
  })

  test('[U34] agree with the counters of the board, whatever the light', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    await receive(clerk, 'LY-001', 'accept')
    await receive(clerk, 'SB-009', 'accept')
    await receive(clerk, 'MZ-001', 'accept')
    await receive(clerk, 'LY-001', 'request_supplement', { materials: [] })
    hall.clock.to('2026-06-23T01:00:00.000Z')
    const supervisor = await hall.signIn('supervisor')

    const { body: board } = await supervisor.get('/api/board')
    expect(board.counts).toEqual({ green: 1, yellow: 0, red: 2, paused: 0, none: 1, done: 0 })
    for (const [light, count] of Object.entries(board.counts)) {
      expect([light, ids(await supervisor.get(`/api/cases?light=${light}`)).length]).toEqual([light, count])
    }
    const { body: own } = await (await hall.signIn('ly')).get('/api/board')
    expect(own.counts).toEqual({ green: 0, yellow: 0, red: 1, paused: 0, none: 1, done: 0 })
  })

  test('[P33] show the supervisor the day, and the leader the same without names', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const handler = await hall.signIn('ly')
    const { case: quick } = await receive(clerk, 'LY-001', 'accept')
    await act(handler, quick.row.id, 'decide', { decision: 'granted', result: '同意' })
    await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    const supervisor = await hall.signIn('supervisor')
    const leader = await hall.signIn('leader')

    const { body } = await supervisor.get('/api/supervise')
    expect(body).toMatchObject({ waiting: 1, issuedToday: 1, acceptedToday: 2, decidedToday: 1, dueToday: 0 })
    expect(body.byUnit.find(({ unit }: { unit: string }) => unit === 'LY')).toMatchObject({
      decidedThisMonth: 1,
      onTimeThisMonth: 1,
      counts: { green: 1, done: 1 },
    })
    hall.clock.to('2026-06-22T01:00:00.000Z')
    const again = await hall.signIn('supervisor')
    expect((await again.get('/api/supervise')).body).toMatchObject({
      dueToday: 1,
      urgent: [{ id: found.row.id }],
    })
    expect((await again.get('/api/supervise')).body.urgent[0].applicant).toBe('示*甲')
    const [row] = (await (await hall.signIn('leader')).get('/api/supervise')).body.urgent
    expect(row).toMatchObject({ applicant: '', handler: null })
    expect((await leader.get('/api/supervise')).status).toBe(401)
    expect((await clerk.get('/api/supervise')).status).toBe(401)
  })
})

describe('a case from a village', () => {
  test('[C518] keeps both instants, and its notice clock begins at the centre', async () => {
    const hall = await startHall()
    const registered = await fromVillage(hall)
    expect(registered).toMatchObject({ number: '2026-05-0001-A', logBookSerial: 1 })
    const agent = await hall.signIn('v05')

    const { body } = await agent.get(`/api/cases/${registered.id}`)
    expect(body.row).toMatchObject({
      status: 'received',
      channel: 'village',
      village: '05',
      flags: ['relative'],
      receivedAt: '2026-06-12T01:40:00.000Z',
      dueOn: '2026-06-22',
    })
    expect(body.agency).toMatchObject({ capturedAt: '2026-06-10T03:00:00.000Z', handUpWorkdays: 2 })
    expect(
      body.events.map(({ type, occurredAt }: { type: string; occurredAt: string }) => [type, occurredAt]),
    ).toEqual([
      ['case.registered', '2026-06-10T03:00:00.000Z'],
      ['case.received', '2026-06-12T01:40:00.000Z'],
    ])
  })

  test('[V67] is not accepted before the picture of its authority has arrived', async () => {
    const hall = await startHall()
    const { id } = await fromVillage(hall)
    const clerk = await hall.clerkAt(1)
    // It is a near relative's, of an item that files them (V12).
    await clerk.command(`/api/cases/${id}/declare-relation`, { isRelated: false })
    const refused = await clerk.command(`/api/cases/${id}/accept`)
    expect(refused.body).toMatchObject({ code: 'material.missing', params: { list: '委托书' } })

    const signature = 'a'.repeat(64)
    await hall.server.counter.deps.store.write((tx) => {
      const at = '2026-06-12T01:40:00.000Z'
      tx.sql
        .prepare("INSERT INTO file VALUES (?, '05', 9, 'image/jpeg', 9, 'f', ?, ?)")
        .run(signature, at, at)
      tx.sql.prepare("INSERT INTO case_file VALUES (?, ?, '05', 'authority', NULL)").run(id, signature)
    })
    expect((await act(clerk, id, 'accept')).case.row).toMatchObject({ status: 'accepted' })
  })

  test('[V16] stands in the log book of its own point alone', async () => {
    const hall = await startHall()
    const registered = await fromVillage(hall)
    const own = await (await hall.signIn('v05')).get('/api/log-book')
    expect(own.body.items).toMatchObject([
      { serial: 1, village: '05', case: { id: registered.id, handUpWorkdays: 2 } },
    ])
    const other = await hall.signIn('v06')
    expect((await other.get('/api/log-book?village=05')).body.items).toEqual([])
    expect((await other.get(`/api/cases/${registered.id}`)).body.code).toBe('case.not_found')
    expect((await other.get('/api/cases')).body.items).toEqual([])
  })
})

describe('the resident with the slip', () => {
  test('[P41] sees stages, dates and what to do; a wrong secret looks like an unknown one', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { receipt } = await receive(clerk, 'LY-001', 'request_supplement', {
      materials: papersOf('LY-001').slice(0, 2),
    })

    const { status, body } = await hall.anonymous.post('/api/track/case', { token: receipt.token })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      number: '2026-00-0001-W',
      applicant: '示*甲',
      status: 'supplement',
      light: 'none',
    })
    expect(body.todo).toMatchObject({
      until: '2026-07-06',
      materials: [{ name: papersOf('LY-001')[2]?.name }],
    })
    expect(body.stages.map(({ state }: { state: string }) => state)).toEqual([
      'done',
      'now',
      'next',
      'next',
      'next',
    ])
    expect(JSON.stringify(body)).not.toMatch(/99999919900101|1990000/)

    const { number, code } = { number: receipt.caseNumber, code: receipt.queryCode.toLowerCase() }
    expect((await hall.anonymous.post('/api/track/case', { number, code })).status).toBe(200)
    const wrong = await hall.anonymous.post('/api/track/case', { number, code: '00000000' })
    const unknown = await hall.anonymous.post('/api/track/case', { token: 'A'.repeat(22) })
    const alone = await hall.anonymous.post('/api/track/case', { code })
    for (const answer of [wrong, unknown, alone]) expect(answer.body).toEqual(wrong.body)
    expect(wrong).toMatchObject({ status: 404, body: { code: 'code.not_found' } })
    const kiosk = await hall.device('kiosk')
    expect((await kiosk.post('/api/track/case', { code })).body.number).toBe(number)
  })

  test('[P41] is asked to wait after five wrong codes in a minute', async () => {
    const hall = await startHall()
    const { receipt } = await receive(await hall.clerkAt(1), 'LY-001')
    const wrong = { number: receipt.caseNumber, code: '00000000' }
    const tries = []
    for (const _ of [1, 2, 3, 4, 5, 6]) tries.push(await hall.anonymous.post('/api/track/case', wrong))
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 429])
    hall.clock.forward(60_000)
    expect((await hall.anonymous.post('/api/track/case', wrong)).status).toBe(404)
  })

  test('[P41] an open page of an old number asks with its token, and is no try of those behind the same address', async () => {
    const hall = await startHall()
    const { receipt } = await receive(await hall.clerkAt(1), 'LY-001')
    for (const what of ['case', 'ticket', 'case', 'ticket', 'case', 'ticket'])
      expect((await hall.anonymous.post(`/api/track/${what}`, { token: 'A'.repeat(22) })).status).toBe(404)
    const wrong = { number: receipt.caseNumber, code: '00000000' }
    for (const _ of [1, 2, 3, 4, 5])
      expect((await hall.anonymous.post('/api/track/case', wrong)).status).toBe(404)
    expect((await hall.anonymous.post('/api/track/case', { token: receipt.token })).status).toBe(200)
  })

  test('[P41] a kiosk that looks for a ticket and then for a case has tried one code, and may try five', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const look = async (code: string) => [
      (await kiosk.post('/api/track/ticket', { code })).status,
      (await kiosk.post('/api/track/case', { code })).status,
    ]
    const tries = []
    for (const sign of '111112') tries.push(await look(sign.repeat(8)))
    const wrong = [404, 404]
    expect(tries).toEqual([wrong, wrong, wrong, wrong, wrong, [429, 429]])
    hall.clock.forward(60_000)
    expect(await look('0'.repeat(8))).toEqual(wrong)
    // Codes of cases alone are counted each.
    const alone = []
    for (const sign of '34567')
      alone.push((await kiosk.post('/api/track/case', { code: sign.repeat(8) })).status)
    expect(alone).toEqual([404, 404, 404, 404, 429])
  })

  test('[C903] sees the matter only when it is nobody’s secret', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { receipt } = await receive(clerk, 'MZ-001', 'accept')
    const { body } = await hall.anonymous.post('/api/track/case', { token: receipt.token })
    expect(body).toMatchObject({ itemName: null, materials: [], result: null })
    expect(JSON.stringify(body)).not.toContain('低保')
  })

  test('[C511, C903] reads what a case stood still for, where that does not tell the matter', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const namesOf = async (item: 'LY-001' | 'MZ-001', unit: string, reason: string) => {
      const { case: found, receipt } = await receive(clerk, item, 'accept')
      const told = { reason, days: 5, noticeNumber: '特1' }
      await act(await hall.signIn(unit), found.row.id, 'pause', told)
      return async () => {
        const { body } = await hall.anonymous.post('/api/track/case', { token: receipt.token })
        return body.segments.flatMap((run: { reason: string; name: string }) =>
          run.reason === 'paused' ? [run.name] : [],
        )
      }
    }
    const trees = await namesOf('LY-001', 'ly', 'hearing')
    const relief = await namesOf('MZ-001', 'mz', 'public_notice')
    hall.clock.to('2026-06-16T02:00:00.000Z')
    expect([await trees(), await relief()]).toEqual([['hearing'], [null]])
  })

  test('[C706] may urge once in two working days', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { receipt } = await receive(clerk, 'LY-001', 'accept')
    const { token } = receipt
    expect((await hall.anonymous.command('/api/track/case/urge', { token })).body.canUrge).toBe(false)
    const again = await hall.anonymous.command('/api/track/case/urge', { token })
    expect(again.body).toMatchObject({ code: 'case.urge_too_soon', params: { date: '2026-06-16' } })
    hall.clock.to('2026-06-16T00:30:00.000Z')
    expect((await hall.anonymous.command('/api/track/case/urge', { token })).status).toBe(200)
  })
})

describe('the guide', () => {
  test('[C107] hides a statutory limit that is still to be confirmed', async () => {
    const hall = await startHall()
    const { body: list } = await hall.anonymous.get('/api/guide')
    expect(list.items).toHaveLength(60)
    const { body } = await hall.anonymous.get('/api/guide/SB-009')
    expect(body).toMatchObject({
      code: 'SB-009',
      committed: { value: 5, unit: 'workday' },
      unitName: '社保所',
    })
    const verified = await Promise.all(
      list.items.map(
        async ({ code }: { code: string }) => (await hall.anonymous.get(`/api/guide/${code}`)).body,
      ),
    )
    // 38 of 60 items of the sample are still to be confirmed.
    expect(verified.filter(({ statutory }) => statutory === null).length).toBeGreaterThanOrEqual(38)
  })

  test('[K-2] tells which items are asked for most, and nothing of what fewer than five asked for', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const usual = async () => (await hall.anonymous.get('/api/guide')).body.usual
    for (let n = 0; n < 5; n += 1) await receive(clerk, 'SB-005')
    for (let n = 0; n < 4; n += 1) await receive(clerk, 'LY-001')
    expect(await usual()).toEqual(['SB-005'])
    for (let n = 0; n < 2; n += 1) await receive(clerk, 'LY-001')
    expect(await usual()).toEqual(['LY-001', 'SB-005'])
  })

  test('[C502] finds an item by the first letters of its name and promises a date as if accepted now', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { body } = await clerk.get('/api/items?find=lmcf')
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['LY-001'])
    const { body: promise } = await clerk.get('/api/items/LY-001/promise')
    expect(promise.committed).toMatchObject({ dueOn: '2026-06-22', left: 5 })
    expect((await clerk.get('/api/items/XX-001/promise')).body.code).toBe('item.not_found')
  })
})

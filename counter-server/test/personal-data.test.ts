import { describe, expect, test } from 'vitest'
import { type Caller, startHall } from './app.ts'
import { act, RESIDENT, receive, receiving } from './case-files.ts'
import { aPicture, aRegistration, named, registerPayload, SIGNATURE, syncOne } from './village-fixture.ts'

/** Born on 1 January 2015. */
const CHILD = '110105201501010017'

const apply = (clerk: Caller, applicant: object) =>
  clerk.command('/api/cases', receiving('LY-001', 'receive', { applicant }))

describe('who applies', () => {
  test.each([
    ['household_book', '341524190001010014', null],
    ['household_book', '341524190001010015', 'check'],
    ['residence_permit', '810000199408230021', null],
    ['residence_permit', '341524190001010014', 'region'],
    ['residence_permit', '830000199408230022', 'check'],
    ['passport', ' e1234567 ', null],
    ['passport', 'E12-34', 'passport'],
    ['id_card', '110105491231002', 'old_card'],
    ['id_card', '341524190002290011', 'date'],
  ])('[C1106] may show %s %s: %s', async (idKind, idNo, problem) => {
    const hall = await startHall()
    const { status, body } = await apply(await hall.clerkAt(1), { ...RESIDENT, idKind, idNo })
    if (problem === null) expect(status).toBe(200)
    else expect(body).toMatchObject({ code: 'person.id_invalid', params: { problem } })
  })

  test('[C1106, C1109] is found by the whole number of a passport as well, which is masked to its end', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { body } = await apply(clerk, { ...RESIDENT, idKind: 'passport', idNo: 'e1234567' })
    expect(body.case.applicant.idNo).toBe('****4567')
    const found = async (find: string) => (await clerk.post('/api/cases/find', { find })).body.items.length
    expect([await found('E1234567'), await found(' e1234567'), await found('E123456')]).toEqual([1, 1, 0])
    const none = await apply(clerk, { ...RESIDENT, idKind: 'none', idNo: null })
    expect(none.body.code).toBe('person.id_invalid')
    expect((await apply(clerk, { ...RESIDENT, idKind: 'none', idNo: null, idNote: '证件丢了' })).status).toBe(
      200,
    )
  })

  test('[C1107] has a mobile, a landline, or somebody else to call', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const codeOf = async (more: object) => (await apply(clerk, { ...RESIDENT, ...more })).body.code ?? 'done'
    expect(await codeOf({ phone: '0564-1234567' })).toBe('done')
    expect(await codeOf({ phone: '12812345678' })).toBe('contact.phone')
    expect(await codeOf({ phone: null })).toBe('contact.phone')
    expect(await codeOf({ phone: null, contact: '邻居示例乙 19900000002' })).toBe('done')
    const agent = receiving('LY-001', 'receive', {
      applicant: { ...RESIDENT, phone: null },
      agentName: '示例丙',
    })
    expect((await clerk.command('/api/cases', agent)).status).toBe(200)
  })

  test('[C1107, P34] whom to call is masked and shown after its audit row like everything else', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const applicant = { ...RESIDENT, phone: null, contact: '邻居示例乙 19900000002' }
    const { case: found } = await receive(clerk, 'LY-001', 'receive', { applicant })
    expect(found.applicant).toMatchObject({ phone: null, contact: '***' })
    const shown = await clerk.post(`/api/cases/${found.row.id}/reveal`, { field: 'contact', kind: 'contact' })
    expect(shown.body).toEqual({ value: '邻居示例乙 19900000002' })
  })

  test('[C1109] the version of the notice that was shown is kept with the receipt', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'MZ-001', 'receive', { noticeVersion: 1 })
    const payload = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT payload FROM case_event WHERE "case" = ?').pluck().get(found.row.id),
    )
    expect(JSON.parse(String(payload))).toMatchObject({ noticeVersion: 1 })
  })

  test('[C1109] a child’s data are taken once the guardian was told, at the window and at a village point', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const child = { ...RESIDENT, name: '示例童', idNo: CHILD }
    const missing = { body: { code: 'person.notice_missing' }, status: 409 }
    expect(await apply(clerk, child)).toMatchObject(missing)
    const told = receiving('LY-001', 'receive', { applicant: child, noticeVersion: 1 })
    expect((await clerk.command('/api/cases', told)).status).toBe(200)
    // On the day of the fourteenth birthday nobody is under 14 any more.
    hall.clock.to('2029-01-01T01:40:00.000Z')
    expect((await apply(await hall.signIn('clerk1'), child)).status).toBe(200)

    hall.clock.to('2029-01-01T01:41:00.000Z')
    const other = await startHall()
    const agent = await other.signIn('v05')
    const applicant = { name: '示例童', idNo: CHILD, phone: '19900000001', village: '05' }
    const untold = await syncOne(agent, aRegistration({ applicant }))
    expect(untold).toMatchObject({ status: 'attention', code: 'person.notice_missing' })
    const consent = { isGiven: true, noticeVersion: 1, careVersion: 1 }
    const authority = { ...(registerPayload()['authority'] as object), relation: '监护人： 父亲' }
    const files = [named(SIGNATURE), named(aPicture(60, 3), '监护关系证明')]
    const registration = aRegistration({ applicant, consent, authority }, { files })
    expect(await syncOne(agent, registration)).toMatchObject({ status: 'applied' })
    const payloads = other.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT payload FROM case_event WHERE type = 'case.received'").pluck().all(),
    )
    expect(payloads.map((each) => JSON.parse(String(each)).noticeVersion)).toEqual([1])
  })

  test('[C1106] a village point takes a passport and, with a word why, nobody’s document at all', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const person = { name: '示例乙', phone: '19900000002', village: '05' }
    const send = (applicant: object) =>
      syncOne(agent, aRegistration({ applicant: { ...person, ...applicant } }))
    expect(await send({ idKind: 'passport', idNo: 'E1234567' })).toMatchObject({ status: 'applied' })
    expect(await send({ idKind: 'none', idNo: null })).toMatchObject({ code: 'person.id_invalid' })
    const without = { idKind: 'none', idNo: null, idNote: '证件丢了，正在补办' }
    expect(await send(without)).toMatchObject({ status: 'applied' })
  })
})

describe('who looked', () => {
  test('[P35] is told to the resident as post, purpose and day, and never as a name or in the clerk’s words', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
    const { id, number } = found.row
    const looks = async (secret: object) => (await hall.anonymous.post('/api/track/case/looks', secret)).body
    expect(await looks({ token: receipt.token })).toEqual({ items: [] })
    const look = (who: Caller, body: object) => who.post(`/api/cases/${id}/reveal`, body)
    await look(clerk, { field: 'idNo', kind: 'identity' })
    await look(await hall.signIn('ly'), { field: 'phone', kind: 'contact', purpose: '约看山场时间' })
    const unsaid = await look(clerk, { field: 'name', kind: 'other', purpose: ' ' })
    expect(unsaid).toMatchObject({ status: 400, body: { code: 'reveal.purpose_required' } })

    const seen = await looks({ token: receipt.token })
    expect(seen.items).toEqual([
      { on: '2026-06-12', role: 'handler', unitName: '林业站', field: 'phone', purpose: 'contact' },
      { on: '2026-06-12', role: 'clerk', unitName: null, field: 'idNo', purpose: 'identity' },
    ])
    expect(await looks({ number, code: receipt.queryCode })).toEqual(seen)
    expect(await looks({ token: 'A'.repeat(22) })).toMatchObject({ code: 'code.not_found' })
    // What was read stays read (P39).
    const { store } = hall.server.counter.deps
    const forget = (sql: string) => store.write((tx) => void tx.sql.prepare(sql).run())
    await expect(forget('DELETE FROM reveal')).rejects.toThrow('stay')
    await expect(forget("UPDATE reveal SET purpose = 'other'")).rejects.toThrow('stay')
  })

  test('[P35, C445] a slip whose case was merged tells the looks at both', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const first = (await receive(clerk, 'LY-001')).case.row.id
    const { case: second, receipt } = await receive(clerk, 'LY-001')
    for (const id of [first, second.row.id])
      await clerk.post(`/api/cases/${id}/reveal`, { field: 'name', kind: 'identity' })
    await act(clerk, first, 'merge', { other: second.row.id })
    const { body } = await hall.anonymous.post('/api/track/case/looks', { token: receipt.token })
    expect(body.items).toHaveLength(2)
  })
})

test('[P35] looks of the past week that led to nothing stand in a list of the supervisor, of cases and of letters', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const handler = await hall.signIn('ly')
  const supervisor = await hall.signIn('supervisor')
  const { case: worked } = await receive(clerk, 'LY-001', 'accept')
  const { case: idle } = await receive(clerk, 'LY-001', 'accept')
  const letter = { channel: 'phone', topic: 'help', isAboutStaff: false, address: '', text: '路灯不亮' }
  const { id } = (await clerk.command('/api/letters', { ...letter, name: '示例甲', phone: '19900000001' }))
    .body
  const look = (caller: Caller, url: string, field: string) =>
    caller.post(`${url}/reveal`, { field, kind: 'contact', purpose: '打电话' })
  for (const { row } of [worked, idle])
    expect((await look(handler, `/api/cases/${row.id}`, 'phone')).status).toBe(200)
  // The one with whom something is done afterwards is no news; the clerk has logged the letter.
  await act(handler, worked.row.id, 'take')
  hall.clock.forward(60_000)
  expect((await look(clerk, `/api/letters/${id}`, 'name')).status).toBe(200)
  expect((await look(supervisor, `/api/letters/${id}`, 'phone')).status).toBe(200)
  const { items } = (await supervisor.get('/api/looks/idle')).body
  expect(items).toEqual([
    {
      at: '2026-06-12T01:41:00.000Z',
      by: expect.any(String),
      of: 'letter',
      id,
      number: expect.stringMatching(/^2026-99-0001-/),
      field: 'phone',
      purpose: 'contact',
    },
    {
      at: '2026-06-12T01:40:00.000Z',
      by: '林业站经办',
      of: 'case',
      id: idle.row.id,
      number: idle.row.number,
      field: 'phone',
      purpose: 'contact',
    },
  ])
  expect((await clerk.get('/api/looks/idle')).status).toBe(403)
  hall.clock.to('2026-06-20T01:40:00.000Z')
  expect((await (await hall.signIn('supervisor')).get('/api/looks/idle')).body.items).toEqual([])
})

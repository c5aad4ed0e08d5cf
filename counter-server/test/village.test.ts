import type { CommandId } from '@counter/shared/vocabulary/ids'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { readKeptCommand } from '../src/usecases/village/read-attention.ts'
import { countRows } from './a-store.ts'
import { startHall } from './app.ts'
import {
  aPicture,
  aRegistration,
  caseOfFiveDays,
  freeze,
  headFile,
  named,
  putFile,
  registerPayload,
  SIGNATURE,
  sha256,
  sync,
  syncOne,
} from './village-fixture.ts'

const TABLES = ['case', 'case_event', 'person', 'receipt', 'log_book', 'agency', 'file', 'case_file']

describe('a submission of a village point', () => {
  test('[V51] is registered and received at once, with both instants, and stands in the log book and the lists', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration({}, { capturedAt: '2026-06-12T01:25:00.000Z' })
    const result = await syncOne(agent, command)

    expect(result).toMatchObject({
      status: 'applied',
      number: '2026-05-0001-A',
      filesMissing: [sha256(SIGNATURE)],
    })
    expect(result.queryCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const { body: detail } = await agent.get(`/api/cases/${command.header['caseId']}`)
    expect(detail.row).toMatchObject({
      status: 'received',
      channel: 'village',
      village: '05',
      receivedAt: '2026-06-12T01:40:00.000Z',
    })
    expect(detail.agency.capturedAt).toBe('2026-06-12T01:25:00.000Z')
    expect(detail.events.map(({ type }: { type: string }) => type)).toEqual([
      'case.registered',
      'case.received',
    ])
    expect(detail.applicant.name).toBe('示*甲')
    const { body: book } = await agent.get('/api/log-book')
    expect(book.items).toMatchObject([{ serial: 1, case: { number: '2026-05-0001-A', applicant: '示*甲' } }])
  })

  test('[V49] retry-after-success: ten resends give the same number and code and leave one case', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    const first = await syncOne(agent, command)
    const rows = countRows(hall.server.counter.deps.store, TABLES)
    for (let turn = 0; turn < 10; turn += 1) {
      expect(await syncOne(agent, command)).toEqual({ ...first, status: 'duplicate' })
    }
    expect(countRows(hall.server.counter.deps.store, TABLES)).toEqual(rows)
    expect(rows['case']).toBe(1)
  })

  test('[V51] slow-link-no-double: two sends at once of one command make one case', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    const answers = await Promise.all([syncOne(agent, command), syncOne(agent, command)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['applied', 'duplicate'])
    expect(answers[0]?.number).toBe(answers[1]?.number)
    expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 1 })
  })

  test('[V50] with other content under the same id waits for a person, and the first stands', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    await syncOne(agent, command)
    const { id, caseId } = command.header
    const other = aRegistration({ isRelative: true }, { id, caseId })
    expect(await syncOne(agent, other)).toMatchObject({ status: 'attention', code: 'command.reused' })
    const { body } = await agent.get(`/api/cases/${caseId}`)
    expect(body.agency.isRelative).toBe(false)
    // What came second lies at the centre as it was sent, for a person to compare.
    const supervisor = await hall.roleCaller('supervisor')
    const { items } = (await supervisor.get('/api/village-attention')).body
    expect(items).toMatchObject([{ id, code: 'command.reused', number: body.row.number }])
    const kept = hall.server.counter.deps.store.read((tx) => readKeptCommand(tx, id as CommandId))
    expect(kept).toMatchObject({ header: other.header, payload: registerPayload({ isRelative: true }) })
  })

  test('[V44] bad-one-blocks-none: refused, malformed and foreign ones stand beside good ones', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const good = aRegistration()
    const { results } = await sync(agent, [
      aRegistration({
        applicant: { name: '示例乙', idNo: '11010519491231002X', phone: null, village: '06' },
      }),
      { header: { id: 'nonsense' }, payload: {} },
      aRegistration({}, { pointId: '06' }),
      good,
      aRegistration({}, { payloadHash: '0'.repeat(64) }),
    ])
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ['attention', 'person.other_village'],
      ['attention', 'command.malformed'],
      ['attention', 'case.not_found'],
      ['applied', null],
      ['attention', 'command.malformed'],
    ])
    expect(countRows(hall.server.counter.deps.store, ['case', 'receipt'])).toEqual({ case: 1, receipt: 1 })
  })

  test.each([
    ['item.in_person_required', { item: 'SB-005' }],
    ['item.not_agency', { item: 'LY-004' }],
    ['item.not_found', { item: 'XX-999' }],
    ['authority.missing', { authority: null }],
    ['case.consent_missing', { consent: { isGiven: false, noticeVersion: 1 } }],
    ['declaration.missing', { isRelative: null }],
    ['material.missing', { item: 'MZ-001' }],
    ['material.unknown', { materials: [{ name: '没有这样材料', state: 'received' }] }],
  ])('[V95] rejected-item-stays: %s is answered for %j and nothing is written', async (code, change) => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const before = countRows(hall.server.counter.deps.store, TABLES)
    const result = await syncOne(agent, aRegistration(change))
    expect(result).toMatchObject({ status: 'attention', code, caseId: null })
    expect(result.message).not.toBe('')
    expect(countRows(hall.server.counter.deps.store, TABLES)).toEqual(before)
  })

  test('[V95] names every missing material', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { message } = await syncOne(agent, aRegistration({ item: 'MZ-001' }))
    expect(message).toContain('最低生活保障申请书')
    expect(message).toContain('居民户口簿')
  })

  test('[V48] is held while its predecessor has not arrived, and taken when it has', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const first = aRegistration()
    const { id, caseId } = first.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
    expect(await syncOne(agent, note)).toMatchObject({ status: 'held' })
    await syncOne(agent, first)
    expect(await syncOne(agent, note)).toMatchObject({ status: 'applied' })
  })

  test('[V4, C1204] of another village answers as if the case did not exist', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    await syncOne(agent, command)
    const { caseId } = command.header
    const neighbour = await hall.signIn('v06')
    const note = (id: unknown) => freeze('note.add', { text: '看看' }, { caseId: id, pointId: '06' })
    const foreign = await syncOne(neighbour, note(caseId))
    const absent = await syncOne(neighbour, note(uuidv7()))
    expect({ ...foreign, id: '' }).toEqual({ ...absent, id: '' })
    expect(foreign).toMatchObject({ status: 'attention', code: 'case.not_found' })
    expect((await neighbour.get(`/api/cases/${caseId}`)).body.code).toBe('case.not_found')
    expect((await neighbour.get('/api/log-book')).body.items).toEqual([])
    // The own agent reads it masked, and takes nothing out.
    const own = await agent.get(`/api/cases/${caseId}`)
    expect([own.status, own.body.applicant.idNo]).toEqual([200, '**************002X'])
    expect(JSON.stringify(own.body)).not.toContain('11010519491231002X')
    const taken = await agent.post('/api/reports/cases/export', {})
    expect([taken.status, taken.body.code]).toEqual([403, 'session.forbidden'])
  })

  test('[V5] takes no complaint of a village: that item is not open to it', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const complaint = aRegistration({ item: 'DZ-003', materials: [] })
    expect(await syncOne(agent, complaint)).toMatchObject({ status: 'attention', code: 'item.not_agency' })
  })

  test('[V76] is not refused for the phone’s clock, and its instant is corrected by what the phone thinks', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration({}, { capturedAt: '2029-06-12T01:30:00.000Z' })
    const result = await syncOne(agent, command, { deviceNow: '2029-06-12T01:40:00.000Z' })
    expect(result.status).toBe('applied')
    const { body } = await agent.get(`/api/cases/${command.header['caseId']}`)
    expect(body.agency.capturedAt).toBe('2026-06-12T01:30:00.000Z')
  })

  test.each(['clerk1', 'mz', 'supervisor', 'admin'])('[V2] is not for %s', async (name) => {
    const hall = await startHall()
    const caller = await hall.signIn(name)
    expect((await caller.post('/sync', {})).body.code).toMatch(/session\.forbidden|request\.invalid/)
    expect((await hall.anonymous.post('/sync', {})).status).toBe(401)
  })
})

describe('a village case on its way', () => {
  test('[V67] waits for its photos before it can be accepted, then the promise starts at the centre', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const clerk = await hall.clerkAt(1)
    const command = aRegistration(caseOfFiveDays())
    const { status } = await syncOne(agent, command)
    expect(status).toBe('applied')
    const url = `/api/cases/${command.header['caseId']}`
    expect((await clerk.get(url)).body.row.flags).toContain('awaiting_files')
    expect((await clerk.command(`${url}/accept`)).body.code).toBe('material.missing')

    expect(await putFile(hall, agent, SIGNATURE)).toMatchObject({ status: 200 })

    expect((await clerk.get(url)).body.row.flags).not.toContain('awaiting_files')
    const accepted = await clerk.command(`${url}/accept`)
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    const { clocks } = accepted.body.case
    expect(clocks.find(({ kind }: { kind: string }) => kind === 'committed').startedOn).toBe('2026-06-12')
  })

  test('[V73] brings what the notice asks for, and is received anew', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const clerk = await hall.clerkAt(1)
    const command = aRegistration(caseOfFiveDays())
    await syncOne(agent, command)
    await putFile(hall, agent, SIGNATURE)
    const { caseId } = command.header
    const name = (await clerk.get(`/api/cases/${caseId}`)).body.materials[0].name as string
    const asked = await clerk.command(`/api/cases/${caseId}/request-supplement`, {
      materials: [{ name, how: '缺签字' }],
    })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    const photo = aPicture(60, 3)
    const brought = freeze('material.receive', { materials: [name] }, { caseId, files: [named(photo, name)] })
    expect(await syncOne(agent, brought)).toMatchObject({ status: 'applied', filesMissing: [sha256(photo)] })
    expect(await putFile(hall, agent, photo)).toMatchObject({ status: 200 })
    const { body } = await clerk.get(`/api/cases/${caseId}`)
    expect(body.row.status).toBe('received')
    expect(body.materials[0].files).toMatchObject([{ sha256: sha256(photo), isStored: true }])
  })

  test('[V73] is not delivered before it is decided', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    await syncOne(agent, command)
    const { caseId } = command.header
    const delivery = freeze('result.deliver', { receiver: '示例甲' }, { caseId })
    expect(await syncOne(agent, delivery)).toMatchObject({ status: 'attention', code: 'case.wrong_status' })
  })

  test('[C1205] captured before the case was passed on or ended is added, and decides nothing any more', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const clerk = await hall.clerkAt(1)
    const supervisor = await hall.signIn('supervisor')
    const command = aRegistration(caseOfFiveDays())
    const { caseId } = command.header
    await syncOne(agent, command)
    const moved = await supervisor.command(`/api/cases/${caseId}/transfer`, {
      unit: 'SB',
      reason: '不归民政',
    })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    const note = (seq: number, text: string) => freeze('note.add', { text }, { caseId, seq })
    expect(await syncOne(agent, note(2, '邻居证明在我这里'))).toMatchObject({ status: 'applied' })
    const ended = await clerk.command(`/api/cases/${caseId}/withdraw`, { reason: '不办了' })
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect(await syncOne(agent, note(3, '户口簿照片已拍'))).toMatchObject({ status: 'applied' })
    const delivery = freeze('result.deliver', { receiver: '示例甲' }, { caseId, seq: 4 })
    expect(await syncOne(agent, delivery)).toMatchObject({ status: 'attention', code: 'case.wrong_status' })
    const page = (await clerk.get(`/api/cases/${caseId}`)).body
    expect(page.row).toMatchObject({ status: 'withdrawn' })
    expect(page.events.map(({ text }: { text: string | null }) => text)).toEqual(
      expect.arrayContaining(['邻居证明在我这里', '户口簿照片已拍']),
    )
  })

  test('[V73, P33] delivered twice, the second is a note that names its receiver masked', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const clerk = await hall.clerkAt(1)
    const command = aRegistration()
    const { caseId } = command.header
    await syncOne(agent, command)
    await putFile(hall, agent, SIGNATURE)
    const done = await clerk.command(`/api/cases/${caseId}/finish-on-spot`, { result: '已答复' })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    const delivery = (seq: number) => freeze('result.deliver', { receiver: '示例乙丙' }, { caseId, seq })
    expect(await syncOne(agent, delivery(2))).toMatchObject({ status: 'applied' })
    expect(await syncOne(agent, delivery(3))).toMatchObject({ status: 'merged' })
    const { events } = (await clerk.get(`/api/cases/${caseId}`)).body
    expect(events.at(-1)).toMatchObject({ type: 'case.noted', text: '又送达：示**丙' })
    expect(JSON.stringify(events)).not.toContain('示例乙丙')
  })

  test('[V9] is not delivered by an agent whom the resident did not let', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { authority } = registerPayload() as { authority: object }
    const command = aRegistration({ authority: { ...authority, powers: ['submit'] } })
    await syncOne(agent, command)
    const delivery = freeze('result.deliver', { receiver: '示例甲' }, { caseId: command.header['caseId'] })
    expect(await syncOne(agent, delivery)).toMatchObject({
      status: 'attention',
      code: 'authority.out_of_scope',
    })
  })

  test('[V72] tells nothing about a file that its own commands do not name', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    await syncOne(agent, aRegistration())
    const neighbour = await hall.signIn('v06')
    expect((await headFile(hall, agent, sha256(SIGNATURE))).status).toBe(200)
    expect((await headFile(hall, neighbour, sha256(SIGNATURE))).status).toBe(404)
    expect((await headFile(hall, agent, '0'.repeat(64))).status).toBe(404)
  })
})

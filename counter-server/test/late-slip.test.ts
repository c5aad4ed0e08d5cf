import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Caller, FRIDAY, startHall } from './app.ts'
import { act } from './case-files.ts'
import { journalOf } from './desk.ts'
import type { Frozen } from './village-fixture.ts'
import {
  aPicture,
  aRegistration,
  freeze,
  named,
  putFile,
  SIGNATURE,
  sync,
  syncOne,
} from './village-fixture.ts'

const PAPER = {
  item: 'MZ-013',
  applicant: { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
  materials: [{ name: '居民身份证', state: 'received' }],
}

/** A lost phone whose first slip was brought to the hall and entered again. */
async function aReEnteredSlip(change: object = {}) {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const numbers = (await sync(agent, [], { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []
  const number = numbers[0] ?? ''
  const { staffId } = (await agent.get('/api/sessions/own')).body as { staffId: string }
  const order = (act: string) =>
    supervisor.command(`/api/devices/${phone.deviceId}/${act}`, { reason: '掉在河里' })
  await order('lost')
  const entered = await supervisor.command('/api/points/paper-work/cases', { ...PAPER, number, ...change })
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
  const caseId: string = entered.body.case.row.id
  const lost = await phone.lost()
  const handOver = async (...commands: readonly Frozen[]) => {
    const told = commands.map((command) => ({ author: staffId, ...command }))
    const left = { commands: 0, files: 0 }
    const body = {
      protocol: 1,
      nonce: 'nonce-of-the-lost',
      deviceNow: FRIDAY,
      commands: told,
      free: [],
      left,
    }
    expect((await lost.post('/sync/lost', body)).status).toBe(200)
  }
  const other = await (await hall.phone('05')).signIn('v05')
  return {
    hall,
    phone,
    supervisor,
    numbers,
    number,
    caseId,
    lost,
    other,
    order,
    handOver,
    items: async () => (await supervisor.get('/api/village-attention')).body.items,
    confirm: ({ header }: Frozen, body: object) =>
      other.command(`/api/village-attention/${header['id']}/confirm`, body),
    solve: ({ header }: Frozen, body: object) =>
      supervisor.command(`/api/village-attention/${header['id']}/solve`, body),
    casesOf: async () => (await supervisor.get('/api/log-book?village=05')).body.items.length as number,
    shown: async (id: unknown = caseId) => (await supervisor.get(`/api/cases/${id}`)).body,
  }
}

const outcomeOf = async (caller: Caller, { header }: Frozen) => {
  const answer = await sync(caller, [], { waiting: [{ id: header['id'], isHanded: false }] })
  return (answer as unknown as { outcomes: object[] }).outcomes[0]
}

const SECRETS = { queryCode: '7K3F9QPD', token: 'A'.repeat(22) }
const PROOF = aPicture(60, 3)

describe('what a lost phone hands over after its slip was entered again from paper', () => {
  test('[V80, V64, V67] is the same case when its author says so: photos, authority, papers and slip come to it, and what follows', async () => {
    const { hall, lost, number, caseId, handOver, items, confirm, casesOf, shown, other } =
      await aReEnteredSlip()
    const files = [named(SIGNATURE), named(PROOF, '居民身份证')]
    const command = aRegistration({ secrets: SECRETS, note: '急用' }, { number, files })
    const { id, caseId: phoneCase } = command.header
    const note = freeze('note.add', { text: '口头补充' }, { caseId: phoneCase, after: id, seq: 2 })
    await handOver(command, note)
    for (const photo of [SIGNATURE, PROOF]) await putFile(hall, lost, photo, 'lost')
    const own = (await other.get('/api/village-attention/own')).body.items
    expect(own[0].slipCase).toEqual({
      id: caseId,
      number,
      item: '社会救助政策咨询与在享待遇查询',
      applicant: '示*甲',
      receivedAt: '2026-06-12T01:40:00.000Z',
      isVoid: false,
      differences: [],
    })
    for (const each of [command, note])
      expect(await confirm(each, { isOwn: true })).toMatchObject({ status: 200 })
    expect(await items()).toEqual([])
    expect(await casesOf()).toBe(1)
    const body = await shown()
    expect(body.row).toMatchObject({ id: caseId, number })
    expect(body.agency).toMatchObject({
      relation: '本人',
      powers: ['submit', 'receive_notice', 'receive_result'],
    })
    const text = JSON.stringify(body)
    for (const words of ['编号相同，是同一件', '急用', '口头补充']) expect(text).toContain(words)
    expect(body.materials[0].files).toHaveLength(1)
    expect(await shown(phoneCase)).toMatchObject({ code: 'case.not_found' })
    const outcome = await outcomeOf(other, command)
    expect(outcome).toMatchObject({ status: 'merged', number, filesMissing: [] })
    expect(outcome).not.toHaveProperty('slip')
    // The slip in the resident's hand, and the one that the re-entry printed.
    const tracked = await hall.anonymous.post('/api/track/case', { number, code: SECRETS.queryCode })
    expect(tracked.body.number).toBe(number)
    const linked = await hall.anonymous.post('/api/track/case', { token: SECRETS.token })
    expect(linked.body.number).toBe(number)
  })

  test('[V80, V73] is not done by a press where the two differ: both stand side by side at the centre, and its word is kept', async () => {
    const { hall, number, caseId, handOver, items, confirm, solve, casesOf, shown, supervisor, other } =
      await aReEnteredSlip()
    const applicant = { ...PAPER.applicant, name: '示例丙', phone: '19900000002', address: '东山组 3 号' }
    const command = aRegistration({ applicant, secrets: SECRETS }, { number })
    await handOver(command)
    expect((await confirm(command, { isOwn: true })).status).toBe(200)
    expect((await confirm(command, { isOwn: true })).body.code).toBe('request.not_found')
    expect(await items()).toMatchObject([
      {
        code: 'number.re_entered',
        handedAt: FRIDAY,
        slipCase: {
          number,
          differences: [
            { field: 'name', theirs: '示*甲', yours: '示*丙' },
            { field: 'phone', theirs: '199****0001', yours: '199****0002' },
          ],
        },
      },
    ])
    expect((await solve(command, { how: 'apply', reason: '同一件' })).body.code).toBe('number.re_entered')
    const joined = await solve(command, { how: 'link', number, take: ['phone'], reason: '问过本人' })
    expect(joined.status, JSON.stringify(joined.body)).toBe(200)
    expect(await casesOf()).toBe(1)
    // What another person signed and holds opens nothing here (V9).
    expect((await shown()).agency).toBeNull()
    const linked = await hall.anonymous.post('/api/track/case', { token: SECRETS.token })
    expect(linked.body.code).toBe('code.not_found')
    expect(await outcomeOf(other, command)).toMatchObject({ number: null, slip: 'shut' })
    const text = JSON.stringify(await shown())
    expect(text).toContain('姓名：办件 示*甲，手机 示*丙')
    expect(text).not.toContain('示例丙')
    const reveal = async (field: string) =>
      (await supervisor.post(`/api/cases/${caseId}/reveal`, { field, purpose: '核对' })).body.value
    expect(await reveal('phone')).toBe('19900000002')
    expect(await reveal('address')).toBe('东山组 3 号')
  })

  test('[V17, V80, V94] brings the papers that lie at the point: counted at the desk, and their way up has begun', async () => {
    const { number, caseId, handOver, confirm, other, shown } = await aReEnteredSlip()
    const papers = [{ name: '居民身份证', form: 'copy', count: 2 }]
    const command = aRegistration({ papers }, { number })
    await handOver(command)
    expect((await confirm(command, { isOwn: true })).status).toBe(200)
    const { body: visit } = await other.command('/api/visits', { cases: [{ case: caseId, way: 'up' }] })
    expect(visit.cases[0].papers).toEqual(papers)
    const { clocks } = await shown()
    const handUp = clocks.filter(({ kind }: { kind: string }) => kind === 'handup')
    expect(handUp.map(({ state }: { state: string }) => state)).toEqual(['running'])
  })

  test('[V17, V80] says nothing twice of papers that the case knows of', async () => {
    const { phone, number, caseId, order, other } = await aReEnteredSlip()
    const papers = [{ name: '居民身份证', form: 'copy', count: 2 }]
    await order('found')
    await phone.again()
    const agent = await phone.signIn('v05')
    for (const command of [aRegistration({ papers }, { number }), aRegistration({ papers }, { number })])
      expect((await syncOne(agent, command)).status).toBe('merged')
    const { body: visit } = await other.command('/api/visits', { cases: [{ case: caseId, way: 'up' }] })
    expect(visit.cases[0].papers).toEqual(papers)
  })

  test('[V4, V80] shows an agent who moved what they wrote themselves, and nothing of the old point’s case', async () => {
    const { hall, supervisor, handOver, number, caseId, items } = await aReEnteredSlip()
    const command = aRegistration({}, { number })
    const note = freeze('note.add', { text: '口头补充' }, { caseId, seq: 2 })
    await handOver(command, note)
    await hall.server.counter.deps.store.write((tx) =>
      tx.sql.prepare("UPDATE staff SET village = '06' WHERE sign_in_name = 'v05'").run(),
    )
    const moved = await (await hall.phone('06')).signIn('v05')
    const own = (await moved.get('/api/village-attention/own')).body.items
    const nothing = { caseId: null, number: null, slipCase: null, code: 'device.lost' }
    expect(own).toMatchObject([
      { ...nothing, type: 'case.register', item: '社会救助政策咨询与在享待遇查询', applicant: '示*甲' },
      { ...nothing, type: 'note.add', item: null, applicant: null },
    ])
    const say = ({ header }: Frozen, body: object) =>
      moved.command(`/api/village-attention/${header['id']}/confirm`, body)
    // Of another matter they know nothing that could be said.
    expect((await say(command, { isOwn: true, apart: '另一件' })).body.code).toBe('request.not_found')
    expect((await say(command, { isOwn: true })).status).toBe(200)
    expect((await say(note, { isOwn: false })).status).toBe(200)
    expect(await items()).toEqual([])
    expect((await supervisor.get(`/api/cases/${caseId}`)).body.agency).toMatchObject({ relation: '本人' })
  })

  test('[V80, V62] is a case of its own under another number where it truly is another matter, with the reason in both', async () => {
    const { hall, number, caseId, handOver, confirm, casesOf, shown, supervisor, other } =
      await aReEnteredSlip()
    const applicant = { name: '示例乙', idNo: '110101199003077758', phone: '19900000003', village: '05' }
    const command = aRegistration({ applicant }, { number })
    await handOver(command)
    expect((await confirm(command, { isOwn: true, apart: '补录时抄错了编号' })).status).toBe(200)
    expect(await casesOf()).toBe(2)
    const own = await shown(command.header['caseId'])
    expect(own.row.number).not.toBe(number)
    expect(own.row.applicant).toBe('示*乙')
    for (const body of [own, await shown(caseId)]) expect(JSON.stringify(body)).toContain('补录时抄错了编号')
    // The code in this resident's hand opens nothing under the number beside it.
    expect(await outcomeOf(other, command)).toMatchObject({
      status: 'merged',
      number: own.row.number,
      slip: 'other_matter',
    })
    // One number names one case, for whoever looks for it.
    const { items } = (await supervisor.post('/api/cases/find', { find: number })).body
    expect(items.map(({ id }: { id: string }) => id)).toEqual([caseId])
    expect(journalOf(hall, 'village.attention_settled')).toMatchObject([
      { how: 'apart', code: 'device.lost' },
    ])
  })

  test('[V51, V80, V62] is found to be a case that stands, and its number is one that nobody waits for any more', async () => {
    const { number, numbers, handOver, solve, supervisor } = await aReEnteredSlip()
    const own = numbers[1] ?? ''
    const command = aRegistration({}, { number: own })
    await handOver(command)
    const unseen = async () => {
      const { phones } = (await supervisor.get('/api/points/paper-work')).body
      return phones.flatMap((each: { numbers: { number: string }[] }) =>
        each.numbers.map((line) => line.number),
      )
    }
    expect(await unseen()).toContain(own)
    expect((await solve(command, { how: 'link', number, reason: '同一件' })).status).toBe(200)
    expect(await unseen()).not.toContain(own)
    const { gaps } = (await supervisor.get('/api/points/05/numbers')).body
    const gap = gaps.find((each: { number: string }) => each.number === own)
    expect(gap).toMatchObject({ state: 'void', reason: `并到 ${number}` })
  })

  test('[V80, V63] is known by the code of an empty pool too', async () => {
    const code = '临-05-9KQ4T-7'
    const { handOver, confirm, casesOf, caseId, shown, items } = await aReEnteredSlip({ number: code })
    const command = aRegistration({}, { provisional: code })
    await handOver(command)
    expect((await items())[0].slipCase.id).toBe(caseId)
    expect((await confirm(command, { isOwn: true })).status).toBe(200)
    expect(await casesOf()).toBe(1)
    expect((await shown()).agency.relation).toBe('本人')
  })
})

describe('a phone that was found and sends by itself what was entered again from paper', () => {
  test('[V80, V49] hears that it is the same case, also the second time, and brings its photos there', async () => {
    const { hall, phone, number, order, casesOf, shown, caseId } = await aReEnteredSlip()
    await order('found')
    await phone.again()
    const agent = await phone.signIn('v05')
    const command = aRegistration({}, { number })
    const told = await syncOne(agent, command)
    expect(told).toMatchObject({ status: 'merged', number, code: null })
    expect(told.filesMissing).toHaveLength(1)
    expect((await putFile(hall, agent, SIGNATURE)).status).toBe(200)
    expect(await syncOne(agent, command)).toMatchObject({ status: 'duplicate', number, filesMissing: [] })
    const note = freeze('note.add', { text: '口头补充' }, { caseId: command.header['caseId'], seq: 2 })
    expect((await syncOne(agent, note)).status).toBe('applied')
    expect(await casesOf()).toBe(1)
    expect(JSON.stringify(await shown(caseId))).toContain('口头补充')
  })

  test('[V80, V66] keeps what differs until the centre says which it is; nothing is joined to a void case', async () => {
    const { phone, number, order, casesOf, solve, supervisor, caseId, items } = await aReEnteredSlip()
    await order('found')
    await phone.again()
    const agent = await phone.signIn('v05')
    const command = aRegistration({ item: 'MZ-001', ...{ materials: [] } }, { number })
    const other = aRegistration({ applicant: { ...PAPER.applicant, name: '示例丙' } }, { number })
    await syncOne(agent, command)
    const told = await syncOne(agent, other)
    expect(told).toMatchObject({ status: 'attention', code: 'number.re_entered' })
    expect(told.message).toBe(`回执已补录为 ${number}，请镇中心核对`)
    await act(supervisor, caseId, 'void', { reason: '抄错了编号' })
    const waits = (await items()).find(({ id }: { id: unknown }) => id === other.header['id'])
    expect(waits.slipCase.isVoid).toBe(true)
    const joined = await solve(other, { how: 'link', number, reason: '同一件' })
    expect(joined.body.code).toBe('case.wrong_status')
    expect((await solve(other, { how: 'apart', reason: '补录作废了' })).status).toBe(200)
    expect(await outcomeOf(agent, other)).toMatchObject({ status: 'merged' })
    expect(await casesOf()).toBe(2)
    const plain = aRegistration({ isRelative: null })
    await syncOne(agent, plain)
    expect((await solve(plain, { how: 'apart', reason: '另一件' })).body.code).toBe('number.not_open')
  })

  test('[V91, V93, V80] stands on the visit lists as the case that it is: made before it was joined or after, and once', async () => {
    const { hall, phone, number, order, other, caseId } = await aReEnteredSlip()
    const command = aRegistration({}, { number })
    const phoneCase = command.header['caseId']
    const unsent = { case: phoneCase, way: 'up', unsent: number }
    const listed = async (...cases: object[]) => {
      const answer = await other.command('/api/visits', { cases })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return answer.body.id as string
    }
    const lines = async (id: string) =>
      (await other.get(`/api/visits/${id}`)).body.cases.map((line: Record<string, unknown>) => [
        line['case'],
        line['status'],
      ])
    const before = await listed(unsent)
    const twice = await listed({ case: caseId, way: 'up' }, unsent)
    expect(await lines(before)).toEqual([[phoneCase, null]])
    await order('found')
    await phone.again()
    expect(await syncOne(await phone.signIn('v05'), command)).toMatchObject({ status: 'merged' })
    for (const id of [before, twice, await listed(unsent)])
      expect(await lines(id)).toEqual([[caseId, 'received']])
    expect(
      (await other.command('/api/visits', { cases: [unsent, { case: caseId, way: 'up' }] })).body.code,
    ).toBe('visit.empty')
    // A desk that has had the list open since before.
    const clerk = await hall.clerkAt(1)
    const served = { case: phoneCase, papers: [], problem: null, remark: '' }
    expect((await clerk.command(`/api/visits/${before}/serve`, served)).status).toBe(200)
    expect((await other.command(`/api/visits/${before}/confirm`)).status).toBe(200)
  })
  test('[V4, V80, V91] joined to a case of another place is named, and the rest of the visit list is made without it', async () => {
    const { hall, handOver, solve, other, caseId } = await aReEnteredSlip()
    const applicant = { ...PAPER.applicant, village: '06' }
    const foreign = aRegistration({ applicant }, { pointId: '06' })
    expect(await syncOne(await hall.signIn('v06'), foreign)).toMatchObject({ code: null })
    const command = aRegistration({}, { number: '2026-05-0042-X' })
    await handOver(command)
    const supervisor = await hall.roleCaller('supervisor')
    const { number } = (await supervisor.get(`/api/cases/${foreign.header['caseId']}`)).body.row
    expect((await solve(command, { how: 'link', number, reason: '同一件' })).status).toBe(200)
    const own = { case: caseId, way: 'up' }
    const joined = { case: command.header['caseId'], way: 'up', unsent: '2026-05-0042-X' }
    expect((await other.command('/api/visits', { cases: [own, joined] })).body).toMatchObject({
      code: 'case.not_found',
      params: { case: joined.case },
    })
    expect((await other.command('/api/visits', { cases: [own] })).body.cases).toMatchObject([
      { case: caseId },
    ])
  })
})

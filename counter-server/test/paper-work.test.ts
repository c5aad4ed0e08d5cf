import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { insertSkippedNumbers } from '../src/store/village-numbers.ts'
import { countRows } from './a-store.ts'
import { type Caller, startHall } from './app.ts'
import { journalOf } from './desk.ts'
import { aRegistration, sync, syncBody, syncOne } from './village-fixture.ts'

async function aPoint() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const asked = { requestId: uuidv7(), free: 0 }
  const numbers = (await sync(agent, [], { leases: asked })).leases ?? []
  const work = async () => (await supervisor.get('/api/points/paper-work')).body
  const lose = () => supervisor.command(`/api/devices/${phone.deviceId}/lost`, { reason: '掉在河里' })
  return { hall, phone, agent, supervisor, numbers, work, lose }
}

const PAPER = {
  item: 'MZ-013',
  applicant: { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
  materials: [{ name: '居民身份证', state: 'received' }],
}

const enter = (supervisor: Caller, body: object) =>
  supervisor.command('/api/points/paper-work/cases', { ...PAPER, ...body })

describe('the work list of what is to be entered again from paper', () => {
  test('[V80, V62] names each number that a lost phone took along, its point, who had it and since when', async () => {
    const { hall, phone, agent, numbers, work, lose } = await aPoint()
    expect(await work()).toEqual({ phones: [], findings: [] })
    // Three slips were given out when it was last heard; one of them has arrived since.
    await syncOne(agent, aRegistration({}, { number: numbers[0] }), {
      outbox: { unsent: 3, filesUnsent: 0, attention: 0, numbersFree: 47 },
    })
    await lose()
    const { phones } = await work()
    expect(phones).toMatchObject([
      {
        device: phone.deviceId,
        village: '05',
        villageName: '石桥村',
        name: '05 村手机',
        isLost: true,
        heardAt: hall.clock.now(),
        goneAt: hall.clock.now(),
        onSlips: 2,
      },
    ])
    expect(phones[0].agent).toBe('石桥村代办员')
    expect(phones[0].numbers).toHaveLength(49)
    expect(phones[0].numbers[0]).toEqual({ number: numbers[1], lentAt: hall.clock.now() })
  })

  test('[V80, V64, V65] a slip is entered again under its own number, and its query code goes on working', async () => {
    const { hall, supervisor, numbers, work, lose } = await aPoint()
    const [number = '', second = ''] = numbers
    await lose()
    const slip = { number: number.toLowerCase(), queryCode: '7k3f-9qpd', agentName: '示例乙' }
    const answer = await enter(supervisor, slip)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.receipt.caseNumber).toBe(number)
    const { row } = answer.body.case
    expect(row).toMatchObject({ number, channel: 'village', villageName: '石桥村' })
    const track = (query: string) => hall.anonymous.post('/api/track/case', { number, code: query })
    expect((await track('7K3F9QPD')).body.number).toBe(number)
    expect((await work()).phones[0].numbers).toHaveLength(49)
    // Once: the number stands on a case now.
    expect((await enter(supervisor, { number })).body.code).toBe('number.not_open')
    expect((await enter(supervisor, { number: '2026-05-0001-B' })).body.code).toBe('number.check_failed')
    expect((await enter(supervisor, { number: second, queryCode: '7K3F' })).body.code).toBe('code.not_found')
    const { items } = (await supervisor.get('/api/log-book?village=05')).body
    expect(items.map(({ case: line }: { case: { number: string } }) => line.number)).toEqual([number])
  })

  test('[V62] what a phone in use was lent is not entered again, nor what stands on a case', async () => {
    const { hall, agent, supervisor, numbers } = await aPoint()
    await syncOne(agent, aRegistration({}, { number: numbers[0] }))
    for (const number of [numbers[0], numbers[1]])
      expect((await enter(supervisor, { number })).body.code).toBe('number.not_open')
    const clerk = await hall.signIn('clerk1')
    expect((await enter(clerk, { number: numbers[0] })).body.code).toBe('session.forbidden')
  })

  test('[V63, V80] a slip with the code of an empty pool gets a number, and is found by its code', async () => {
    const { hall, supervisor } = await aPoint()
    const code = '临-05-9KQ4T-7'
    const answer = await enter(supervisor, { number: code, queryCode: '7K3F9QPD' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const tracked = await hall.anonymous.post('/api/track/case', { number: code, code: '7K3F9QPD' })
    expect(tracked.body.number).toBe(answer.body.receipt.caseNumber)
    // Once, as with a number: the same slip is not two cases.
    const again = await enter(supervisor, { number: code.toLowerCase(), queryCode: '7K3F9QPD' })
    expect(again.body.code).toBe('number.not_open')
  })

  test('[V62, V80] numbers that stand on no slip are void with the reason, in the gap report too', async () => {
    const { supervisor, numbers, work, lose } = await aPoint()
    await lose()
    const mark = (body: object) => supervisor.command('/api/points/paper-work/void', body)
    expect((await mark({ numbers, reason: ' ' })).body.code).toBe('reason.required')
    expect((await mark({ numbers, reason: '本人说没有用过' })).status).toBe(200)
    expect((await mark({ numbers: [numbers[4]], reason: '再来' })).body.code).toBe('number.not_open')
    expect((await work()).phones).toEqual([])
    const { gaps } = (await supervisor.get('/api/points/05/numbers')).body
    expect(gaps[49]).toMatchObject({ number: numbers[49], state: 'void', reason: '本人说没有用过' })
    // A slip turns up all the same: paper counts for more than memory.
    expect((await enter(supervisor, { number: numbers[4] })).status).toBe(200)
  })
})

describe('the lease table of a phone after the centre was restored', () => {
  const table = { free: [], kept: [], gone: [] }

  test('[V57, V66] says who holds the numbers that the record left out: they are lent to nobody and stand on their own case', async () => {
    const { hall, agent, numbers } = await aPoint()
    const { store } = hall.server.counter.deps
    const other = await (await hall.phone('05')).signIn('v05')
    const later = (await sync(other, [], { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []
    // As after a restore: nobody knows whom these were lent to.
    await store.write((tx) => {
      tx.sql.prepare("DELETE FROM village_number WHERE number >= '2026-05-0051'").run()
      insertSkippedNumbers(tx, '05' as VillageCode, later)
    })
    const [free = '', kept = '', unknown = ''] = later
    const told = await sync(other, [], { table: { ...table, free: [free, numbers[0]], kept: [kept] } })
    // The other phone's number is not this one's to give out.
    expect((told as { taken?: readonly string[] }).taken).toEqual([numbers[0]])
    const stateOf = (number: string) =>
      store.read((tx) =>
        tx.sql.prepare('SELECT state FROM village_number WHERE number = ?').pluck().get(number),
      )
    expect([stateOf(free), stateOf(kept), stateOf(unknown)]).toEqual(['leased', 'leased', 'lost'])
    for (const number of [free, kept, unknown]) {
      const result = await syncOne(other, aRegistration({}, { number }))
      expect(result.number).toBe(number)
    }
    expect((await syncOne(agent, aRegistration({}, { number: free }))).number).not.toBe(free)
  })

  test('[V56, V57] what is nowhere any more becomes a finding, entered again under the same number or settled with a reason', async () => {
    const { hall, agent, supervisor, numbers, work } = await aPoint()
    const here = aRegistration({}, { number: numbers[0] })
    await syncOne(agent, here)
    const [lost, fact] = [uuidv7(), uuidv7()]
    const gone = [
      { id: here.header['id'], number: numbers[0] },
      { id: lost, number: numbers[1] },
      { id: fact, number: null },
    ]
    for (const _ of [1, 2]) await sync(agent, [], { table: { ...table, gone } })
    // The second time it brought nothing new.
    expect(journalOf(hall, 'village.table_offered')).toEqual([
      { village: '05', free: 0, kept: 0, taken: 0, gone: 2 },
    ])
    const { phones, findings } = await work()
    expect(phones).toEqual([])
    expect(findings).toMatchObject([
      { id: lost, number: numbers[1], villageName: '石桥村', agent: '石桥村代办员' },
      { id: fact, number: null },
    ])
    expect((await enter(supervisor, { number: numbers[1] })).status).toBe(200)
    const settle = (reason: string) => supervisor.command(`/api/points/paper-work/${fact}/settle`, { reason })
    expect((await settle('')).body.code).toBe('reason.required')
    expect((await settle('已补记在办件上')).status).toBe(200)
    expect((await settle('再来')).body.code).toBe('request.not_found')
    expect(await work()).toEqual({ phones: [], findings: [] })
  })

  test('[V56, V95] a phone finds no more in a day than it may send; the rest is found on the days after, and nothing is left out', async () => {
    const { hall, phone, agent } = await aPoint()
    const admin = await hall.roleCaller('admin')
    const fifty = { value: 50, reason: '试一试' }
    expect((await admin.command('/api/settings/village.commandsPerDay', fifty)).status).toBe(200)
    const gone = Array.from({ length: 70 }, () => ({ id: uuidv7(), number: null }))
    const offer = (by: Caller) => by.post('/sync', syncBody([], { table: { ...table, gone } }))
    const found = () => countRows(hall.server.counter.deps.store, ['village_finding'])
    // Told no, a phone does not think that the table was heard, and offers all of it again.
    for (const _ of [1, 2]) {
      expect((await offer(agent)).body).toMatchObject({ code: 'quota.reached', params: { n: 50 } })
      expect(found()).toEqual({ village_finding: 50 })
    }
    hall.clock.to('2026-06-13T01:00:00.000Z')
    expect((await offer(await phone.signIn('v05'))).status).toBe(200)
    expect(found()).toEqual({ village_finding: 70 })
  })
})

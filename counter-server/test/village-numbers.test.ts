import { caseNumber } from '@counter/shared/vocabulary/number'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { endNumbersOf, findVillageNumber, saveNumberVoid } from '../src/store/village-numbers.ts'
import { type Phone, startHall } from './app.ts'
import { aRegistration, freeze, registerPayload, sync, syncOne } from './village-fixture.ts'

const SECRETS = { queryCode: '7K3F9QPD', token: 'abcdefghijklmnopqrstuv' }

async function aPoint() {
  const hall = await startHall()
  const agent = await hall.signIn('v05')
  const device = uuidv7()
  /** `unsent`: what the phone has that the centre does not, so that its numbers may stand on slips. */
  const lend = async (free: number, requestId = uuidv7(), unsent = 0): Promise<readonly string[]> => {
    const outbox = { unsent, filesUnsent: 0, attention: 0 }
    return (await sync(agent, [], { deviceId: device, outbox, leases: { requestId, free } })).leases ?? []
  }
  const track = (number: string, code: string) => hall.anonymous.post('/api/track/case', { number, code })
  return { hall, agent, device, lend, track }
}

describe('the numbers of a village point', () => {
  test('[V61] are lent to a device up to 50, once a request, and not before 20 are left', async () => {
    const { lend } = await aPoint()
    const request = uuidv7()
    const first = await lend(0, request)
    expect(first).toHaveLength(50)
    expect(first[0]).toBe('2026-05-0001-A')
    expect(await lend(0, request)).toEqual(first)
    expect(await lend(21)).toEqual([])
    const more = await lend(20, uuidv7(), 30)
    expect(more).toHaveLength(30)
    expect(new Set([...first, ...more]).size).toBe(80)
  })

  test('[V61, V62] number-never-reused: a pool made smaller than what the device has takes no number back', async () => {
    const { hall, lend } = await aPoint()
    const first = await lend(0)
    const admin = await hall.roleCaller('admin')
    const smaller = { value: 10, reason: '少借一些' }
    expect((await admin.command('/api/settings/village.numbers', smaller)).status).toBe(200)
    expect(await lend(15)).toEqual([])
    expect(await lend(10)).toEqual([])
    const more = await lend(5, uuidv7(), 45)
    expect(more).toHaveLength(5)
    expect(first).not.toContain(more[0])
    expect(more[0]).toMatch(/^2026-05-0051-/)
  })

  test('[V61, V62] a phone that counts none of what it was lent burns no number by asking again', async () => {
    const { lend } = await aPoint()
    expect(await lend(0)).toHaveLength(50)
    expect(await lend(0)).toEqual([])
    // Three registrations that have not come yet: so many more may be in use.
    expect(await lend(0, uuidv7(), 3)).toHaveLength(3)
    expect(await lend(0, uuidv7(), 3)).toEqual([])
  })

  test('[V61] what was lent in the old year counts until 15 January, and then a phone is lent anew', async () => {
    const { hall } = await aPoint()
    const phone = await hall.phone('05')
    const lendOn = async (day: string) => {
      hall.clock.to(`${day}T01:40:00.000Z`)
      await phone.again()
      const leases = { requestId: uuidv7(), free: 0 }
      return (await sync(await phone.signIn('v05'), [], { leases })).leases ?? []
    }
    expect(await lendOn('2026-12-31')).toHaveLength(50)
    expect(await lendOn('2027-01-15')).toEqual([])
    expect((await lendOn('2027-01-16'))[0]).toMatch(/^2027-05-0001-/)
  })

  test('[V44, V57, V59, V61] a phone that holds more numbers than anybody needs still syncs whole', async () => {
    const { agent, device } = await aPoint()
    const command = aRegistration()
    const free = Array.from({ length: 5000 }, (_, place) => caseNumber(2026, '05', place + 1))
    const answer = await sync(agent, [command], {
      deviceId: device,
      leases: { requestId: uuidv7(), free: free.length },
      table: { free, kept: free.slice(0, 1001), gone: [] },
      outbox: { unsent: 1, filesUnsent: 0, attention: 0, numbersFree: free.length },
    })
    expect(answer.results).toMatchObject([{ id: command.header['id'], status: 'applied' }])
    expect(answer.leases).toEqual([])
  })

  test('[V35, V44, V61] a request for numbers of the agent before holds up nothing of the next one', async () => {
    const { hall, agent, device, lend } = await aPoint()
    const requestId = uuidv7()
    await lend(0, requestId)
    const other = await hall.signIn('v06')
    const command = aRegistration({}, { pointId: '06' })
    const answer = await sync(other, [command], { deviceId: device, leases: { requestId, free: 0 } })
    expect(answer.results[0]?.id).toBe(command.header['id'])
    expect(answer.leases).toEqual([])
    expect(await lend(0, requestId)).toHaveLength(50)
    expect((await sync(agent, [])).results).toEqual([])
  })

  test('[V61, V64] number-offline-unique: a lent number is the final one, and the slip works by its own secrets', async () => {
    const { agent, device, lend, track } = await aPoint()
    const [number = ''] = await lend(0)
    const command = aRegistration({ secrets: SECRETS }, { number })
    const result = await syncOne(agent, command, { deviceId: device })
    expect(result).toMatchObject({ status: 'applied', number, queryCode: null, link: null })
    expect((await track(number, '7K3F-9QPD')).status).toBe(200)
    expect((await track(number, '7K3F-9QPX')).status).toBe(404)
  })

  test('[V30, V62] one that was spoilt is made void by its phone, with a reason, and is never a case’s', async () => {
    const { hall, agent, device, lend } = await aPoint()
    const [spoilt = '', used = ''] = await lend(0)
    const say = (number: string, deviceId = device) =>
      syncOne(agent, freeze('number.void', { number, reason: '单子打坏了' }), { deviceId })
    expect(await say(spoilt)).toMatchObject({ status: 'applied', code: null })
    // There is no case to look at.
    expect(await say(spoilt)).toMatchObject({ status: 'merged', caseId: null })
    const stateOf = (number: string) =>
      hall.server.counter.deps.store.read((tx) => findVillageNumber(tx, number)?.state)
    expect(stateOf(spoilt)).toBe('void')
    const late = await syncOne(agent, aRegistration({}, { number: spoilt }), { deviceId: device })
    expect(late.status).toBe('merged')
    expect(late.number).not.toBe(spoilt)
    await syncOne(agent, aRegistration({}, { number: used }), { deviceId: device })
    expect(await say(used)).toMatchObject({ status: 'attention', code: 'number.used' })
    expect(await say('2026-05-0003-E', uuidv7())).toMatchObject({ code: 'number.not_lent' })
    expect(await say('2026-06-0001-A')).toMatchObject({ code: 'number.not_lent' })
  })

  test('[V62, V66] number-never-reused: a used number gives its second case another, and stays its alias', async () => {
    const { agent, device, lend, track } = await aPoint()
    const [number = ''] = await lend(0)
    await syncOne(agent, aRegistration({ secrets: SECRETS }, { number }), { deviceId: device })
    const secrets = { queryCode: '8K3F9QPD', token: 'bbcdefghijklmnopqrstuv' }
    const second = await syncOne(agent, aRegistration({ secrets }, { number }), { deviceId: device })
    expect(second.status).toBe('merged')
    expect(second.number).not.toBe(number)
    expect((await track(number, '8K3F9QPD')).body.number).toBe(second.number)
    expect((await track(number, '7K3F9QPD')).body.number).toBe(number)
  })

  test('[V62] number-never-reused: only what came back is lent again, never what was lost or torn up', async () => {
    const { hall, lend } = await aPoint()
    const { store } = hall.server.counter.deps
    const lendTo = async (phone: Phone) => {
      const leases = { requestId: uuidv7(), free: 0 }
      return (await sync(await phone.signIn('v05'), [], { leases })).leases ?? []
    }
    const [one, two] = [await hall.phone('05'), await hall.phone('05')]
    const [retired, lost] = [one.deviceId, two.deviceId]
    const [torn = '', kept = ''] = await lendTo(one)
    const gone = await lendTo(two)
    expect(gone[0]).toMatch(/^2026-05-0051-/)
    await store.write((tx) => saveNumberVoid(tx, torn, '打错了'))
    expect(await store.write((tx) => endNumbersOf(tx, retired, 'returned'))).toBe(49)
    expect(await store.write((tx) => endNumbersOf(tx, lost, 'lost'))).toBe(50)
    const again = await lend(0)
    expect(again).toHaveLength(50)
    expect(again[0]).toBe(kept)
    expect(again).not.toContain(torn)
    expect(again[49]).toMatch(/^2026-05-0101-/)
    expect(store.read((tx) => findVillageNumber(tx, kept))?.state).toBe('leased')
  })

  test('[V66] a number lent to another device is kept as alias', async () => {
    const { hall, agent } = await aPoint()
    const other = await (await hall.phone('05')).signIn('v05')
    const leases = { requestId: uuidv7(), free: 0 }
    const [number = ''] = (await sync(other, [], { leases })).leases ?? []
    expect(number).toBe('2026-05-0001-A')
    const result = await syncOne(agent, aRegistration({ secrets: SECRETS }, { number }))
    expect(result.status).toBe('merged')
    expect(result.number).not.toBe(number)
  })

  test('[V62, V66] number-never-reused: a number lent before a restore, which this record does not know, is never lent again', async () => {
    const { agent, device, lend } = await aPoint()
    const [first = ''] = await lend(0)
    expect(first).toBe('2026-05-0001-A')
    const known = caseNumber(2026, '05', 60)
    const result = await syncOne(agent, aRegistration({ secrets: SECRETS }, { number: known }), {
      deviceId: device,
    })
    expect(result).toMatchObject({ status: 'merged', number: caseNumber(2026, '05', 61) })
    expect((await lend(0, uuidv7(), 50))[0]).toBe(caseNumber(2026, '05', 62))
    const madeUp = caseNumber(2026, '05', 9999)
    const far = await syncOne(agent, aRegistration({}, { number: madeUp }), { deviceId: device })
    expect(far.number).toBe(caseNumber(2026, '05', 112))
  })

  test('[V63] a provisional code is found for ever beside the final number', async () => {
    const { agent, device, track } = await aPoint()
    const provisional = '临-05-9KQ4T-7'
    const secrets = { queryCode: '9K3F9QPD', token: 'cbcdefghijklmnopqrstuv' }
    const result = await syncOne(agent, aRegistration({ secrets }, { provisional }), { deviceId: device })
    expect(result.status).toBe('applied')
    for (const number of [provisional, result.number ?? ''])
      expect((await track(number, '9K3F-9QPD')).body.number).toBe(result.number)
  })

  test('[V63] two cases of one provisional code are each opened by the own query code alone', async () => {
    const { agent, device, track } = await aPoint()
    const provisional = '临-05-9KQ4T-7'
    const send = (queryCode: string, token: string) =>
      syncOne(agent, aRegistration({ secrets: { queryCode, token } }, { provisional }), { deviceId: device })
    const one = await send('9K3F9QPD', 'cbcdefghijklmnopqrstuv')
    const other = await send('7M2X4WHA', 'dbcdefghijklmnopqrstuv')
    expect(other.number).not.toBe(one.number)
    expect((await track(provisional, '9K3F-9QPD')).body.number).toBe(one.number)
    expect((await track(provisional, '7M2X-4WHA')).body.number).toBe(other.number)
    const wrong = await track(provisional, '0000-0000')
    expect([wrong.status, wrong.body.code]).toEqual([404, 'code.not_found'])
    // The code of the one does not open the number of the other.
    expect((await track(other.number ?? '', '9K3F-9QPD')).body.code).toBe('code.not_found')
  })

  test('[V63, V66, C1109] what stands on a slip finds its case at a desk, in small letters too; a wrong check sign is said', async () => {
    const { hall, agent, device, lend } = await aPoint()
    const provisional = '临-05-9KQ4T-7'
    const early = await syncOne(agent, aRegistration({}, { provisional }), { deviceId: device })
    const [lent = ''] = await lend(0)
    const first = await syncOne(agent, aRegistration({}, { number: lent }), { deviceId: device })
    const second = await syncOne(agent, aRegistration({}, { number: lent }), { deviceId: device })
    const clerk = await hall.signIn('clerk1')
    const find = async (text: string) => (await clerk.post('/api/cases/find', { find: text })).body
    const numbers = async (text: string) =>
      (await find(text)).items.map(({ number }: { number: string }) => number).toSorted()
    expect(await numbers(provisional)).toEqual([early.number])
    expect(await numbers('临-05-9kq4t-7')).toEqual([early.number])
    // Two slips show this number: both cases are found (V66).
    expect(await numbers(lent)).toEqual([first.number, second.number].toSorted())
    expect(await numbers('临-05-3KQ4T-6')).toEqual([])
    expect((await find('临-05-9KQ4T-8')).code).toBe('number.check_failed')
  })

  test('[V65] a number that the centre has not received names its point; a wrong check sign is said', async () => {
    const { lend, track } = await aPoint()
    const [number = ''] = await lend(0)
    const unseen = await track(number, '7K3F9QPD')
    expect(unseen.body).toMatchObject({ code: 'number.not_arrived', params: { name: '石桥村' } })
    expect((await track('临-05-3KQ4T-6', '7K3F9QPD')).body.code).toBe('number.not_arrived')
    expect((await track('2026-05-0001-B', '7K3F9QPD')).body.code).toBe('number.check_failed')
  })

  test('[V56] names what it does not have of all that a device was once told is stored', async () => {
    const { agent } = await aPoint()
    const command = aRegistration()
    await syncOne(agent, command)
    const unknown = uuidv7()
    const answer = await sync(agent, [], { known: [command.header['id'], unknown] })
    expect(answer.missing).toEqual([unknown])
  })

  test('[V95] secrets of another form are malformed and nothing is written', async () => {
    const { agent } = await aPoint()
    const payload = registerPayload({ secrets: { queryCode: 'ILOU', token: 'short' } })
    const result = await syncOne(agent, aRegistration(payload))
    expect(result).toMatchObject({ status: 'attention', code: 'command.malformed' })
  })
})

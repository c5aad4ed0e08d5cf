import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { endNumbersOf } from '../src/store/village-numbers.ts'
import { type Phone, startHall } from './app.ts'
import { aRegistration, freeze, sync, syncOne } from './village-fixture.ts'

const lentTo = async (phone: Phone) =>
  (await sync(await phone.signIn('v05'), [], { leases: { requestId: uuidv7(), free: 0 } })).leases ?? []

test('[V62] after use, spoiling, return, loss and entry from paper the states of a point sum to the highest number issued, and each gap is listed', async () => {
  const hall = await startHall()
  const { store } = hall.server.counter.deps
  const supervisor = await hall.roleCaller('supervisor')
  const [mine, back, gone] = [await hall.phone('05'), await hall.phone('05'), await hall.phone('05')]
  const agent = await mine.signIn('v05')
  const [own, returned, lost] = [await lentTo(mine), await lentTo(back), await lentTo(gone)]
  // Without a number of its own a case gets the next one of the centre.
  expect((await syncOne(agent, aRegistration())).number).toMatch(/^2026-05-0151-/)
  for (const number of [own[0], own[1]]) await syncOne(agent, aRegistration({}, { number }))
  await syncOne(agent, freeze('number.void', { number: own[2], reason: '打错了' }))
  await store.write((tx) => endNumbersOf(tx, back.deviceId, 'returned'))
  const lose = { reason: '掉在河里' }
  expect((await supervisor.command(`/api/devices/${gone.deviceId}/lost`, lose)).status).toBe(200)
  const entered = await supervisor.command('/api/points/paper-work/cases', {
    number: lost[0],
    item: 'MZ-013',
    applicant: { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
    materials: [{ name: '居民身份证', state: 'received' }],
  })
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
  const spoilt = { numbers: [lost[1]], reason: '本人说没有用过' }
  expect((await supervisor.command('/api/points/paper-work/void', spoilt)).status).toBe(200)

  const { numbers, gaps } = (await supervisor.get('/api/points/05/numbers')).body
  // Two used by the phone and one from paper; one spoilt on each side; 50 came back; 48 are gone; 47 are on the phone.
  expect(numbers).toMatchObject({
    last: 151,
    used: 3,
    void: 2,
    returned: 50,
    lost: 48,
    leased: 47,
    direct: 1,
  })
  const { used, leased, void: spoiltOnes, returned: came, lost: went, direct, unknown, last } = numbers
  expect(used + leased + spoiltOnes + came + went + direct + unknown).toBe(last)
  const issued = [...own, ...returned, ...lost]
  const onCase = [own[0], own[1], lost[0]]
  expect(gaps.map(({ number }: { number: string }) => number)).toEqual(
    issued.filter((number) => !onCase.includes(number)),
  )
  expect(gaps.filter(({ state }: { state: string }) => state === 'void')).toMatchObject([
    { number: own[2], reason: '打错了' },
    { number: lost[1], reason: '本人说没有用过' },
  ])
})

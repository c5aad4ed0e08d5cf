import { caseNumber } from '@counter/shared/vocabulary/number'
import { expect, test } from 'vitest'
import { startHall } from '../../../counter-server/test/app.ts'
import { cookieOf, openSession } from '../../../counter-server/test/enrolled.ts'
import { backUp, hallOf } from '../../backup/restored-hall.fixture.ts'
import { aPhone } from './model-phone.ts'

const DAY_MS = 86_400_000

test('[V57, V66, V100] a centre restored from yesterday gets back what the phone still has, hears of what it lost, and gives no number twice', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  const known = await phone.register(1)
  await phone.settle()
  const backup = await backUp(hall)
  const lost = await phone.register(2)
  await phone.settle()
  phone.line.way = 'lost'
  const kept = await phone.register(3)
  const note = await phone.note(known.caseId, '昨天以后补记')
  phone.wait(DAY_MS)
  hall.clock.to('2026-06-13T01:40:00.000Z')

  const later = await hallOf(hall, backup, phones)
  phones.set('05', cookieOf(await openSession(later.anonymous, device)))
  await phone.signIn(later, 'v05')
  await phone.settle()

  const [tab] = phone.tabs
  const stateOf = (id: string) => tab?.getState().outbox.find(({ header }) => header.id === id)?.state
  expect([stateOf(kept.id), stateOf(note.id)]).toEqual(['done', 'done'])
  // What was wiped when it was acknowledged is entered again from paper.
  expect(tab?.getState().lost.map(({ id, number }) => [id, number])).toEqual([[lost.id, lost.number]])
  const supervisor = await later.roleCaller('supervisor')
  expect((await supervisor.get(`/api/cases/${kept.caseId}`)).body.row.number).toBe(kept.number)
  expect((await supervisor.get(`/api/cases/${lost.caseId}`)).status).toBe(404)
  const { phones: gone, findings } = (await supervisor.get('/api/points/paper-work')).body
  expect(gone).toEqual([])
  expect(findings).toMatchObject([{ id: lost.id, number: lost.number, village: '05' }])
  const paper = {
    item: 'MZ-013',
    applicant: { name: '示例乙', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
    materials: [{ name: '居民身份证', state: 'received' }],
    number: lost.number,
  }
  const entered = await supervisor.command('/api/points/paper-work/cases', paper)
  expect([entered.status, entered.body.case.row.number]).toEqual([200, lost.number])

  const second = await later.phone('05')
  const agent = await second.signIn('v05')
  const answer = await agent.post('/sync', {
    protocol: 1,
    nonce: 'nonce-of-the-second',
    deviceNow: later.clock.now(),
    appVersion: 'test',
    storeEpoch: null,
    leases: { requestId: '0190cccc-0000-7000-8000-000000000001', free: 0 },
    outbox: { unsent: 0, filesUnsent: 0, attention: 0 },
    commands: [],
  })
  const serials = [known, lost, kept].map(({ number }) => number)
  expect(serials).toEqual([1, 2, 3].map((serial) => caseNumber(2026, '05', serial)))
  expect(answer.body.leases[0]).toBe(caseNumber(2026, '05', 551))
})

import { expect, test } from 'vitest'
import type { Caller } from './app.ts'
import { atPoint } from './village-point.ts'

const audited = (point: Awaited<ReturnType<typeof atPoint>>) =>
  point.hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare("SELECT action, subject FROM audit WHERE action LIKE 'case.reveal%' ORDER BY seq").all(),
  )

test('[V42] a walk carries phone and group of cases of the own point, with one audit row each', async () => {
  const point = await atPoint()
  const address = '3 组'
  const applicant = {
    name: '示例甲',
    idNo: '11010519491231002X',
    phone: '19900000001',
    village: '05',
    address,
  }
  const one = await point.registered({ applicant })
  const two = await point.registered()
  const { status, body } = await point.agent().post('/api/walks', { cases: [one, two, one] })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.at).toBe(point.hall.clock.now())
  expect(body.items).toMatchObject([
    { caseId: one, applicant: '示*甲', phone: '19900000001', group: address },
    { caseId: two, applicant: '示*甲', phone: '19900000001', group: null },
  ])
  expect(JSON.stringify(body)).not.toContain('示例甲')
  expect(audited(point)).toEqual([
    { action: 'case.reveal.phone', subject: one },
    { action: 'case.reveal.phone', subject: two },
  ])
})

test('[V4, V42] of eleven cases, or with one of another point, nothing is told and nothing is noted', async () => {
  const point = await atPoint()
  const own = await point.registered()
  const other = await point.hall.signIn('v06')
  const refused = await other.post('/api/walks', { cases: [own] })
  expect([refused.status, refused.body.code]).toEqual([404, 'case.not_found'])
  const many = Array.from({ length: 11 }, () => own)
  expect((await point.agent().post('/api/walks', { cases: many })).status).toBe(400)
  expect(audited(point)).toEqual([])
})

test('[P34, V42] list after list is as limited as look after look', async () => {
  const point = await atPoint()
  const cases = []
  for (let place = 0; place < 10; place += 1) cases.push(await point.registered())
  for (let nth = 0; nth < 3; nth += 1)
    expect((await point.agent().post('/api/walks', { cases })).status).toBe(200)
  const fourth = await point.agent().post('/api/walks', { cases: cases.slice(0, 1) })
  expect(fourth.body.code).toBe('reveal.limit')
  expect(audited(point)).toHaveLength(30)
  // The supervisor asks what so many were for.
  const limits = point.hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare("SELECT count(*) FROM audit WHERE action = 'reveal.limit'").pluck().get(),
  )
  expect(limits).toBe(1)
})

test('[V4, P34] an agent is shown the phone of a case of the own point once it is written who looks, and on no page before', async () => {
  const point = await atPoint()
  const own = await point.registered()
  // After the submission the page of the agent has no phone, not even a masked one; the hall's has it masked.
  const page = (await point.agent().get(`/api/cases/${own}`)).body
  expect(page.applicant).toMatchObject({ name: '示*甲', idNo: '**************002X', phone: null })
  expect(JSON.stringify(page)).not.toMatch(/199\*|19900000001/)
  expect((await point.clerk.get(`/api/cases/${own}`)).body.applicant.phone).toBe('199****0001')
  const look = { field: 'phone', kind: 'contact' }
  const shown = await point.agent().post(`/api/cases/${own}/reveal`, look)
  expect(shown).toMatchObject({ status: 200, body: { value: '19900000001' } })
  expect(audited(point)).toEqual([{ action: 'case.reveal.phone', subject: own }])
  // As if absent: a case of another point is neither shown nor noted.
  const other = await point.hall.signIn('v06')
  const refused = await other.post(`/api/cases/${own}/reveal`, look)
  expect([refused.status, refused.body.code]).toEqual([404, 'case.not_found'])
  expect(audited(point)).toHaveLength(1)
})

test('[V4] a result that waits has no phone in the list of its agent, and a masked one at the counter', async () => {
  const point = await atPoint()
  const own = await point.decided()
  const listOf = async (caller: Pick<Caller, 'get'>) =>
    (await caller.get('/api/results?news=to_call')).body.items
  expect(await listOf(point.agent())).toMatchObject([{ case: { id: own }, phone: null }])
  expect(await listOf(point.clerk)).toMatchObject([{ case: { id: own }, phone: '199****0001' }])
})

import { expect, test } from 'vitest'
import { act } from './case-files.ts'
import { aRegistration, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const WRONG_ID = {
  applicant: { name: '示例甲', idNo: '110105194912310021', phone: '19900000001', village: '05' },
}

/** Words of a village's case that lie outside its own rows. */
const BESIDE = `SELECT (SELECT count(*) FROM village_visit_case WHERE remark_enc IS NOT NULL)
  + (SELECT count(*) FROM village_attention)`

test('[C1501, I41] a case of a village loses what was written of it at a visit, and what was refused and put right', async () => {
  const { hall, agent, clerk, registered } = await atPoint()
  const visited = await registered()
  const refused = aRegistration(WRONG_ID)
  await syncOne(agent(), refused)
  const supervisor = await hall.roleCaller('supervisor')
  const mend = { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' }
  const solved = await supervisor.command(`/api/village-attention/${refused.header['id']}/solve`, mend)
  expect(solved.status).toBe(200)
  const visit = (await agent().command('/api/visits', { cases: [{ case: visited, way: 'up' }] })).body.id
  await clerk.command(`/api/visits/${visit}/ticket`, { topic: 'relief' })
  const served = { case: visited, papers: [], problem: null, remark: '示例甲的复印件看不清' }
  expect((await clerk.command(`/api/visits/${visit}/serve`, served)).status).toBe(200)
  for (const id of [visited, String(refused.header['caseId'])])
    await act(clerk, id, 'withdraw', { reason: '不办了' })
  const left = () => hall.server.counter.deps.store.read(({ sql }) => sql.prepare(BESIDE).pluck().get())
  expect(left()).toBe(2)

  hall.clock.to('2036-06-13T01:40:00.000Z')
  const [run] = (await (await hall.signIn('admin')).command('/api/retention')).body.runs
  const ran = await (await hall.signIn('supervisor')).command(`/api/retention/${run.id}/run`)
  expect(ran.status, JSON.stringify(ran.body)).toBe(200)
  expect(left()).toBe(0)
})

import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { insertCallBack, insertTry } from '../src/store/call-backs.ts'
import { act } from './case-files.ts'
import { aRegistration, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const WRONG_ID = {
  applicant: { name: '示例甲', idNo: '110105194912310021', phone: '19900000001', village: '05' },
}

/** Words of a village's case that lie outside its own rows. */
const BESIDE = `SELECT (SELECT count(*) FROM village_visit_case WHERE remark_enc IS NOT NULL)
  + (SELECT count(*) FROM village_attention) + (SELECT count(*) FROM call_back_try WHERE remark_enc IS NOT NULL)`

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
  const called = { case: visited as CaseId, village: '05' as VillageCode, month: '2026-06' }
  await hall.server.counter.deps.store.write((tx) => {
    insertCallBack(tx, { ...called, why: 'drawn' })
    insertTry(tx, called.case, {
      nth: 1,
      by: 'system',
      isReached: false,
      satisfaction: null,
      remark: '家里没人',
    })
  })
  const left = () => hall.server.counter.deps.store.read(({ sql }) => sql.prepare(BESIDE).pluck().get())
  expect(left()).toBe(3)

  hall.clock.to('2036-06-13T01:40:00.000Z')
  const [run] = (await (await hall.signIn('admin')).command('/api/retention')).body.runs
  const ran = await (await hall.signIn('supervisor')).command(`/api/retention/${run.id}/run`)
  expect(ran.status, JSON.stringify(ran.body)).toBe(200)
  expect(left()).toBe(0)
})

test('[C1501, V16] a consultation keeps its line of the log book and loses who asked and what', async () => {
  const point = await atPoint()
  const asked = {
    person: '示例丁',
    item: null,
    question: '低保怎么办',
    answer: '带户口簿来',
    isReferred: false,
  }
  const id = uuidv7()
  expect(await point.send('consult.log', asked, { caseId: id })).toMatchObject({ code: null })
  const right = { question: '低保怎么办', answer: '带户口簿和身份证来', isReferred: false, reason: '说漏了' }
  await point.agent().command(`/api/log-book/consultations/${id}/correct`, right)
  point.hall.clock.to('2036-06-13T01:40:00.000Z')
  const entered = (await (await point.hall.signIn('admin')).command('/api/retention')).body
  const supervisor = await point.hall.signIn('supervisor')
  const lettersOf = ({ lines }: { lines: { kind: string; count: number }[] }) =>
    lines.find(({ kind }) => kind === 'letters')?.count
  expect(lettersOf(entered)).toBe(1)
  const ran = await supervisor.command(`/api/retention/${entered.runs[0].id}/run`)
  expect([ran.status, lettersOf(ran.body)]).toEqual([200, 0])
  // Nothing is written of it any more, or it would stay for ever.
  const late = await supervisor.command(`/api/log-book/consultations/${id}/correct`, right)
  expect([late.status, late.body.code]).toEqual([404, 'case.not_found'])
  const [line] = (await supervisor.get('/api/log-book')).body.items
  expect(line.consultation).toMatchObject({
    person: '***',
    question: '',
    answer: '',
    corrections: [{ reason: '', was: { question: '', answer: '' } }],
  })
})

test('[C1501, V80, I41] a case that a slip was joined to loses also what its phone had said of it', async () => {
  const { hall, agent, clerk } = await atPoint()
  const supervisor = await hall.roleCaller('supervisor')
  const code = '临-05-9KQ4T-7'
  const applicant = { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' }
  const paper = { item: 'MZ-013', applicant, materials: [{ name: '居民身份证', state: 'received' }] }
  const entered = await supervisor.command('/api/points/paper-work/cases', { ...paper, number: code })
  const { id, number } = entered.body.case.row
  const late = aRegistration({ applicant: { ...applicant, name: '示例丙' } }, { provisional: code })
  expect(await syncOne(agent(), late)).toMatchObject({ code: 'number.re_entered' })
  const joined = { how: 'link', number, reason: '同一件' }
  const solved = await supervisor.command(`/api/village-attention/${late.header['id']}/solve`, joined)
  expect(solved.status, JSON.stringify(solved.body)).toBe(200)
  await act(clerk, id, 'withdraw', { reason: '不办了' })
  const left = () => hall.server.counter.deps.store.read(({ sql }) => sql.prepare(BESIDE).pluck().get())
  expect(left()).toBe(1)

  hall.clock.to('2036-06-13T01:40:00.000Z')
  const [run] = (await (await hall.signIn('admin')).command('/api/retention')).body.runs
  const ran = await (await hall.signIn('supervisor')).command(`/api/retention/${run.id}/run`)
  expect(ran.status, JSON.stringify(ran.body)).toBe(200)
  expect(left()).toBe(0)
})

import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { attach } from './case-file-fixture.ts'
import { act, RESIDENT, receive } from './case-files.ts'
import { jpeg } from './file-bytes.ts'

const sheet = (name: string) => ({ name, state: 'received' })
const refusedWith = (code: string, status = 409) => ({ status, body: { code } })

async function people() {
  const hall = await startHall()
  return {
    hall,
    clerk: await hall.clerkAt(1),
    supervisor: await hall.signIn('supervisor'),
    ly: await hall.signIn('ly'),
  }
}

const staffId = (hall: Awaited<ReturnType<typeof startHall>>, name: string) =>
  hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare('SELECT id FROM staff WHERE sign_in_name = ?').pluck().get(name),
  ) as string

describe('joint handling', () => {
  const PAPERS = [
    '农村宅基地和建房（规划许可）申请表',
    '农村宅基地使用承诺书',
    '居民身份证',
    '居民户口簿',
    '村民小组讨论、村级公示和审查意见',
  ]

  test('[C207] one case asks each joint unit for its part when it is accepted, and waits for all of them', async () => {
    const { hall, clerk, ly } = await people()
    const body = { ticketId: null, item: 'NJ-003', applicant: RESIDENT, materials: PAPERS.map(sheet) }
    const { body: done } = await clerk.command('/api/cases', { ...body, step: 'accept' })
    const { id } = done.case.row
    // Fifteen working days from 12 June: 15-18, 22-26, 29-30 June and 1-4 July but for the weekend.
    const due = '2026-07-06'
    expect(done.case.row).toMatchObject({ unit: 'NJ', dueOn: due })
    expect(done.receipt).toMatchObject({
      kind: 'acceptance',
      dueOn: due,
      points: [{ point: 'joint', text: '林业站、综治办' }],
    })
    const { token } = done.receipt
    expect((await hall.anonymous.post('/api/track/case', { token })).body.jointUnits).toEqual([
      '林业站',
      '综治办',
    ])
    expect(
      done.case.subtasks.map(({ unitName, dueOn, how }: Record<string, unknown>) => [unitName, dueOn, how]),
    ).toEqual([
      ['林业站', due, null],
      ['综治办', due, null],
    ])
    const nj = await hall.signIn('nj')
    const decide = () => nj.command(`/api/cases/${id}/decide`, { decision: 'granted', result: '同意' })
    expect(await decide()).toMatchObject({ ...refusedWith('case.subtasks_open'), body: { params: { n: 2 } } })
    for (const caller of [ly, await hall.signIn('zz')]) {
      const { items } = (await caller.get('/api/subtasks')).body
      expect(items).toMatchObject([
        { content: '联办：农村宅基地和建房（规划许可）审批', dueOn: due, isPledge: false },
      ])
      const answer = { subtask: items[0].id, result: '没有意见' }
      expect((await caller.command(`/api/cases/${id}/answer-subtask`, answer)).status).toBe(200)
    }
    expect((await decide()).body.case.row.status).toBe('decided')
  })
})

describe('a written promise', () => {
  const PAPERS = ['采伐申请与告知承诺书', '居民身份证', '林权权属材料']

  test('[C206] keeps the version of its text and is checked by a day, also after the case has ended', async () => {
    const { hall, clerk, ly } = await people()
    const body = { ticketId: null, item: 'LY-002', applicant: RESIDENT, materials: PAPERS.map(sheet) }
    const { body: got } = await clerk.command('/api/cases', { ...body, step: 'receive' })
    const { id } = got.case.row
    expect(got.case.actions).toContain('pledge')
    const signed = await act(clerk, id, 'pledge')
    expect(signed.receipt).toMatchObject({
      kind: 'pledge',
      paperNumber: '诺〔2026〕1号',
      points: [{ point: 'pledge', text: expect.stringMatching(/^采伐的是我自己种的/) }],
    })
    // Twenty working days after 12 June, the 19th off.
    expect(signed.case.subtasks).toMatchObject([{ dueOn: '2026-07-13', isPledge: true, how: null }])
    expect(signed.case.actions).not.toContain('pledge')
    const tracked = await hall.anonymous.post('/api/track/case', { token: got.receipt.token })
    expect(tracked.body).toMatchObject({ pledgeCheckOn: '2026-07-13', jointUnits: [] })
    expect(await clerk.command(`/api/cases/${id}/pledge`)).toMatchObject(refusedWith('case.pledge_made'))
    const delivery = { way: 'collect', receiver: '示例甲' }
    const done = await act(clerk, id, 'finish-on-spot', { result: '准予采伐', delivery })
    expect(done.case.row.status).toBe('closed')
    const { items } = (await ly.get('/api/subtasks')).body
    expect(items).toMatchObject([{ caseId: id, dueOn: '2026-07-13', isPledge: true }])
    const answer = { subtask: items[0].id, result: '地块和蓄积与承诺一致' }
    expect((await ly.command(`/api/cases/${id}/answer-subtask`, answer)).status).toBe(200)
    expect((await ly.get('/api/subtasks')).body.items).toEqual([])
  })

  test('[C206] belongs to items that have one', async () => {
    const { clerk } = await people()
    const { case: found } = await receive(clerk, 'LY-001')
    expect(found.actions).not.toContain('pledge')
    expect(await clerk.command(`/api/cases/${found.row.id}/pledge`)).toMatchObject(
      refusedWith('case.no_pledge'),
    )
  })
})

describe('papers found missing after acceptance', () => {
  const asked = { materials: [{ name: '居民身份证', how: '背面没有复印' }] }

  test('[C516] are asked for on paper and the clock goes on', async () => {
    const { hall, clerk, ly } = await people()
    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(ly, id, 'take')
    const done = await act(ly, id, 'ask-papers', asked)
    expect(done.case).toMatchObject({ row: { status: 'reviewing', dueOn: '2026-06-22', light: 'green' } })
    expect(done.receipt).toMatchObject({
      kind: 'late_supplement',
      materials: [{ name: '居民身份证', state: 'missing', how: '背面没有复印' }],
      points: [],
    })
    const tracked = await hall.anonymous.post('/api/track/case', { token: receipt.token })
    expect(tracked.body.todo.materials).toEqual([{ name: '居民身份证', how: '背面没有复印' }])
    await act(clerk, id, 'add-note', { reason: '送来了', materials: ['居民身份证'] })
    const after = await hall.anonymous.post('/api/track/case', { token: receipt.token })
    expect(after.body.todo).toBeNull()
    expect(await ly.command(`/api/cases/${id}/ask-papers`, { materials: [] })).toMatchObject(
      refusedWith('supplement.empty'),
    )
  })

  test('[C516, C801] stop the clock where the county’s rule is named, at the resident’s charge', async () => {
    const { hall, clerk, ly } = await people()
    const admin = await hall.roleCaller('admin')
    const rule = { value: 'pause', reason: '县政务服务规定第十二条' }
    expect((await admin.command('/api/settings/supplement.afterAcceptance', rule)).status).toBe(200)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    expect(await ly.command(`/api/cases/${id}/ask-papers`, asked)).toMatchObject(
      refusedWith('reason.required'),
    )
    const done = await act(ly, id, 'ask-papers', { ...asked, basis: '县规定第十二条' })
    expect(done.case.row).toMatchObject({
      status: 'paused',
      light: 'paused',
      pause: { reason: 'awaited_papers' },
    })
    expect(done.receipt.points).toEqual([{ point: 'basis', text: '县规定第十二条' }])
    hall.clock.to('2026-06-16T02:00:00.000Z')
    const resumed = await act(await hall.signIn('ly'), id, 'resume')
    // Two working days, Monday and Tuesday, were the resident's.
    expect(resumed.case).toMatchObject({
      row: { status: 'accepted', dueOn: '2026-06-24' },
      charged: { resident: 2, thirdParty: 0 },
    })
  })
})

describe('whom a case concerns', () => {
  test('[C804] neither gets it nor opens it, and who notes that says why', async () => {
    const { hall, clerk, supervisor, ly } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(supervisor, id, 'recuse', { target: 'unit', unit: 'NJ', reason: '当事单位' })
    const to = { unit: 'NJ', reason: '归口' }
    expect(await clerk.command(`/api/cases/${id}/transfer`, to)).toMatchObject(
      refusedWith('transfer.conflict_of_interest'),
    )
    await act(ly, id, 'take')
    const subtask = { unit: 'NJ', content: '看现场', dueOn: '2026-06-18' }
    expect(await ly.command(`/api/cases/${id}/open-subtask`, subtask)).toMatchObject(
      refusedWith('transfer.conflict_of_interest'),
    )
    const person = staffId(hall, 'ly')
    const [file] = (await attach(hall, clerk, id, jpeg(640, 480))).body.case.otherFiles
    const [paper] = (await ly.get(`/api/cases/${id}`)).body.papers
    await act(clerk, id, 'recuse', { target: 'person', person, reason: '申请人的亲属' })
    expect(await ly.get(`/api/cases/${id}`)).toMatchObject(refusedWith('transfer.conflict_of_interest'))
    expect(await ly.command(`/api/cases/${id}/add-note`, { reason: '看看' })).toMatchObject(
      refusedWith('transfer.conflict_of_interest'),
    )
    const look = { field: 'phone', kind: 'contact' }
    for (const answer of [
      await ly.get(`/api/cases/${id}/files/${file.sha256}`),
      await ly.post(`/api/cases/${id}/reveal`, look),
      await ly.command(`/api/cases/${id}/papers/${paper.id}/print`),
    ])
      expect(answer).toMatchObject(refusedWith('transfer.conflict_of_interest'))
    expect(
      await clerk.command(`/api/cases/${id}/recuse`, { target: 'unit', reason: '没写是谁' }),
    ).toMatchObject(refusedWith('request.invalid', 400))
    await act(supervisor, id, 'transfer', { unit: 'ZZ', reason: '回避' })
    expect((await (await hall.signIn('zz')).get(`/api/cases/${id}`)).status).toBe(200)
  })

  test('[C804, C805] is asked nothing any more when it had been asked before', async () => {
    const { hall, clerk, supervisor, ly } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(ly, id, 'take')
    const subtask = { unit: 'NJ', content: '看现场', dueOn: '2026-06-18' }
    await act(ly, id, 'open-subtask', subtask)
    const nj = await hall.signIn('nj')
    const [question] = (await nj.get('/api/subtasks')).body.items
    const { case: page } = await act(supervisor, id, 'recuse', {
      target: 'unit',
      unit: 'NJ',
      reason: '当事单位',
    })
    expect(page.subtasks).toMatchObject([{ how: 'waived', result: '当事单位' }])
    expect((await nj.get('/api/subtasks')).body.items).toEqual([])
    const answer = { subtask: question.id, result: '没有意见' }
    expect(await nj.command(`/api/cases/${id}/answer-subtask`, answer)).toMatchObject(
      refusedWith('subtask.ended'),
    )
  })
})

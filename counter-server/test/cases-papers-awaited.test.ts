import { paperBlocks } from '@counter/shared/case-paper/paper-blocks'
import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { attach } from './case-file-fixture.ts'
import { act, papersOf, receive, receiving } from './case-files.ts'
import { png } from './file-bytes.ts'

const INCOME = '家庭收入、财产和支出证明材料'

/** MZ-001 accepted on Friday 12 June, one paper promised for Monday the 15th. */
async function promised(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const materials = papersOf('MZ-001').map((paper) =>
    paper.name === INCOME ? { name: INCOME, state: 'deferred', promisedOn: '2026-06-15' } : paper,
  )
  const { case: found, receipt } = await receive(clerk, 'MZ-001', 'accept', { materials })
  return { id: found.row.id as string, clerk, found, receipt }
}

const clockOf = (found: { clocks: { kind: string }[] }, kind: string) =>
  found.clocks.find((clock) => clock.kind === kind)

async function moveTo(hall: Hall, instant: string): Promise<void> {
  hall.clock.to(instant)
  await hall.server.jobs.run()
}

describe('a paper that was promised', () => {
  test('[C205] has a clock of its own until it comes in, and then no longer holds the case back', async () => {
    const hall = await startHall()
    const { id, clerk, found } = await promised(hall)
    expect(found.row.flags).toEqual(['deferred'])
    expect(clockOf(found, 'promise')).toMatchObject({
      state: 'running',
      dueAt: '2026-06-15T09:30:00.000Z',
    })
    const handler = await hall.signIn('mz')
    const decide = { decision: 'granted', result: '同意' }
    expect((await handler.command(`/api/cases/${id}/decide`, decide)).body).toMatchObject({
      code: 'case.deferred_open',
      params: { list: INCOME },
    })
    const unknown = await clerk.command(`/api/cases/${id}/add-note`, {
      reason: '补来了',
      materials: ['别的'],
    })
    expect(unknown.body.code).toBe('material.unknown')
    const { case: kept } = await act(clerk, id, 'add-note', { reason: '补来了', materials: [INCOME] })
    expect(kept.row.flags).toEqual([])
    expect(clockOf(kept, 'promise')).toMatchObject({ state: 'stopped', dueOn: '2026-06-15', overdue: 0 })
    expect((await act(handler, id, 'decide', decide)).case.row.status).toBe('decided')
  })

  test('[C205, C442] that did not come is marked once, and only then may the case go back', async () => {
    const hall = await startHall()
    const { id } = await promised(hall)
    await moveTo(hall, '2026-06-15T09:30:00.000Z')
    const early = await (await hall.signIn('mz')).command(`/api/cases/${id}/return-case`, { reason: '没补' })
    expect(early.body).toMatchObject({ code: 'return.too_early', params: { date: '2026-06-15' } })
    await moveTo(hall, '2026-06-15T09:30:00.001Z')
    await hall.server.jobs.run()
    const handler = await hall.signIn('mz')
    const asked = await act(handler, id, 'return-case', { reason: '承诺的材料没补来' })
    const types = asked.case.events.map(({ type }: { type: string }) => type)
    expect(types).toEqual(['case.received', 'case.accepted', 'mark.fired', 'approval.requested'])
    expect(asked.case).toMatchObject({ row: { status: 'accepted' }, approval: { kind: 'return' } })
    const supervisor = await hall.signIn('supervisor')
    const signed = await act(supervisor, id, 'approve', { isApproved: true })
    expect(signed.case.row).toMatchObject({ status: 'returned', light: 'none' })
    expect(signed.case.papers.at(-1)).toMatchObject({ kind: 'return', number: '退〔2026〕1号' })
  })

  test('[C205] is signed for on the notice of acceptance, with its day', async () => {
    const hall = await startHall()
    const { receipt } = await promised(hall)
    const blocks = paperBlocks(receipt, 'zh')
    const list = blocks.find((block) => block.is === 'list')
    expect(list?.is === 'list' && list.items.find(({ text }) => text.includes(INCOME))).toEqual({
      text: `△ ${INCOME} · 容缺`,
      how: '6月15日（周一） 前补交',
    })
    expect(blocks).toContainEqual({
      is: 'line',
      text: '本人承诺在上述日期前补交容缺材料；逾期不补，办件可能退回',
    })
    const signatures = blocks.find((block) => block.is === 'signatures')
    expect(signatures?.is === 'signatures' && signatures.lines[0]).toMatch(/^申请人签字/)
    // Without a promise nobody signs an acceptance but the centre.
    const { receipt: plain } = await receive(await hall.signIn('clerk1'), 'LY-001', 'accept')
    expect(paperBlocks(plain, 'zh').some(({ is }) => is === 'signatures')).toBe(false)
  })

  test('[C205] for longer than five working days is refused with the last day', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const on = (promisedOn: string) => ({
      ...receiving('MZ-001', 'accept'),
      materials: papersOf('MZ-001').map((paper) =>
        paper.name === INCOME ? { name: INCOME, state: 'deferred', promisedOn } : paper,
      ),
    })
    // From Friday the 12th: 15, 16, 17, 18; the 19th is a holiday, so the fifth is Monday the 22nd.
    expect((await clerk.command('/api/cases', on('2026-06-23'))).body).toMatchObject({
      code: 'material.promise_too_late',
      params: { name: INCOME, date: '2026-06-22' },
    })
    expect((await clerk.command('/api/cases', on('2026-06-22'))).status).toBe(200)
  })

  test('[C205] is told to the resident with its day and how to get it, and no file of it', async () => {
    const hall = await startHall()
    const { receipt, clerk, id } = await promised(hall)
    const track = async () => (await hall.anonymous.post('/api/track/case', { token: receipt.token })).body
    expect((await track()).todo).toMatchObject({ until: '2026-06-15', materials: [{ name: INCOME }] })
    await attach(hall, clerk, id, png(), { material: INCOME, isReceived: true })
    const after = await track()
    expect(after.todo).toBe(null)
    expect(JSON.stringify(after)).not.toMatch(/sha256|files|image/)
  })

  test('[C205, C442] that did not come is a return task of its unit and the counter until it comes or goes back', async () => {
    const hall = await startHall()
    const { id } = await promised(hall)
    const tasks = async (name: string) =>
      (await (await hall.signIn(name)).get('/api/return-tasks')).body.items
    await moveTo(hall, '2026-06-15T09:30:00.000Z')
    expect(await tasks('clerk1')).toEqual([])
    await moveTo(hall, '2026-06-15T09:30:00.001Z')
    expect(await tasks('clerk1')).toMatchObject([
      { case: { id }, why: 'promise', dueOn: '2026-06-15', materials: [INCOME], isAsked: false },
    ])
    expect(await tasks('mz')).toHaveLength(1)
    expect(await tasks('ly')).toEqual([])
    await act(await hall.signIn('mz'), id, 'return-case', { reason: '承诺的材料没补来' })
    expect(await tasks('supervisor')).toMatchObject([{ case: { id }, isAsked: true }])
    await act(await hall.signIn('supervisor'), id, 'approve', { isApproved: true })
    expect(await tasks('clerk1')).toEqual([])
  })

  test('[C205] that comes in late is no return task any more', async () => {
    const hall = await startHall()
    const { id } = await promised(hall)
    await moveTo(hall, '2026-06-16T01:00:00.000Z')
    const clerk = await hall.signIn('clerk1')
    expect((await clerk.get('/api/return-tasks')).body.items).toHaveLength(1)
    await act(clerk, id, 'add-note', { reason: '补来了', materials: [INCOME] })
    expect((await clerk.get('/api/return-tasks')).body.items).toEqual([])
  })

  test('[C442] a case without a promise that was broken cannot go back once it is accepted', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const handler = await hall.signIn('ly')
    const refused = await handler.command(`/api/cases/${found.row.id}/return-case`, { reason: '没补' })
    expect(refused.body).toMatchObject({ code: 'return.too_early', params: {} })
  })
})

describe('papers of a notice', () => {
  test('[C433, C442] are awaited to the last millisecond of the fifteenth working day', async () => {
    const hall = await startHall()
    const [first, second, third] = papersOf('LY-001')
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'request_supplement', {
      materials: [first, { ...second, state: 'missing' }],
    })
    const { id } = found.row
    // Three working days are left from Wednesday 1 July on: the 2nd, the 3rd and the 6th.
    expect(clockOf(found, 'waiting')).toMatchObject({
      dueOn: '2026-07-06',
      yellowAt: '2026-06-30T16:00:00.000Z',
    })
    await moveTo(hall, '2026-07-06T09:30:00.000Z')
    const ask = async () =>
      (await hall.signIn('ly')).command(`/api/cases/${id}/return-case`, { reason: '没补' })
    expect((await ask()).body).toMatchObject({ code: 'return.too_early', params: { date: '2026-07-06' } })
    hall.clock.to('2026-07-06T09:30:00.001Z')
    const { items } = (await (await hall.signIn('clerk1')).get('/api/return-tasks')).body
    expect(items).toMatchObject([
      { case: { id }, why: 'notice', dueOn: '2026-07-06', materials: [second?.name, third?.name] },
    ])
    expect((await ask()).status).toBe(200)
    const agreed = await act(await hall.signIn('supervisor'), id, 'approve', { isApproved: true })
    expect(agreed.case.row.status).toBe('returned')
  })

  test('[C404] a second list needs a reason and the supervisor, and is a paper of its own', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const supervisor = await hall.signIn('supervisor')
    const { case: found } = await receive(clerk, 'LY-001')
    const { id } = found.row
    const materials = [{ name: '居民身份证', how: '复印件不清楚' }]
    const early = await clerk.command(`/api/cases/${id}/request-supplement`, { materials, reason: '再要' })
    expect(early.body.receipt).toMatchObject({ paperNumber: '补〔2026〕1号' })
    await act(clerk, id, 'hand-in', { materials: ['居民身份证'] })
    const again = { materials: [{ name: '居民身份证', how: '证件过期，换新证' }] }
    const bare = await clerk.command(`/api/cases/${id}/request-supplement`, again)
    expect(bare.body.code).toBe('supplement.already_given')
    const asked = await act(clerk, id, 'request-supplement', { ...again, reason: '收件后才发现过期' })
    expect(asked.case).toMatchObject({ row: { status: 'received' }, approval: { kind: 'supplement' } })
    expect((await clerk.command(`/api/cases/${id}/approve`, { isApproved: true })).status).toBe(403)
    const signed = await act(supervisor, id, 'approve', { isApproved: true })
    expect(signed.case).toMatchObject({
      row: { status: 'supplement' },
      approval: null,
      notice: { number: '补〔2026〕2号', materials: again.materials },
    })
    expect(signed.receipt).toMatchObject({ kind: 'supplement', paperNumber: '补〔2026〕2号' })
    const missing = signed.receipt.materials.filter(({ state }: { state: string }) => state === 'missing')
    expect(missing).toEqual([{ name: '居民身份证', state: 'missing', how: '证件过期，换新证' }])
  })
})

test('[C511] a pause that lasts longer than was told is marked once, and moves no due date by that', async () => {
  const hall = await startHall()
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  const { id } = found.row
  const handler = await hall.signIn('ly')
  const { case: paused } = await act(handler, id, 'pause', {
    reason: 'hearing',
    days: 2,
    noticeNumber: '特1',
  })
  // Told on Friday the 12th: Monday the 15th and Tuesday the 16th.
  expect(clockOf(paused, 'pause')).toMatchObject({ state: 'running', dueOn: '2026-06-16' })
  await moveTo(hall, '2026-06-16T09:30:00.001Z')
  await hall.server.jobs.run()
  const resumed = await act(await hall.signIn('ly'), id, 'resume')
  const types = resumed.case.events.map(({ type }: { type: string }) => type)
  expect(types).toEqual(['case.received', 'case.accepted', 'case.paused', 'mark.fired', 'case.resumed'])
  // Resumed after closing, so the 17th still stands still: three days, and the 22nd becomes the 25th.
  expect(resumed.case.row).toMatchObject({ status: 'accepted', dueOn: '2026-06-25' })
  expect(clockOf(resumed.case, 'pause')).toMatchObject({ state: 'stopped', used: 2, left: 0 })
})

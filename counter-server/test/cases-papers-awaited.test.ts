import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, papersOf, receive } from './case-files.ts'

const INCOME = '家庭收入、财产和支出证明材料'

/** MZ-001 accepted on Friday 12 June, one paper promised for Monday the 15th. */
async function promised(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const materials = papersOf('MZ-001').map((paper) =>
    paper.name === INCOME ? { name: INCOME, state: 'deferred', promisedOn: '2026-06-15' } : paper,
  )
  const { case: found } = await receive(clerk, 'MZ-001', 'accept', { materials })
  return { id: found.row.id as string, clerk, found }
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
    const [first, second] = papersOf('LY-001')
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

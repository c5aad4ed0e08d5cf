import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'

type Leg = { readonly unit: string | null; readonly days: number }
const legsOf = ({ case: found }: { case: { legs: Leg[] } }) =>
  found.legs.map(({ unit, days }) => `${unit ?? '县级'} ${days}`)

async function transferred(hall: Hall, to = 'NJ') {
  const clerk = await hall.clerkAt(1)
  const { case: found } = await receive(clerk, 'LY-001', 'accept')
  const { id } = found.row
  const moved = await act(await hall.signIn('ly'), id, 'transfer', { unit: to, reason: '归口办理' })
  return { id: id as string, moved }
}

/** The case as it lay in the store before a transfer had to be taken over. */
async function asBeforeTakeOvers(hall: Hall, id: string): Promise<void> {
  await hall.server.counter.deps.store.write(({ sql }) => {
    const trigger = sql.prepare("SELECT sql FROM sqlite_master WHERE name = 'case_event_no_update'").pluck()
    const text = String(trigger.get())
    sql.prepare('DROP TRIGGER case_event_no_update').run()
    sql
      .prepare(
        `UPDATE case_event SET payload = json_remove(payload, '$.needsTakeOver') WHERE "case" = ? AND type = 'case.transferred'`,
      )
      .run(id)
    sql.prepare(text).run()
    sql.prepare('UPDATE "case" SET hand_over_due_at = NULL WHERE id = ?').run(id)
  })
}

describe('a transfer', () => {
  test('[C802] leaves the sender responsible until the receiver takes over, by the end of the next working day', async () => {
    const hall = await startHall()
    const { id, moved } = await transferred(hall)
    // Friday the 12th; the next working day is Monday the 15th.
    expect(moved.case.handOver).toEqual({
      from: '林业站',
      to: '农技站',
      at: '2026-06-12T01:40:00.000Z',
      dueAt: '2026-06-15T09:30:00.000Z',
    })
    const receiver = await hall.signIn('nj')
    const page = await receiver.get(`/api/cases/${id}`)
    expect(page.body.actions).toEqual(['take_over', 'add_note', 'send_back'])
    for (const [name, body] of [
      ['take', {}],
      ['pause', { reason: 'hearing', days: 3, noticeNumber: '特1' }],
      ['decide', { decision: 'granted', result: '同意' }],
      ['transfer', { unit: 'MZ', reason: '不归' }],
    ] as const)
      expect((await receiver.command(`/api/cases/${id}/${name}`, body)).body, name).toMatchObject({
        code: 'case.wrong_status',
        params: { status: 'accepted', actions: 'take_over,send_back,add_note' },
      })
    const taken = await act(receiver, id, 'take-over')
    expect(taken.case).toMatchObject({ row: { status: 'accepted', dueOn: '2026-06-22' }, handOver: null })
    expect(taken.case.actions).toContain('take')
    expect((await receiver.command(`/api/cases/${id}/take-over`)).body.code).toBe('transfer.none_open')
    expect((await receiver.command(`/api/cases/${id}/send-back`, { reason: '退' })).body.code).toBe(
      'transfer.none_open',
    )
  })

  test('[C802] recorded before there were take-overs moved the case at once: its unit goes on, and nobody is late', async () => {
    const hall = await startHall()
    const { id } = await transferred(hall)
    await asBeforeTakeOvers(hall, id)
    hall.clock.to('2026-06-16T01:00:00.000Z')
    await hall.server.jobs.run()
    const supervise = await (await hall.signIn('supervisor')).get('/api/supervise')
    expect(supervise.body.notTaken).toEqual([])
    const unit = await hall.signIn('nj')
    await act(unit, id, 'take')
    await act(unit, id, 'pause', { reason: 'hearing', days: 3, noticeNumber: '特1' })
    await act(unit, id, 'resume')
    const done = await act(unit, id, 'decide', { decision: 'granted', result: '同意' })
    expect(done.case).toMatchObject({ row: { status: 'decided' }, handOver: null })
    // Handed on Friday the 12th: the 15th and the 16th are the other's.
    expect(legsOf(done)).toEqual(['林业站 0', '农技站 2'])
  })

  test('[C801] charges each unit the days it had the case, and their sum is what the promise used', async () => {
    const hall = await startHall()
    const { id } = await transferred(hall)
    hall.clock.to('2026-06-16T01:00:00.000Z')
    await act(await hall.signIn('nj'), id, 'take-over')
    hall.clock.to('2026-06-18T01:00:00.000Z')
    const { body } = await (await hall.signIn('nj')).get(`/api/cases/${id}`)
    // The 15th and the 16th were the forest station's, the 17th and the 18th are the other's.
    expect(legsOf({ case: body })).toEqual(['林业站 2', '农技站 2'])
    expect(body.clocks.find(({ kind }: { kind: string }) => kind === 'committed').used).toBe(4)
  })

  test('[C803] is sent back with a reason once; the second time the supervisor decides', async () => {
    const hall = await startHall()
    const { id } = await transferred(hall)
    const [sender, receiver] = [await hall.signIn('ly'), await hall.signIn('nj')]
    const back = await act(receiver, id, 'send-back', { reason: '采伐归林业站' })
    expect(back.case).toMatchObject({ row: { unit: 'LY' }, handOver: null, actions: [] })
    expect((await receiver.get(`/api/cases/${id}`)).status).toBe(403)
    await act(sender, id, 'transfer', { unit: 'NJ', reason: '涉及农机' })
    const again = await receiver.command(`/api/cases/${id}/send-back`, { reason: '还是不归我们' })
    expect(again.body.code).toBe('transfer.needs_supervisor')
    const supervisor = await hall.signIn('supervisor')
    const settled = await act(supervisor, id, 'transfer', { unit: 'MZ', reason: '由民政牵头' })
    // The forest station never got rid of it, so it answers on.
    expect(settled.case.handOver).toMatchObject({ from: '林业站', to: '民政办' })
    expect(legsOf(settled)).toEqual(['林业站 0'])
  })

  test('[C804] goes to no unit that does not exist or has it already', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    for (const unit of ['LY', 'XX'])
      expect(
        (await clerk.command(`/api/cases/${found.row.id}/transfer`, { unit, reason: '转' })).body.code,
        unit,
      ).toBe('transfer.bad_target')
  })
})

describe('a matter of the county', () => {
  test('[C428, C429, C806] is forwarded in time, which keeps the promise, and its result is recorded later', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'SB-009', 'accept')
    const { id } = found.row
    const handler = await hall.signIn('sb')
    const early = await handler.command(`/api/cases/${id}/record-result`, {
      decision: 'granted',
      result: '已制卡',
    })
    expect(early.body.code).toBe('case.wrong_status')
    const forwarded = await act(handler, id, 'forward', { organ: '县人社局', remark: '材料齐全' })
    expect(forwarded.case.row).toMatchObject({ status: 'forwarded', light: 'done', flags: ['with_county'] })
    expect(forwarded.case.papers.at(-1)).toMatchObject({ kind: 'forwarding', number: '转〔2026〕1号' })
    expect(legsOf(forwarded)).toEqual(['社保所 0', '县级 0'])
    hall.clock.to('2026-12-01T01:00:00.000Z')
    const again = await hall.signIn('sb')
    const done = await act(again, id, 'record-result', { decision: 'granted', result: '已制卡' })
    expect(done.case).toMatchObject({
      row: { status: 'decided' },
      decision: { decision: 'granted', result: '已制卡', isOnTime: true },
    })
    expect(done.case.clocks.find(({ kind }: { kind: string }) => kind === 'delivery').state).toBe('running')
  })

  test('[C427, C806] that is only reported up stays with its clocks', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'MZ-001', 'accept')
    const { id } = found.row
    const handler = await hall.signIn('mz')
    await act(handler, id, 'take')
    const blank = await handler.command(`/api/cases/${id}/report-up`, { organ: '' })
    expect(blank.body.code).toBe('refusal.organ_missing')
    const up = await act(handler, id, 'report-up', { organ: '县民政局' })
    expect(up.case.row).toMatchObject({ status: 'reviewing', flags: ['with_county'], clockState: 'running' })
    expect(up.case.row.dueOn).toBe(found.row.dueOn)
    const forest = await receive(clerk, 'LY-001', 'accept')
    const own = await hall.signIn('ly')
    await act(own, forest.case.row.id, 'take')
    const codes = await Promise.all(
      ['report-up', 'forward'].map((name) =>
        own.command(`/api/cases/${forest.case.row.id}/${name}`, { organ: '县局' }),
      ),
    )
    expect(codes.map(({ body }) => body.code)).toEqual(['case.not_joint', 'case.not_proxy'])
  })
})

test('[C421] a check is recorded by two handlers, who are named on its paper', async () => {
  const hall = await startHall()
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  const { id } = found.row
  const handler = await hall.signIn('ly')
  const { case: taken } = await act(handler, id, 'take')
  const partner = taken.checkers.find(({ name }: { name: string }) => name === '农技站经办')
  expect(taken.checkers.map(({ name }: { name: string }) => name)).not.toContain('林业站经办')
  const alone = await handler.command(`/api/cases/${id}/record-check`, { partner: id, findings: '现场属实' })
  expect(alone.body.code).toBe('check.one_person')
  const checked = await act(handler, id, 'record-check', { partner: partner.id, findings: '现场属实' })
  expect(checked.case.events.at(-1)).toMatchObject({ type: 'check.recorded', text: '现场属实' })
  expect(checked.case.papers.at(-1)).toMatchObject({ kind: 'check' })
  expect(checked.case.row.status).toBe('reviewing')
})

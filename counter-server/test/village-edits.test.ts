import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { caseOfFiveDays } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

type Point = Awaited<ReturnType<typeof atPoint>>

const revOf = async (point: Point, caseId: string): Promise<number> =>
  (await point.agent().get(`/api/cases/${caseId}`)).body.row.version
const edit = (point: Point, caseId: string, right: object, baseRev: number | null) =>
  point.send('case.edit', { ...right }, { caseId, baseRev })
const shown = async (point: Point, caseId: string, field: string): Promise<unknown> =>
  (await point.clerk.post(`/api/cases/${caseId}/reveal`, { field, kind: 'contact' })).body.value

describe('an edit from the phone', () => {
  test('[V73] is taken where nobody else changed anything; both values stay in the record, masked on the page', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    expect(await edit(point, caseId, { phone: '19900000002' }, base)).toMatchObject({ status: 'applied' })
    expect(await point.lastOf(caseId)).toMatchObject({
      type: 'case.edited',
      text: '电话 199****0001 → 199****0002',
    })
    expect(await shown(point, caseId, 'phone')).toBe('19900000002')
    // Found by the new number, and by the old one no more.
    const found = async (find: string) =>
      (await point.clerk.post('/api/cases/find', { find, limit: 20 })).body.items.map(
        ({ id }: { id: string }) => id,
      )
    expect(await found('19900000002')).toEqual([caseId])
    expect(await found('19900000001')).toEqual([])
  })

  test('[V73] is merged when the centre changed another field since', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    await point.act(caseId, 'edit-facts', { address: '石桥村三组12号' })
    const merged = await edit(point, caseId, { phone: '19900000002' }, base)
    // What the agent had not seen is told with the answer, masked as elsewhere.
    const others = { theirs: '石桥**2号', by: '1号窗口值班员', at: '2026-06-12T01:40:00.000Z' }
    expect(merged).toMatchObject({
      status: 'merged',
      code: null,
      conflicts: { caseRev: base + 2, fields: [{ field: 'address', ...others }] },
    })
    expect(merged.conflicts?.fields).toHaveLength(1)
    expect(await shown(point, caseId, 'phone')).toBe('19900000002')
    expect(await shown(point, caseId, 'address')).toBe('石桥村三组12号')
  })

  test('[V97, V73] conflict-names-holder: another value for the same field leaves the centre’s, with both, who and when', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    await point.act(caseId, 'edit-facts', { phone: '19900000003' })
    const answer = await edit(point, caseId, { phone: '19900000002', address: '石桥村三组12号' }, base)
    expect(answer).toMatchObject({
      status: 'attention',
      code: 'case.revision_changed',
      message: '镇中心的电话已改过（1号窗口值班员，6月12日（周五）9:40），请核对',
      messageEn: 'The centre has another phone meanwhile (1号窗口值班员, Fri 12 Jun 9:40). Compare the two',
      conflicts: {
        caseRev: base + 1,
        fields: [
          { field: 'phone', theirs: '199****0003', by: '1号窗口值班员', at: '2026-06-12T01:40:00.000Z' },
        ],
      },
    })
    // Nothing of it was written, also not the field that nobody disputes.
    expect(await shown(point, caseId, 'phone')).toBe('19900000003')
    expect((await point.clerk.get(`/api/cases/${caseId}`)).body.applicant.address).toBeNull()
    // Written again on what stands now, it is taken.
    const again = await edit(point, caseId, { phone: '19900000002' }, answer.conflicts?.caseRev ?? 0)
    expect(again).toMatchObject({ status: 'applied' })
    expect(await shown(point, caseId, 'phone')).toBe('19900000002')
  })

  test('[V73] the same value from both is one', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    await point.act(caseId, 'edit-facts', { phone: '19900000002' })
    const before = await revOf(point, caseId)
    expect(await edit(point, caseId, { phone: '19900000002' }, base)).toMatchObject({
      status: 'applied',
      code: null,
    })
    expect(await revOf(point, caseId)).toBe(before)
  })

  test('[V73] two edits of one agent, written before the phone heard of the first, do not dispute each other', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    await edit(point, caseId, { phone: '19900000002' }, base)
    expect(await edit(point, caseId, { phone: '19900000004' }, base)).toMatchObject({ status: 'applied' })
    expect(await shown(point, caseId, 'phone')).toBe('19900000004')
  })

  test('[V73, V95] an odd number, an ended case and an empty edit write nothing', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    expect(await edit(point, caseId, { phone: '123' }, null)).toMatchObject({ code: 'contact.phone' })
    expect(await edit(point, caseId, {}, null)).toMatchObject({ code: 'command.malformed' })
    await point.act(caseId, 'withdraw', { reason: '不办了' })
    expect(await edit(point, caseId, { phone: '19900000002' }, null)).toMatchObject({
      status: 'attention',
      code: 'case.wrong_status',
    })
    expect(await point.send('case.edit', { phone: '19900000002' }, { caseId: uuidv7() })).toMatchObject({
      code: 'case.not_found',
    })
  })
})

describe('what is judged by the case as it stands', () => {
  test('[V73] a wish to withdraw waits for the centre, which declines it with a reason that the point reads', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    expect(await point.send('case.ask_withdrawal', { reason: '不想办了' }, { caseId })).toMatchObject({
      status: 'applied',
    })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'withdrawal.asked', text: '不想办了' })
    expect(await point.send('case.ask_withdrawal', { reason: '还是不办' }, { caseId })).toMatchObject({
      status: 'merged',
    })
    const asked = async () => (await point.clerk.get('/api/withdrawals')).body.items
    expect(await asked()).toMatchObject([{ case: { id: caseId }, askedAt: '2026-06-12T01:40:00.000Z' }])
    expect((await point.clerk.get(`/api/cases/${caseId}`)).body.actions).toContain('decline_withdrawal')
    await point.act(caseId, 'decline-withdrawal', { reason: '钱已经发了' })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'withdrawal.declined', text: '钱已经发了' })
    expect(await asked()).toEqual([])
    const again = await point.clerk.command(`/api/cases/${caseId}/decline-withdrawal`, { reason: '再说一次' })
    expect(again.body).toMatchObject({ code: 'request.not_found' })
  })

  test('[V73] granted, it ends with the case', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    await point.send('case.ask_withdrawal', { reason: '不想办了' }, { caseId })
    await point.act(caseId, 'withdraw', { reason: '群众不办了' })
    const { body } = await point.clerk.get(`/api/cases/${caseId}`)
    expect(body.row.status).toBe('withdrawn')
    expect(body.actions).not.toContain('decline_withdrawal')
    expect((await point.clerk.get('/api/withdrawals')).body.items).toEqual([])
  })

  test('[V73] once there is nothing to withdraw or to hand over, the answer names who ended it and when', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    await point.act(caseId, 'withdraw', { reason: '不办了' })
    for (const [type, payload] of [
      ['case.ask_withdrawal', { reason: '不想办了' }],
      ['result.deliver', { receiver: '示例甲' }],
    ] as const)
      expect(await point.send(type, payload, { caseId })).toMatchObject({
        status: 'attention',
        code: 'case.wrong_status',
        message: expect.stringContaining('该件现为“已撤回”（1号窗口值班员，6月12日（周五）9:40），不能'),
      })
  })

  test('[V73] a second delivery is a note', async () => {
    const point = await atPoint()
    const caseId = await point.delivered()
    expect(await point.send('result.deliver', { receiver: '示例乙' }, { caseId })).toMatchObject({
      status: 'merged',
    })
    expect(await point.lastOf(caseId)).toMatchObject({ type: 'case.noted', text: '又送达：示*乙' })
  })

  test('[V73] on a closed case notes, papers and attempts to reach somebody are late additions', async () => {
    const point = await atPoint()
    for (const [type, payload] of [
      ['note.add', { text: '来问过一次' }],
      ['material.receive', { materials: ['居民身份证'] }],
      ['contact.attempt', { purpose: 'followup', way: 'phone', isReached: true }],
    ] as const) {
      const caseId = await point.delivered()
      expect(await point.send(type, payload, { caseId })).toMatchObject({ status: 'applied', code: null })
      const { body } = await point.clerk.get(`/api/cases/${caseId}`)
      expect(body.row.status, type).toBe('closed')
      if (type !== 'contact.attempt') expect(body.row.flags, type).toContain('late_addition')
    }
  })
})

describe('what the centre does about it', () => {
  test('[V73, V51] both words stand side by side, masked, and the agent’s is taken when the centre says so', async () => {
    const point = await atPoint()
    const caseId = await point.registered()
    const base = await revOf(point, caseId)
    await point.act(caseId, 'edit-facts', { phone: '19900000003' })
    await edit(point, caseId, { phone: '19900000002' }, base)
    const supervisor = await point.hall.signIn('supervisor')
    const [item] = (await supervisor.get('/api/village-attention')).body.items
    expect(item).toMatchObject({
      type: 'case.edit',
      code: 'case.revision_changed',
      conflicts: [{ field: 'phone', theirs: '199****0003', yours: '199****0002', by: '1号窗口值班员' }],
    })
    expect(JSON.stringify(item)).not.toContain('19900000002')
    const solved = await supervisor.command(`/api/village-attention/${item.id}/solve`, {
      how: 'apply',
      reason: '问过本人',
    })
    expect(solved.status, JSON.stringify(solved.body)).toBe(200)
    expect(await shown(point, caseId, 'phone')).toBe('19900000002')
  })

  test('[V75] papers that lay at the point while the clock stood support a resumption as of then, within the range', async () => {
    const point = await atPoint()
    const { hall } = point
    const admin = await hall.signIn('admin')
    await admin.command('/api/settings/supplement.afterAcceptance', { value: 'pause', reason: '县规定' })
    const caseId = await point.registered(caseOfFiveDays())
    await point.act(caseId, 'accept', {})
    const asked = { materials: [{ name: '居民身份证', how: '背面没有复印' }], basis: '县规定第十二条' }
    await point.act(caseId, 'ask-papers', asked)
    // Captured on Monday at ten without a network, heard of on Tuesday.
    hall.clock.to('2026-06-15T02:10:00.000Z')
    await point.nextDay()
    const capturedAt = '2026-06-15T02:00:00.000Z'
    expect(
      await point.send('material.receive', { materials: ['居民身份证'] }, { caseId, capturedAt }),
    ).toMatchObject({ status: 'applied' })
    const handler = await hall.signIn('mz')
    expect((await handler.get(`/api/cases/${caseId}`)).body).toMatchObject({
      row: { status: 'paused' },
      pointReceived: { at: capturedAt, names: ['居民身份证'] },
    })
    const resume = (occurredAt: string) =>
      handler.command(`/api/cases/${caseId}/resume`, { occurredAt, lateReason: '村里已收到材料' })
    for (const odd of ['2026-06-12T01:00:00.000Z', '2026-06-17T02:00:00.000Z'])
      expect((await resume(odd)).body, odd).toMatchObject({ code: 'event.backdate_range' })
    // 25 working days end on 20 July, because the 19th of June is a holiday; Monday alone stood still.
    expect((await resume(capturedAt)).body.case).toMatchObject({
      row: { dueOn: '2026-07-21' },
      charged: { resident: 1 },
    })
  })
})

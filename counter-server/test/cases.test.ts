import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { act, papersOf, RESIDENT, receive, receiving } from './case-files.ts'
import { type Desk, deskAt } from './desk.ts'

describe('receiving a case at a window', () => {
  test('[C411] gives a number, a code and a link, and shows the applicant masked', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)

    const { case: found, receipt } = await receive(clerk, 'LY-001')

    expect(found.row).toMatchObject({ status: 'received', applicant: '示*甲', unit: 'LY', version: 1 })
    expect(found.applicant).toMatchObject({ idNo: '**************0016', phone: '199****0001', village: '05' })
    expect(receipt).toMatchObject({ kind: 'receipt', caseNumber: '2026-00-0001-W', applicant: '示*甲' })
    expect(receipt.queryCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(receipt.link).toBe(`http://127.0.0.1:8080/c#${receipt.token}`)
  })

  test('[C502] accepts in the same press: five working days after Friday 12 June end on Monday 22 June', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)

    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')

    expect(found.row).toMatchObject({ status: 'accepted', light: 'green', dueOn: '2026-06-22', left: 5 })
    expect(receipt).toMatchObject({
      kind: 'acceptance',
      dueOn: '2026-06-22',
      dueAt: '2026-06-22T09:30:00.000Z',
      isProvisional: false,
    })
    const holiday = receipt.explanation.find(({ reason }: { reason: string }) => reason === 'holiday')
    expect(holiday).toMatchObject({ from: '2026-06-19', counted: 0 })
  })

  test('[C404] prints every missing paper at once with how to get it', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const [first, second] = papersOf('LY-001')
    const materials = [first, { ...second, state: 'missing' }]

    const { case: found, receipt } = await receive(clerk, 'LY-001', 'request_supplement', { materials })

    // Eighteen days to the end of June and six of July.
    expect(found.row).toMatchObject({ status: 'supplement', light: 'none', left: 24 })
    expect(found.notice.materials.map(({ name }: { name: string }) => name)).toEqual([
      '居民身份证',
      '林权权属材料（不动产权证/林权证/承包合同）',
    ])
    expect(receipt).toMatchObject({
      kind: 'supplement',
      paperNumber: found.notice.number,
      until: '2026-07-06',
    })
  })

  test('[C440] refuses to accept with a paper missing, and nothing is written', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const body = receiving('LY-001', 'accept', { materials: papersOf('LY-001').slice(0, 2) })

    const refused = await clerk.command('/api/cases', body)

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'material.missing', params: { list: '林权权属材料（不动产权证/林权证/承包合同）' } },
    })
    expect((await clerk.get('/api/cases')).body.items).toEqual([])
    const { receipt } = await receive(clerk, 'LY-001')
    expect(receipt.caseNumber).toBe('2026-00-0001-W')
  })

  test('[C201] finishes an immediate case with its delivery in one act', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const delivery = { way: 'collect', receiver: '示例甲' }

    const { case: found, receipt } = await receive(clerk, 'SB-005', 'finish_on_spot', {
      result: '认证通过',
      delivery,
    })

    expect(found.row).toMatchObject({ status: 'closed', light: 'done' })
    expect(found.events.map(({ type }: { type: string }) => type)).toEqual([
      'case.received',
      'case.accepted',
      'case.decided',
      'case.delivered',
    ])
    expect(found.decision).toMatchObject({ decision: 'granted', result: '认证通过', isOnTime: true })
    expect(found.delivery).toMatchObject({ receiver: '示*甲' })
    expect(receipt.kind).toBe('on_spot')
  })

  test('[R5] answers a repeated press with the same number, and another content with a refusal', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const id = uuidv7()
    const first = await clerk.command('/api/cases', receiving('LY-001', 'accept'), id)
    const again = await clerk.command('/api/cases', receiving('LY-001', 'accept'), id)
    expect(again.body).toEqual(first.body)
    const other = await clerk.command('/api/cases', receiving('LY-001', 'receive'), id)
    expect(other).toMatchObject({ status: 409, body: { code: 'command.reused' } })
    expect((await clerk.get('/api/cases')).body.items).toHaveLength(1)
  })

  test('[Q12, Q32] comes of a visit at the own window, and of no other', async () => {
    const hall = await startHall()
    const [own, other] = [await deskAt(hall, 1), await deskAt(hall, 2)]
    const { ticketId } = await own.take('relief')
    const bodyOf = (more: object) => receiving('LY-001', 'accept', { ticketId, ...more })
    const ask = async ({ clerk }: Desk, more = {}) =>
      (await clerk.command('/api/cases', bodyOf(more))).body.code
    expect(await ask(own)).toBe('ticket.wrong_status')
    await own.next()
    expect(await ask(other)).toBe('ticket.elsewhere')
    expect(await ask(own, { ticketId: uuidv7() })).toBe('ticket.not_found')
    const { body } = await own.clerk.command('/api/cases', bodyOf({}))
    expect(body.case.ticketId).toBe(ticketId)
    hall.clock.to('2026-06-13T01:40:00.000Z')
    await hall.server.jobs.run()
    expect(await ask(await deskAt(hall, 1))).toBe('ticket.expired')
  })

  test('[C204] may come of a visit that had ended as a consultation', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { ticketId } = await desk.take('relief')
    await desk.next()
    await desk.act(ticketId, 'start')
    await desk.act(ticketId, 'finish', { outcome: 'consulted' })
    const { body } = await desk.clerk.command('/api/cases', receiving('LY-001', 'receive', { ticketId }))
    expect(body.case).toMatchObject({ ticketId, row: { status: 'received' } })
  })

  test('[C405] leaves out of its notice what was put right at the window', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const [form = '', card = '', proof = ''] = papersOf('LY-001').map(({ name }) => name)
    const draft = { materials: [{ name: card, state: 'received' }] }
    const noticed = async (more: object) =>
      (await receive(clerk, 'LY-001', 'request_supplement', more)).receipt.materials.map(
        ({ name }: { name: string }) => name,
      )
    expect(await noticed(draft)).toEqual([form, proof])
    const copied = { materials: [...draft.materials, { name: proof, state: 'received' }] }
    expect(await noticed(copied)).toEqual([form])
  })

  test('[C1105] names what is wrong with an ID number', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const applicant = { ...RESIDENT, idNo: '341524190001010015' }
    const refused = await clerk.command('/api/cases', receiving('LY-001', 'receive', { applicant }))
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'person.id_invalid', params: { problem: 'check' } },
    })
  })

  test('[C445] flags the same person with the same matter, and keeps both', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const first = await receive(clerk, 'LY-001')
    const second = await receive(clerk, 'LY-001')
    expect(first.case.row.flags).toEqual([])
    expect(second.case.row.flags).toEqual(['possible_duplicate'])
  })
})

describe('the way of a case', () => {
  test('[C430] is taken, decided by its unit and handed over at the counter', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: received } = await receive(clerk, 'LY-001', 'accept')
    const { id } = received.row

    const taken = await act(handler, id, 'take')
    expect(taken.case.row).toMatchObject({ status: 'reviewing', version: 3 })
    const decided = await act(handler, id, 'decide', {
      decision: 'granted',
      result: '同意采伐',
      expectedVersion: 3,
    })
    expect(decided.case.row).toMatchObject({ status: 'decided', light: 'done' })
    const closed = await act(clerk, id, 'deliver', { way: 'agent', receiver: '示例甲' })
    expect(closed.case.row.status).toBe('closed')
    expect(closed.case.actions).toEqual(['add_note'])
  })

  test('[C401] answers what is possible now when an act does not fit the status', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: received } = await receive(clerk, 'LY-001')
    const { id } = received.row

    const tries = await Promise.all([
      handler.command(`/api/cases/${id}/take`),
      handler.command(`/api/cases/${id}/resume`),
      clerk.command(`/api/cases/${id}/deliver`, { way: 'collect', receiver: '示例甲' }),
      clerk.command(`/api/cases/${id}/finish-on-spot`, { result: '好' }),
      clerk.command(`/api/cases/${id}/convert`, { reason: '系统停机' }),
    ])

    expect(tries.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'case.wrong_status'],
      [409, 'case.wrong_status'],
      [409, 'case.wrong_status'],
      [409, 'case.not_immediate'],
      [409, 'convert.not_immediate'],
    ])
    expect(tries[0]?.body.params.status).toBe('received')
    expect((await clerk.get(`/api/cases/${id}`)).body.row).toMatchObject({ status: 'received', version: 1 })
  })

  test('[C402] belongs to its unit and its village: others see progress only, or nothing at all', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: received } = await receive(clerk, 'LY-001')
    const { id } = received.row

    const otherUnit = await hall.signIn('mz')
    const village = await hall.signIn('v05')
    expect(await otherUnit.get(`/api/cases/${id}`)).toMatchObject({
      status: 403,
      body: { code: 'case.forbidden', params: { unit: '林业站' } },
    })
    expect(await otherUnit.command(`/api/cases/${id}/accept`)).toMatchObject({ status: 403 })
    expect(await village.get(`/api/cases/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'case.not_found' },
    })
    expect((await otherUnit.get('/api/cases?unit=LY')).body.items).toEqual([])
    expect((await hall.anonymous.get('/api/cases')).status).toBe(401)
  })

  test('[C403] is refused only with a second signature of another person', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const supervisor = await hall.signIn('supervisor')
    const { case: received } = await receive(clerk, 'LY-001')
    const { id } = received.row

    const asked = await act(clerk, id, 'refuse', { reason: '不属本镇', organ: '县林业局' })
    expect(asked.case).toMatchObject({
      row: { status: 'received' },
      approval: { kind: 'refuse', reason: '不属本镇' },
    })
    expect((await clerk.command(`/api/cases/${id}/approve`, { isApproved: true })).status).toBe(403)
    const signed = await act(supervisor, id, 'approve', { isApproved: true })
    expect(signed.case).toMatchObject({ row: { status: 'refused' }, approval: null })
    expect(await supervisor.command(`/api/cases/${id}/approve`, { isApproved: true })).toMatchObject({
      body: { code: 'approval.none_open' },
    })
  })

  test('[C513] is extended by the leader, and the new date is told', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const leader = await hall.signIn('leader')
    const { case: received } = await receive(clerk, 'LY-001', 'accept')
    const { id } = received.row

    const tooLong = await handler.command(`/api/cases/${id}/extend`, { days: 11, reason: '需现场踏勘' })
    expect(tooLong.body).toMatchObject({ code: 'extension.too_long', params: { n: 10 } })
    await act(handler, id, 'extend', { days: 5, reason: '需现场踏勘' })
    const signed = await act(leader, id, 'approve', { isApproved: true })
    // 6 to 10 working days after 12 June: 23, 24, 25, 26 and 29 June.
    expect(signed.case).toMatchObject({ row: { dueOn: '2026-06-29' }, toldDueOn: '2026-06-29' })
  })

  test('[C801] moves to another unit without touching its clock', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: received } = await receive(clerk, 'LY-001', 'accept')
    const { id } = received.row
    const moved = await act(handler, id, 'transfer', { unit: 'NJ', reason: '农技站承办' })
    expect(moved.case).toMatchObject({ row: { unit: 'NJ', dueOn: '2026-06-22' }, actions: [] })
    expect((await handler.get(`/api/cases/${id}`)).status).toBe(403)
    const same = await clerk.command(`/api/cases/${id}/transfer`, { unit: 'NJ', reason: '再转' })
    expect(same.body.code).toBe('transfer.bad_target')
  })

  test('[N2] is not changed by somebody who has seen an older state', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: received } = await receive(clerk, 'LY-001')
    const { id, version } = received.row
    await act(clerk, id, 'accept', { expectedVersion: version })
    const late = await clerk.command(`/api/cases/${id}/withdraw`, {
      reason: '不办了',
      expectedVersion: version,
    })
    expect(late).toMatchObject({ status: 409, body: { code: 'case.changed' } })
  })

  test('[C441] is denied with reasons and remedies once the supervisor has signed', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const supervisor = await hall.signIn('supervisor')
    const { case: received } = await receive(clerk, 'LY-001', 'accept')
    const { id } = received.row
    const bare = await handler.command(`/api/cases/${id}/decide`, { decision: 'denied', result: '不予许可' })
    expect(bare.body.code).toBe('decision.reason_missing')
    await act(handler, id, 'take')
    await act(handler, id, 'decide', { decision: 'denied', result: '不予许可', reason: '超出限额' })
    const signed = await act(supervisor, id, 'approve', { isApproved: true })
    expect(signed.case).toMatchObject({
      row: { status: 'decided' },
      decision: { decision: 'denied', result: '不予许可' },
    })
  })

  test('[C301] is accepted once when two people press at the same moment', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: received } = await receive(clerk, 'LY-001')
    const url = `/api/cases/${received.row.id}/accept`

    const answers = await Promise.all([clerk.command(url), handler.command(url)])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { body } = await clerk.get(`/api/cases/${received.row.id}`)
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual(['case.received', 'case.accepted'])
  })

  test('[C202] is converted with a reason and then counts three working days from its receipt', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: received } = await receive(clerk, 'SB-005')
    const { id } = received.row
    expect(received.row).toMatchObject({ clockKind: 'committed', dueOn: '2026-06-12' })
    expect((await clerk.command(`/api/cases/${id}/accept`)).body.code).toBe('case.immediate')
    const { case: converted } = await act(clerk, id, 'convert', { reason: '系统停机' })
    expect(converted.row).toMatchObject({
      flags: ['converted'],
      dueOn: '2026-06-17',
      number: '2026-00-0001-W',
    })
    expect((await act(clerk, id, 'accept')).case.row.status).toBe('accepted')
  })
})

describe('a command that comes again', () => {
  test('[R5] answers as it did the first time, also when the case has gone on since', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: received } = await receive(clerk, 'LY-001', 'receive')
    const id = uuidv7()
    const url = `/api/cases/${received.row.id}/accept`
    const first = await clerk.command(url, {}, id)
    expect(first.body.case.row.status).toBe('accepted')
    const handler = await hall.signIn('ly')
    expect((await handler.command(`/api/cases/${received.row.id}/take`)).status).toBe(200)
    expect((await clerk.command(url, {}, id)).body).toEqual(first.body)
  })
})

import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, RESIDENT, receive, receiving } from './case-files.ts'

const typesOf = ({ case: found }: { case: { events: { type: string; isVoided: boolean }[] } }) =>
  found.events.map(({ type, isVoided }) => (isVoided ? `(${type})` : type))

async function people() {
  const hall = await startHall()
  return {
    hall,
    clerk: await hall.clerkAt(1),
    handler: await hall.signIn('ly'),
    supervisor: await hall.signIn('supervisor'),
  }
}

/** The id of the last step of a type. */
async function stepOf(reader: Caller, id: string, type: string): Promise<string> {
  const { body } = await reader.get(`/api/cases/${id}`)
  return body.events.findLast((event: { type: string }) => event.type === type).id
}

describe('correcting a step', () => {
  test('[C302, C438] skips the step and the correction, and keeps both in the record', async () => {
    const { clerk, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(clerk, id, 'withdraw', { reason: '点错了' })
    const event = await stepOf(supervisor, id, 'case.withdrawn')

    const corrected = await act(supervisor, id, 'correct', { event, reason: '撤错了件' })

    // The promise goes on as if nothing had been withdrawn.
    expect(corrected.case.row).toMatchObject({ status: 'accepted', dueOn: '2026-06-22', version: 4 })
    expect(typesOf(corrected)).toEqual(['case.received', 'case.accepted', '(case.withdrawn)', 'event.voided'])
    expect(corrected.case.events.at(-1).text).toBe('撤错了件')
  })

  test('[C302] is refused to the author, for what lasts, and while a later step rests on it', async () => {
    const { clerk, handler, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(handler, id, 'take')
    const codeOf = async (type: string, event?: string) => {
      const step = event ?? (await stepOf(supervisor, id, type))
      const { status, body } = await supervisor.command(`/api/cases/${id}/correct`, {
        event: step,
        reason: '错',
      })
      return status === 200 ? 'done' : [body.code, body.params.action ?? null]
    }
    expect(await codeOf('case.received')).toEqual(['correction.not_possible', null])
    expect(await codeOf('', found.row.id)).toEqual(['correction.not_possible', null])
    expect(await codeOf('case.accepted')).toEqual(['correction.not_possible', 'take'])
    await act(supervisor, id, 'add-note', { reason: '看过了' })
    expect(await codeOf('case.noted')).toEqual(['correction.same_person', null])
    const taken = await stepOf(supervisor, id, 'case.taken')
    expect(await codeOf('', taken)).toBe('done')
    expect(await codeOf('', taken)).toEqual(['correction.not_possible', null])
    expect(await codeOf('event.voided')).toEqual(['correction.not_possible', null])
    expect(await codeOf('case.accepted')).toBe('done')
    const { body } = await clerk.get(`/api/cases/${id}`)
    expect(body.row).toMatchObject({ status: 'received', clockKind: 'notice' })
  })

  test('[C302, C520, C901] leaves what the resident was told as it was told, and its paper names the step', async () => {
    const { hall, clerk, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    const event = await stepOf(supervisor, id, 'case.accepted')
    hall.clock.to('2026-06-15T01:40:00.000Z')
    const later = await hall.signIn('supervisor')
    await act(later, id, 'correct', { event, reason: '材料看错了' })
    const papers = (await later.get(`/api/cases/${id}`)).body.papers
    const paper = papers.find(({ kind }: { kind: string }) => kind === 'correction').id
    const printed = await later.command(`/api/cases/${id}/papers/${paper}/print`)
    expect(printed.body.points).toEqual([
      { point: 'step', text: '6月12日（周五）9:40 受理' },
      { point: 'reason', text: '材料看错了' },
    ])
    const again = await act(await hall.signIn('clerk1'), id, 'accept')
    // Accepted anew on Monday the 15th: 16, 17, 18, 22 and 23 June.
    expect(again.case).toMatchObject({ row: { dueOn: '2026-06-23' }, toldDueOn: '2026-06-23' })
    expect(toldDates(hall, id)).toEqual(['2026-06-22', '2026-06-23'])
  })

  test('[C302] takes a delivery and a decision off the case page and the tracking page, each by itself', async () => {
    const { hall, clerk, handler, supervisor } = await people()
    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    const tracked = async () => (await hall.anonymous.post('/api/track/case', { token: receipt.token })).body
    await act(handler, id, 'decide', { decision: 'granted', result: '同意采伐' })
    expect((await tracked()).result).toBe('同意采伐')
    await act(clerk, id, 'deliver', { way: 'collect', receiver: '示例甲' })
    const delivered = await stepOf(supervisor, id, 'case.delivered')
    const back = await act(supervisor, id, 'correct', { event: delivered, reason: '没领走' })
    expect(back.case).toMatchObject({ row: { status: 'decided' }, delivery: null })
    const decided = await stepOf(supervisor, id, 'case.decided')
    const again = await act(supervisor, id, 'correct', { event: decided, reason: '批错了件' })
    expect(again.case).toMatchObject({ row: { status: 'reviewing', dueOn: '2026-06-22' }, decision: null })
    expect((await tracked()).result).toBeNull()
  })

  test('[C438] belongs to the supervisor', async () => {
    const { clerk, handler, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const event = await stepOf(supervisor, found.row.id, 'case.accepted')
    for (const caller of [clerk, handler]) {
      const answer = await caller.command(`/api/cases/${found.row.id}/correct`, { event, reason: '错' })
      expect(answer).toMatchObject({ status: 403, body: { code: 'session.forbidden' } })
    }
  })
})

function toldDates(hall: Hall, id: string): unknown[] {
  const text = 'SELECT due_on FROM told_deadline WHERE "case" = ? ORDER BY due_on'
  return hall.server.counter.deps.store.read(({ sql }) => sql.prepare(text).pluck().all(id))
}

describe('a case that was entered in error', () => {
  test('[C434, C1102] is made void with a reason, takes notes only, and leaves its number to no other case', async () => {
    const { clerk, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const voided = await act(supervisor, found.row.id, 'void', { reason: '给别人录的' })
    expect(voided.case).toMatchObject({
      row: { status: 'voided', light: 'none', number: found.row.number },
      actions: ['add_note', 'correct'],
    })
    // What is refused takes no number either, so a gap would be a lost case.
    const nobody = receiving('LY-001', 'receive', { applicant: { ...RESIDENT, idNo: '999999199001010017' } })
    expect((await clerk.command('/api/cases', nobody)).body.code).toBe('person.id_invalid')
    const next = await receive(clerk, 'LY-001')
    expect(next.receipt.caseNumber).toMatch(/^2026-00-0002-/)
  })

  test('[C434] is no longer made void once it is decided', async () => {
    const { clerk, handler, supervisor } = await people()
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    await act(handler, found.row.id, 'decide', { decision: 'granted', result: '同意' })
    const refused = await supervisor.command(`/api/cases/${found.row.id}/void`, { reason: '录错' })
    expect(refused.body).toMatchObject({ code: 'case.wrong_status', params: { status: 'decided' } })
  })
})

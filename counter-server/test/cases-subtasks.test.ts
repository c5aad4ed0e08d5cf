import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { watch } from './live.ts'

/** LY-001 accepted on Friday 12 June, due on Monday the 22nd; the farm station is asked for its opinion by the 18th. */
async function asked(hall: Hall, dueOn = '2026-06-18') {
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  const { id } = found.row
  const handler = await hall.signIn('ly')
  const opened = await act(handler, id, 'open-subtask', { unit: 'NJ', content: '请出具农机意见', dueOn })
  return { id: id as string, handler, opened, subtask: String(opened.case.subtasks[0].id) }
}

describe('a sub-task', () => {
  test('[C805] moves no clock, holds back the decision, and is answered by the unit that sees nothing else', async () => {
    const hall = await startHall()
    const { id, handler, opened, subtask } = await asked(hall)
    expect(opened.case).toMatchObject({
      row: { status: 'accepted', unit: 'LY', dueOn: '2026-06-22' },
      subtasks: [{ unitName: '农技站', content: '请出具农机意见', dueOn: '2026-06-18', how: null }],
    })
    const decide = { decision: 'granted', result: '同意' }
    expect((await handler.command(`/api/cases/${id}/decide`, decide)).body).toMatchObject({
      code: 'case.subtasks_open',
      params: { n: 1 },
    })

    const other = await hall.signIn('nj')
    expect((await other.get(`/api/cases/${id}`)).status).toBe(403)
    const list = await other.get('/api/subtasks')
    expect(list.body.items).toEqual([
      {
        id: subtask,
        caseId: id,
        caseNumber: '2026-00-0001-W',
        itemName: expect.any(String),
        askedBy: '林业站',
        content: '请出具农机意见',
        dueOn: '2026-06-18',
        openedAt: '2026-06-12T01:40:00.000Z',
        isPledge: false,
      },
    ])
    const answer = await other.command(`/api/cases/${id}/answer-subtask`, { subtask, result: '同意配合' })
    expect(answer.body).toEqual({ subtask })
    expect((await other.get('/api/subtasks')).body.items).toEqual([])

    const { body } = await handler.get(`/api/cases/${id}`)
    expect(body.subtasks[0]).toMatchObject({ how: 'answered', result: '同意配合' })
    expect((await act(handler, id, 'decide', decide)).case.row.status).toBe('decided')
  })

  test('[C805] is due with the case at the latest, and goes to another unit', async () => {
    const hall = await startHall()
    const { id, handler } = await asked(hall, '2026-06-22')
    const ask = (body: object) =>
      handler.command(`/api/cases/${id}/open-subtask`, {
        unit: 'NJ',
        content: '再问一件',
        dueOn: '2026-06-18',
        ...body,
      })
    expect((await ask({ dueOn: '2026-06-23' })).body).toMatchObject({
      code: 'subtask.after_case_due',
      params: { date: '2026-06-22' },
    })
    expect((await ask({ dueOn: '2026-06-11' })).body.code).toBe('request.invalid')
    expect((await ask({ unit: 'LY' })).body.code).toBe('transfer.bad_target')
    expect((await ask({ unit: 'XX' })).body.code).toBe('transfer.bad_target')
  })

  test('[C805] is told live to the unit that is asked: when it opens and when it ends, and nothing in between', async () => {
    const hall = await startHall()
    const other = await hall.signIn('nj')
    const screen = await watch(hall, { as: 'staff', cookie: other.cookie })
    screen.say({ type: 'subscribe', topics: [{ topic: 'unit:NJ' }] })
    const { seq } = await screen.next(({ type }) => type === 'snapshot')
    const told = async (nth: number) =>
      (await screen.next((message) => message.type === 'changed' && message.seq === seq + nth)).changes

    const { id, handler, subtask } = await asked(hall)
    // The case is not theirs: they hear that there is something to look at, and not what.
    const news = expect.arrayContaining([{ kind: 'case_left', caseId: id }])
    expect(await told(1)).toEqual(news)
    await other.command(`/api/cases/${id}/answer-subtask`, { subtask, result: '同意配合' })
    expect(await told(2)).toEqual(news)
    await act(handler, id, 'add-note', { reason: '已收到答复' })
    const again = { unit: 'NJ', content: '再问一件', dueOn: '2026-06-18' }
    const { subtasks } = (await act(handler, id, 'open-subtask', again)).case
    expect(await told(3)).toEqual(news)
    const waive = { subtask: subtasks[1].id, reason: '不再需要' }
    await act(await hall.signIn('supervisor'), id, 'waive-subtask', waive)
    expect(await told(4)).toEqual(news)
    expect(screen.heard.filter(({ type }) => type === 'changed')).toHaveLength(4)
    expect(JSON.stringify(screen.heard)).not.toContain('示*甲')
  })

  test('[C805] is waived by the supervisor with a reason, and belongs to nobody else', async () => {
    const hall = await startHall()
    const { id, handler, subtask } = await asked(hall)
    const stranger = await hall.signIn('mz')
    const foreign = await stranger.command(`/api/cases/${id}/answer-subtask`, { subtask, result: '不归我' })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'subtask.not_found' } })
    const supervisor = await hall.signIn('supervisor')
    const waived = await act(supervisor, id, 'waive-subtask', { subtask, reason: '另有材料证明' })
    expect(waived.case.subtasks[0]).toMatchObject({ how: 'waived', result: '另有材料证明' })
    const late = await (await hall.signIn('nj')).command(`/api/cases/${id}/answer-subtask`, {
      subtask,
      result: '晚了',
    })
    expect(late.body.code).toBe('subtask.ended')
    const done = await act(handler, id, 'decide', { decision: 'granted', result: '同意' })
    expect(done.case.row.status).toBe('decided')
  })

  test('[C805] asks nobody any more once the case has ended, and none is asked before it is accepted', async () => {
    const hall = await startHall()
    const { id } = await asked(hall)
    await act(await hall.signIn('clerk2'), id, 'withdraw', { reason: '不办了' })
    expect((await (await hall.signIn('nj')).get('/api/subtasks')).body.items).toEqual([])
    const { case: early } = await receive(await hall.signIn('clerk2'), 'LY-001')
    const body = { unit: 'NJ', content: '请看', dueOn: '2026-06-18' }
    const refused = await (await hall.signIn('ly')).command(`/api/cases/${early.row.id}/open-subtask`, body)
    expect(refused.body).toMatchObject({ code: 'case.wrong_status', params: { status: 'received' } })
  })
})

import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'

/** LY-001 accepted on Friday 12 June and paused on Monday the 15th at 09:40; told by Thursday the 18th. */
async function paused(hall: Hall): Promise<string> {
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  hall.clock.to('2026-06-15T01:40:00.000Z')
  await act(await hall.signIn('ly'), found.row.id, 'pause', {
    reason: 'hearing',
    days: 5,
    noticeNumber: '特1',
  })
  hall.clock.to('2026-06-18T02:00:00.000Z')
  return found.row.id
}

describe('an act that is entered after it happened', () => {
  test('[C306] counts from when it happened, keeps both times and its reason', async () => {
    const hall = await startHall()
    const id = await paused(hall)
    const late = { occurredAt: '2026-06-16T01:00:00.000Z', lateReason: '停电，电话里已恢复' }
    const { case: found } = await act(await hall.signIn('ly'), id, 'resume', late)
    // Only Tuesday the 16th stands still: the 22nd becomes the 23rd.
    expect(found.row).toMatchObject({ status: 'accepted', dueOn: '2026-06-23' })
    expect(found.events.at(-1)).toMatchObject({
      type: 'case.resumed',
      occurredAt: late.occurredAt,
      recordedAt: '2026-06-18T02:00:00.000Z',
      lateReason: late.lateReason,
    })
  })

  test.each([
    ['before the previous clock event', '2026-06-15T01:39:59.999Z', '晚录', 'event.backdate_range'],
    ['in the future', '2026-06-18T02:00:00.001Z', '早录', 'event.backdate_range'],
    ['without a reason', '2026-06-16T01:00:00.000Z', '', 'reason.required'],
  ])('[C306] is refused %s, and nothing is written', async (_what, occurredAt, lateReason, code) => {
    const hall = await startHall()
    const id = await paused(hall)
    const handler = await hall.signIn('ly')
    const refused = await handler.command(`/api/cases/${id}/resume`, { occurredAt, lateReason })
    expect(refused.body.code).toBe(code)
    if (code === 'event.backdate_range')
      expect(refused.body.params).toEqual({ from: '2026-06-15', to: '2026-06-18' })
    expect((await handler.get(`/api/cases/${id}`)).body.row.status).toBe('paused')
  })

  test('[C306] goes back five working days at most', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001')
    // The notice clock ends on Friday the 19th being a holiday: Monday the 22nd; silence would accept on the 23rd.
    hall.clock.to('2026-06-22T08:00:00.000Z')
    const clerk = await hall.signIn('clerk1')
    const url = `/api/cases/${found.row.id}/accept`
    const tooFar = { occurredAt: '2026-06-12T02:00:00.000Z', lateReason: '当天已受理' }
    expect((await clerk.command(url, tooFar)).status).toBe(200)
    const again = await receive(clerk, 'LY-001')
    hall.clock.to('2026-06-30T08:00:00.000Z')
    const later = await (await hall.signIn('clerk1')).command(`/api/cases/${again.case.row.id}/accept`, {
      occurredAt: '2026-06-22T08:30:00.000Z',
      lateReason: '忘了录',
    })
    // Five working days before Tuesday the 30th is Tuesday the 23rd.
    expect(later.body).toMatchObject({
      code: 'event.backdate_range',
      params: { from: '2026-06-23', to: '2026-06-30' },
    })
  })

  test('[C306, C406] is judged after its status', async () => {
    const hall = await startHall()
    const id = await paused(hall)
    const late = { occurredAt: '2026-07-01T01:00:00.000Z', lateReason: '' }
    const clerk = await hall.signIn('clerk1')
    expect((await clerk.command(`/api/cases/${id}/accept`, late)).body.code).toBe('case.wrong_status')
  })
})

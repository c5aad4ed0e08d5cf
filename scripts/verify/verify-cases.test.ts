import { describe, expect, test } from 'vitest'
import { startHall } from '../../counter-server/test/app.ts'
import { act, receive } from '../../counter-server/test/case-files.ts'
import { copyStore, plant } from './store-copy.ts'
import { verifyCases } from './verify-cases.ts'

/** One case goes the whole way, one stands still with its clocks paused, one is late and marked. */
async function aFewCases(): Promise<string> {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const handler = await hall.signIn('ly')
  const { case: done } = await receive(clerk, 'LY-001', 'accept')
  await act(handler, done.row.id, 'decide', { decision: 'granted', result: '同意' })
  await act(clerk, done.row.id, 'deliver', { way: 'collect', receiver: '示例甲' })
  const { case: paused } = await receive(clerk, 'LY-001', 'accept')
  await act(handler, paused.row.id, 'pause', { reason: 'hearing', days: 5, noticeNumber: '特1' })
  await receive(clerk, 'LY-001', 'accept')
  hall.clock.to('2026-06-22T09:30:00.001Z')
  await hall.server.jobs.run()
  return copyStore(hall)
}

describe('npm run verify -- cases', () => {
  test('[C301] the events of a store file make each row of its cases again', async () => {
    const verdict = verifyCases(await aFewCases())
    // Five events, four with the pause that lasted too long, and two with three marks and the order of the ladder; LY-001 counts notice, promise and law, the first one delivery too.
    expect(verdict).toEqual({
      cases: 3,
      counted: 3,
      events: 15,
      rows: 3 + 4 + 4 + 3 + 4 + 3 + 1,
      differences: 0,
      first: null,
    })
  })

  test('[C301] a store of another version is not judged', async () => {
    const file = await aFewCases()
    plant(file, 'DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)')
    expect(() => verifyCases(file)).toThrow('another version')
  })

  test('[C301, R41] cases that another engine counted are no fault, and the eye is tried on the first of this one', async () => {
    const file = await aFewCases()
    const older = (which: string) =>
      plant(file, `UPDATE "case" SET made_with = 'older/0/' || made_with WHERE ${which}`)
    older('id = (SELECT min(id) FROM "case")')
    expect(verifyCases(file)).toMatchObject({ cases: 3, counted: 2, differences: 0 })
    older('true')
    expect(verifyCases(file)).toMatchObject({ cases: 3, counted: 0, differences: 0 })
  })

  test.each([
    [
      'a status',
      `UPDATE "case" SET status = 'decided' WHERE status = 'closed'`,
      { table: 'case', column: 'status', stored: 'decided', rebuilt: 'closed' },
    ],
    [
      'a verdict',
      'UPDATE "case" SET is_on_time = 0 WHERE is_on_time = 1',
      { table: 'case', column: 'is_on_time', stored: 0, rebuilt: 1 },
    ],
    [
      'a due instant by one millisecond',
      "UPDATE case_clock SET due_at = '2026-06-22T09:30:00.001Z' WHERE kind = 'committed' AND state = 'running'",
      { table: 'case_clock', column: 'due_at', rebuilt: '2026-06-22T09:30:00.000Z' },
    ],
    [
      'a clock that is gone',
      "DELETE FROM case_clock WHERE kind = 'delivery'",
      { table: 'case_clock', column: null },
    ],
    [
      'a told date',
      "UPDATE told_deadline SET due_on = '2026-06-30'",
      { table: 'told_deadline', column: 'due_on', rebuilt: '2026-06-22' },
    ],
    [
      'the level of an order',
      "UPDATE supervision_order SET level = 'chief_leader'",
      { table: 'supervision_order', column: 'level', stored: 'chief_leader', rebuilt: 'unit_head' },
    ],
    [
      'an order that is gone',
      'DELETE FROM supervision_order',
      { table: 'supervision_order', column: null, stored: undefined },
    ],
    ['a mark that never fired', 'DELETE FROM clock_mark', { table: 'clock_mark', column: null }],
    [
      'an altered event',
      `DROP TRIGGER case_event_no_update; UPDATE case_event SET "to" = 'reviewing' WHERE type = 'case.paused'`,
      { table: 'case_event', column: 'to', stored: 'reviewing', rebuilt: 'paused' },
    ],
    [
      'an event that is gone',
      "DROP TRIGGER case_event_no_delete; DELETE FROM case_event WHERE type = 'case.decided'",
      { table: 'case_event', column: 'rev' },
    ],
  ])('[C301, R41] finds %s that was changed behind the product', async (_what, statement, first) => {
    const file = await aFewCases()
    plant(file, statement)
    const verdict = verifyCases(file)
    expect(verdict.differences).toBeGreaterThan(0)
    expect(verdict.first).toMatchObject(first)
  })
})

import { describe, expect, test } from 'vitest'
import { startHall } from '../../counter-server/test/app.ts'
import { copyStore, plant } from './store-copy.ts'
import { verifyLetters } from './verify-letters.ts'

const CALL = {
  channel: 'phone',
  topic: 'help',
  isAboutStaff: false,
  name: '示例甲',
  phone: '',
  address: '',
  text: '路灯不亮',
}

/** One letter is answered on the call, one is late with its unit, one lies where it came in. */
async function aFewLetters(): Promise<string> {
  const hall = await startHall()
  const clerk = await hall.signIn('clerk1')
  const log = async (change = {}) => (await clerk.command('/api/letters', { ...CALL, ...change })).body.id
  await log({ answer: '今晚修好' })
  await clerk.command(`/api/letters/${await log()}/assign`, { unit: 'MZ' })
  hall.clock.to('2026-06-17T09:30:00.001Z')
  await hall.server.jobs.run()
  await (await hall.signIn('clerk1')).command('/api/letters', CALL)
  return copyStore(hall)
}

describe('npm run verify -- letters', () => {
  test('[C301, C1302] the events of a store file make each row of its letters again', async () => {
    // Two events; two with three marks and the order of the ladder, which is a row too; one.
    expect(verifyLetters(await aFewLetters())).toEqual({
      letters: 3,
      events: 9,
      rows: 4,
      differences: 0,
      first: null,
    })
  })

  test.each([
    [
      'a verdict',
      'UPDATE letter SET is_on_time = 0 WHERE is_on_time = 1',
      { table: 'letter', column: 'isOnTime' },
    ],
    [
      'a status',
      "UPDATE letter SET status = 'closed' WHERE status = 'assigned'",
      { table: 'letter', column: 'status' },
    ],
    [
      'an event',
      'DROP TRIGGER letter_event_no_update; UPDATE letter_event SET "to" = \'closed\' WHERE rev = 1',
      { table: 'letter_event', column: 'to' },
    ],
  ])('[C301, R41] finds %s that was changed by hand', async (_what, sql, first) => {
    const file = await aFewLetters()
    plant(file, sql)
    const verdict = verifyLetters(file)
    expect(verdict.differences).toBeGreaterThan(0)
    expect(verdict.first).toMatchObject(first)
  })
})

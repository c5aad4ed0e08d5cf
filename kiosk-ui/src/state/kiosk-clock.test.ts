import { expect, test } from 'vitest'
import { timeOf } from './kiosk-clock.ts'

const LOCAL = Date.parse('2026-06-12T01:40:00.000Z')
const MINUTE = 60_000

test.each([
  ['is believed with the offset that was measured', 2 * MINUTE, LOCAL + 2 * MINUTE, false],
  ['is not believed before the server was heard', null, LOCAL, true],
  ['is still believed 5 minutes from the steady clock', 0, LOCAL + 5 * MINUTE, false],
  ['is not believed once it has jumped ahead', 0, LOCAL - 5 * MINUTE - 1, true],
  ['nor once it was set back', 0, LOCAL + 5 * MINUTE + 1, true],
])('[Q48] the time of a press %s', (_what, offset, steadyMs, hasLostClock) => {
  expect(timeOf(LOCAL, offset, steadyMs)).toEqual({
    localTime: '2026-06-12T01:40:00.000Z',
    offsetMs: offset ?? 0,
    hasLostClock,
  })
})

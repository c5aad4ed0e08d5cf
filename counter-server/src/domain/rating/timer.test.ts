import { expect, test } from 'vitest'
import { CONTEXT, hall } from '../../../test/case-fixture.ts'
import { timerOf } from './timer.ts'

// A 差评 of Friday 12 June: contact by Monday the 15th, put right within fifteen working days by Monday 6 July.
const CONTACT = { dueAt: hall('2026-06-15 17:30'), days: 1, doneAt: null }
const RECTIFY = { dueAt: hall('2026-07-06 17:30'), days: 15, doneAt: null }
const at = (when: string) => ({ context: CONTEXT, now: hall(when) })

test('[C1004] a day for the contact is yellow on its day alone, and red one millisecond after closing', () => {
  expect(timerOf(at('2026-06-14 23:59'), CONTACT)).toMatchObject({ light: 'green', left: 1 })
  expect(timerOf(at('2026-06-15 00:00'), CONTACT)).toMatchObject({ light: 'yellow', left: 0 })
  expect(timerOf(at('2026-06-15 17:30'), CONTACT)).toMatchObject({ light: 'yellow', isLate: false })
  expect(timerOf(at('2026-06-15 17:30:00.001'), CONTACT)).toMatchObject({ light: 'red', isLate: true })
})

test('[C1004] fifteen days for putting it right are yellow with three left', () => {
  expect(timerOf(at('2026-06-30 10:00'), RECTIFY)).toMatchObject({ light: 'green', left: 4 })
  expect(timerOf(at('2026-07-01 10:00'), RECTIFY)).toMatchObject({ light: 'yellow', left: 3 })
})

test('[C1004, C503] what was done keeps its verdict, in time at the last instant', () => {
  const done = (when: string) => timerOf(at('2026-08-03 10:00'), { ...RECTIFY, doneAt: hall(when) })
  expect(done('2026-07-06 17:30')).toMatchObject({ light: 'done', isLate: false })
  expect(done('2026-07-06 17:30:00.001')).toMatchObject({ light: 'done', isLate: true })
})

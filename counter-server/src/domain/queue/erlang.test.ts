import { expect, test } from 'vitest'
import { plannedWaitMinutes, shareWaiting } from './erlang.ts'

test('[Q66] at one window the share who wait is its load, and the mean wait load/(μ − λ)', () => {
  // 6 an hour, 5 minutes each: load 0.5; mean wait 0.5 / (1/5 − 1/10) = 5 minutes.
  const plan = { perHour: 6, serviceMinutes: 5, windows: 1 }
  expect(shareWaiting(plan)).toBeCloseTo(0.5, 10)
  expect(plannedWaitMinutes(plan)).toBeCloseTo(5, 10)
})

test('[Q66] at two windows with a load of one a third wait', () => {
  // Erlang B: 1, 1/2, 1/5; C = 0.2 / (1 − 0.5 × 0.8) = 1/3; wait (1/3) / (2/10 − 1/10) = 10/3 minutes.
  const plan = { perHour: 6, serviceMinutes: 10, windows: 2 }
  expect(shareWaiting(plan)).toBeCloseTo(1 / 3, 10)
  expect(plannedWaitMinutes(plan)).toBeCloseTo(10 / 3, 10)
})

test('[Q66] where more come than can be served everybody waits, endlessly', () => {
  const plan = { perHour: 12, serviceMinutes: 10, windows: 2 }
  expect(shareWaiting(plan)).toBe(1)
  expect(plannedWaitMinutes(plan)).toBe(Number.POSITIVE_INFINITY)
})

import { expect, test } from 'vitest'
import { hallsOf } from './hall-plan.ts'
import { measureHall } from './measure-hall.ts'
import { meanScore, scoreOf } from './score.ts'

const DAYS = { seed: 'gate', learning: 8, scored: 4 }
const halls = hallsOf(DAYS.seed).filter(({ windows }) => windows === 3 || windows === 4)
const samples = halls.map((plan) => measureHall(plan, DAYS))

test('[Q60] on seeded days its RMSE is at most 0.8 of (n + 1)·mean/windows', () => {
  const { ours, rivals } = meanScore(samples.map(scoreOf))
  expect(samples.flat().length).toBeGreaterThan(300)
  expect(ours.rmse).toBeLessThanOrEqual(0.8 * rivals.queueLength.rmse)
})

test('[Q60] on seeded days P10 to P90 holds 72 to 92 of 100 waits', () => {
  const { coverage } = scoreOf(samples.flat()).ours
  expect(coverage).toBeGreaterThanOrEqual(0.72)
  expect(coverage).toBeLessThanOrEqual(0.92)
})

test('[Q60] a seed makes the same days and the same quotes again', () => {
  const [plan] = halls
  if (plan === undefined) throw new Error('no hall was made')
  const short = { ...DAYS, learning: 2, scored: 1 }
  expect(measureHall(plan, short)).toEqual(measureHall(plan, short))
})

/** `npm run bench:estimate [-- --json] [-- --seed N]`: our wait beside five rivals on the same days of ten halls (Q60 to Q66). */
import { parseArgs } from 'node:util'
import { hallsOf } from './estimate/hall-plan.ts'
import { measureHall } from './estimate/measure-hall.ts'
import { RIVALS } from './estimate/rivals.ts'
import { meanScore, type Score, scoreOf } from './estimate/score.ts'
import { timeThirtyAhead } from './estimate/thirty-ahead.ts'
import { rounded, spreadLine } from './figures.ts'

const DAYS = { learning: 10, scored: 15 }
const MOST_OF_BASELINE = 0.8
const KEPT = { least: 0.75, most: 0.9 }

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
})
const { seed } = values
console.log(
  `seed ${seed}: per hall ${DAYS.learning} days to learn from, ${DAYS.scored} scored; those who find two or more waiting; minutes`,
)
console.log(
  ['hall'.padEnd(24), 'people', 'ours', 'bias', 'P10-P90', 'kept', ...RIVALS]
    .map((word) => word.padStart(8))
    .join(' '),
)
const scores = hallsOf(seed).map((plan) => {
  const samples = measureHall(plan, { seed, ...DAYS })
  const score = scoreOf(samples)
  console.log(lineOf(plan.name, score))
  return { score, afternoon: scoreOf(samples.filter(({ isAfternoon }) => isAfternoon)) }
})
const { ours, rivals } = meanScore(scores.map(({ score }) => score))
console.log(lineOf('mean over halls', { n: 0, ours, rivals }))
// Only ours knows of the noon break; the afternoons say what holds without it.
console.log(lineOf('mean, afternoons', { n: 0, ...meanScore(scores.map(({ afternoon }) => afternoon)) }))
const { wall, processor } = timeThirtyAhead(seed)
console.log(spreadLine('one estimate, 30 ahead', wall))
console.log(spreadLine('  of the processor', processor))
const holds =
  ours.rmse <= MOST_OF_BASELINE * rivals.queueLength.rmse && ours.kept >= KEPT.least && ours.kept <= KEPT.most
console.log(
  holds
    ? 'both requirements hold'
    : `a requirement does not hold: RMSE ${rounded(ours.rmse / rivals.queueLength.rmse, 3)} of queue length, kept ${rounded(ours.kept, 3)}`,
)
console.log(
  JSON.stringify({
    ours: {
      rmse: rounded(ours.rmse, 3),
      bias: rounded(ours.bias, 3),
      coverage: rounded(ours.coverage, 3),
      kept: rounded(ours.kept, 3),
    },
    rivals: Object.fromEntries(RIVALS.map((rival) => [rival, { rmse: rounded(rivals[rival].rmse, 3) }])),
    halls: scores.length,
  }),
)
if (!holds) process.exitCode = 1

function lineOf(name: string, { n, ours: own, rivals: others }: Score): string {
  const share = (value: number) => `${rounded(value * 100, 0)}%`
  const cells = [
    n === 0 ? '' : String(n),
    rounded(own.rmse).toFixed(2),
    rounded(own.bias).toFixed(2),
    share(own.coverage),
    share(own.kept),
    ...RIVALS.map((rival) => rounded(others[rival].rmse).toFixed(2)),
  ]
  return [name.padEnd(24), ...cells.map((cell, place) => cell.padStart(place < 5 ? 8 : 11))].join(' ')
}

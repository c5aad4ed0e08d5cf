import { estimateWait } from '../../../counter-server/src/domain/queue/estimate.ts'
import type { Spread } from '../figures.ts'
import { spreadOf } from '../figures.ts'
import { hallsOf } from './hall-plan.ts'
import { measureHall } from './measure-hall.ts'

const AHEAD = 30
const ROUNDS = 20
/** More work than the windows can do, so that the line grows to thirty and stays about there for hours. */
const OVERLOAD = 1.3
const DAYS = { learning: 10, scored: 10 }

/**
 * How long one estimate takes, in milliseconds, for somebody with thirty people ahead (Q65): a hall of four windows with
 * helped matters and 40 % priority numbers, on whose days the same estimate has run thousands of times before.
 */
export function timeThirtyAhead(seed: string): Spread {
  const busiest = hallsOf(seed)
    .filter(({ windows }) => windows === 4)
    .at(-1)
  if (busiest === undefined) throw new Error('no hall of four windows was made')
  const lengths: number[] = []
  measureHall({ ...busiest, load: OVERLOAD }, { seed, ...DAYS }, ({ ticket, hall, outlook, ahead }) => {
    if (ahead !== AHEAD) return
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now()
      estimateWait(ticket, hall, outlook)
      lengths.push(performance.now() - startedAt)
    }
  })
  return spreadOf(lengths)
}

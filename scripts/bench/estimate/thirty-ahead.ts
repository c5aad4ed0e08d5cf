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

export interface Cost {
  /** By the clock. */
  readonly wall: Spread
  /** Of the processor, with collecting garbage and compiling: what counts where other work shares the machine. */
  readonly processor: Spread
}

/**
 * What one estimate costs, in milliseconds, for somebody with thirty people ahead (Q65): a hall of four windows with
 * helped matters and 40 % priority numbers, on whose days the same estimate has run thousands of times before.
 */
export function timeThirtyAhead(seed: string): Cost {
  const busiest = hallsOf(seed)
    .filter(({ windows }) => windows === 4)
    .at(-1)
  if (busiest === undefined) throw new Error('no hall of four windows was made')
  const wall: number[] = []
  const processor: number[] = []
  measureHall({ ...busiest, load: OVERLOAD }, { seed, ...DAYS }, ({ ticket, hall, outlook, ahead }) => {
    if (ahead !== AHEAD) return
    for (let round = 0; round < ROUNDS; round += 1) {
      const usedBefore = process.cpuUsage()
      const startedAt = performance.now()
      estimateWait(ticket, hall, outlook)
      wall.push(performance.now() - startedAt)
      const { user, system } = process.cpuUsage(usedBefore)
      processor.push((user + system) / 1_000)
    }
  })
  return { wall: spreadOf(wall), processor: spreadOf(processor) }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { newCommandId } from '@counter/shared/client/commands'
import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { systemClock } from '../../counter-server/src/clock.ts'
import { readConfig } from '../../counter-server/src/config.ts'
import { type RunningServer, startServer } from '../../counter-server/src/server.ts'
import { closeToday } from '../../counter-server/src/usecases/hall/close-day.ts'
import { issueTicket } from '../../counter-server/src/usecases/hall/issue-ticket.ts'
import { TOPICS } from './hall-phases.ts'

const WRITERS = 64
const DELAY_MS = 5
const ROUNDS = 5
const ALONE = 192
const TOGETHER = 640
/** So many that the code runs as it does in a hall that has been open for a while. */
const WARM_ROUNDS = 4

/** Numbers per second with a commit each and with shared commits, taken in turns, and how many times more. */
export interface GroupCommit {
  readonly alonePerSecond: number
  readonly groupedPerSecond: number
  readonly speedup: number
}

/** No HTTP: 64 writers take numbers without pause at two stores whose disk takes 5 ms longer for each commit (R4). */
export async function measureGroupCommit(folder: string): Promise<GroupCommit> {
  const alone = await startHall(join(folder, 'alone'), 1)
  const grouped = await startHall(join(folder, 'grouped'), WRITERS)
  try {
    await takeTogether(alone, WRITERS)
    for (let round = 0; round < WARM_ROUNDS; round += 1) {
      await takeTogether(grouped, TOGETHER)
      await endDay(grouped)
    }
    const rates = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.push({ alone: await takeTogether(alone, ALONE), grouped: await takeTogether(grouped, TOGETHER) })
      for (const hall of [alone, grouped]) await endDay(hall)
    }
    const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
    return {
      alonePerSecond: middle(rates.map((rate) => rate.alone)),
      groupedPerSecond: middle(rates.map((rate) => rate.grouped)),
      speedup: middle(rates.map((rate) => rate.grouped / rate.alone)),
    }
  } finally {
    await alone.close()
    await grouped.close()
  }
}

function startHall(dataDir: string, groupSize: number): Promise<RunningServer> {
  mkdirSync(dataDir, { recursive: true })
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }, [])
  const clock = systemClock(() => {
    throw new Error('void: the clock of this machine jumped')
  })
  return startServer(config, clock, { pages: null, commit: { commitDelayMs: DELAY_MS, groupSize } })
}

// Each writer takes its next number as soon as it was told the last one.
async function takeTogether({ counter: { deps } }: RunningServer, count: number): Promise<number> {
  let begun = 0
  const writer = async () => {
    while (begun < count) {
      const place = begun
      begun += 1
      await issueTicket(deps, {
        origin: { actor: 'bench', role: 'clerk', device: null, commandId: newCommandId() },
        topic: TOPICS[place % TOPICS.length] as TopicKey,
        cls: place % 7 === 6 ? 'priority' : 'ordinary',
        channel: 'desk',
      })
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return count / ((performance.now() - startedAt) / 1000)
}

// A hall with thousands waiting is none; each round begins with nobody in line.
async function endDay({ counter: { deps } }: RunningServer): Promise<void> {
  const origin = { actor: 'bench', role: 'supervisor', device: null, commandId: newCommandId() } as const
  await closeToday(deps, { origin, byHand: true })
}

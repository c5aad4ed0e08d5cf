import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a server held back, and how much memory it had at most, between the two questions. */
export interface Strain {
  readonly delayP99Ms: number
  readonly delayMaxMs: number
  readonly peakMemoryMb: number
}

const LOOK_MS = 20
const MIB = 1024 * 1024

/** Answers at a port of its own: each question ends one measurement and begins the next. The delay is that of a timer that should fire each millisecond. */
export function serveLoopMonitor(port: number): void {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  setInterval(look, LOOK_MS).unref()
  createServer((_request, response) => {
    look()
    const strain: Strain = {
      delayP99Ms: delay.percentile(99) / 1e6,
      delayMaxMs: delay.max / 1e6,
      peakMemoryMb: peak / MIB,
    }
    delay.reset()
    peak = 0
    response.setHeader('content-type', 'application/json').end(JSON.stringify(strain))
  })
    .listen(port, '127.0.0.1')
    .unref()
}

/** Ends the measurement that runs and begins the next one. */
export async function askStrain(port: number): Promise<Strain> {
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  return (await answer.json()) as Strain
}

/** The real server for the benches: production durability, clock and sessions; a month of history; limits out of the way. */
import { join } from 'node:path'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { systemClock } from '../../counter-server/src/clock.ts'
import { readConfig } from '../../counter-server/src/config.ts'
import { startServer } from '../../counter-server/src/server.ts'
import { NO_LIMIT, raiseWindowsTo, sayReady } from '../api/more-windows.ts'
import { HISTORY_DAYS, writeHistoryDay } from './history.ts'
import { writeTenYears } from './long-history.ts'
import { serveLoopMonitor } from './loop-monitor.ts'

/** Eight clerks call at the same time. */
const WINDOWS = 8
const DAY_MS = 86_400_000

const real = systemClock(() => process.stderr.write('the clock of this machine jumped: the run is void\n'))
const startedMs = toMs(real.now())
// Each day of the history is written at its own time, so that the record reads as if it had been lived.
let pastMs: number | null = startedMs - HISTORY_DAYS * DAY_MS
const clock = {
  now: () => (pastMs === null ? real.now() : instantOf(pastMs)),
  monotonic: real.monotonic,
}

const config = readConfig(process.env, [])
const server = await startServer(config, clock, {
  pages: null,
  requestsPerMinute: NO_LIMIT,
  liveLimits: { socketsPerSession: NO_LIMIT, socketsPerAddress: NO_LIMIT },
})
const clerks = await raiseWindowsTo(WINDOWS, server)
const history = process.env['BENCH_HISTORY'] ?? 'month'
for (let day = history === 'month' ? HISTORY_DAYS : 0; day > 0; day -= 1) {
  pastMs = startedMs - day * DAY_MS
  await server.counter.deps.store.write((tx) => writeHistoryDay(tx, server.counter.deps))
}
pastMs = null
if (history === 'years') {
  const tickets = process.env['BENCH_TICKETS']
  writeTenYears(join(config.dataDir, 'counter.db'), tickets === undefined ? undefined : Number(tickets))
}

const monitorPort = process.env['BENCH_MONITOR_PORT']
if (monitorPort !== undefined) serveLoopMonitor(Number(monitorPort))
sayReady(server, clerks)

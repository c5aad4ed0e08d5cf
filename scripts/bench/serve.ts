/** The real server for the benches: production durability, clock and sessions; a month of history; limits out of the way. */
import { join } from 'node:path'
import type { StaffId, TopicKey } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { systemClock } from '../../counter-server/src/clock.ts'
import { readConfig } from '../../counter-server/src/config.ts'
import { type RunningServer, startServer } from '../../counter-server/src/server.ts'
import { newToken } from '../../counter-server/src/store/crypto.ts'
import { findTopics } from '../../counter-server/src/store/hall.ts'
import { insertStaff } from '../../counter-server/src/store/people.ts'
import { saveSetting } from '../../counter-server/src/store/settings.ts'
import { insertWindow, insertWindowService } from '../../counter-server/src/store/township.ts'
import { HISTORY_DAYS, writeHistoryDay } from './history.ts'
import { writeTenYears } from './long-history.ts'

const NO_LIMIT = 1_000_000
const MORE_WINDOWS = [5, 6, 7, 8]
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
const clerks = await addWindows(server)
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

const accounts = [...(server.accounts ?? []), ...clerks]
process.stdout.write(`ready ${JSON.stringify({ address: server.address, accounts })}\n`)
process.on('SIGTERM', () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})

/** The sample has four windows; eight clerks need eight, and each of the new ones takes every matter. */
async function addWindows({ counter: { deps } }: RunningServer) {
  const added = MORE_WINDOWS.map((window) => ({
    window,
    signInName: `clerk${window}`,
    role: 'clerk' as const,
    password: newToken(16),
  }))
  const hashes = await Promise.all(added.map(({ password }) => deps.passwords.hash(password)))
  await deps.store.write((tx) => {
    saveSetting(tx, 'kiosk.minGap', 0, 'bench', 'four kiosks without a pause (N11)')
    const topics = findTopics(tx).map(({ topic }): TopicKey => topic)
    for (const [place, { window, signInName, role }] of added.entries()) {
      insertWindow(tx, { window, name: `${window}号综合窗口` })
      for (const topic of topics) insertWindowService(tx, { window, topic, rank: 'main' })
      insertStaff(tx, {
        id: deps.newId() as StaffId,
        signInName,
        displayName: `${window}号窗口值班员`,
        role,
        posts: [],
        unit: null,
        village: null,
        passwordHash: hashes[place] ?? '',
      })
    }
  })
  return added
}

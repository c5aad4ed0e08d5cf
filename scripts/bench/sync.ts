/** `npm run bench:sync [-- --json]`: eleven points send the cases of a week without a network at once, while the hall calls on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, freePort, startServerProcess } from '../api/server-process.ts'
import { chanceOf } from '../play/chance.ts'
import { openAgentDoors } from '../proofs/badlink/agent-doors.ts'
import { readCentre } from '../proofs/badlink/record.ts'
import { rounded, spreadLine, spreadOf } from './figures.ts'
import { type HallDoors, openDoors } from './hall-doors.ts'
import { serveSteadily, takeNumbers } from './hall-phases.ts'
import { askStrain } from './loop-monitor.ts'
import { nodeFlags } from './node-flags.ts'
import { judge } from './sync/judge.ts'
import { phoneWith, type VillagePhone } from './sync/village-phone.ts'

const CASES_HELD = Number(process.env['BENCH_HELD'] ?? 50)
/** Those beyond the windows of the sample township take every matter. */
const [FIRST_WINDOW, LAST_WINDOW] = [5, 8]
const WINDOWS = LAST_WINDOW - FIRST_WINDOW + 1
const WAITING = 60
const CALL_EVERY_MS = 500
const QUIET_MS = 30_000
const WARM_UP_MS = 5_000
const GOAL = { delayMs: 50, ratio: 2 }

const folder = mkdtempSync(join(tmpdir(), 'bench-sync-'))
const phones: VillagePhone[] = []
try {
  await measure(join(folder, 'data'))
} finally {
  for (const phone of phones) phone.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(dataDir: string): Promise<void> {
  const [port, monitor] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const environment = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    BENCH_HISTORY: 'none',
    BENCH_MONITOR_PORT: String(monitor),
  }
  const server = await startServerProcess('scripts/bench/serve.ts', environment, nodeFlags())
  let played: Awaited<ReturnType<typeof play>>
  try {
    played = await play(url, server.accounts, monitor)
  } finally {
    await server.stop()
  }
  const held = phones.flatMap((phone) => phone.held)
  report({ ...played, cases: held.length, ...judge(held, await readCentre(dataDir)) })
}

async function play(url: string, accounts: readonly Account[], monitor: number) {
  const doors = await openDoors(url, accounts, { kiosks: WINDOWS, windows: LAST_WINDOW })
  await takeNumbers(doors.kiosks, WAITING)
  for (const agent of await openAgentDoors(url, accounts))
    phones.push(await phoneWith({ url, ...agent }, CASES_HELD, chanceOf(1, `point ${agent.village}`)))
  await callAsUsual(doors, after(WARM_UP_MS))
  await askStrain(monitor)
  const quiet = await callAsUsual(doors, after(QUIET_MS))
  const quietStrain = await askStrain(monitor)
  const startedAt = performance.now()
  let isOver = false
  const sent = Promise.all(phones.map((phone) => phone.synchronise())).finally(() => {
    isOver = true
  })
  const [busy] = await Promise.all([callAsUsual(doors, () => isOver), sent])
  const seconds = (performance.now() - startedAt) / 1000
  const strain = await askStrain(monitor)
  return { quiet: spreadOf(quiet), busy: spreadOf(busy), quietStrain, strain, seconds }
}

/** Every window calls a person each half second, far more often than clerks do. */
async function callAsUsual({ kiosks, clerks }: HallDoors, isOver: () => boolean): Promise<number[]> {
  const all = await Promise.all(
    clerks.slice(FIRST_WINDOW - 1).map((clerk, place) => {
      const kiosk = kiosks[place]
      if (kiosk === undefined) throw new Error('void: a window without a kiosk')
      return serveSteadily({ kiosk, clerk, everyMs: CALL_EVERY_MS }, isOver)
    }),
  )
  return all.flat()
}

function after(ms: number): () => boolean {
  const startedAt = performance.now()
  return () => performance.now() - startedAt >= ms
}

type Played = Awaited<ReturnType<typeof play>> & {
  readonly cases: number
  readonly lost: number
  readonly doubled: number
}

function report({ quiet, busy, quietStrain, strain, seconds, cases, lost, doubled }: Played): void {
  const result = {
    cases,
    lost,
    doubled,
    seconds: rounded(seconds, 1),
    peakMemoryMb: rounded(strain.peakMemoryMb, 0),
    loopDelayP99Ms: rounded(strain.delayP99Ms),
    callNextP95Ratio: rounded(busy.p95 / quiet.p95),
  }
  const strainLine = (name: string, { delayP99Ms, delayMaxMs, peakMemoryMb }: typeof strain) =>
    `${name}: event loop p99 ${rounded(delayP99Ms)}, longest ${rounded(delayMaxMs)} ms, memory at most ${rounded(peakMemoryMb, 0)} MiB`
  console.log(
    [
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
      `${phones.length} points, ${CASES_HELD} cases each with 2 photos of 300 KB; ${WINDOWS} windows call each ${CALL_EVERY_MS} ms`,
      spreadLine('call next, quiet', quiet),
      spreadLine('call next, while they send', busy),
      strainLine('quiet', quietStrain),
      strainLine('while they send', strain),
      JSON.stringify(result),
    ].join('\n'),
  )
  const holds =
    lost === 0 &&
    doubled === 0 &&
    result.loopDelayP99Ms <= GOAL.delayMs &&
    result.callNextP95Ratio <= GOAL.ratio
  if (!holds) process.exitCode = 1
}

/** `npm run bench:queue [-- --json]`: taking and calling numbers under load, beside the bare floor (QB1 to QB5, N13). */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type ServerProcess, startServerProcess } from '../api/server-process.ts'
import { measureFanOut, openWalls } from './fan-out.ts'
import { rounded, type Spread, spreadLine, spreadOf } from './figures.ts'
import { measureCommitFloor, measureHttpFloor } from './floor.ts'
import { type GroupCommit, measureGroupCommit } from './group-commit.ts'
import { openDoors } from './hall-doors.ts'
import { callAll, takeNumbers } from './hall-phases.ts'
import { HISTORY_DAYS, TICKETS_A_DAY } from './history.ts'
import { compareHalls, type HistoryRatio } from './history-ratio.ts'
import { nodeFlags } from './node-flags.ts'

const NUMBERS = 400
const WARM_UP = 60
const KIOSKS = 4
const CLERKS = 8
const WALLS = 200
const CALLS_TO_WALLS = 40
const SPEEDUP = 12
const MOST_OF_EMPTY = 1.5
const GOAL_MS = { create: 20, callNextOne: 20, callNext: 100 }

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  const commitFloor = measureCommitFloor(folder)
  const httpFloor = await floorOfHttp()
  const group = await measureGroupCommit(folder)
  const history = await measureHistory()
  console.log(besideLines(group, history))
  await measureProduct({ commitFloor, httpFloor, group, history })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function floorOfHttp(): Promise<number> {
  const port = await freePort()
  const server = await startServerProcess('scripts/bench/serve-constant.ts', { PORT: String(port) })
  try {
    return await measureHttpFloor(`http://127.0.0.1:${port}`)
  } finally {
    await server.stop()
  }
}

async function measureProduct(beside: Beside): Promise<void> {
  const { url, server } = await startHall('month')
  try {
    report(await runPhases(url, server), beside)
  } finally {
    await server.stop()
  }
}

/** One store with nothing behind it and one with ten years, side by side. */
async function measureHistory(): Promise<HistoryRatio> {
  const empty = await startHall('none')
  const old = await startHall('years')
  try {
    return await compareHalls(await comparedHall(empty), await comparedHall(old))
  } finally {
    await empty.server.stop()
    await old.server.stop()
  }
}

async function comparedHall({ url, server }: StartedHall) {
  const { kiosks, clerks } = await openDoors(url, server.accounts, { kiosks: 1, windows: CLERKS })
  const [kiosk] = kiosks
  const clerk = clerks.at(-1)
  if (kiosk === undefined || clerk === undefined) throw new Error('void: no kiosk or no clerk')
  return { kiosk, clerk }
}

interface StartedHall {
  readonly url: string
  readonly server: ServerProcess
}

async function startHall(history: 'none' | 'month' | 'years'): Promise<StartedHall> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = await startServerProcess(
    'scripts/bench/serve.ts',
    {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: join(folder, history),
      BENCH_HISTORY: history,
      // Ten years are written in minutes.
      START_MS: '900000',
    },
    nodeFlags(),
  )
  return { url, server }
}

async function runPhases(url: string, server: ServerProcess) {
  const { kiosks, clerks, enrol } = await openDoors(url, server.accounts, { kiosks: KIOSKS, windows: CLERKS })
  const wall = await enrol('wall', '大屏')
  const [kiosk] = kiosks
  const alone = clerks.at(-1)
  if (kiosk === undefined || alone === undefined) throw new Error('void: no kiosk or no clerk')
  const warmUp = await takeNumbers(kiosks, WARM_UP)
  const warmCalls = await callAll(clerks)
  const one = await takeNumbers([kiosk], NUMBERS)
  const callsOfOne = await callAll([alone])
  const four = await takeNumbers(kiosks, NUMBERS)
  const callsOfEight = await callAll(clerks)
  const lastNumbers = await takeNumbers(kiosks, CALLS_TO_WALLS)
  const walls = await openWalls(url, wall.headers, WALLS)
  const fanOut = await measureFanOut(walls, alone, CALLS_TO_WALLS)
  for (const socket of walls) socket.terminate()
  const numbers = [warmUp, one, four, lastNumbers].flatMap(({ subjects }) => subjects)
  const called = [warmCalls, callsOfOne, callsOfEight].flatMap(({ subjects }) => subjects)
  if (called.length !== WARM_UP + 2 * NUMBERS)
    throw new Error(`void: ${called.length} calls of ${WARM_UP + 2 * NUMBERS} numbers`)
  return { one, four, callsOfOne, callsOfEight, fanOut, numbers, called }
}

type Phases = Awaited<ReturnType<typeof runPhases>>

// Said before the phases that follow, any of which may make the run void.
function besideLines(group: GroupCommit, history: HistoryRatio): string {
  const { alonePerSecond, groupedPerSecond, speedup } = group
  return [
    `shared commits, 64 writers, 5 ms slower disk: ${rounded(alonePerSecond, 0)}/s alone, ${rounded(groupedPerSecond, 0)}/s grouped, ${rounded(speedup, 1)} times`,
    `ten years of history: create p95 ${rounded(history.createP95Ratio)} times, call next p95 ${rounded(history.callNextP95Ratio)} times that of an empty store`,
  ].join('\n')
}

interface Beside {
  readonly commitFloor: number
  readonly httpFloor: number
  readonly group: GroupCommit
  readonly history: HistoryRatio
}

function report(phases: Phases, { commitFloor, httpFloor, group, history }: Beside): void {
  const create = spreadOf(phases.one.ms)
  const createFour = spreadOf(phases.four.ms)
  const callNext = spreadOf(phases.callsOfEight.ms)
  const callNextOne = spreadOf(phases.callsOfOne.ms)
  const fanOut = spreadOf(phases.fanOut)
  const perSecond = NUMBERS / phases.four.seconds
  const duplicates = phases.numbers.length - new Set(phases.numbers).size
  const doubles = phases.called.length - new Set(phases.called).size
  console.log(
    [
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
      `history: ${HISTORY_DAYS} days of ${TICKETS_A_DAY} tickets; synchronous=FULL; loopback`,
      spreadLine('create, 1 kiosk', create, NUMBERS / phases.one.seconds),
      spreadLine(`create, ${KIOSKS} kiosks`, createFour, perSecond),
      spreadLine('call next, 1 clerk', callNextOne),
      spreadLine(`call next, ${CLERKS} clerks`, callNext, NUMBERS / phases.callsOfEight.seconds),
      spreadLine(`fan-out to ${WALLS} walls`, fanOut),
      `floor: ${rounded(httpFloor, 0)} constant answers/s, ${rounded(commitFloor, 0)} commits/s`,
      `duplicate numbers ${duplicates}, called twice ${doubles}`,
    ].join('\n'),
  )
  console.log(
    JSON.stringify({
      create: { ...middle(create), perSecond: rounded(perSecond, 1), duplicates },
      callNext: { ...middle(callNext), doubles },
      callNextOne: middle(callNextOne),
      fanout: middle(fanOut),
      floor: {
        http: { perSecond: rounded(httpFloor, 1) },
        commit: { perSecond: rounded(commitFloor, 1) },
      },
      ratio: {
        createToCommitFloor: rounded(perSecond / commitFloor, 3),
        createToHttpFloor: rounded(perSecond / httpFloor, 3),
      },
      history: {
        createP95Ratio: rounded(history.createP95Ratio),
        callNextP95Ratio: rounded(history.callNextP95Ratio),
      },
      groupCommit: {
        alonePerSecond: rounded(group.alonePerSecond, 1),
        groupedPerSecond: rounded(group.groupedPerSecond, 1),
        speedup: rounded(group.speedup, 2),
      },
    }),
  )
  const holds =
    duplicates === 0 &&
    doubles === 0 &&
    create.p95 < GOAL_MS.create &&
    callNextOne.p95 < GOAL_MS.callNextOne &&
    callNext.p95 < GOAL_MS.callNext &&
    group.speedup >= SPEEDUP &&
    history.createP95Ratio <= MOST_OF_EMPTY &&
    history.callNextP95Ratio <= MOST_OF_EMPTY
  if (!holds) process.exitCode = 1
}

function middle({ p50, p95 }: Spread) {
  return { p50Ms: rounded(p50), p95Ms: rounded(p95) }
}

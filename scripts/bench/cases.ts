/** `npm run bench:cases [-- --json]`: boards, searches, a corrected calendar and a rebuild in a township of 200,000 cases. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { loadKeys } from '../../counter-server/src/store/crypto.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'
import { createLogFold, type LogFold } from '../../counter-server/src/worker/log-fold.ts'
import { chanceOf } from '../play/chance.ts'
import { verifyCases } from '../verify/verify-cases.ts'
import { type BigTownship, NOW, openTownship, writeTownship } from './cases/big-township.ts'
import { compareStores } from './cases/compare-stores.ts'
import { type Correction, measureCorrection } from './cases/correction.ts'
import { boardReadings, type Reading, searchReadings } from './cases/measured-readings.ts'
import { rounded, spreadLine } from './figures.ts'

const CASES = Number(process.env['BENCH_CASES'] ?? 200_000)
const TIMES = 10
const ROUNDS = 40
const GOAL = { boardMs: 50, searchMs: 50, growth: 1.3, delayMs: 50, eventsPerSecond: 50_000 }

const folder = mkdtempSync(join(tmpdir(), 'bench-cases-'))
try {
  const small = await township('small', CASES / TIMES)
  const big = await township('big', CASES)
  const compared = (readings: (hall: Hall) => readonly Reading[]) =>
    compareStores(readings(small), readings(big), ROUNDS)
  const boards = await compared(({ deps }) => boardReadings(deps, chanceOf(1, 'boards')))
  console.log(`boards\n${boards.lines.join('\n')}`)
  const searches = await compared(({ deps, written }) =>
    searchReadings(deps, written.known, chanceOf(1, 'searches')),
  )
  console.log(`searches\n${searches.lines.join('\n')}`)
  const correction = await measureCorrection(big.deps)
  console.log(correctionLines(correction))
  for (const { deps, fold } of [small, big]) {
    await fold.close()
    deps.store.close()
  }
  const rebuild = measureRebuild(big.file)
  const result = {
    boardP95Ms: rounded(boards.p95Ms),
    searchP95Ms: rounded(searches.p95Ms),
    boardGrowth: rounded(boards.growth),
    searchGrowth: rounded(searches.growth),
    correctionLoopDelayP99Ms: rounded(correction.delayP99Ms),
    rebuildEventsPerSecond: rounded(rebuild, 0),
  }
  console.log(JSON.stringify(result))
  const holds =
    result.boardP95Ms <= GOAL.boardMs &&
    result.searchP95Ms <= GOAL.searchMs &&
    result.boardGrowth <= GOAL.growth &&
    result.searchGrowth <= GOAL.growth &&
    result.correctionLoopDelayP99Ms <= GOAL.delayMs &&
    result.rebuildEventsPerSecond >= GOAL.eventsPerSecond
  if (!holds) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Hall {
  readonly file: string
  readonly written: BigTownship
  readonly deps: Deps
  readonly fold: LogFold
}

async function township(name: string, cases: number): Promise<Hall> {
  const startedAt = performance.now()
  const file = join(folder, `${name}.db`)
  const place = { file, keys: loadKeys(join(folder, `${name}-keys`), true) }
  const written = await writeTownship(place, cases)
  const seconds = (performance.now() - startedAt) / 1000
  if (name === 'small')
    console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`)
  console.log(
    `${name}: ${cases} cases, ${written.open} open, ${written.events} events, written in ${rounded(seconds, 0)} s`,
  )
  const fold = createLogFold(file)
  const deps = await openTownship({ ...place, foldApart: fold.fold }, () => toMs(NOW))
  return { file, written, deps, fold }
}

/** Makes every row again from its events and compares; a difference makes the run void (C301). */
function measureRebuild(file: string): number {
  const startedAt = performance.now()
  const { events, rows, differences, first } = verifyCases(file)
  const seconds = (performance.now() - startedAt) / 1000
  if (differences > 0) throw new Error(`void: ${differences} differences, first ${JSON.stringify(first)}`)
  console.log(
    `rebuild: ${events} events, ${rows} rows made again and compared in ${rounded(seconds, 1)} s, no difference`,
  )
  return events / seconds
}

function correctionLines({
  examined,
  moved,
  previewSeconds,
  applySeconds,
  notes,
  ...delay
}: Correction): string {
  return [
    `correction: ${moved} of ${examined} open cases moved; looked at in ${rounded(previewSeconds, 1)} s, applied in ${rounded(applySeconds, 1)} s`,
    `event loop: p99 ${rounded(delay.delayP99Ms)} ms, longest ${rounded(delay.delayMaxMs)} ms without a turn, at most ${rounded(delay.workMaxMs)} ms of it work`,
    spreadLine('notes of clerks meanwhile', notes),
  ].join('\n')
}

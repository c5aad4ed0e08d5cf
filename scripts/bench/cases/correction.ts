import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { findOpenCases } from '../../../counter-server/src/store/open-cases.ts'
import { addNote } from '../../../counter-server/src/usecases/cases/add-note.ts'
import { enterChange } from '../../../counter-server/src/usecases/cases/enter-change.ts'
import { createClockSweep } from '../../../counter-server/src/usecases/cases/fire-due-marks.ts'
import { listCases } from '../../../counter-server/src/usecases/cases/list-cases.ts'
import { type Previews, previewChange } from '../../../counter-server/src/usecases/cases/preview-change.ts'
import { publishChange } from '../../../counter-server/src/usecases/cases/publish-change.ts'
import type { Deps } from '../../../counter-server/src/usecases/deps.ts'
import { toChangePreview } from '../../../counter-server/src/views/calendar-views.ts'
import { toCaseList } from '../../../counter-server/src/views/case-row-views.ts'
import { type Spread, spreadOf } from '../figures.ts'
import { askerOf } from './case-askers.ts'

export interface Correction {
  readonly examined: number
  readonly moved: number
  readonly delayP99Ms: number
  readonly delayMaxMs: number
  /** The most that the processor did between two turns: what is longer than this waited for the disk, or for a processor. */
  readonly workMaxMs: number
  readonly previewSeconds: number
  readonly applySeconds: number
  /** Notes that clerks wrote meanwhile, from sending to answer. */
  readonly notes: Spread
}

const NOTE_EVERY_MS = 50
/** One day more is off; every promise that runs beyond it ends a working day later. */
const DAY_OFF = '2026-06-15,放假,示例调整'

/**
 * A corrected calendar from its entry to the last case it moves, while clerks go on writing: how long nobody else had a
 * turn (C603, C604). The delay is that of a timer that should fire each millisecond.
 */
export async function measureCorrection(deps: Deps): Promise<Correction> {
  const previews: Previews = new Map()
  const admin = askerOf(deps, 'admin')
  const supervisor = askerOf(deps, 'supervisor')
  const sweep = createClockSweep(deps)
  await sweep()
  const { row } = await enterChange(deps, {
    origin: admin.origin,
    wanted: wantedCalendar(),
    reason: '新通知',
  })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const clerks = keepWriting(deps)
  const work = watchWork()
  delay.enable()
  const beganAt = performance.now()
  const preview = await previewChange({ ...deps, previews }, row.id)
  JSON.stringify(toChangePreview(preview))
  const previewedAt = performance.now()
  await publishChange({ ...deps, previews }, { origin: supervisor.origin, id: row.id, preview: preview.id })
  await sweep()
  const endedAt = performance.now()
  delay.disable()
  return {
    examined: preview.examined,
    moved: preview.moved.size,
    delayP99Ms: delay.percentile(99) / 1e6,
    delayMaxMs: delay.max / 1e6,
    workMaxMs: work.stop(),
    previewSeconds: (previewedAt - beganAt) / 1000,
    applySeconds: (endedAt - previewedAt) / 1000,
    notes: spreadOf(await clerks.stop()),
  }
}

// The whole process is counted: the thread that folds the log and the one that collects garbage as well.
function watchWork(): { stop(): number } {
  let before = process.cpuUsage()
  let most = 0
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    most = Math.max(most, (user + system) / 1000)
    before = process.cpuUsage()
  }, 1)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

function wantedCalendar() {
  const file = new URL('../../../shared/data/calendar-2026.json', import.meta.url)
  const { off, makeup } = JSON.parse(readFileSync(file, 'utf8')) as {
    off: { date: string; name: string; kind: string }[]
    makeup: { date: string; name: string }[]
  }
  const lines = [
    ...off.map(({ date, name, kind }) => `${date},${kind === 'statutory' ? '法定' : '放假'},${name}`),
    ...makeup.map(({ date, name }) => `${date},上班,${name}`),
    DAY_OFF,
  ]
  const source = {
    title: '关于调整放假的通知',
    number: '国办发明电〔2026〕3号',
    issuer: '国务院办公厅',
    date: '2026-06-11',
  }
  return { kind: 'calendar', year: 2026, status: 'official', text: lines.join('\n'), source } as Parameters<
    typeof enterChange
  >[1]['wanted']
}

// A note a moment, each on another case and each a command of its own, and a look at the board, as in a busy hall.
function keepWriting(deps: Deps): { stop(): Promise<number[]> } {
  const clerk = askerOf(deps, 'clerk')
  const ids = deps.store.read((tx) => findOpenCases(tx, '', 5_000)).map(({ id }) => id)
  const lengths: number[] = []
  let isOver = false
  const write = async (id: CaseId) => {
    const asker = { ...clerk, origin: { ...clerk.origin, commandId: newCommandId() } }
    const startedAt = performance.now()
    await addNote(deps, { asker, id, expectedVersion: null }, { text: '来电问过', received: [] })
    lengths.push(performance.now() - startedAt)
    // Lines that the change has not reached yet are counted at reading.
    JSON.stringify(toCaseList(listCases(deps, asker, { limit: 50 })))
  }
  const ended = (async () => {
    for (let place = 0; !isOver; place += 1) {
      const id = ids[place % ids.length]
      if (id !== undefined) await write(id)
      await new Promise((done) => setTimeout(done, NOTE_EVERY_MS))
    }
    return lengths
  })()
  return {
    stop() {
      isOver = true
      return ended
    },
  }
}

/**
 * `npm run test:linear [-- --histories 100 --operations 400 --seed 1]`: many clients in several processes press at once; what
 * they saw must be one order of single steps, the one that the record keeps (RG8). Planted lies must be found first (R41).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Enrolment } from '@counter/shared/contract/people'
import { required } from '../api/caller.ts'
import { enrolDevice, signIn } from '../api/doors.ts'
import { freePort, type ServerProcess, startServerProcess } from '../api/server-process.ts'
import type { Actor, Operation, Task } from './history.ts'
import { divergences } from './history-check.ts'
import { LIES } from './history-lies.ts'
import { readRecord } from './history-record.ts'
import { createSender } from './history-sender.ts'

const WINDOWS = 20
const KIOSKS = 3
const PROCESSES = 4
const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100' },
    operations: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
})
const histories = Number(values.histories)
const operations = Number(values.operations)

const folder = mkdtempSync(join(tmpdir(), 'linear-'))
try {
  await prove()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function prove(): Promise<void> {
  const startedAt = performance.now()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dataDir = join(folder, 'data')
  const server = await startServerProcess('scripts/proofs/serve-hall.ts', {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    WINDOWS: String(WINDOWS),
    LOG_LEVEL: 'error',
  })
  const clients = Array.from({ length: PROCESSES }, startClient)
  const said: Operation[][] = []
  try {
    const actors = await openDoors(url, server)
    said.push((await Promise.all(actors.map((actor) => openWindow(url, actor)))).flat())
    for (let history = 1; history <= histories; history += 1) {
      const tasks = clients.map((client, place) =>
        ask(client, {
          url,
          actors: actors.filter((_, at) => at % PROCESSES === place),
          operations: Math.ceil(operations / PROCESSES),
          seed: `${values.seed}-${history}-${place}`,
        }),
      )
      said.push((await Promise.all(tasks)).flat())
    }
  } finally {
    for (const client of clients) client.kill()
    await server.stop()
  }
  report(said, join(dataDir, 'counter.db'), (performance.now() - startedAt) / 1000)
}

function startClient(): ChildProcess {
  return fork(fileURLToPath(new URL('history-client.ts', import.meta.url)), { execArgv: FROM_SOURCE })
}

async function ask(client: ChildProcess, task: Task): Promise<Operation[]> {
  const stop = new AbortController()
  const ended = once(client, 'exit', { signal: stop.signal }).then(() => {
    throw new Error('a client process ended')
  })
  // Calling it off is no failure of the client.
  ended.catch(() => undefined)
  client.send(task)
  const [operations] = (await Promise.race([once(client, 'message'), ended])) as [Operation[]]
  stop.abort()
  return operations
}

async function openDoors(url: string, { accounts }: ServerProcess): Promise<Actor[]> {
  const passwordOf = (name: string) => accounts.find(({ signInName }) => signInName === name)?.password ?? ''
  const supervisor = await signIn(url, 'supervisor', passwordOf('supervisor'))
  const actors: Actor[] = []
  for (let number = 1; number <= KIOSKS; number += 1) {
    const answer = await supervisor.command(
      '/api/enrolments',
      { kind: 'kiosk', name: `取号机 ${number}` },
      Enrolment,
    )
    const kiosk = await enrolDevice(url, 'kiosk', required(answer, 'enrol').code)
    actors.push({ name: `kiosk${number}`, window: null, headers: kiosk.headers })
  }
  for (let window = 1; window <= WINDOWS; window += 1) {
    const name = `clerk${window}`
    actors.push({ name, window, headers: (await signIn(url, name, passwordOf(name))).headers })
  }
  return actors
}

async function openWindow(url: string, actor: Actor): Promise<Operation[]> {
  return actor.window === null
    ? []
    : createSender(url, actor, () => 1)({ does: 'open', window: actor.window })
}

// The histories follow one another on one store, so each is judged from where the one before has left the hall.
function report(said: readonly (readonly Operation[])[], file: string, playedSeconds: number): void {
  const startedAt = performance.now()
  const all = said.flat()
  const { hall, record } = readRecord(file)
  const done = all.filter(({ answered }) => answered.is === 'done')
  for (const [lie, tell] of Object.entries(LIES))
    if (divergences(structuredClone(hall), tell(all), record).next().done === true)
      throw new Error(`void: a planted lie was not found: ${lie}`)
  const problems = [...divergences(hall, all, record)]
  for (const problem of problems.slice(0, 5)) console.error(problem)
  console.log(
    `${cpus().length} cores, Node ${process.version}, seed ${values.seed}: ${histories} histories, ${PROCESSES} processes, ` +
      `${WINDOWS} windows, ${KIOSKS} kiosks; ${done.length} done, ${all.length - done.length} refused`,
  )
  const judgedSeconds = (performance.now() - startedAt) / 1000
  console.log(
    `played in ${playedSeconds.toFixed(0)} s, judged with the lies in ${judgedSeconds.toFixed(0)} s`,
  )
  const perHistory = Math.round(all.length / Math.max(1, histories))
  console.log(
    JSON.stringify({
      histories,
      perHistory,
      operations: all.length,
      refused: all.length - done.length,
      divergences: problems.length,
    }),
  )
  if (problems.length > 0 || done.length < histories) process.exitCode = 1
}

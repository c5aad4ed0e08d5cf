import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DestinationStream, pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { buildApp, type CounterApp } from './app.ts'
import type { Clock } from './clock.ts'
import { type Config, isLoopback, originsOf, StartProblem } from './config.ts'
import { QUEUE_DEFAULTS } from './domain/queue/settings.ts'
import { createDueJobs, type DueJobs } from './jobs/due-jobs.ts'
import { openErasureRegister } from './store/erasure-register.ts'
import { ownDirectory } from './store/owner.ts'
import { writeRekeyState } from './store/rekey-file.ts'
import { findMeta, findSetting } from './store/settings.ts'
import type { StoreOptions } from './store/store.ts'
import { settleLostPapers } from './usecases/paper/settle-paper.ts'
import { createPasswords, PRODUCTION_COST } from './usecases/people/passwords.ts'
import { rekey } from './usecases/record/rekey.ts'
import type { MachineClock } from './usecases/record/watch-clock.ts'
import {
  type SampleAccount,
  type SampleFiles,
  seedEmptyCentre,
  seedSample,
} from './usecases/township/seed-sample.ts'
import type { AppOptions } from './wiring/app-options.ts'
import { openRecord } from './wiring/open-record.ts'
import { buildOf } from './wiring/page-build.ts'
import { keepAccounts, readAccounts } from './wiring/sample-accounts.ts'
import { newStartCode } from './wiring/start-code.ts'
import { explained } from './wiring/start-problems.ts'
import { createLogFold } from './worker/log-fold.ts'
import { createReportWorker, type ReportWorkerOptions } from './worker/report-worker.ts'

const ROOT = new URL('../../', import.meta.url)

/** A server that answers, with what its start has to tell. */
export interface RunningServer {
  readonly counter: CounterApp
  readonly jobs: DueJobs
  readonly address: string
  readonly port: number
  /** The sample accounts with their passwords; null in a centre of its own. */
  readonly accounts: readonly SampleAccount[] | null
  /** The one-time code of a new centre; null once it has an administrator. */
  readonly startCode: string | null
  close(): Promise<void>
}

export type ServerOptions = Partial<
  Pick<
    AppOptions,
    | 'passwordCost'
    | 'queue'
    | 'liveLimits'
    | 'printer'
    | 'requestsPerMinute'
    | 'steadyMs'
    | 'pages'
    | 'testRoutes'
  >
> & {
  /** The test build of the screens instead of the real one. */
  readonly pagesFolder?: 'dist' | 'dist-test'
  /** Where the log goes; a test reads what stands in it. */
  readonly logTo?: DestinationStream
  /** How the store commits; benches change it. */
  readonly commit?: Pick<StoreOptions, 'commitDelayMs' | 'groupSize'>
  /** What the thread of reports runs; tests have others. */
  readonly reportThread?: ReportWorkerOptions['thread']
}

/** Owns the data directory, opens the store, seeds it when empty and listens (R2, R3, K17). */
export async function startServer(
  config: Config,
  clock: Clock,
  options: ServerOptions = {},
): Promise<RunningServer> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const release = explained(() => ownDirectory(join(config.dataDir, 'owner.db')))
  const log = pino({ level: config.logLevel }, options.logTo ?? pino.destination(1))
  const logFold = createLogFold(join(config.dataDir, 'counter.db'))
  const store = openRecord(config, clock, log, { ...options.commit, foldApart: logFold.fold })
  const passwordCost = options.passwordCost ?? PRODUCTION_COST
  const base = {
    store,
    newId: uuidv7,
    queue: () => QUEUE_DEFAULTS,
    showCase: () => null,
    publicUrl: config.publicUrl,
  }
  const files = readSampleFiles()
  if (config.isNewCentre) await seedEmptyCentre(base, files)
  else keepAccounts(config, await seedSample(base, await createPasswords(passwordCost), files))
  const isSample = store.read((tx) => findMeta(tx, 'sample')) === 'yes'
  requireLoopbackForSample(config, isSample)
  const start = isSample ? null : newStartCode(config, store)
  const folder = options.pagesFolder ?? 'dist'
  const pages =
    options.pages === undefined
      ? { kiosk: pathOf(`kiosk-ui/${folder}`), clerk: pathOf(`clerk-ui/${folder}`) }
      : options.pages
  const reports = createReportWorker({
    file: join(config.dataDir, 'counter.db'),
    now: store.now,
    limitMs: () => store.read((tx) => findSetting(tx, 'report.seconds')) * 1_000,
    ...(options.reportThread === undefined ? {} : { thread: options.reportThread }),
  })
  const counter = await buildApp({
    ...options,
    store,
    publicUrl: config.publicUrl,
    origins: originsOf(config, config.port),
    passwordCost,
    startCode: () => start?.kept ?? null,
    filesDir: join(config.dataDir, 'files'),
    erasures: openErasureRegister(config.keysDir),
    reports,
    pages,
    apiReference: isSample,
    tls:
      config.tls === null
        ? null
        : { cert: readFileSync(config.tls.cert, 'utf8'), key: readFileSync(config.tls.key, 'utf8') },
    machine: machineOf(clock),
    logger: log,
    build: pages === null ? 'api' : buildOf(pages),
  })
  const jobs = createDueJobs({
    deps: counter.deps,
    feed: counter.feed,
    fireDueMarks: counter.deps.sweepClocks,
    rekey: (stopped) =>
      rekey(
        {
          deps: counter.deps,
          files: counter.deps.files,
          tell: (state) => writeRekeyState(config.keysDir, state),
        },
        stopped,
      ),
    onFault: (error) => log.error({ err: error }, 'job fault'),
  })
  await settleLostPapers(counter.deps)
  await jobs.run()
  const address = await counter.app.listen({ host: config.host, port: config.port })
  jobs.start()
  return {
    counter,
    jobs,
    address,
    port: Number(new URL(address).port),
    accounts: isSample ? readAccounts(config) : null,
    startCode: start?.code ?? null,
    async close() {
      jobs.stop()
      counter.feed.stop()
      counter.sockets.closeAll()
      await counter.app.close()
      await reports.close()
      await logFold.close()
      store.close()
      release()
    },
  }
}

function machineOf({ strayMs, trust }: Clock): MachineClock | null {
  return strayMs === undefined || trust === undefined ? null : { strayMs, trust }
}

function requireLoopbackForSample(config: Config, isSample: boolean): void {
  if (!isSample || isLoopback(config.host) || config.sampleBeyondLoopback) return
  throw new StartProblem(
    'start.sample_beyond_loopback',
    '示例账号只能在本机使用。确实要对外开放，请设置 SAMPLE_BEYOND_LOOPBACK=yes',
  )
}

function readSampleFiles(): SampleFiles {
  const read = (name: string) => readFileSync(new URL(`shared/data/${name}`, ROOT), 'utf8')
  return {
    township: JSON.parse(read('township.json')) as SampleFiles['township'],
    catalogue: JSON.parse(read('service-items.json')) as SampleFiles['catalogue'],
    calendars: ['calendar-2025.json', 'calendar-2026.json', 'calendar-2027.json'].map(read),
  }
}

function pathOf(place: string): string {
  return fileURLToPath(new URL(place, ROOT))
}

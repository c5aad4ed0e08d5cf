import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { type DestinationStream, pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { buildApp, type CounterApp } from './app.ts'
import type { Clock } from './clock.ts'
import { type Config, isLoopback, originsOf, StartProblem } from './config.ts'
import { QUEUE_DEFAULTS } from './domain/queue/settings.ts'
import { createDueJobs, type DueJobs } from './jobs/due-jobs.ts'
import { findBrokenAudit } from './store/audit.ts'
import { hashToken, loadKeys, newToken } from './store/crypto.ts'
import { openErasureRegister } from './store/erasure-register.ts'
import { KeyProblem } from './store/key-ring.ts'
import { MigrationChanged, productMigrations } from './store/migrate.ts'
import { AlreadyRunning, ownDirectory } from './store/owner.ts'
import { PragmaProblem } from './store/pragmas.ts'
import { writeRekeyState } from './store/rekey-file.ts'
import { findMeta, findSetting } from './store/settings.ts'
import { openStore, type Store, type StoreOptions } from './store/store.ts'
import { settleLostPapers } from './usecases/paper/settle-paper.ts'
import type { StartCode } from './usecases/people/first-administrator.ts'
import { createPasswords, PRODUCTION_COST } from './usecases/people/passwords.ts'
import { rekey, sealedWith } from './usecases/record/rekey.ts'
import type { MachineClock } from './usecases/record/watch-clock.ts'
import {
  type SampleAccount,
  type SampleFiles,
  seedEmptyCentre,
  seedSample,
} from './usecases/township/seed-sample.ts'
import type { AppOptions } from './wiring/app-options.ts'
import { createLogFold } from './worker/log-fold.ts'
import { createReportWorker, type ReportWorkerOptions } from './worker/report-worker.ts'

const ROOT = new URL('../../', import.meta.url)
const START_CODE_MS = 30 * 60_000
const CLOCK_BACK_MS = 5 * 60_000

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

function openRecord(
  config: Config,
  clock: Clock,
  log: pino.Logger,
  commit: Pick<StoreOptions, 'commitDelayMs' | 'groupSize' | 'foldApart'>,
): Store {
  const file = join(config.dataDir, 'counter.db')
  const isNew = !existsSync(file)
  const store = explained(() =>
    openStore({
      file,
      keys: loadKeys(config.keysDir, isNew),
      migrations: productMigrations(),
      now: clock.now,
      newEpoch: uuidv7,
      onListenerFault: (error) => log.error({ err: error }, 'a screen could not be told'),
      onDiskFault: (error) => {
        log.fatal({ err: error }, 'the disk failed; writes have stopped')
        process.exitCode = 1
        process.kill(process.pid, 'SIGTERM')
      },
      ...commit,
    }),
  )
  refuseBadRecord(store, clock)
  return store
}

function refuseBadRecord(store: Store, clock: Clock): void {
  const key = store.read(sealedWith)
  if (store.keys.data.find(key) === undefined)
    throw new StartProblem('start.key', `缺少第 ${key} 把数据密钥，请从密钥备份里取回`)
  const broken = store.read((tx) => findBrokenAudit(tx, 1000))
  if (broken !== null)
    throw new StartProblem('start.record_broken', `审计记录第 ${broken} 行对不上，请用备份恢复`)
  if (toMs(store.now()) - toMs(clock.now()) > CLOCK_BACK_MS)
    throw new StartProblem('start.clock_back', '这台机器的时间比最后一条记录早 5 分钟以上，请先校准时间')
}

function machineOf({ strayMs, trust }: Clock): MachineClock | null {
  return strayMs === undefined || trust === undefined ? null : { strayMs, trust }
}

// Each start problem says in words what to do (R2).
function explained<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AlreadyRunning)
      throw new StartProblem(
        'start.already_running',
        '这个数据目录已经有一个服务在运行，请先停掉它，或换一个 DATA_DIR',
      )
    if (error instanceof KeyProblem)
      throw new StartProblem('start.key', `缺少密钥文件或文件不对：${error.message}`)
    if (error instanceof MigrationChanged)
      throw new StartProblem('start.migration_changed', `已经执行过的迁移 ${error.message} 被改动了`)
    if (error instanceof PragmaProblem)
      throw new StartProblem(
        error.message.startsWith('SQLite') ? 'start.sqlite_old' : 'start.pragma',
        error.message,
      )
    throw error
  }
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

function keepAccounts(config: Config, accounts: readonly SampleAccount[] | null): void {
  if (accounts !== null)
    writeSecret(join(config.dataDir, 'sample-accounts.json'), JSON.stringify(accounts, null, 1))
}

function readAccounts(config: Config): SampleAccount[] {
  const file = join(config.dataDir, 'sample-accounts.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SampleAccount[]) : []
}

function newStartCode(
  config: Config,
  store: Store,
): { readonly code: string; readonly kept: StartCode } | null {
  const file = join(config.dataDir, 'start-code')
  const hasAdministrator =
    store.read((tx) => tx.sql.prepare("SELECT 1 FROM staff WHERE role = 'admin'").get()) !== undefined
  rmSync(file, { force: true })
  if (hasAdministrator) return null
  const code = newToken(16)
  writeSecret(file, code)
  return {
    code,
    kept: { hash: hashToken(code), untilMs: toMs(instantOf(toMs(store.now()) + START_CODE_MS)) },
  }
}

function writeSecret(file: string, text: string): void {
  rmSync(file, { force: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}

function pathOf(place: string): string {
  return fileURLToPath(new URL(place, ROOT))
}

// A page that hears another build reloads when nobody is typing (N1).
function buildOf(pages: { readonly kiosk: string; readonly clerk: string }): string {
  const hash = createHash('sha256')
  for (const file of [
    join(pages.kiosk, 'index.html'),
    join(pages.kiosk, 'phone.html'),
    join(pages.kiosk, 'rate.html'),
    join(pages.clerk, 'index.html'),
    join(pages.clerk, 'village.html'),
  ]) {
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

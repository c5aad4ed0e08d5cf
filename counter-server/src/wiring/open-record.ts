import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import type { Clock } from '../clock.ts'
import { type Config, StartProblem } from '../config.ts'
import { findBrokenAudit } from '../store/audit.ts'
import { loadKeys } from '../store/crypto.ts'
import { productMigrations } from '../store/migrate.ts'
import { openStore, type Store, type StoreOptions } from '../store/store.ts'
import { sealedWith } from '../usecases/record/rekey.ts'
import { explained } from './start-problems.ts'

const CLOCK_BACK_MS = 5 * 60_000

/** Opens the store of this directory; a record that cannot be trusted is not opened (R2). */
export function openRecord(
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

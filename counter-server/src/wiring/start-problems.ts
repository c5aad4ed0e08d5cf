import { StartProblem } from '../config.ts'
import { KeyProblem } from '../store/key-ring.ts'
import { MigrationChanged } from '../store/migrate.ts'
import { AlreadyRunning } from '../store/owner.ts'
import { PragmaProblem } from '../store/pragmas.ts'

/** Each start problem says in words what to do (R2). */
export function explained<T>(work: () => T): T {
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

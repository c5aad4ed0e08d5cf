import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Config } from '../config.ts'
import { hashToken, newToken } from '../store/crypto.ts'
import type { Store } from '../store/store.ts'
import type { StartCode } from '../usecases/people/first-administrator.ts'
import { writeSecret } from './secret-file.ts'

const START_CODE_MS = 30 * 60_000

/** The one-time code of a centre that has no administrator yet, made anew at each start; null once it has one. */
export function newStartCode(
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

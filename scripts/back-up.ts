import { join, resolve } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'
import { makeBackup } from './backup/make-backup.ts'

/**
 * `npm run back-up [-- FOLDER]`: copies record and files of `DATA_DIR` into a folder of FOLDER (else `BACKUP_DIR`) that is
 * named by the time, and opens the copy to see that it is whole (R14). The server may run. The keys are no part of it: keep
 * them elsewhere (R16).
 */
const [given, ...rest] = process.argv.slice(2)
const into = given ?? process.env['BACKUP_DIR']
if (into === undefined || rest.length > 0) {
  console.error('usage: npm run back-up -- FOLDER (with DATA_DIR and KEYS_DIR as for the server)')
  process.exit(2)
}
const dataDir = resolve(process.env['DATA_DIR'] ?? '.data')
const now = new Date().toISOString() as Instant
const backup = join(resolve(into), now.replace(/[:.]/g, '-'))
const keysDir = resolve(process.env['KEYS_DIR'] ?? join(dataDir, 'keys'))
const manifest = await makeBackup({ dataDir, keysDir, backup, now }).catch((error: Error) => {
  console.error(`no backup was made: ${error.message}`)
  process.exit(1)
})
console.log(`backed up and opened: ${backup}`)
console.log(JSON.stringify({ backup, ...manifest }))

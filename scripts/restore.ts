import { join, resolve } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'
import { restoreBackup } from './backup/restore-backup.ts'

/**
 * `npm run restore -- BACKUP INTO_EMPTY_FOLDER`: makes a record of a backup, with the keys of `KEYS_DIR` (else `keys` in that
 * folder). Nothing is served from it before every row and file was checked; screens and phones then compare what they know
 * (R12, R17, V57).
 */
const [backup, into, ...rest] = process.argv.slice(2)
if (backup === undefined || into === undefined || rest.length > 0) {
  console.error('usage: npm run restore -- BACKUP INTO_EMPTY_FOLDER (with KEYS_DIR as for the server)')
  process.exit(2)
}
const dataDir = resolve(into)
const keysDir = resolve(process.env['KEYS_DIR'] ?? join(dataDir, 'keys'))
const restored = await restoreBackup({
  backup: resolve(backup),
  dataDir,
  keysDir,
  now: () => new Date().toISOString() as Instant,
  tell: (words) => console.log(words),
}).catch((error: Error) => {
  console.error(`not restored: ${error.message}`)
  process.exit(1)
})
console.log(`restored; start the server with DATA_DIR=${dataDir} KEYS_DIR=${keysDir}`)
console.log(JSON.stringify({ dataDir, epoch: restored.epoch, backupAt: restored.manifest.madeAt }))

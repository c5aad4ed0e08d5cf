import { join, resolve } from 'node:path'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { layNextKey, openKeyRing } from '../counter-server/src/store/key-ring.ts'
import { AlreadyRunning } from '../counter-server/src/store/owner.ts'
import { readRekeyState } from '../counter-server/src/store/rekey-file.ts'
import { layNextSealingKey } from '../counter-server/src/store/sealing-ring.ts'
import { rekeyAtRest } from './rekey/at-rest.ts'
import { rekeyWhileServing } from './rekey/while-serving.ts'

/**
 * `npm run rekey`: makes a new data key beside the others, with one to which phones seal, and seals every value and file of `DATA_DIR` with it (P32). A
 * server that runs does the work beside the hall's, and this command waits for it. Killed at any moment, it goes on when it
 * is called again. Copy the new key to the sealed paper copies before anything else; the older ones open the backups.
 */
if (process.argv.length > 2) {
  console.error('usage: npm run rekey (with DATA_DIR and KEYS_DIR as for the server)')
  process.exit(2)
}
const dataDir = resolve(process.env['DATA_DIR'] ?? '.data')
const keysDir = resolve(process.env['KEYS_DIR'] ?? join(dataDir, 'keys'))

const ring = openKeyRing(keysDir, false)
const done = readRekeyState(keysDir)?.sealedWith ?? 1
const isGoingOn = ring.newest() > done
const key = isGoingOn ? ring.newest() : layNextKey(keysDir)
console.log(`key ${key}: ${isGoingOn ? 'going on' : 'made'} in ${keysDir}`)
if (!isGoingOn)
  console.log(`phones seal to key ${layNextSealingKey(keysDir, instantOf(Date.now()))} from now on`)

const tell = (resealed: number) => console.log(`${resealed} sealed with key ${key}`)
const broken = await rekeyAtRest({ dataDir, keysDir, tell }).catch((error: unknown) => {
  if (error instanceof AlreadyRunning) return rekeyWhileServing(keysDir, key, tell)
  throw error
})
console.log(
  broken === 0
    ? `all is sealed with key ${key}; keep the older keys as long as backups made before today`
    : `${broken} do not open under any key and were not touched; see npm run verify -- files`,
)
console.log(JSON.stringify({ key, broken }))
process.exitCode = broken === 0 ? 0 : 1

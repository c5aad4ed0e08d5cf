import { join } from 'node:path'
import { verifyCases } from './verify/verify-cases.ts'
import { verifyFiles } from './verify/verify-files.ts'
import { verifyLetters } from './verify/verify-letters.ts'
import { verifyQueue } from './verify/verify-queue.ts'

/**
 * `npm run verify -- queue|cases|letters`: makes the rows of the hall, the cases or the letters again from the events of
 * `DATA_DIR/counter.db` and compares (Q67, C301). The file is only read, in one snapshot; the server may run.
 * `npm run verify -- files`: opens every file of `DATA_DIR/files` that a row names, as after a restore (R18).
 */
const [what, ...rest] = process.argv.slice(2)
const KEYS_DIR = process.env['KEYS_DIR']
const VERIFY = {
  queue: verifyQueue,
  cases: verifyCases,
  letters: verifyLetters,
  files: (file: string) => verifyFiles(file, KEYS_DIR === undefined ? {} : { keys: KEYS_DIR }),
}
if (what === undefined || !(what in VERIFY) || rest.length > 0) {
  console.error('usage: npm run verify -- queue|cases|letters|files')
  process.exit(2)
}

const store = join(process.env['DATA_DIR'] ?? '.data', 'counter.db')
const verdict = await VERIFY[what as keyof typeof VERIFY](store)
if (verdict.first !== null) console.log(`first difference: ${JSON.stringify(verdict.first)}`)
if ('counted' in verdict && verdict.counted < verdict.cases)
  console.log(
    `${verdict.cases - verdict.counted} of ${verdict.cases} cases were counted by another version: of them events, marks, told dates and orders are compared`,
  )
console.log(JSON.stringify({ what, ...verdict }))
process.exitCode = verdict.differences === 0 ? 0 : 1

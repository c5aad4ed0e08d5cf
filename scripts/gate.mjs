/** `npm run test:gate`: the long proofs, by hand before a release (reliability.md 12). Each runs; then the failed ones are named. */
import { installIfNeeded } from './steps/install.mjs'
import { runNode } from './steps/run.mjs'

const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']
const PROOFS = {
  model: ['node_modules/vitest/vitest.mjs', 'run', 'scripts/proofs/hall-model.test.ts'],
  badlink: [...FROM_SOURCE, 'scripts/proofs/badlink.ts'],
  linear: [...FROM_SOURCE, 'scripts/proofs/linear.ts', '--histories', '100', '--operations', '400'],
}

installIfNeeded({ needsBuild: false })
const failed = Object.entries(PROOFS).filter(([name, args]) => {
  console.log(`\n== ${name}`)
  return runNode(args) !== 0
})
console.log(`${Object.keys(PROOFS).length - failed.length} passed, ${failed.length} failed`)
for (const [name] of failed) console.error(`failed: ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** `npm test`: installs what is missing, then the checks, the budgets of the pages, all tests, and the acceptance in a real browser. */
import { buildIfChanged, PRODUCT, TEST_SCREENS } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { runNode, stop } from './steps/run.mjs'

const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

installIfNeeded({ needsBuild: true })
step('check', ['scripts/check.mjs'])
buildIfChanged([...PRODUCT, ...TEST_SCREENS])
step('sizes', ['scripts/check-sizes.mjs'])
step('tests', ['node_modules/vitest/vitest.mjs', 'run'])
step('histories', [...FROM_SOURCE, 'scripts/proofs/linear.ts', '--histories', '5'])
step('acceptance', [...FROM_SOURCE, 'scripts/acceptance/run.ts'])
step('acceptance of bookings', [...FROM_SOURCE, 'scripts/acceptance/bookings.ts'])
step('acceptance of papers', [...FROM_SOURCE, 'scripts/acceptance/papers.ts'])
step('acceptance without the server', [...FROM_SOURCE, 'scripts/acceptance/offline.ts'])
console.log('\nAll checks and tests passed.')

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function step(name, args) {
  console.log(`\n== ${name}`)
  if (runNode(args) !== 0) stop('test.failed', `${name} failed`)
}

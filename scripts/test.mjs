/** `npm test`: installs what is missing, then the checks, the budgets of the pages, all tests, and the acceptance in a real browser. */
import { buildIfChanged, PRODUCT, TEST_SCREENS } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { runBeside, runNode, stop } from './steps/run.mjs'

const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

installIfNeeded({ needsBuild: true })
step('check', ['scripts/check.mjs'])
buildIfChanged([...PRODUCT, ...TEST_SCREENS])
step('sizes', ['scripts/check-sizes.mjs'])
step('tests', ['node_modules/vitest/vitest.mjs', 'run'])
// The long story mostly waits for its pages, so the short ones run beside it, one after another; what they say comes after.
const beside = runInTurn([
  ['histories', 'scripts/proofs/linear.ts', '--histories', '5'],
  ['acceptance of bookings', 'scripts/acceptance/bookings.ts'],
  ['acceptance of papers', 'scripts/acceptance/papers.ts'],
  ['acceptance without the server', 'scripts/acceptance/offline.ts'],
])
console.log('\n== acceptance')
const story = await runBeside([...FROM_SOURCE, 'scripts/acceptance/run.ts'], (words) =>
  process.stdout.write(words),
)
for (const { name, said, code } of await beside) {
  console.log(`\n== ${name}\n${said}`)
  if (code !== 0) stop('test.failed', `${name} failed`)
}
if (story !== 0) stop('test.failed', 'acceptance failed')
console.log('\nAll checks and tests passed.')

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function step(name, args) {
  console.log(`\n== ${name}`)
  if (runNode(args) !== 0) stop('test.failed', `${name} failed`)
}

/** @param {readonly (readonly [string, ...string[]])[]} works */
async function runInTurn(works) {
  const ends = []
  for (const [name, ...args] of works) {
    let said = ''
    const code = await runBeside([...FROM_SOURCE, ...args], (words) => {
      said += words
    })
    ends.push({ name, said, code })
  }
  return ends
}

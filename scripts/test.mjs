/** `npm test`: installs what is missing, then the checks, the budgets of the pages, all tests, and the acceptance in a real browser. */
import { buildIfChanged, PRODUCT, TEST_PARTS } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { runNode, stop } from './steps/run.mjs'
import { runLanes, secondsOf } from './steps/run-beside.mjs'

const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

/** @type {string[]} */
const took = []
timed('install', () => installIfNeeded({ needsBuild: true }))
step('check', ['scripts/check.mjs'])
timed('build', () => buildIfChanged([...PRODUCT, ...TEST_PARTS]))
step('sizes', ['scripts/check-sizes.mjs'])
step('tests', ['node_modules/vitest/vitest.mjs', 'run'])
step('histories', [...FROM_SOURCE, 'scripts/proofs/linear.ts', '--histories', '5'])
// Browsers mostly wait for a voice, a silence or a line that is down: one after another they took minutes longer.
await lanes([
  { acceptance: [...FROM_SOURCE, 'scripts/acceptance/run.ts', '--part', 'hall'] },
  {
    'acceptance of the points': [...FROM_SOURCE, 'scripts/acceptance/run.ts', '--part', 'apart'],
    'acceptance of bookings': [...FROM_SOURCE, 'scripts/acceptance/bookings.ts'],
    'acceptance of papers': [...FROM_SOURCE, 'scripts/acceptance/papers.ts'],
    'acceptance without the server': [...FROM_SOURCE, 'scripts/acceptance/offline.ts'],
    'bad line': [...FROM_SOURCE, 'scripts/proofs/badlink.ts', '--size', 'gate'],
  },
])
console.log(`\nAll checks and tests passed.\n${took.join('\n')}`)

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function step(name, args) {
  console.log(`\n== ${name}`)
  timed(name, () => {
    if (runNode(args) !== 0) stop('test.failed', `${name} failed`)
  })
}

/** @param {Parameters<typeof runLanes>[0]} beside */
async function lanes(beside) {
  const done = await runLanes(beside)
  took.push(...done.took)
  if (done.failed.length > 0) stop('test.failed', `${done.failed.join(', ')} failed`)
}

/**
 * @param {string} name
 * @param {() => void} work
 */
function timed(name, work) {
  const startedAt = performance.now()
  work()
  took.push(secondsOf(name, startedAt))
}

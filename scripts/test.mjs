/** `npm test`: installs what is missing, then the checks, the budgets of the pages, all tests, and the acceptance in a real browser. */
import { buildIfChanged, PRODUCT, TEST_PARTS } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { runNode, stop } from './steps/run.mjs'
import { runNodeBeside } from './steps/run-beside.mjs'

const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

/** @type {string[]} */
const took = []
timed('install', () => installIfNeeded({ needsBuild: true }))
step('check', ['scripts/check.mjs'])
timed('build', () => buildIfChanged([...PRODUCT, ...TEST_PARTS]))
step('sizes', ['scripts/check-sizes.mjs'])
step('tests', ['node_modules/vitest/vitest.mjs', 'run'])
step('histories', [...FROM_SOURCE, 'scripts/proofs/linear.ts', '--histories', '5'])
step('acceptance', [...FROM_SOURCE, 'scripts/acceptance/run.ts'])
// Mostly a line on which nothing passes: it costs the browsers beside it next to nothing.
const badLine = runNodeBeside([...FROM_SOURCE, 'scripts/proofs/badlink.ts', '--size', 'gate'])
step('acceptance of bookings', [...FROM_SOURCE, 'scripts/acceptance/bookings.ts'])
step('acceptance of papers', [...FROM_SOURCE, 'scripts/acceptance/papers.ts'])
step('acceptance without the server', [...FROM_SOURCE, 'scripts/acceptance/offline.ts'])
await stepBeside('bad line', badLine)
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

/**
 * @param {string} name
 * @param {ReturnType<typeof runNodeBeside>} running
 */
async function stepBeside(name, running) {
  const startedAt = performance.now()
  const { code, said } = await running
  console.log(`\n== ${name}\n${said}`)
  if (code !== 0) stop('test.failed', `${name} failed`)
  note(`${name}, beside the others`, startedAt)
}

/**
 * @param {string} name
 * @param {() => void} work
 */
function timed(name, work) {
  const startedAt = performance.now()
  work()
  note(name, startedAt)
}

/**
 * @param {string} name
 * @param {number} startedAt
 */
function note(name, startedAt) {
  took.push(`${String(Math.round((performance.now() - startedAt) / 1000)).padStart(5)} s ${name}`)
}

/** `npm run check`: everything that can be said without running the product. Every check runs, then all failures are named. */
import { installIfNeeded } from './steps/install.mjs'
import { runNodeBeside } from './steps/run-beside.mjs'

/** The compiler takes as long as all the others, and each of them one core. */
const LANES = [
  { TypeScript: ['node_modules/typescript/bin/tsc', '-b'] },
  {
    Biome: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
    arrows: ['--import', 'tsx', 'scripts/check-arrows.ts'],
    knip: ['node_modules/knip/bin/knip.js', '--no-progress'],
    rules: ['--import', 'tsx', 'scripts/check-rules.ts'],
    'lock file': ['--import', 'tsx', 'scripts/check-lock.ts'],
  },
]

installIfNeeded({ needsBuild: true })
const failed = (await Promise.all(LANES.map(failuresOf))).flat()
for (const name of failed) console.error(`failed: ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1

/**
 * @param {Readonly<Record<string, readonly string[]>>} lane
 * @returns {Promise<string[]>} the checks of this lane that do not hold
 */
async function failuresOf(lane) {
  const failures = []
  for (const [name, args] of Object.entries(lane)) {
    const { code, said } = await runNodeBeside(args)
    console.log(`\n-- ${name}\n${said.trimEnd()}`)
    if (code !== 0) failures.push(name)
  }
  return failures
}

/** `npm run check`: everything that can be said without running the product. Every check runs, then all failures are named. */
import { installIfNeeded } from './steps/install.mjs'
import { runNode } from './steps/run.mjs'

const CHECKS = {
  Biome: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  TypeScript: ['node_modules/typescript/bin/tsc', '-b'],
  arrows: ['--import', 'tsx', 'scripts/check-arrows.ts'],
  knip: ['node_modules/knip/bin/knip.js', '--no-progress'],
  rules: ['--import', 'tsx', 'scripts/check-rules.ts'],
  'lock file': ['--import', 'tsx', 'scripts/check-lock.ts'],
}

installIfNeeded({ needsBuild: true })
const failed = Object.entries(CHECKS).filter(([name, args]) => !holds(name, args))
for (const [name] of failed) console.error(`failed: ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
function holds(name, args) {
  console.log(`\n-- ${name}`)
  return runNode(args) === 0
}

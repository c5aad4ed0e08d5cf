/** `npm run check`: everything that can be said without running the product. Every check runs, then all failures are named. */
import { installIfNeeded } from './steps/install.mjs'
import { runLanes } from './steps/run-beside.mjs'

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
const { failed } = await runLanes(LANES)
for (const name of failed) console.error(`failed: ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1

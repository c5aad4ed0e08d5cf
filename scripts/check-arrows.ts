/** Runs dependency-cruiser and fails on a broken arrow, or when it has read too few modules to be believed (K5). */
import { spawnSync } from 'node:child_process'
import { arrowProblems } from './checks/arrows.ts'

const ROOMS = ['shared/src', 'counter-server/src', 'kiosk-ui/src', 'clerk-ui/src', 'scripts']
const FEWEST_MODULES = 100
const BIGGEST_REPORT = 256 * 1024 * 1024

const run = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...ROOMS, '--output-type', 'json'],
  { encoding: 'utf8', maxBuffer: BIGGEST_REPORT },
)
if (run.stdout === '') {
  console.error(run.stderr)
  process.exit(1)
}
const { modules, problems } = arrowProblems(JSON.parse(run.stdout), FEWEST_MODULES)
for (const problem of problems) console.error(problem)
console.log(`${modules} modules, ${problems.length} broken arrows`)
process.exitCode = problems.length === 0 ? 0 : 1

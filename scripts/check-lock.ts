/** Fails when the lock holds a package without its hash, from elsewhere than the registry, or with an unlisted script. */
import { readFileSync } from 'node:fs'
import { lockProblems } from './checks/lock.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const problems = lockProblems(lock.packages, allowScripts)
for (const problem of problems) console.error(problem)
console.log(`${Object.keys(lock.packages).length} lock entries, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

/** Fails when a written rule or a listed failure has no test, a test cites a rule that is not written, or a forbidden name is used. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { failureProblems } from './checks/named-failures.ts'
import { ruleProblems, type Text, writtenRules } from './checks/rules.ts'
import { wordProblems } from './checks/words.ts'

const WORKSPACES = ['shared', 'counter-server', 'kiosk-ui', 'clerk-ui', 'scripts']
const SKIPPED = new Set(['node_modules', 'dist', 'dist-test', 'data', 'docs'])

const sources = WORKSPACES.flatMap(sourcesIn)
const document = readFileSync('shared/docs/rules.md', 'utf8')
const failures = readFileSync('shared/docs/failures-of-others.md', 'utf8')
const tests = sources.filter(isTest)
const problems = [
  ...ruleProblems(document, tests),
  ...failureProblems(failures, tests),
  ...wordProblems(sources),
]
for (const problem of problems) console.error(problem)
console.log(`${writtenRules(document).length} rules, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

function sourcesIn(folder: string): Text[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourcesIn(path)
    if (!/\.tsx?$/.test(entry.name)) return []
    return [{ path: path.split(sep).join('/'), content: readFileSync(path, 'utf8') }]
  })
}

function isTest({ path }: Text): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('scripts/acceptance/')
}

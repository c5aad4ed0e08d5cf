import { readFileSync } from 'node:fs'
import { checkVectors } from './clock/check-vectors.ts'
import { productCalendar } from './clock/product-calendar.ts'
import type { VectorFile } from './clock/vector.ts'

const [command, path] = process.argv.slice(2)
if (command !== 'check' || path === undefined) {
  console.error('usage: npm run clock -- check FILE')
  process.exit(2)
}

const file = JSON.parse(readFileSync(path, 'utf8')) as VectorFile
const { checked, differences } = checkVectors(file, productCalendar())
for (const difference of differences) console.log(difference)
console.log(`${checked} checked, ${differences.length} differ`)
process.exitCode = differences.length === 0 ? 0 : 1

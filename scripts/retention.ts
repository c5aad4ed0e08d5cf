import { join } from 'node:path'
import { RETENTION_CLASSES, type RetentionClass } from '@counter/shared/vocabulary/retention'
import type { Instant } from '@counter/shared/vocabulary/time'
import { planOfFile } from './retention/plan-file.ts'

/**
 * `npm run retention -- --dry-run`: what of `DATA_DIR/counter.db` is older than its time, by class (C1501). The file is only
 * read. A removal needs two persons, so it has no command: the administrator asks for it, the supervisor lets it run.
 */
const [flag, ...rest] = process.argv.slice(2)
if (flag !== '--dry-run' || rest.length > 0) {
  console.error(
    'usage: npm run retention -- --dry-run (a removal is asked for and run by two persons, on /admin/retention)',
  )
  process.exit(2)
}

const WORDS: Readonly<Record<RetentionClass, string>> = {
  drafts: 'drafts nobody went on with (by themselves, each night)',
  bookings: 'persons of past bookings (by themselves, with their day)',
  ratings: 'ratings with words or a number',
  cases: 'ended cases',
  letters: 'ended letters, calls and visits',
  petitions: 'ended petitions and other restricted cases',
}

const plan = planOfFile(
  join(process.env['DATA_DIR'] ?? '.data', 'counter.db'),
  new Date().toISOString() as Instant,
)
for (const kind of RETENTION_CLASSES)
  console.log(
    `${String(plan[kind].count).padStart(8)}  before ${plan[kind].before.slice(0, 10)}  ${WORDS[kind]}`,
  )
console.log(JSON.stringify(plan))

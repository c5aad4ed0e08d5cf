import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { beforeAll, expect, test } from 'vitest'
import { loadKeys } from '../../../counter-server/src/store/crypto.ts'
import { readSnapshot } from '../../../counter-server/src/store/snapshot.ts'
import type { CaseReportFacts } from '../../../counter-server/src/usecases/reports/read-case-report.ts'
import { REPORT_READERS } from '../../../counter-server/src/usecases/reports/report-kinds.ts'
import { NOW, writeTownship } from './big-township.ts'

const CASES = 150
const [FROM, TO] = ['2026-03-01', '2026-06-30'] as [PlainDate, PlainDate]

/** The civil day of a column, as the database reckons it. */
const dayOf = (column: string) => `substr(datetime(${column}, '+8 hours'), 1, 10)`

// Each figure once more, from the rows that the acts wrote and not from the events that the report reads.
const QUERIES = {
  received: `SELECT unit, count(*) FROM "case" WHERE status <> 'voided' AND ${dayOf('received_at')} BETWEEN @from AND @to GROUP BY unit`,
  accepted: `SELECT unit, count(*) FROM "case" WHERE status <> 'voided' AND ${dayOf('accepted_at')} BETWEEN @from AND @to GROUP BY unit`,
  decided: `SELECT unit, count(*) FROM "case" WHERE ${dayOf('decided_at')} BETWEEN @from AND @to GROUP BY unit`,
  onTime: `SELECT unit, sum(is_on_time) FROM "case" WHERE ${dayOf('decided_at')} BETWEEN @from AND @to GROUP BY unit`,
  open: `SELECT unit, count(*) FROM "case" WHERE decided_at IS NULL AND is_open = 1 GROUP BY unit`,
  paused: `SELECT c.unit, count(*) FROM case_event e JOIN "case" c ON c.id = e."case"
    WHERE e.type = 'case.paused' AND c.status <> 'voided' AND ${dayOf('e.occurred_at')} BETWEEN @from AND @to GROUP BY c.unit`,
} as const

let facts: CaseReportFacts
let counted: Readonly<Record<keyof typeof QUERIES, ReadonlyMap<string, number>>>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'township-'))
  const place = { file: join(folder, 'counter.db'), keys: loadKeys(join(folder, 'keys'), true) }
  await writeTownship(place, CASES)
  const wanted = { from: FROM, to: TO, judged: 'own_time', unit: null } as const
  facts = readSnapshot(place.file, NOW, (tx) => REPORT_READERS.cases(tx, wanted))
  counted = readSnapshot(place.file, NOW, ({ sql }) => {
    const of = (text: string) =>
      new Map(
        sql
          .prepare(text)
          .raw()
          .all(text.includes('@from') ? { from: FROM, to: TO } : {}) as [string, number][],
      )
    return {
      received: of(QUERIES.received),
      accepted: of(QUERIES.accepted),
      decided: of(QUERIES.decided),
      onTime: of(QUERIES.onTime),
      open: of(QUERIES.open),
      paused: of(QUERIES.paused),
    }
  })
  return () => rmSync(folder, { recursive: true, force: true })
})

test.each(Object.keys(QUERIES) as (keyof typeof QUERIES)[])(
  '[C707, C301] %s of each unit, read from the events, is what the rows say',
  (figure) => {
    expect(facts.groups.unit.map((unit) => [unit.key, unit[figure]])).toEqual(
      facts.groups.unit.map(({ key }) => [key, counted[figure].get(key) ?? 0]),
    )
    expect(facts.whole[figure]).toBeGreaterThan(0)
  },
)

test('[C707] units, villages, items, channels and months each add up to the whole', () => {
  for (const figure of [
    'received',
    'accepted',
    'decided',
    'onTime',
    'otherwise',
    'thirdPartyDays',
    'residentDays',
  ] as const)
    for (const groups of Object.values(facts.groups))
      expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(facts.whole[figure])
})

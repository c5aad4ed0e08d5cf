import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { startHall } from '../../../counter-server/test/app.ts'
import { aRegistration, type Frozen, syncOne } from '../../../counter-server/test/village-fixture.ts'
import { chanceOf } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'

/** A contact says of the phone, not of what it brings: when it was there, what it counted, and that the supervisor hears of it. */
const OF_THE_CONTACT = [
  'village',
  'village_report',
  'village_count',
  'village_hole',
  'stream',
  'stream_event',
]

type Tables = Readonly<Record<string, { readonly rows: number; readonly content: string }>>

/** Every other table of a record with how many rows it has and what stands in them, as SQLite reads the files. */
export function tablesIn(file: string): Tables {
  const database = new Database(file)
  try {
    expect(database.pragma('quick_check', { simple: true })).toBe('ok')
    const names = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[]
    const read = (name: string) => {
      const rows = database.prepare(`SELECT * FROM "${name}"`).raw().all()
      const content = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
      return [name, { rows: rows.length, content }] as const
    }
    return Object.fromEntries(names.filter((name) => !OF_THE_CONTACT.includes(name)).map(read))
  } finally {
    database.close()
  }
}

/** The tables in which something has changed, with the rows that came. */
export function changed(before: Tables, after: Tables): Record<string, number> {
  const names = Object.keys(after).filter((name) => before[name]?.content !== after[name]?.content)
  return Object.fromEntries(names.map((name) => [name, (after[name]?.rows ?? 0) - (before[name]?.rows ?? 0)]))
}

/** What one registration leaves: the case with its two events, two clocks, its person and authority; every other thing once. */
export const ONE_CASE = {
  agency: 1,
  audit: 1,
  case: 1,
  case_clock: 2,
  case_counter: 0,
  case_event: 2,
  case_file: 1,
  log_book: 1,
  person: 1,
  receipt: 1,
  village_day: 0,
  village_receipt: 1,
}

const RANDOM = chanceOf(20260612, 'steps')

/** Somebody new each time, so that no case looks like another. */
export const aCase = (seq: number): Frozen =>
  aRegistration({ applicant: { ...newResident(RANDOM), village: '05' } }, { seq })

/** With one case already, so that the series, the day's count and the file are not new. */
export async function aPoint() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  // What time does to the cases meanwhile is none of the command's doing.
  hall.server.jobs.stop()
  const agent = await hall.signIn('v05')
  await syncOne(agent, aCase(1))
  return { hall, agent, phones, file: join(hall.dataDir, 'counter.db') }
}

/** Where the second transaction of a contact ends: the first notes the contact, the second takes the command. */
export function commitOf(steps: readonly string[]): number {
  const commits = steps.flatMap((source, place) => (source === 'COMMIT' ? [place + 1] : []))
  expect(commits).toHaveLength(3)
  return commits[1] ?? 0
}

import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../src/domain/refusal.ts'
import { NO_LIGHTS } from '../src/store/light-counts.ts'
import type { Tx } from '../src/store/tx.ts'
import { readBoard, readCounters } from '../src/usecases/cases/read-board.ts'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { fromVillage } from './village-case.ts'

const store = (hall: Hall) => hall.server.counter.deps.store
const counted = (hall: Hall) =>
  store(hall).read((tx) => {
    const { lights, byUnit, byVillage } = readBoard(tx, { actor: 'supervisor', staff: null })
    const placed = [...byUnit, ...byVillage].filter(({ lights: each }) => sumOf(each) > 0)
    return { lights, places: placed.map(({ name, lights: each }) => [name, sumOf(each)]) }
  })
const sumOf = (lights: object) => Object.values(lights).reduce((sum, n) => sum + n, 0)

test('[U34] follow each act, and an act that is taken back leaves them as they were', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const handler = await hall.signIn('ly')
  const none = { green: 0, yellow: 0, red: 0, paused: 0, done: 0, none: 0 }
  expect(counted(hall)).toEqual({ lights: none, places: [] })

  const { case: one } = await receive(clerk, 'LY-001', 'accept')
  const { case: other } = await receive(clerk, 'LY-001', 'accept')
  await fromVillage(hall)
  await act(handler, one.row.id, 'pause', { reason: 'expert_review', days: 10, noticeNumber: '特-1' })
  const before = counted(hall)
  expect(before.lights).toEqual({ ...none, green: 2, paused: 1 })

  const undone = store(hall).write((tx: Tx) => {
    tx.sql.prepare(`UPDATE "case" SET unit = 'MZ', clock_state = 'stopped'`).run()
    expect(readBoard(tx, { actor: 'supervisor', staff: null }).lights).toEqual({ ...none, done: 3 })
    throw new Refusal('request.invalid')
  })
  await expect(undone).rejects.toBeInstanceOf(Refusal)
  expect(counted(hall)).toEqual(before)

  await act(clerk, other.row.id, 'withdraw', { reason: '不办了' })
  expect(counted(hall).lights).toEqual({ ...none, green: 1, paused: 1 })
})

const ITEMS = ['LY-001', 'MZ-001'] as ItemCode[]
const STATUSES: CaseStatus[] = ['accepted', 'decided']
const UNITS = ['LY', 'MZ'] as UnitCode[]
const FLAGS = { hasApproval: 'has_approval', hasOrder: 'has_order', hasDuplicate: 'has_duplicate' } as const
const EARLIER = '2026-06-11T09:30:00.000Z'
const LATER = '2026-06-15T09:30:00.000Z'

/** Any cell that a counter depends on, with a value it may have. */
const cells = fc.oneof(
  fc.tuple(fc.constant('item'), fc.constantFrom(...ITEMS)),
  fc.tuple(fc.constant('status'), fc.constantFrom(...STATUSES)),
  fc.tuple(fc.constant('unit'), fc.constantFrom(...UNITS)),
  fc.tuple(fc.constantFrom('is_open', ...Object.values(FLAGS)), fc.constantFrom(0, 1)),
  fc.tuple(fc.constantFrom('due_at', 'yellow_at'), fc.constantFrom(null, EARLIER, LATER)),
  fc.tuple(fc.constant('clock_state'), fc.constantFrom('running', 'paused', 'stopped')),
)

const either = <T>(values: readonly T[]) => [undefined, ...values]
const LISTS = either(ITEMS).flatMap((item) =>
  either(STATUSES).flatMap((status) =>
    either(UNITS).flatMap((unit) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((flags) => ({
        item,
        status,
        unit,
        ...Object.fromEntries(
          Object.keys(FLAGS).flatMap((flag, bit) => (flags & (1 << bit) ? [[flag, true]] : [])),
        ),
      })),
    ),
  ),
)

/** The counters of a list, row by row. */
function countOf(rows: readonly Record<string, unknown>[], list: Record<string, unknown>, now: string) {
  const counts = { ...NO_LIGHTS }
  for (const row of rows) {
    const isListed =
      ['item', 'status', 'unit'].every((name) => list[name] === undefined || list[name] === row[name]) &&
      Object.entries(FLAGS).every(([flag, column]) => list[flag] === undefined || row[column] === 1)
    if (row['is_open'] === 1 && isListed) counts[lightOf(row, now)] += 1
  }
  return counts
}

function lightOf({ clock_state, due_at, yellow_at }: Record<string, unknown>, now: string) {
  if (clock_state === 'paused') return 'paused'
  if (clock_state === 'stopped' || due_at === null) return 'done'
  if (String(due_at) < now) return 'red'
  return yellow_at !== null && String(yellow_at) <= now ? 'yellow' : 'green'
}

test('[U34] of every list that a board offers the kept counters are what counting its cases gives', async () => {
  const before = await startHall()
  const clerk = await before.clerkAt(1)
  for (const item of ['LY-001', 'LY-001', 'MZ-001', 'MZ-001'] as const) await receive(clerk, item, 'accept')
  // A start makes them anew from the rows, and what follows them up from there.
  const hall = await before.restart()
  const change = fc.record({ place: fc.nat(3), cell: cells })
  const checkLists = (tx: Tx) => {
    const rows = tx.sql.prepare('SELECT * FROM "case"').all() as Record<string, unknown>[]
    for (const list of LISTS)
      expect(readCounters(tx, list).lights, JSON.stringify(list)).toEqual(countOf(rows, list, tx.at))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const undone = store(hall).write((tx) => {
        for (const { place, cell } of changes) {
          const where = 'WHERE id = (SELECT id FROM "case" ORDER BY id LIMIT 1 OFFSET ?)'
          tx.sql.prepare(`UPDATE "case" SET ${cell[0]} = ? ${where}`).run(cell[1], place)
        }
        checkLists(tx)
        throw new Refusal('request.invalid')
      })
      await expect(undone).rejects.toBeInstanceOf(Refusal)
      store(hall).read(checkLists)
    }),
    { numRuns: 40 },
  )
})

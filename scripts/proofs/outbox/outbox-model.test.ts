import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReceiptHash } from '../../../counter-server/src/store/receipts.ts'
import { compareCases } from '../../../counter-server/src/usecases/cases/rebuild-cases.ts'
import { type Hall, type Phone, startHall } from '../../../counter-server/test/app.ts'
import { cookieOf, openSession } from '../../../counter-server/test/enrolled.ts'
import { backUp, hallOf } from '../../backup/restored-hall.fixture.ts'
import { WAYS } from './hall-line.ts'
import { aPhone, isOnPhone, type ModelPhone } from './model-phone.ts'

const SEED = Number(process.env['SEED'] ?? 20260612)
const RUNS = 6

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ does: 'register' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'register_refused' } as const) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('note' as const), of: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), of: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('drop' as const), of: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('send' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'send_from_both' } as const) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('line' as const), way: fc.constantFrom(...WAYS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 500, max: 30_000 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'lock' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'carrier' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'restore' } as const) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the phone was told is kept, outside of it and of the hall. */
interface Told {
  readonly id: CommandId
  /** Null: it is of no case. */
  readonly caseId: CaseId | null
  readonly isGood: boolean
  /** Its place in what the phone captured (V53). */
  readonly seq: number
}

async function isAtCentre(hall: Hall, id: CommandId): Promise<boolean> {
  return hall.server.counter.deps.store.read((tx) => findReceiptHash(tx, id)) !== null
}

async function expectKept(hall: Hall, told: readonly Told[]): Promise<void> {
  for (const { id } of told)
    if (!(await isAtCentre(hall, id))) expect(await isOnPhone(id), `command ${id} is nowhere`).toBe(true)
}

interface Scene {
  hall: Hall
  /** The two points' phones, and what lets each in at the centre of now. */
  readonly devices: ReadonlyMap<string, Phone>
  readonly cookies: Map<string, string>
  restored: number
  readonly phone: ModelPhone
  readonly told: Told[]
  taken: number
}

async function play(scene: Scene, each: Step): Promise<void> {
  const { hall, phone, told } = scene
  switch (each.does) {
    case 'register':
    case 'register_refused': {
      const isGood = each.does === 'register'
      scene.taken += 1
      await phone.unlock()
      const { id, caseId, seq } = await phone.register(scene.taken, isGood ? {} : { village: '11' as never })
      told.push({ id, caseId, isGood, seq })
      return
    }
    case 'note': {
      const of = told[each.of % Math.max(1, told.length)]
      if (of === undefined || of.caseId === null) return
      await phone.unlock()
      const { id, seq } = await phone.note(of.caseId, `补记${told.length}`)
      told.push({ id, caseId: of.caseId, isGood: of.isGood, seq })
      return
    }
    case 'edit': {
      const of = told[each.of % Math.max(1, told.length)]
      if (of === undefined || of.caseId === null) return
      await phone.unlock()
      const right = { address: `东山${told.length}组` }
      const { id, seq } = await phone.capture({ type: 'case.edit', payload: right }, of.caseId)
      told.push({ id, caseId: of.caseId, isGood: of.isGood, seq })
      return
    }
    case 'drop': {
      const waiting = phone.tabs[0]?.getState().outbox.filter(({ state }) => state === 'attention') ?? []
      const item = waiting[each.of % Math.max(1, waiting.length)]
      if (item === undefined) return
      await phone.unlock()
      const { id, seq } = await phone.withdraw(item)
      told.push({ id, caseId: null, isGood: true, seq })
      // Taken back by a person: nobody looks for it any longer.
      told.splice(
        told.findIndex(({ id }) => id === item.header.id),
        1,
      )
      return
    }
    case 'send':
      await phone.tabs[each.tab]?.getState().reload()
      await phone.tabs[each.tab]?.getState().drain()
      return
    case 'send_from_both':
      await Promise.all(phone.tabs.map((tab) => tab.getState().sendNow()))
      return
    case 'line':
      phone.line.way = each.way
      return
    case 'wait':
      phone.wait(each.ms)
      return
    case 'lock':
      phone.lock()
      return
    case 'carrier': {
      const other = phone.line.caller
      await phone.signIn(hall, 'v06')
      await phone.tabs[0]?.getState().sendNow()
      await phone.signIn(hall, 'v05')
      expect(phone.line.caller).not.toBe(other)
      return
    }
    case 'restore':
      await restore(scene)
  }
}

// From a backup of this moment, so that nothing was told and is gone: that is the restored phone's own test. Another epoch begins.
async function restore(scene: Scene): Promise<void> {
  const { cookies, devices, phone } = scene
  const { way } = phone.line
  phone.line.way = 'lost'
  await phone.rest()
  scene.hall = await hallOf(scene.hall, await backUp(scene.hall), cookies)
  for (const [village, device] of devices)
    cookies.set(village, cookieOf(await openSession(scene.hall.anonymous, device)))
  await phone.signIn(scene.hall, 'v05')
  phone.line.way = way
  scene.restored += 1
}

/** Where the phone has counted those that the centre took, in the order of the receipts. */
function takenOrder(hall: Hall, told: readonly Told[]): readonly number[] {
  const ids = hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare("SELECT command_id FROM audit WHERE action LIKE 'village.%' ORDER BY seq").pluck().all(),
  )
  return ids.flatMap((id) => told.find((each) => each.id === id)?.seq ?? [])
}

test('[V53, V100] of random captures, edits, losses, repeats, locks, tabs, carriers and epochs every command is on the phone or at the centre, and in the end each stands once, in the order of capture', async () => {
  const cookies = new Map<string, string>()
  const hall = await startHall({ phones: cookies })
  const devices = new Map([
    ['05', await hall.phone('05')],
    ['06', await hall.phone('06')],
  ])
  for (const [village, { door }] of devices) cookies.set(village, door.cookie)
  const phone = await aPhone(hall, 'v05')
  const scene: Scene = { hall, devices, cookies, phone, told: [], taken: 0, restored: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      for (const each of steps) {
        await play(scene, each)
        await expectKept(scene.hall, scene.told)
      }
      await phone.unlock()
      await phone.settle()
      for (const { id, isGood } of scene.told) expect(await isAtCentre(scene.hall, id)).toBe(isGood)
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
  const { store } = scene.hall.server.counter.deps
  const good = scene.told.filter(({ isGood }) => isGood)
  const order = takenOrder(scene.hall, good)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  const cases = new Set(good.flatMap(({ caseId }) => caseId ?? []))
  const sums = store.read(({ sql }) => ({
    cases: sql.prepare(`SELECT count(*) FROM "case"`).pluck().get(),
    receipts: sql
      .prepare("SELECT count(*) FROM audit WHERE action LIKE 'village.%' AND action <> 'village.numbers'")
      .pluck()
      .get(),
    numbers: sql.prepare('SELECT count(DISTINCT number) FROM "case"').pluck().get(),
    notes: sql
      .prepare(
        "SELECT count(DISTINCT command_id) - count(*) FROM case_event WHERE type = 'case.noted' AND command_id IS NOT NULL",
      )
      .pluck()
      .get(),
    // Every number of the point is used or still lent, and together they are as many as were given out (V62).
    given: sql.prepare("SELECT last FROM case_counter WHERE source = '05'").pluck().get(),
    lent: sql.prepare("SELECT count(*) FROM village_number WHERE village = '05'").pluck().get(),
    unlent: sql
      .prepare(`SELECT count(*) FROM "case" WHERE number NOT IN (SELECT number FROM village_number)`)
      .pluck()
      .get(),
  }))
  expect(sums).toMatchObject({ cases: cases.size, numbers: cases.size, receipts: good.length, notes: 0 })
  expect(sums.given).toBe(Number(sums.lent) + Number(sums.unlent))
  expect(good.length).toBeGreaterThan(20)
  // No restored centre is said to have lost anything, for none has.
  expect(scene.restored).toBeGreaterThan(0)
  expect(phone.tabs.flatMap((tab) => tab.getState().lost)).toEqual([])
  // What stands of each case is what its events say, row by row.
  expect(store.read(compareCases)).toMatchObject({ cases: cases.size, counted: cases.size, differences: 0 })
}, 180_000)

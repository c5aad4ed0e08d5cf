import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeDay, judge } from './hall-acts.ts'
import type { Command } from './hall-commands.ts'
import type { OracleHall } from './hall-oracle.ts'
import { legalChanges } from './lifecycle-table.ts'
import { type ProductHall, startProductHall } from './product-hall.ts'
import { commandOf, type Press, pressOf } from './random-presses.ts'

const STEPS = Number(process.env['MODEL_STEPS'] ?? 200_000)
const A_DAY = 250
const MONDAY_MS = Date.parse('2026-06-15T00:30:00.000Z')
const DAY_MS = 86_400_000
const COMPARE_EVERY = 10

/** Every act of people; `move` too, but a called number is moved by the system alone. */
const ACTS = [
  'call',
  'recall',
  'undo_call',
  'start',
  'finish',
  'reopen',
  'miss',
  'rejoin',
  'postpone',
  'hold',
  'return',
  'release',
  'transfer',
  'reclass',
  'serve_by_hand',
  'cancel',
  'restore',
]

interface Day {
  readonly services: readonly (readonly number[])[]
  readonly presses: readonly Press[]
}

const aDay: fc.Arbitrary<Day> = fc.record({
  services: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }), {
    minLength: 4,
    maxLength: 4,
  }),
  presses: fc.array(pressOf, { minLength: A_DAY, maxLength: A_DAY }),
})

test('[Q12, Q13, Q14, Q15, Q17, QI12, QI13, QI14, QI16] the product does in every step what the rules in plain maps do', async () => {
  const product = await startProductHall()
  const seen = new Set<string>()
  let day = 0
  let steps = 0
  try {
    await fc.assert(
      fc.asyncProperty(aDay, async (plan) => {
        day += 1
        steps += await live(product, plan, MONDAY_MS + day * DAY_MS, seen)
      }),
      { numRuns: Math.ceil(STEPS / A_DAY), endOnFailure: process.env['MODEL_SHRINK'] === undefined },
    )
  } finally {
    product.close()
  }
  expect(steps).toBeGreaterThanOrEqual(STEPS)
  expect(
    [...legalChanges(ACTS), 'move waiting', 'move held', 'move missed'].filter((change) => !seen.has(change)),
  ).toEqual([])
}, 1_200_000)

/** One day of presses: after each the product answers as the oracle judges, and every so often all numbers are compared. */
async function live(product: ProductHall, plan: Day, startMs: number, seen: Set<string>): Promise<number> {
  await product.openDay(startMs)
  const hall = await newHall(product, plan, startMs)
  const cast = { clerks: product.clerks, topics: [...hall.topics.keys()] }
  for (const [place, press] of plan.presses.entries()) {
    hall.now += press.wait
    const command = commandOf(press, hall, cast)
    if (command === null) continue
    const told = () => `press ${place}: ${JSON.stringify(command)}`
    const change = await step(product, hall, command, told)
    if (change !== null) seen.add(change)
    if (place % COMPARE_EVERY === 0) compare(product, hall, told)
  }
  compare(product, hall, () => 'the evening')
  await product.openDay(startMs + DAY_MS)
  closeDay(hall, startMs + DAY_MS)
  compareTickets(product, hall, () => 'the morning after')
  return plan.presses.length
}

// A vitest matcher costs more than the step it judges, so it is called only to tell what is wrong.
async function step(
  product: ProductHall,
  hall: OracleHall,
  command: Command,
  told: () => string,
): Promise<string | null> {
  const { refusals, ticket, change } = judge(hall, command)
  const answer = await product.perform(command, hall.now)
  if ('refused' in answer) {
    if (!refusals.has(answer.refused)) expect([...refusals], told()).toContain(answer.refused)
    return null
  }
  if (refusals.size > 0) expect([...refusals], told()).toEqual([])
  if (ticket !== null && ticket.id === '') ticket.id = answer.ticket ?? ''
  if (ticket !== null && answer.ticket !== ticket.id) expect(answer.ticket, told()).toBe(ticket.id)
  return change
}

async function newHall(product: ProductHall, plan: Day, now: number): Promise<OracleHall> {
  const { topics } = product
  const hall: OracleHall = {
    now,
    tickets: [],
    live: new Set(),
    windows: new Map(),
    serials: new Map(),
    orders: 0,
    topics,
  }
  for (const [place, ranks] of plan.services.entries()) {
    const window = place + 1
    const services = new Map(
      [...topics.keys()].flatMap((topic, at) => {
        const rank = ranks[at] ?? 0
        return rank === 0 ? [] : [[topic, rank === 1 ? 'helps' : 'main'] as const]
      }),
    )
    hall.windows.set(window, { window, state: 'closed', clerk: null, services })
    await product.setServices(window, services)
  }
  return hall
}

function compare(product: ProductHall, hall: OracleHall, told: () => string): void {
  compareTickets(product, hall, told)
  for (const { window, state, clerk } of product.windows()) {
    const known = hall.windows.get(window)
    if (state !== known?.state || clerk !== known.clerk)
      expect({ window, state, clerk }, told()).toEqual({ window, state: known?.state, clerk: known?.clerk })
  }
}

function compareTickets(product: ProductHall, hall: OracleHall, told: () => string): void {
  const stored = product.ticketsOf(hall.now)
  if (stored.size !== hall.tickets.length) expect(stored.size, told()).toBe(hall.tickets.length)
  for (const { id, ...known } of hall.tickets) {
    const found = stored.get(id)
    if (!isDeepStrictEqual(found, known)) expect(found, told()).toEqual(known)
  }
}

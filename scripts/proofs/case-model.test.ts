import { civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, isWorkday } from './case-calendar.ts'
import { acceptBySilence, doAct, newCase } from './case-moves.ts'
import { type Act, dueOf, isSilent, type OracleCase, type Person, refusalOf } from './case-oracle.ts'
import { type ProductCases, type Standing, startProductCases } from './product-cases.ts'

const STEPS = Number(process.env['CASE_MODEL_STEPS'] ?? 1_600)
/** One known course for every run; by hand any other. */
const KNOWN = 20_260_612
const SEED = Number(process.env['CASE_MODEL_SEED'] ?? KNOWN)
const A_LIFE = 40
const FIRST = '2026-03-02'

const PLAIN = [
  'accept',
  'request_supplement',
  'request_again',
  'hand_in',
  'refuse',
  'take',
  'pause',
  'resume',
  'take_over',
  'send_back',
  'decide',
  'deny',
  'deliver',
  'withdraw',
  'void',
  'return_case',
  'add_note',
  'approve',
  'decline',
] as const

const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PLAIN).map((does) => ({ does })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 12 }).map((days) => ({ does: 'extend' as const, days })),
  },
  { weight: 2, arbitrary: fc.constantFrom('LY', 'NJ').map((to) => ({ does: 'transfer' as const, to })) },
)

const somebody: fc.Arbitrary<Person> = fc.record({
  role: fc.constantFrom(
    'clerk' as const,
    'handler' as const,
    'handler' as const,
    'supervisor' as const,
    'leader' as const,
  ),
  unit: fc.constantFrom('LY', 'NJ'),
})

/** One press: how long after the last one, what, and by whom; now and then the last step is taken back instead. */
const aPress = fc.record({
  days: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2, 5, 18),
  act: anAct,
  /** Mostly an act that the status knows, or little would ever happen. */
  fit: fc.integer({ min: 0, max: 99 }),
  by: somebody,
  /** Mostly by whoever may, or little would ever happen. */
  isLikely: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  isCorrection: fc.integer({ min: 0, max: 14 }).map((n) => n === 0),
})
type Press = typeof aPress extends fc.Arbitrary<infer One> ? One : never

const FITTING: { readonly [Does in Act['does']]?: Person['role'] } = {
  refuse: 'clerk',
  hand_in: 'clerk',
  withdraw: 'clerk',
  deliver: 'clerk',
  void: 'supervisor',
  accept: 'clerk',
  request_supplement: 'clerk',
  request_again: 'clerk',
}

/** What the clerk or handler may come to do, ends seldom: three times in four one of these, else any act at all. */
const LIKELY: { readonly [Status in OracleCase['status']]?: readonly Act['does'][] } = {
  received: ['accept', 'accept', 'request_supplement', 'request_again', 'transfer', 'refuse'],
  supplement: ['hand_in', 'hand_in', 'return_case', 'refuse'],
  accepted: ['take', 'pause', 'extend', 'transfer', 'take_over', 'send_back'],
  reviewing: ['pause', 'extend', 'transfer', 'take_over', 'send_back', 'return_case', 'decide', 'deny'],
  paused: ['resume', 'resume', 'transfer', 'take_over', 'send_back'],
  decided: ['deliver', 'add_note'],
}

function actOf({ act, fit }: Press, found: OracleCase): Act {
  if (fit >= 75) return act
  return waitingAct(found, fit) ?? likelyAct(found, fit) ?? act
}

// What waits for a second person or another unit is mostly settled first.
function waitingAct({ pending, handOver }: OracleCase, fit: number): Act | null {
  if (pending !== null && fit % 3 === 0) return { does: fit % 4 === 0 ? 'decline' : 'approve' }
  if (handOver !== null && fit % 2 === 0) return { does: fit % 4 === 0 ? 'take_over' : 'send_back' }
  return null
}

function likelyAct({ status, unit }: OracleCase, fit: number): Act | null {
  const likely = LIKELY[status] ?? []
  const does = likely[fit % Math.max(1, likely.length)]
  if (does === undefined) return null
  if (does === 'transfer') return { does, to: unit === 'LY' ? 'NJ' : 'LY' }
  return does === 'extend' ? { does, days: 1 + (fit % 13) } : ({ does } as Act)
}

/** Whoever the act fits: the unit that has the case, the clerk, or who signs what is asked. */
function fitting(act: Act, { by, isLikely }: Press, { unit, pending }: OracleCase): Person {
  if (!isLikely || act.does === 'transfer' || act.does === 'add_note') return by
  const signs = pending?.kind === 'extend' ? 'leader' : 'supervisor'
  const role = act.does === 'approve' || act.does === 'decline' ? signs : (FITTING[act.does] ?? 'handler')
  return { role, unit }
}

/** A case of the oracle, what it was before its last step, and what the resident was told. */
interface Life {
  readonly id: string
  now: OracleCase
  before: OracleCase | null
  readonly told: string[]
}

test('[C301, C302, C522] the product does in every step what the rules in plain values do, and its rows are its events', async () => {
  let at = Date.parse(`${FIRST}T01:00:00.000Z`)
  const product = await startProductCases(() => at)
  const seen = new Set<string>()
  let steps = 0
  const forward = (days: number) => {
    at += 60_000
    let day = dayOf(at)
    for (let left = days; left > 0; left -= 1) day = nextOfficeDay(day)
    at = Math.max(at, Date.parse(`${day}T01:00:00.000Z`))
  }
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(aPress, { minLength: A_LIFE, maxLength: A_LIFE }), async (presses) => {
        const life: Life = { id: await product.receive(), now: newCase(dayOf(at)), before: null, told: [] }
        for (const press of presses) {
          forward(press.days)
          await passTime(product, life, dayOf(at))
          seen.add(await step(product, life, press, dayOf(at)))
          steps += 1
          compare(product.standing(life.id), life, dayOf(at))
        }
      }),
      {
        seed: SEED,
        numRuns: Math.ceil(STEPS / A_LIFE),
        endOnFailure: process.env['MODEL_SHRINK'] === undefined,
      },
    )
    const { differences, first, cases } = product.rebuild()
    expect([differences, first]).toEqual([0, null])
    expect(cases).toBeGreaterThanOrEqual(Math.ceil(STEPS / A_LIFE))
  } finally {
    product.close()
  }
  expect(steps).toBeGreaterThanOrEqual(STEPS)
  expect(SEED === KNOWN ? REACHED.filter((each) => !seen.has(each)) : []).toEqual([])
}, 600_000)

/** What the presses must have come to, or the proof has proved little. */
const REACHED = [
  'approve done',
  'correct done',
  'decide done',
  'return_case done',
  'resume done',
  'send_back done',
  'take_over done',
  'extend extension.too_long',
  'send_back transfer.needs_supervisor',
  'request_supplement supplement.already_given',
  'accept case.wrong_status',
  'return_case return.too_early',
]

function dayOf(at: number): string {
  return civilDate(instantOf(at))
}

function nextOfficeDay(day: string): string {
  let next = dayAfter(day)
  while (!isWorkday(next)) next = dayAfter(next)
  return next
}

async function passTime(product: ProductCases, life: Life, today: string): Promise<void> {
  await product.tick()
  if (!isSilent(life.now, today)) return
  life.before = structuredClone(life.now)
  acceptBySilence(life.now)
}

async function step(product: ProductCases, life: Life, press: Press, today: string): Promise<string> {
  if (press.isCorrection) return correctLast(product, life)
  const act = actOf(press, life.now)
  const by = fitting(act, press, life.now)
  const refused = await product.perform(life.id, act, by)
  expect(refused, `${act.does} by ${by.role} of ${by.unit} at ${life.now.status}`).toBe(
    refusalOf(life.now, act, by, today),
  )
  if (refused !== null) return `${act.does} ${refused}`
  life.before = structuredClone(life.now)
  const told = doAct(life.now, act, today)
  if (told !== null) life.told.push(told)
  return `${act.does} done`
}

const LASTING = ['case.registered', 'case.received', 'mark.fired', 'event.voided']

// The last step is taken back, if somebody else did it: everything is as it was before, but for what was told (C302).
async function correctLast(product: ProductCases, life: Life): Promise<string> {
  const { steps } = product.standing(life.id)
  const last = steps.at(-1)
  if (last === undefined || last.type.startsWith('order.')) return 'correct nothing'
  const refused = await product.correct(life.id, last.id)
  const isOwn = last.by === product.supervisor
  const own = isOwn ? 'correction.same_person' : null
  expect(refused, last.type).toBe(LASTING.includes(last.type) ? 'correction.not_possible' : own)
  // From `accepted` taking and deciding is one act of two events; only the decision is taken back.
  if (refused !== null) return `correct ${refused}`
  const before = life.before ?? life.now
  const isBoth =
    last.type === 'case.decided' && steps.at(-2)?.type === 'case.taken' && before.status === 'accepted'
  life.now = isBoth ? { ...before, status: 'reviewing' } : before
  life.before = null
  return 'correct done'
}

function compare(standing: Standing, { now, told }: Life, today: string): void {
  const { steps: _, used, ...rest } = standing
  expect(rest).toEqual({
    status: now.status,
    unit: now.unit,
    pending: now.pending?.kind ?? null,
    handOver: now.handOver,
    extended: now.extended,
    dueOn: now.acceptedOn === null ? null : dueOf(now, now.endedOn ?? today),
    told,
    isOrderless: true,
  })
  expect(used).toBeGreaterThanOrEqual(0)
}

import { civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, isWorkday } from './case-calendar.ts'
import { dueOf, isSilent } from './case-dates.ts'
import { type Act, nameOf, type OracleCase, type Person } from './case-facts.ts'
import { acceptBySilence, doAct, newCase } from './case-moves.ts'
import { refusalOf } from './case-oracle.ts'
import { actOf, aPress, fitting, type Press } from './case-presses.ts'
import { type ProductCases, type Standing, startProductCases } from './product-cases.ts'

const STEPS = Number(process.env['CASE_MODEL_STEPS'] ?? 1_200)
/** One known course for every run; by hand any other. */
const KNOWN = 20_260_612
const SEED = Number(process.env['CASE_MODEL_SEED'] ?? KNOWN)
const A_LIFE = 40
const FIRST = '2026-03-02'

/** A case of the oracle, what it is when its last step is taken back, and what the resident was told. */
interface Life {
  readonly id: string
  readonly kept: string
  now: OracleCase
  undone: OracleCase | null
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
  const born = async (): Promise<Life> => {
    const kept = await product.receive(steps)
    forward(0)
    return { id: await product.receive(steps), kept, now: newCase(dayOf(at)), undone: null, told: [] }
  }
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(aPress, { minLength: A_LIFE, maxLength: A_LIFE }), async (presses) => {
        const life = await born()
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
    expect(cases).toBeGreaterThanOrEqual(2 * Math.ceil(STEPS / A_LIFE))
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
  'change_item done',
  'assign done',
  'merge done',
  'unmerge done',
  'recuse done',
  'pledge done',
  'ask_papers done',
  'ask_part done',
  'answer_part done',
  'waive_part done',
  'extend extension.too_long',
  'send_back transfer.needs_supervisor',
  'request_supplement supplement.already_given',
  'accept case.wrong_status',
  'accept material.missing',
  'return_case return.too_early',
  'decide case.subtasks_open',
  'assign assign.bad_colleague',
  'merge duplicate.not_alike',
  'pledge case.no_pledge',
  'take transfer.conflict_of_interest',
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
  const before = structuredClone(life.now)
  acceptBySilence(life.now)
  life.undone = withoutLastEvent(before, life.now)
}

async function step(product: ProductCases, life: Life, press: Press, today: string): Promise<string> {
  if (press.isCorrection) return correctLast(product, life)
  const act = actOf(press, life.now)
  const by = fitting(act, press, life.now)
  const refused = await product.perform(life, act, by)
  expect(refused, `${act.does} by ${by.role} ${nameOf(by)} at ${life.now.status}`).toBe(
    refusalOf(life.now, act, by, today),
  )
  if (refused !== null) return `${act.does} ${refused}`
  const before = structuredClone(life.now)
  const told = doAct(life.now, act, by, today)
  life.undone = withoutLastEvent(before, life.now, { act, by })
  if (told !== null) life.told.push(told)
  return `${act.does} done`
}

/** One act may be several events; a correction takes back the last of them. */
function withoutLastEvent(
  before: OracleCase,
  now: OracleCase,
  done?: { readonly act: Act; readonly by: Person },
): OracleCase {
  if (now.parts.length > before.parts.length) return { ...now, parts: now.parts.slice(0, -1) }
  // From `accepted` taking and deciding is one act of two events.
  if (done?.act.does === 'decide' && before.status === 'accepted')
    return { ...before, status: 'reviewing', person: nameOf(done.by) }
  if (done?.act.does !== 'recuse') return before
  const waived = now.parts.findLastIndex(({ ended }, place) => ended !== before.parts[place]?.ended)
  if (waived < 0) return before
  return {
    ...now,
    parts: now.parts.map((part, place) => (place === waived ? { ...part, ended: null } : part)),
  }
}

const LASTING = [
  'case.registered',
  'case.received',
  'item.changed',
  'case.merged',
  'mark.fired',
  'event.voided',
]

// The last step is taken back, if somebody else did it: everything is as it was before, but for what was told (C302).
async function correctLast(product: ProductCases, life: Life): Promise<string> {
  const { steps } = product.standing(life.id)
  const last = steps.at(-1)
  if (last === undefined || last.type.startsWith('order.')) return 'correct nothing'
  const refused = await product.correct(life.id, last.id)
  const isOwn = last.by === product.supervisor
  const own = isOwn ? 'correction.same_person' : null
  expect(refused, last.type).toBe(LASTING.includes(last.type) ? 'correction.not_possible' : own)
  if (refused !== null) return `correct ${refused}`
  life.now = structuredClone(life.undone ?? life.now)
  life.undone = null
  return 'correct done'
}

function compare(standing: Standing, { now, told }: Life, today: string): void {
  const { steps: _, used, ...rest } = standing
  expect(rest).toEqual({
    status: now.status,
    item: now.item,
    unit: now.unit,
    person: now.person,
    pending: now.pending?.kind ?? null,
    handOver: now.handOver,
    extended: now.extended,
    dueOn: now.acceptedOn === null ? null : dueOf(now, now.endedOn ?? today),
    parts: now.parts.map(({ unit, ended }) => `${unit} ${ended ?? 'open'}`),
    isMerged: now.merged !== null,
    recused: now.recused,
    told,
    isOrderless: true,
  })
  expect(used).toBeGreaterThanOrEqual(0)
}

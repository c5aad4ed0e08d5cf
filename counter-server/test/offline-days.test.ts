import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { type OfflineKiosk, offlineKiosk, type Row, rowsOf } from './offline-kiosk.ts'

const KIOSKS = 3

/** What happens next in the hall, and to which kiosk. */
type Step =
  | {
      readonly do: 'take'
      readonly kiosk: number
      readonly cls: 'ordinary' | 'priority'
      readonly lost: boolean
    }
  | { readonly do: 'create'; readonly kiosk: number; readonly answer: 'comes' | 'is lost' | 'never asked' }
  | { readonly do: 'leave'; readonly kiosk: number; readonly answer: 'is lost' | 'never asked' }
  | { readonly do: 'return'; readonly kiosk: number; readonly answer: 'comes' | 'is lost' }
  | { readonly do: 'restart' }
  | { readonly do: 'call' }

/** One paper in somebody's hand, as the world outside knows it. */
interface Paper {
  readonly kiosk: number
  readonly number: string
  readonly cls: string
}

interface World {
  hall: Hall
  readonly kiosks: { readonly own: OfflineKiosk; readonly unsent: Row[] }[]
  readonly papers: Paper[]
}

const kiosk = fc.nat({ max: KIOSKS - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      kiosk,
      cls: fc.constantFrom('ordinary' as const, 'priority' as const),
      lost: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      kiosk,
      answer: fc.constantFrom('comes' as const, 'is lost' as const, 'never asked' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      kiosk,
      answer: fc.constantFrom('is lost' as const, 'never asked' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      kiosk,
      answer: fc.constantFrom('comes' as const, 'is lost' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'call' as const }) },
)

// A kiosk keeps to its own block while something of it is unsent, so its numbers never overtake each other (Q48).
async function act(world: World, next: Step): Promise<void> {
  world.hall.clock.forward(20_000)
  switch (next.do) {
    case 'take':
      return giveAway(world, next.kiosk, { cls: next.cls, hasLostClock: next.lost })
    case 'create':
      return create(world, next.kiosk, next.answer)
    case 'leave': {
      if (world.kiosks[next.kiosk]?.unsent.length !== 0) return
      const replaces = await ask(world, next.kiosk, next.answer)
      const sequence = 1_000 + world.papers.length
      world.kiosks[next.kiosk]?.unsent.push({ kind: 'abandon', commandId: uuidv7(), sequence, replaces })
      return
    }
    case 'return':
      return goUp(world, next.kiosk, next.answer)
    case 'restart':
      world.hall = await world.hall.restart()
      for (const { own } of world.kiosks) own.meet(world.hall)
      return
    case 'call':
      await callOne(world)
  }
}

function giveAway({ kiosks, papers }: World, place: number, given: Row): void {
  const here = kiosks[place]
  if (here === undefined || here.own.numbers.length === 0) return
  const taken = here.own.take(given)
  here.unsent.push(taken)
  papers.push({ kiosk: place, number: String(taken['number']), cls: String(taken['cls']) })
}

async function create(
  world: World,
  place: number,
  answer: 'comes' | 'is lost' | 'never asked',
): Promise<void> {
  const here = world.kiosks[place]
  if (here === undefined || here.unsent.length > 0) return
  if (answer !== 'comes') return giveAway(world, place, { replaces: await ask(world, place, answer) })
  const { status, body } = await here.own.caller.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
  expect(status).toBe(200)
  world.papers.push({ kiosk: place, number: body.number, cls: 'ordinary' })
}

/** A create whose answer does not reach the kiosk; its id. */
async function ask({ kiosks }: World, place: number, answer: 'is lost' | 'never asked'): Promise<string> {
  const commandId = uuidv7()
  if (answer === 'is lost')
    await kiosks[place]?.own.caller.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, commandId)
  return commandId
}

async function goUp({ kiosks }: World, place: number, answer: 'comes' | 'is lost'): Promise<void> {
  const here = kiosks[place]
  if (here === undefined || here.unsent.length === 0) return
  const results = await here.own.sync(...here.unsent)
  expect(results.filter(({ status }) => status === 'retry')).toEqual([])
  if (answer === 'is lost') return
  here.unsent.splice(0)
  await here.own.lend()
}

async function callOne({ hall }: World): Promise<string | null> {
  const clerk = await hall.signIn('clerk1')
  await clerk.command('/api/windows/1/open')
  const { status, body } = await clerk.command('/api/windows/1/next')
  if (status !== 200) return null
  await clerk.command(`/api/tickets/${body.ticket.id}/start`)
  await clerk.command(`/api/tickets/${body.ticket.id}/finish`, { outcome: 'consulted' })
  return body.ticket.number
}

function compare({ hall, papers, kiosks }: World): void {
  const tickets = rowsOf(hall, 'SELECT number, status, base_ms, issue_order FROM ticket')
  const attention = rowsOf(hall, 'SELECT command FROM lease_attention').map(({ command }) => String(command))
  // Every paper is in line or served, once, or it waits whole on the list for staff.
  for (const { number } of papers) {
    const found = tickets.filter((each) => each['number'] === number)
    const isKept = attention.some((command) => command.includes(number))
    expect([number, found.length]).toEqual([number, isKept ? 0 : 1])
    if (!isKept) expect(['waiting', 'served']).toContain(found[0]?.['status'])
  }
  // And nobody is called by a number that nobody has.
  const known = new Set(papers.map(({ number }) => number))
  const ghosts = tickets.filter(({ number, status }) => !known.has(String(number)) && status === 'waiting')
  expect(ghosts).toEqual([])
  for (const [place] of kiosks.entries()) {
    const own = papers.filter(({ kiosk: at }) => at === place)
    const order = own.flatMap(({ number }) => tickets.filter((each) => each['number'] === number))
    const sorted = order.toSorted(
      (a, b) =>
        Number(a['base_ms']) - Number(b['base_ms']) || Number(a['issue_order']) - Number(b['issue_order']),
    )
    expect(sorted.map(({ number }) => number)).toEqual(order.map(({ number }) => number))
  }
  const lent = rowsOf(hall, 'SELECT state, count(*) AS n FROM lease_number GROUP BY state')
  expect(
    lent.map(({ state }) => state).filter((state) => !['leased', 'used'].includes(String(state))),
  ).toEqual([])
}

test('[Q46, Q48, Q49] days of cuts and crashes: no number twice, none lost, each kiosk in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const hall = await startHall()
      const world: World = { hall, kiosks: [], papers: [] }
      for (let n = 1; n <= KIOSKS; n += 1)
        world.kiosks.push({ own: await offlineKiosk(hall, `kiosk ${n}`), unsent: [] })
      for (const each of steps) await act(world, each)
      for (const [place] of world.kiosks.entries()) await goUp(world, place, 'comes')
      compare(world)
    }),
    { seed: 46, numRuns: 8 },
  )
}, 120_000)

import { HallChange, HallState } from '@counter/shared/contract/hall'
import { expect, test } from 'vitest'
import type { Answer, Hall } from './app.ts'
import { startHall } from './app.ts'
import { type Desk, deskAt, follow, journalOf, newId } from './desk.ts'
import { rebuildAndCompare } from './rebuild.ts'

const SEED = Number(process.env['SEED'] ?? 7)
const STEPS = 350
const TOPICS = ['relief', 'social', 'farm', 'family', 'unsure']

/** Random numbers that are the same for the same seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

interface Row {
  readonly id: string
  readonly number: string
  readonly prefix: string
  readonly serial: number
  readonly status: string
  readonly window: number | null
  readonly overtaken: number
  readonly version: number
}

function ticketsOf(hall: Hall): Row[] {
  return hall.server.counter.deps.store.read((tx) =>
    tx.sql
      .prepare(
        'SELECT id, number, prefix, serial, status, "window", overtaken, version FROM ticket ORDER BY issued_at, rowid',
      )
      .all(),
  ) as Row[]
}

/** Where each status may go to (queue.md 2), over one act. */
const GOES_TO: Readonly<Record<string, readonly string[]>> = {
  waiting: ['waiting', 'called', 'cancelled'],
  called: ['called', 'waiting', 'serving', 'missed', 'held', 'cancelled'],
  serving: ['serving', 'served', 'held', 'waiting'],
  held: ['held', 'called', 'waiting', 'missed', 'cancelled'],
  missed: ['missed', 'waiting', 'cancelled'],
  served: ['served', 'serving'],
  cancelled: ['cancelled', 'waiting', 'held', 'missed'],
}

function expectInvariants(before: readonly Row[], after: readonly Row[]): void {
  const was = new Map(before.map((row) => [row.id, row]))
  for (const prefix of new Set(after.map((row) => row.prefix))) {
    const serials = after.filter((row) => row.prefix === prefix).map(({ serial }) => serial)
    expect(serials).toEqual(serials.map((_, place) => place + 1))
  }
  for (const row of after) {
    const earlier = was.get(row.id)
    if (earlier !== undefined)
      expect([row.number, GOES_TO[earlier.status]]).toEqual([
        earlier.number,
        expect.arrayContaining([row.status]),
      ])
    expect(row.version).toBeGreaterThanOrEqual(earlier?.version ?? 1)
    expect(row.overtaken).toBeLessThanOrEqual(6)
  }
  const live = after
    .filter(({ status }) => status === 'called' || status === 'serving')
    .map((row) => row.window)
  expect(live.length).toBe(new Set(live).size)
}

/** One random press of somebody in the hall; refusals are answers too. */
function press(
  desks: readonly Desk[],
  rows: readonly Row[],
  random: (below: number) => number,
): Promise<Answer> {
  const desk = desks[random(desks.length)] as Desk
  const here = rows.find(
    ({ window, status }) => window === desk.window && (status === 'called' || status === 'serving'),
  )
  const any = rows[random(Math.max(1, rows.length))]?.id ?? newId()
  const topic = TOPICS[random(TOPICS.length)]
  const mine = here?.id ?? any
  const presses: (() => Promise<Answer>)[] = [
    ...Array.from(
      { length: 5 },
      () => () =>
        desk.clerk.command('/api/tickets', { topic, cls: random(4) === 0 ? 'priority' : 'ordinary' }),
    ),
    ...Array.from({ length: 5 }, () => () => desk.next()),
    ...Array.from({ length: 4 }, () => () => desk.act(mine, 'start')),
    ...Array.from({ length: 3 }, () => () => desk.next({ finish: { outcome: 'consulted' } })),
    () => desk.act(mine, 'finish', { outcome: 'left' }),
    () => desk.act(mine, 'recall'),
    () => desk.act(mine, 'undo-call'),
    () => desk.act(mine, 'miss', { reason: '不在', isConfirmed: true }),
    () => desk.act(mine, 'hold', { reason: '取材料' }),
    () =>
      desk.act(mine, 'transfer', {
        to: random(2) === 0 ? { topic } : { window: 1 + random(3) },
        isConfirmed: true,
      }),
    () => desk.act(any, 'return', { reason: '轮到了' }),
    () => desk.act(any, 'release'),
    () => desk.act(any, 'rejoin'),
    () => desk.act(any, 'cancel'),
    () => desk.act(any, 'restore'),
    () => desk.act(any, 'reopen'),
    () => desk.at('pause', { reason: '喝水' }),
    () => desk.at('resume'),
    () => desk.at('resume'),
  ]
  return (presses[random(presses.length)] as () => Promise<Answer>)()
}

/** A wall that keeps its picture by the changes alone, as the screen does. */
function withChange(state: HallState, change: HallChange): HallState {
  switch (change.kind) {
    case 'window_changed':
      return {
        ...state,
        windows: state.windows.map((window) =>
          window.window === change.window.window ? change.window : window,
        ),
      }
    case 'call_announced':
      return { ...state, announcements: [...state.announcements, change.announcement] }
    case 'call_withdrawn':
      return { ...state, announcements: state.announcements.filter(({ seq }) => seq !== change.seq) }
    case 'call_spoken':
      return {
        ...state,
        announcements: state.announcements.map((call) =>
          call.seq === change.seq ? { ...call, isSpoken: true } : call,
        ),
      }
    case 'speaker_changed':
      return { ...state, speakingWall: change.speakingWall }
    case 'notices_changed':
      return { ...state, notices: change.notices }
    case 'sound_asked':
      return state
    case 'figures_changed':
      return { ...state, figures: change.figures }
  }
}

test(`[QI11, QI12, QI13, QI16, I31, Q67] a random day keeps every invariant after each press, a wall that only heard changes shows what a fresh one shows, and the events alone make the same rows again (seed ${SEED})`, async () => {
  const random = randomOf(SEED)
  const hall = await startHall()
  const wall = await hall.device('wall')
  const screen = await follow(hall, 'wall', wall, 'hall')
  const desks = [await deskAt(hall, 1), await deskAt(hall, 2), await deskAt(hall, 3)]
  const answers = new Map<number, number>()
  let rows = ticketsOf(hall)
  for (let step = 0; step < STEPS; step += 1) {
    hall.clock.forward(1_000 * random(25))
    const { status, body } = await press(desks, rows, random)
    answers.set(status, (answers.get(status) ?? 0) + 1)
    expect([200, 404, 409], JSON.stringify(body)).toContain(status)
    const after = ticketsOf(hall)
    expectInvariants(rows, after)
    rows = after
  }
  expect(answers.get(200)).toBeGreaterThan(STEPS / 3)
  expect(answers.get(409)).toBeGreaterThan(20)

  const fresh = (await follow(hall, 'wall', wall, 'hall')).snapshot
  await screen.next(({ seq, type }) => type === 'changed' && seq === fresh.seq)
  const changes = screen.heard
    .filter(({ type }) => type === 'changed')
    .flatMap((message) => HallChange.array().parse(message.changes))
  const kept = changes.reduce(withChange, HallState.parse(screen.snapshot.state))
  const recent = kept.announcements.filter(
    ({ at }) => Date.parse(hall.clock.now()) - Date.parse(at) <= 90_000,
  )
  expect({ ...kept, announcements: recent, figures: { ...kept.figures, low: 0, high: 0 } }).toEqual({
    ...fresh.state,
    figures: { ...fresh.state.figures, low: 0, high: 0 },
  })

  hall.clock.to('2026-06-13T01:00:00.000Z')
  await hall.server.jobs.run()
  const ends = ticketsOf(hall).map(({ status }) => status)
  const count = (status: string) => ends.filter((each) => each === status).length
  expect(count('served') + count('absent') + count('moved') + count('cancelled')).toBe(ends.length)
  expect(journalOf(hall, 'day.closed')).toEqual([
    {
      issued: ends.length,
      served: count('served'),
      absent: count('absent'),
      moved: 0,
      cancelled: count('cancelled'),
    },
  ])

  const again = rebuildAndCompare(hall.server.counter.deps.store)
  expect(again).toMatchObject({ differences: 0, first: null })
  expect(again.rows).toBeGreaterThan(3 * ends.length)
}, 90_000)

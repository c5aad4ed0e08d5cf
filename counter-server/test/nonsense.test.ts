import { createHash } from 'node:crypto'
import { ErrorBody } from '@counter/shared/contract/error-body'
import type { Actor } from '@counter/shared/vocabulary/actor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { hallWithDesk, newId } from './desk.ts'
import { collectRoutes, type DeclaredRoute, pathOf } from './routes.ts'

const SEED = Number(process.env['SEED'] ?? 20260612)
const ROUNDS_PER_ROUTE = 20

/** Words that have broken other systems. */
const NAUGHTY = [
  "'; DROP TABLE ticket; --",
  '综 001',
  '👩‍👩‍👧‍👦🇨🇳',
  '\u0000',
  '\u202e倒',
  '../../etc/passwd',
  '%00',
  '<script>alert(1)</script>',
  '{{7*7}}',
  'null',
  'NaN',
  '-1',
  '1e309',
  'x'.repeat(30_000),
  '',
  ' ',
  '\n',
  '019eb2a0-0000-7000-8000-00000000dead',
  'constructor',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
]

const word = fc.oneof(fc.constantFrom(...NAUGHTY), fc.string({ unit: 'binary', maxLength: 40 }))
const value = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, word, { maxKeys: 3 }),
)
const NAMES = [
  'commandId',
  'expectedVersion',
  'topic',
  'cls',
  'reason',
  'outcome',
  'to',
  'until',
  'finish',
  'state',
  'number',
  'code',
  'token',
  'password',
  'signInName',
  'deviceId',
  'signature',
  'publicKey',
  'kind',
  'name',
  'protocol',
  'commands',
  'person',
  'item',
  'materials',
  '__proto__',
  'constructor',
]
const deep = fc
  .integer({ min: 50, max: 3_000 })
  .map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
const body = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...NAMES), value, { minKeys: 1, maxKeys: 6 })
    .map((each) => JSON.stringify(each)),
  fc
    .dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 5 })
    .map((each) =>
      JSON.stringify({ ...each, commandId: '019eb2a0-0000-7000-8000-00000000beef', nonsense: 1 }),
    ),
  fc.array(value, { maxLength: 4 }).map((each) => JSON.stringify(each)),
  deep,
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '{"commandId":',
    '{"a":1,"a":2}',
    '{"__proto__":{"actor":"admin"},"commandId":"019eb2a0-0000-7000-8000-00000000beef"}',
    `{"topic":"${'x'.repeat(70_000)}"}`,
  ),
)
const place = fc.constantFrom(
  '1',
  '0',
  '-1',
  '99',
  '1e3',
  '１',
  'x',
  '%27',
  '%00',
  '%F0%9F%98%80',
  '019eb2a0-0000-7000-8000-00000000dead',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
  'MZ-999',
  'a'.repeat(64),
  'A'.repeat(300),
)
const query = fc.constantFrom(
  '',
  '?limit=-1',
  '?limit=9999',
  '?limit=1&limit=2',
  '?cursor=%00',
  "?find='%20OR%201=1",
  '?find=%F0%9F%98%80',
  '?__proto__[x]=1',
  `?find=${'x'.repeat(3_000)}`,
  '?filter=nothing',
  '?unit=ZZZ',
  '?village=99',
)

interface Sent {
  readonly payload: string
  readonly places: string
  readonly query: string
  readonly type: string
}
const sent: fc.Arbitrary<Sent> = fc.record({
  payload: body,
  places: place,
  query,
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'application/octet-stream',
    'application/xml',
  ),
})

/** Everything in the record but who is awake and what was refused. */
function digest(hall: Hall): string {
  const hash = createHash('sha256')
  hall.server.counter.deps.store.read((tx) => {
    const tables = tx.sql
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('session', 'audit') ORDER BY name",
      )
      .pluck()
      .all() as string[]
    for (const table of tables)
      hash.update(`${table}:${JSON.stringify(tx.sql.prepare(`SELECT * FROM "${table}"`).all())}`)
  })
  return hash.digest('hex')
}

async function callersOf(hall: Hall): Promise<(actor: Actor) => { cookie: string; as: string }> {
  const kiosk = await hall.device('kiosk')
  const wall = await hall.device('wall')
  const village = (await hall.phone('05')).door
  const lost = await hall.lostPhone()
  const staff = new Map<Actor, string>()
  for (const role of ['clerk', 'handler', 'agent', 'supervisor', 'leader', 'admin'] as const)
    staff.set(role, (await hall.roleCaller(role)).cookie)
  return (actor) => {
    if (actor === 'kiosk') return { cookie: kiosk.cookie, as: 'kiosk' }
    if (actor === 'wall') return { cookie: wall.cookie, as: 'wall' }
    if (actor === 'village') return { cookie: village.cookie, as: 'village' }
    if (actor === 'lost') return { cookie: lost.cookie, as: 'lost' }
    return { cookie: staff.get(actor) ?? '', as: actor === 'token' ? 'track' : 'staff' }
  }
}

async function send(
  hall: Hall,
  { method, url }: DeclaredRoute,
  who: { cookie: string; as: string },
  { payload, places, query: asked, type }: Sent,
) {
  const isRead = method === 'GET' || method === 'HEAD'
  const path = pathOf(url, { id: places, window: places, code: places, sha256: places })
  return hall.server.counter.app.inject({
    method,
    url: `${path}${isRead ? asked : ''}`,
    headers: {
      origin: 'http://127.0.0.1:8080',
      'x-actor': who.as,
      ...(who.cookie === '' ? {} : { cookie: who.cookie }),
      ...(isRead ? {} : { 'content-type': type }),
    },
    ...(isRead ? {} : { payload }),
  })
}

// Every so many-eth route: each part stays well below its time, also while others work.
const PARTS = 5
const EACH_PART = Array.from({ length: PARTS }, (_, part) => part)

test.each(EACH_PART)(
  `[I43, I4] no route of part %i answers nonsense with a fault, and nothing in the record changes (seed ${SEED})`,
  async (part) => {
    const all = collectRoutes()
    const { hall, desk } = await hallWithDesk()
    await desk.take()
    await desk.next()
    const callerOf = await callersOf(hall)
    const before = digest(hall)
    const routes = all.filter((_route, place) => place % PARTS === part)
    expect(routes.length).toBeGreaterThan(0)
    let asked = 0
    for (const route of routes) {
      const isRead = route.method === 'GET' || route.method === 'HEAD'
      await fc.assert(
        fc.asyncProperty(sent, fc.constantFrom(...route.actors), async (nonsense, actor) => {
          asked += 1
          const answer = await send(hall, route, callerOf(actor), nonsense)
          const where = `${route.method} ${route.url} as ${actor}: ${answer.statusCode} ${answer.body.slice(0, 300)}`
          if (isRead && answer.statusCode < 300) return
          expect(answer.statusCode, where).toBeGreaterThanOrEqual(400)
          expect(answer.statusCode, where).toBeLessThan(500)
          if (route.method !== 'HEAD') expect(ErrorBody.safeParse(answer.json()).success, where).toBe(true)
        }),
        { seed: SEED, numRuns: ROUNDS_PER_ROUTE },
      )
      expect(digest(hall), `${route.method} ${route.url} changed the record`).toBe(before)
    }
    expect(asked).toBeGreaterThanOrEqual(routes.length * ROUNDS_PER_ROUTE)
  },
  120_000,
)

/** Acts as the desk sends them, well-formed in every field. */
const ACTS = [
  ...[
    'recall',
    'undo-call',
    'start',
    'reopen',
    'rejoin',
    'release',
    'restore',
    'cancel',
    'miss',
    'return',
  ].map((action) => [action, {}] as const),
  ['finish', { outcome: 'consulted' }],
  ['hold', { reason: '等' }],
  ['transfer', { to: { topic: 'farm' } }],
  ['reclass', { cls: 'priority', reason: '年长' }],
] as const

test('[I43, I4] a well-formed act on a ticket that nobody issued is not found, and changes nothing', async () => {
  const { hall, desk } = await hallWithDesk()
  const before = digest(hall)
  for (const [action, fields] of ACTS) {
    expect([action, await desk.act(newId(), action, fields)]).toMatchObject([
      action,
      { status: 404, body: { code: 'ticket.not_found' } },
    ])
  }
  expect(digest(hall)).toBe(before)
})

test('[I43, R5] a command id that was used for something else is refused by every act, and changes nothing', async () => {
  const { hall, desk } = await hallWithDesk()
  const used = newId()
  const { ticketId } = (await desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, used))
    .body
  const before = digest(hall)
  for (const [action, fields] of ACTS) {
    expect([action, await desk.act(ticketId, action, { ...fields, commandId: used })]).toMatchObject([
      action,
      { status: 409, body: { code: 'command.reused' } },
    ])
  }
  for (const [action, fields] of [
    ['next', {}],
    ['pause', { reason: '开会' }],
    ['close', {}],
    ['take-over', { reason: '换班' }],
  ] as const) {
    expect([action, await desk.at(action, { ...fields, commandId: used })]).toMatchObject([
      action,
      { status: 409, body: { code: 'command.reused' } },
    ])
  }
  expect(digest(hall)).toBe(before)
})

test('[I43] a path that does not exist, a method that is not served and a broken address are refused in the one shape', async () => {
  const hall = await startHall()
  for (const [method, url] of [
    ['GET', '/api/nothing'],
    ['DELETE', '/api/tickets'],
    ['PATCH', '/api/tickets'],
    ['GET', '/api/%'],
    ['POST', '/api/tickets/%ZZ/start'],
    ['OPTIONS', '/api/hall'],
    ['GET', `/api/${'x'.repeat(5_000)}`],
  ] as const) {
    const answer = await hall.server.counter.app.inject({
      method,
      url,
      headers: { origin: 'http://127.0.0.1:8080' },
    })
    expect([method, url.slice(0, 40), Math.floor(answer.statusCode / 100)]).toEqual([
      method,
      url.slice(0, 40),
      4,
    ])
    expect(ErrorBody.safeParse(answer.json()).success, answer.body).toBe(true)
  }
})

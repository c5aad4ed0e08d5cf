import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { countRows } from './a-store.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import {
  aPicture,
  aRegistration,
  type Frozen,
  freeze,
  headFile,
  named,
  SIGNATURE,
  sha256,
  sync,
} from './village-fixture.ts'

const SEED = Number(process.env['SEED'] ?? 20260612)
const RUNS = 60
const STATUSES = ['applied', 'duplicate', 'merged', 'held', 'attention', 'retry']

// A line of the log book without a case costs the least of all good commands.
const aQuestion = (header: Record<string, unknown> = {}) =>
  freeze('consult.log', { item: null, question: '能办吗', answer: '已答复', isReferred: false }, header)

/** What else could stand in a field: of another kind, of another length, of somebody else, from another time, or nothing. */
const other = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, 1.5, 2 ** 53, true, [], {}, 'x'.repeat(20_000)),
  fc.constantFrom<unknown>('06', '99', '2026-06-12', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z'),
  fc.constantFrom<unknown>('case.close', 'case.register', 'note.add', 'command.withdraw', 'consult.log'),
  fc.constantFrom<unknown>('2026-05-0001-A', '2026-06-0001-C', '临-05-9KQ4T-Q', '0'.repeat(64)),
  fc.jsonValue({ maxDepth: 2 }),
  fc.uuid(),
)

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]))
  return path.length === 0 ? inner : [path, ...inner]
}

function withAt(value: unknown, [name, ...rest]: Path, change: unknown): unknown {
  if (name === undefined) return change
  if (Array.isArray(value))
    return value.map((each, place) => (String(place) === name ? withAt(each, rest, change) : each))
  const { [name]: old, ...others } = value as Record<string, unknown>
  const changed = withAt(old, rest, change)
  return changed === undefined ? others : { ...others, [name]: changed }
}

const MADE: readonly (() => Frozen)[] = [
  () =>
    aRegistration({}, { lastServer: { at: '2026-06-12T01:39:00.000Z', wall: '2026-06-12T01:39:00.000Z' } }),
  () => aRegistration({}, { provisional: null, number: null, replaces: uuidv7() }),
  () => freeze('note.add', { text: '补记' }),
  aQuestion,
  () => freeze('command.withdraw', { command: uuidv7() }),
]
const mutated = fc
  .tuple(fc.constantFrom(...MADE), fc.array(fc.tuple(fc.nat(), other), { minLength: 1, maxLength: 3 }))
  .map(([make, changes]) =>
    changes.reduce<unknown>((command, [place, change]) => {
      const paths = pathsIn(command)
      return withAt(command, paths[place % paths.length] ?? [], change)
    }, make()),
  )

describe('one command of a batch, changed anywhere', () => {
  test('[V44, V95, V96] gets a status, and those before and behind it are taken as if it were not there', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { store } = hall.server.counter.deps
    let questions = 0
    await fc.assert(
      fc.asyncProperty(mutated, async (each) => {
        const around = [aQuestion(), aQuestion()] as const
        const { results } = await sync(agent, [around[0], each as Frozen, around[1]])
        expect(results).toHaveLength(3)
        expect([results[0], results[2]]).toMatchObject(
          around.map(({ header }) => ({ id: header['id'], status: 'applied', code: null })),
        )
        expect(STATUSES).toContain(results[1]?.status)
        expect(results[1]?.code).not.toBe('fault')
        questions += 2
        const { log_book: lines = 0 } = countRows(store, ['log_book'])
        expect(lines).toBeGreaterThanOrEqual(questions)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })

  test('[V49, V50, V95] sent again, under another’s name, or twice in one batch, does nothing twice', async () => {
    const hall = await startHall()
    const [agent, neighbour] = [await hall.signIn('v05'), await hall.signIn('v06')]
    const command = aRegistration()
    const [before, behind] = [aQuestion(), aQuestion()]
    const { results } = await sync(agent, [before, command, command, behind, before])
    expect(results.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'duplicate',
      'applied',
      'duplicate',
    ])
    const foreign = await sync(neighbour, [aQuestion({ pointId: '06' }), command, before])
    expect(foreign.results.map(({ status }) => status)).toEqual(['applied', 'attention', 'attention'])
    for (const { number, queryCode, link } of foreign.results)
      expect([number, queryCode, link]).toEqual([null, null, null])
    expect(countRows(hall.server.counter.deps.store, ['case', 'log_book'])).toEqual({ case: 1, log_book: 4 })
  })
})

interface Part {
  readonly hash: string
  readonly headers: Record<string, string>
  readonly payload: Buffer
}

async function put(hall: Hall, { cookie }: Caller, { hash, headers, payload }: Part) {
  const answer = await hall.server.counter.app.inject({
    method: 'PUT',
    url: `/files/${hash}`,
    headers: { origin: 'http://127.0.0.1:8080', cookie, 'x-actor': 'staff', ...headers },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() as { code?: string; offset?: number } }
}

const goodPart = (content: Buffer): Part => ({
  hash: sha256(content),
  headers: {
    'content-type': 'application/octet-stream',
    'x-offset': '0',
    'x-size': String(content.length),
    'x-part-sha256': sha256(content),
  },
  payload: content,
})

describe('a bad part of a photo', () => {
  const photo = aPicture(400, 3)

  async function aPoint() {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    await sync(agent, [aRegistration({}, { files: [named(SIGNATURE), named(photo, '居民身份证')] })])
    return { hall, agent }
  }

  test('[V69, V95, V96] of any offset, size, hash, type or content is answered, never a fault, and the good one is taken after it', async () => {
    const { hall, agent } = await aPoint()
    const { hash, headers } = goodPart(photo)
    const header = fc.constantFrom(...Object.keys(headers))
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '-1',
        '1.5',
        '1e9',
        '99999999999999999999',
        'NaN',
        '0x10',
        ' 0',
        'text/html',
        '0'.repeat(64),
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((each) => each.replaceAll(/[^!-~]/g, '')),
    )
    const spoilt = fc.record({
      change: fc.option(fc.tuple(header, text), { nil: null }),
      payload: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(photo))),
      hash: fc.constantFrom(hash, '0'.repeat(64), 'x', hash.toUpperCase(), `${hash}0`),
    })
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ change, payload, hash: address }) => {
        const changed = change === null ? headers : { ...headers, [change[0]]: change[1] }
        const isGood = change === null && address === hash && payload.length === photo.length
        fc.pre(!isGood)
        const { status, body } = await put(hall, agent, {
          hash: address,
          headers: changed,
          payload: Buffer.from(payload),
        })
        expect(status, JSON.stringify({ change, address })).toBeLessThan(500)
        if (status >= 400 && body.offset === undefined) expect(body.code).toMatch(/^[a-z_]+\.[a-z_]+$/)
      }),
      { numRuns: RUNS, seed: SEED },
    )
    const { offset } = await headFile(hall, agent, hash)
    const rest = Number(offset)
    const last = photo.subarray(rest)
    const good = { ...goodPart(photo), payload: last }
    const { status } = await put(hall, agent, {
      ...good,
      headers: { ...good.headers, 'x-offset': String(rest), 'x-part-sha256': sha256(last) },
    })
    expect(status).toBe(200)
  })

  test('[V69, V72, V95] too large, of nobody, of another point or unnamed gets its status, and nothing is kept', async () => {
    const { hall, agent } = await aPoint()
    const rows = countRows(hall.server.counter.deps.store, ['file', 'case_file'])
    const large = Buffer.alloc(256 * 1024 + 1)
    expect(await put(hall, agent, { ...goodPart(photo), payload: large })).toMatchObject({
      status: 413,
      body: { code: 'request.too_large' },
    })
    const neighbour = await hall.signIn('v06')
    expect((await put(hall, neighbour, goodPart(photo))).status).toBe(404)
    expect((await put(hall, hall.anonymous, goodPart(photo))).status).toBe(401)
    expect((await put(hall, await hall.signIn('clerk1'), goodPart(photo))).status).toBe(403)
    expect((await put(hall, agent, goodPart(aPicture(50, 9)))).status).toBe(404)
    for (const hash of ['x', '0'.repeat(63), '%00'])
      expect((await headFile(hall, agent, hash)).status).toBe(400)
    expect((await headFile(hall, neighbour, sha256(photo))).status).toBe(404)
    expect((await headFile(hall, hall.anonymous, sha256(photo))).status).toBe(401)
    expect(countRows(hall.server.counter.deps.store, ['file', 'case_file'])).toEqual(rows)
    expect(await headFile(hall, agent, sha256(photo))).toMatchObject({ status: 200, offset: '0' })
  })
})

import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { countRows } from './a-store.ts'
import { type Caller, startHall } from './app.ts'
import { refused } from './desk.ts'
import { aRegistration, type Frozen, freeze, registerPayload, sync, syncOne } from './village-fixture.ts'

const TABLES = ['case', 'case_event', 'person', 'log_book', 'agency', 'file', 'case_file']

const PERSON = { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' }

function without(frozen: Frozen, field: string): Frozen {
  const { [field]: _gone, ...header } = frozen.header
  return { ...frozen, header }
}

const note = (text: string) => freeze('note.add', { text })

/** What is wrong with the one in the middle, and the word that it gets. */
const BAD: readonly (readonly [string, string, () => unknown])[] = [
  ['command.malformed', 'no header', () => ({ header: null, payload: {} })],
  ['command.malformed', 'a header of text', () => ({ header: 'hello', payload: {} })],
  ['command.malformed', 'an id that is none', () => aRegistration({}, { id: 'x' })],
  ['command.malformed', 'no case', () => without(aRegistration(), 'caseId')],
  ['command.malformed', 'a field too many', () => aRegistration({}, { isAdmin: true })],
  ['command.malformed', 'an unknown type', () => aRegistration({}, { type: 'case.close' })],
  ['command.malformed', 'a count of nought', () => aRegistration({}, { seq: 0 })],
  [
    'command.malformed',
    'an impossible day',
    () => aRegistration({}, { capturedAt: '2026-02-30T01:00:00.000Z' }),
  ],
  ['command.malformed', 'no payload', () => ({ header: aRegistration().header, payload: null })],
  ['command.malformed', 'a payload of another type', () => ({ ...aRegistration(), payload: { text: '一' } })],
  [
    'command.malformed',
    'a hash of another payload',
    () => aRegistration({}, { payloadHash: '0'.repeat(64) }),
  ],
  ['command.malformed', 'a picture of another kind', () => aRegistration({}, { files: [{ sha256: 'x' }] })],
  ['text.control_character', 'a control character', () => note('一\u0000二')],
  ['command.too_large', '16 KiB and more', () => note('长'.repeat(6_000))],
  ['case.not_found', 'another point', () => aRegistration({}, { pointId: '06' })],
  ['case.not_found', 'a case that is not there', () => note('看看')],
  [
    'person.other_village',
    'a resident of another village',
    () => aRegistration({ applicant: { ...PERSON, village: '06' } }),
  ],
  ['authority.missing', 'no authority', () => aRegistration({ authority: null })],
  ['item.not_found', 'an item that is none', () => aRegistration({ item: 'XX-999' })],
]

describe('a bad command of a batch', () => {
  test.each(BAD)(
    '[V44, V95] %s: with %s it harms neither the one before it nor the one behind',
    async (code, _what, make) => {
      const hall = await startHall()
      const agent = await hall.signIn('v05')
      const [before, behind] = [aRegistration(), aRegistration()]
      const { results } = await sync(agent, [before, make() as Frozen, behind])
      expect(results.map(({ status }) => status)).toEqual(['applied', 'attention', expect.any(String)])
      expect(['applied', 'merged']).toContain(results[2]?.status)
      expect(results[1]).toMatchObject({ code, message: expect.stringMatching(/./), number: null })
      expect(countRows(hall.server.counter.deps.store, ['case', 'log_book'])).toEqual({
        case: 2,
        log_book: 2,
      })
    },
  )

  test('[V50] a command of another agent under a known id is reused, and the first stands', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const command = aRegistration()
    const { number } = await syncOne(agent, command)
    const neighbour = await hall.signIn('v06')
    const stolen = await syncOne(neighbour, command)
    expect(stolen).toMatchObject({ status: 'attention', code: 'command.reused', number: null })
    expect(await syncOne(agent, command)).toMatchObject({ status: 'duplicate', number })
  })

  test('[V44, V48] a fault of one command is a retry of that one: its neighbours are taken, and it is when it goes again', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { store } = hall.server.counter.deps
    const [before, broken, behind] = [aQuestion(), aQuestion(), aQuestion()]
    const run = (sql: string) => store.write((tx) => void tx.sql.prepare(sql).run())
    await run(
      `CREATE TRIGGER planted BEFORE INSERT ON receipt WHEN NEW.command_id = '${broken.header['id']}'
       BEGIN SELECT RAISE(ABORT, 'planted'); END`,
    )
    const { results } = await sync(agent, [before, broken, behind])
    expect(results).toMatchObject([
      { status: 'applied', code: null },
      { status: 'retry', code: 'fault' },
      { status: 'applied', code: null },
    ])
    expect(countRows(store, ['log_book', 'village_attention'])).toEqual({ log_book: 2, village_attention: 0 })
    await run('DROP TRIGGER planted')
    expect(await syncOne(agent, broken)).toMatchObject({ status: 'applied', code: null })
  })

  test('[V96] any JSON in a command gets its status, and the good ones beside it are taken', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const part = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constant(null))
    const field = fc.constantFrom(...Object.keys(aRegistration().header))
    const spoilt = fc
      .tuple(field, fc.jsonValue())
      .map(([name, value]) => aRegistration({}, { [name]: value }))
    const bad = fc.oneof(fc.record({ header: part, payload: part }), spoilt)
    await fc.assert(
      fc.asyncProperty(bad, async (each) => {
        const { results } = await sync(agent, [aQuestion(), each as unknown as Frozen, aQuestion()])
        expect(results).toHaveLength(3)
        expect([results[0]?.status, results[2]?.status]).toEqual(['applied', 'applied'])
        expect(results[1]?.code).not.toBe('fault')
      }),
      { numRuns: 60, seed: 20260612 },
    )
  })
})

// A line of the log book without a case costs the least of all good commands.
function aQuestion(): Frozen {
  return freeze('consult.log', { item: null, question: '能办吗', answer: '已答复', isReferred: false })
}

describe('a bad request', () => {
  const ask = (agent: Caller, change: object) =>
    agent.post('/sync', {
      protocol: 1,
      nonce: uuidv7(),
      deviceNow: '2026-06-12T01:40:00.000Z',
      appVersion: 'test',
      storeEpoch: null,
      outbox: { unsent: 0, filesUnsent: 0, attention: 0 },
      commands: [],
      ...change,
    })

  test.each([
    [
      'request.invalid',
      400,
      'more than 50 commands',
      { commands: Array.from({ length: 51 }, () => aRegistration()) },
    ],
    ['request.invalid', 400, 'no nonce', { nonce: '' }],
    ['request.invalid', 400, 'commands that are no list', { commands: {} }],
    [
      'request.invalid',
      400,
      'a count below nought',
      { outbox: { unsent: -1, filesUnsent: 0, attention: 0 } },
    ],
    ['request.invalid', 400, 'a newer protocol', { protocol: 3 }],
    ['protocol.too_old', 409, 'an older protocol', { protocol: 0 }],
    [
      'protocol.too_old',
      409,
      'an older protocol of another form',
      { protocol: 0, nonce: undefined, commands: 'x' },
    ],
    ['request.too_large', 413, 'a body above 256 KiB', { appVersion: 'x'.repeat(300_000) }],
  ])('[V45, V58] is %s (%i) with %s, and nothing of it is taken', async (code, status, _what, change) => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { store } = hall.server.counter.deps
    const rows = countRows(store, TABLES)
    const answer = await ask(agent, change)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(countRows(store, TABLES)).toEqual(rows)
    expect((await ask(agent, {})).status).toBe(200)
  })

  test('[V2] without a session, or in one that is no agent’s, takes nothing', async () => {
    const hall = await startHall()
    expect((await ask(hall.anonymous, { commands: [aRegistration()] })).status).toBe(401)
    const clerk = await hall.signIn('clerk1')
    expect(await ask(clerk, { commands: [aRegistration()] })).toMatchObject(refused('session.forbidden', 403))
    expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 0 })
  })
})

describe('more than a phone can capture', () => {
  test('[V95] above the day’s commands of one phone the rest waits for the next day, and what was taken stays a duplicate', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const fifty = { value: 50, reason: '试一试' }
    expect((await admin.command('/api/settings/village.commandsPerDay', fifty)).status).toBe(200)
    const agent = await hall.signIn('v05')
    const consult = (turn: number) =>
      freeze(
        'consult.log',
        { item: null, question: `第${turn}问`, answer: '已答复', isReferred: false },
        { seq: turn },
      )
    const all = Array.from({ length: 50 }, (_, place) => consult(place + 1))
    const first = await sync(agent, all)
    expect(new Set(first.results.map(({ status }) => status))).toEqual(new Set(['applied']))
    const next = consult(51)
    const [again = all[0]] = all
    const { results } = await sync(agent, [again as Frozen, next])
    expect(results).toMatchObject([{ status: 'duplicate' }, { status: 'retry', code: 'quota.reached' }])
    expect(results[1]?.message).toContain('50')
    hall.clock.to('2026-06-13T01:00:00.000Z')
    expect(await syncOne(await hall.signIn('v05'), next)).toMatchObject({ status: 'applied' })
  })
})

describe('a command whose predecessor never comes', () => {
  test('[V52] is held for five working days, then a person looks at it; one that comes after all frees it', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const first = aRegistration()
    const { id, caseId } = first.header
    const follower = freeze('note.add', { text: '口头补充' }, { caseId, after: id })
    expect(await syncOne(agent, follower)).toMatchObject({ status: 'held' })
    // Friday 06-12 and five working days: 06-15 to 06-18 and, after the Dragon Boat days, 06-22.
    hall.clock.to('2026-06-22T01:00:00.000Z')
    expect(await syncOne(await hall.signIn('v05'), follower)).toMatchObject({ status: 'held' })
    hall.clock.to('2026-06-23T01:00:00.000Z')
    const late = await hall.signIn('v05')
    expect(await syncOne(late, follower)).toMatchObject({ status: 'attention', code: 'predecessor.missing' })
    await syncOne(late, first)
    expect(await syncOne(late, follower)).toMatchObject({ status: 'applied' })
  })
})

test('[V95] secrets, files and people of a batch that is refused whole are nowhere', async () => {
  const hall = await startHall()
  const agent = await hall.signIn('v05')
  const { store } = hall.server.counter.deps
  const rows = countRows(store, TABLES)
  await sync(agent, [
    aRegistration(registerPayload({ isRelative: null })),
    aRegistration(registerPayload({ authority: null })),
  ])
  expect(countRows(store, TABLES)).toEqual(rows)
})

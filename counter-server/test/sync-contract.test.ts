import { SyncAnswer, SyncBody } from '@counter/shared/contract/village'
import { receiptSum, receiptText } from '@counter/shared/vocabulary/receipt-sum'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { FRIDAY, startHall } from './app.ts'
import { aRegistration, type Frozen, freeze, sha256, sync, syncOne } from './village-fixture.ts'

const DEVICE = '0190cccc-0000-7000-8000-000000000009'
const digestOf = (commands: readonly Frozen[]) => ({
  since: '2026-03-14T01:40:00.000Z',
  count: commands.length,
  digest: receiptSum(
    commands.map(({ header }) =>
      sha256(receiptText({ id: String(header['id']), payloadHash: String(header['payloadHash']) })),
    ),
  ),
})

/** Every part that a request may have (V46). */
const whole = (commands: readonly Frozen[]) => ({
  protocol: 2,
  nonce: uuidv7(),
  deviceNow: FRIDAY,
  appVersion: 'test',
  storeEpoch: null,
  carrierId: null,
  pageId: uuidv7(),
  monoMs: 61_000,
  deviceId: DEVICE,
  leases: { requestId: uuidv7(), free: 0 },
  known: [uuidv7()],
  table: { free: [], kept: [], gone: [] },
  have: digestOf([]),
  cursor: { epoch: '', seq: 0 },
  waiting: [{ id: uuidv7(), isHanded: false }],
  outbox: {
    unsent: commands.length,
    filesUnsent: 1,
    attention: 0,
    bytes: 300_000,
    oldestAt: FRIDAY,
    persisted: true,
    numbersFree: 0,
  },
  commands,
})

describe('the wire of POST /sync', () => {
  test('[V46] a request with every documented part is read and answered in the documented form', async () => {
    const agent = await (await startHall()).signIn('v05')
    const command = aRegistration()
    const body = whole([command])
    // What is taken out of the form must be taken out of this test: it is the list of its parts.
    expect(Object.keys(body).toSorted()).toEqual(Object.keys(SyncBody.shape).toSorted())
    const answer = await agent.post('/sync', body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const read = SyncAnswer.parse(answer.body)
    expect(read).toMatchObject({ product: 'village-counter', nonce: body.nonce, missing: body.known })
    expect(read.results[0]).toMatchObject({ status: 'applied', storedAt: FRIDAY })
    expect(read.leases).toHaveLength(50)
  })

  test.each([
    ['deviceId', 'leases', 'known', 'table', 'have', 'cursor', 'waiting', 'carrierId', 'pageId', 'monoMs'],
  ])('[V46] a phone of before says less, and is served', async (...later) => {
    const agent = await (await startHall()).signIn('v05')
    const body = Object.fromEntries(
      Object.entries(whole([aRegistration()])).filter(([name]) => !later.includes(name)),
    )
    const answer = await agent.post('/sync', {
      ...body,
      protocol: 1,
      outbox: { unsent: 1, filesUnsent: 0, attention: 0 },
    })
    expect(SyncAnswer.parse(answer.body).results[0]?.status).toBe('applied')
    expect(answer.body.agrees).toBeUndefined()
  })

  test.each([
    ['in the request', (body: object) => ({ ...body, wish: 1 })],
    ['in its outbox', (body: { outbox: object }) => ({ ...body, outbox: { ...body.outbox, wish: 1 } })],
    ['as a carrier that is no id', (body: object) => ({ ...body, carrierId: 'v05' })],
  ])('[V46] a field that nobody knows refuses the request whole: %s', async (_where, change) => {
    const agent = await (await startHall()).signIn('v05')
    const command = aRegistration()
    const answer = await agent.post('/sync', change(whole([command])))
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
    expect((await agent.get(`/api/cases/${command.header['caseId']}`)).status).toBe(404)
  })

  test('[V35] what one agent sends in the session of another is taken by nobody, and later by its own', async () => {
    const hall = await startHall()
    const [own, other] = [await hall.signIn('v05'), await hall.signIn('v06')]
    const command = aRegistration()
    const { staffId } = (await own.get('/api/sessions/own')).body
    const said = { ...whole([command]), carrierId: staffId }
    expect(await other.post('/sync', said)).toMatchObject({
      status: 403,
      body: { code: 'session.forbidden' },
    })
    const answer = await own.post('/sync', said)
    expect(SyncAnswer.parse(answer.body).results[0]?.status).toBe('applied')
  })

  test('[V46, V44] a field that nobody knows in a command is at that command’s charge alone', async () => {
    const agent = await (await startHall()).signIn('v05')
    const [bad, good] = [aRegistration({}, { wish: 1 }), aRegistration()]
    const { results } = await sync(agent, [bad, good])
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ['attention', 'command.malformed'],
      ['applied', null],
    ])
  })

  test('[V56] agrees with a phone that has what it has, whatever the order, and says so when one side has something else', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const first = aRegistration()
    const note = freeze('note.add', { text: '补记' }, { caseId: first.header['caseId'], seq: 2 })
    const agrees = async (have: object): Promise<unknown> =>
      ((await sync(agent, [], { deviceId: DEVICE, have })) as unknown as { agrees?: boolean }).agrees
    expect(await agrees(digestOf([]))).toBe(true)
    await sync(agent, [first, note], { deviceId: DEVICE })
    expect(await agrees(digestOf([note, first]))).toBe(true)
    expect(await agrees(digestOf([first]))).toBe(false)
    expect(await agrees({ ...digestOf([note, first]), count: 3 })).toBe(false)
    expect(await agrees({ ...digestOf([]), since: '2026-06-12T01:40:00.001Z' })).toBe(true)
    // The same words under another id are something else.
    expect(await agrees(digestOf([note, { ...first, header: { ...first.header, id: uuidv7() } }]))).toBe(
      false,
    )
    const second = await (await hall.phone('05')).signIn('v05')
    expect(await sync(second, [], { have: digestOf([note, first]) })).toMatchObject({ agrees: false })
  })

  test('[V56, V51] counts what the centre solved for the phone, under the id that the phone knows', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const supervisor = await hall.roleCaller('supervisor')
    const idNo = '110105194912310021'
    const command = aRegistration({
      applicant: { name: '示例甲', idNo, phone: '19900000001', village: '05' },
    })
    expect((await syncOne(agent, command, { deviceId: DEVICE })).status).toBe('attention')
    const stands = aRegistration()
    const { number } = await syncOne(agent, stands, { deviceId: DEVICE })
    await supervisor.command(`/api/village-attention/${command.header['id']}/solve`, {
      how: 'link',
      number,
      reason: '同一件',
    })
    const have = digestOf([stands, command])
    expect(await sync(agent, [], { deviceId: DEVICE, have })).toMatchObject({ agrees: true })
  })
})

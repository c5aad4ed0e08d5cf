import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addEnrolment } from '../src/usecases/people/enrolment.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { follow, newId, refused } from './desk.ts'
import { watch } from './live.ts'

const MINUTE = 60_000

function run(hall: Hall, statement: string, ...values: unknown[]): Promise<unknown> {
  return hall.server.counter.deps.store.write((tx) => {
    tx.sql.prepare(statement).run(...values)
  })
}

const signInAs = (hall: Hall, signInName: string, password: string, remoteAddress = '10.0.0.1') =>
  hall.server.counter.app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { signInName, password },
    headers: { origin: 'http://127.0.0.1:8080' },
    remoteAddress,
  })

describe('the session of a person', () => {
  test('[P12] the cookie is host-only, closed to scripts and to other sites, and the record keeps only its hash', async () => {
    const hall = await startHall()
    const account = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')
    const answer = await signInAs(hall, 'clerk1', account?.password ?? '')
    const [cookie, ...rest] = String(answer.headers['set-cookie']).split('; ')
    expect(cookie).toMatch(/^__Host-sid=[A-Za-z0-9_-]{43}$/)
    expect(rest.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
    const kept = hall.server.counter.deps.store.read((tx) =>
      JSON.stringify(tx.sql.prepare('SELECT * FROM session').all()),
    )
    expect(kept).not.toContain(String(cookie).slice('__Host-sid='.length))
    expect(answer.body).not.toContain('assword')
  })

  test('[P12] it ends after 15 idle minutes, and every question keeps it awake', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    for (const _ of [1, 2, 3]) {
      hall.clock.forward(14 * MINUTE)
      expect((await clerk.get('/api/sessions/own')).status).toBe(200)
    }
    hall.clock.forward(15 * MINUTE)
    expect((await clerk.get('/api/sessions/own')).status).toBe(200)
    hall.clock.forward(15 * MINUTE + 1)
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.expired', 401))
  })

  test('[P12] what an untouched page asks by itself does not keep it awake', async () => {
    const hall = await startHall()
    const account = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')
    const signedIn = await signInAs(hall, 'clerk1', account?.password ?? '')
    const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0] ?? ''
    const ask = async (more: object) => {
      const headers = { cookie, ...more }
      const url = '/api/cases?limit=1&open=yes&counts=yes'
      return (await hall.server.counter.app.inject({ method: 'GET', url, headers })).statusCode
    }
    hall.clock.forward(14 * MINUTE)
    expect(await ask({ 'x-untouched': 'yes' })).toBe(200)
    hall.clock.forward(2 * MINUTE)
    expect(await ask({ 'x-untouched': 'yes' })).toBe(401)
  })

  test('[P12] it ends after ten hours however busy it was', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    for (let minutes = 0; minutes < 600; minutes += 10) {
      expect((await clerk.get('/api/sessions/own')).status).toBe(200)
      hall.clock.forward(10 * MINUTE)
    }
    hall.clock.forward(1)
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.expired', 401))
  })

  test('[P12, I39] signing out kills the cookie and its sockets at once, and nobody else’s', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const screen = await follow(hall, 'staff', clerk, 'hall')
    const other = await hall.signIn('clerk2')
    const neighbour = await follow(hall, 'staff', other, 'hall')
    expect((await clerk.post('/api/sessions/end')).body).toEqual({ done: true })
    expect(await screen.closed).toBe(4001)
    expect(neighbour.isClosed()).toBe(false)
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.none', 401))
    expect((await other.get('/api/sessions/own')).status).toBe(200)
    expect((await clerk.get('/api/hall')).status).toBe(200)
  })

  test('[P12, I39] a disabled account is dead at once, and cannot sign in again', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    await run(hall, "UPDATE staff SET disabled_at = '2026-06-12T01:40:00.000Z' WHERE sign_in_name = 'clerk1'")
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.none', 401))
    const account = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')
    expect(
      await hall.anonymous.post('/api/sessions', { signInName: 'clerk1', password: account?.password }),
    ).toMatchObject(refused('session.bad_credentials', 401))
  })

  test('[R23] a socket whose session has ended closes at the next look, without a new question', async () => {
    const hall = await startHall({ liveLimits: { recheckMs: 30 } })
    const clerk = await hall.signIn('clerk1')
    const screen = await follow(hall, 'staff', clerk, 'hall')
    hall.clock.forward(15 * MINUTE + 1)
    expect(await screen.closed).toBe(4001)
  })

  test('[P12] a session outlives a restart of the server', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const again = await hall.restart()
    const answer = await again.server.counter.app.inject({
      method: 'GET',
      url: '/api/sessions/own',
      headers: { cookie: clerk.cookie },
    })
    expect(answer.json()).toMatchObject({ role: 'clerk', displayName: '1号窗口值班员' })
  })
})

describe('guessing', () => {
  test('[P15] a known and an unknown name answer the same status and the same bytes', async () => {
    const hall = await startHall()
    const known = await signInAs(hall, 'clerk1', 'wrong')
    const unknown = await signInAs(hall, 'nobody', 'wrong')
    const named = ({ statusCode, body, headers }: typeof known) => ({
      statusCode,
      body,
      names: Object.keys(headers).filter((name) => !name.startsWith('x-ratelimit')),
    })
    expect(known.statusCode).toBe(401)
    expect(named(known)).toEqual(named(unknown))
  })

  test('[P16] from the fifth failure the pair of account and source waits, doubling; others do not', async () => {
    const hall = await startHall()
    const password = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')?.password ?? ''
    for (const _ of [1, 2, 3, 4, 5])
      expect((await signInAs(hall, 'clerk1', 'wrong')).json()).toMatchObject({
        code: 'session.bad_credentials',
      })
    const sixth = await signInAs(hall, 'clerk1', password)
    expect([sixth.statusCode, sixth.json()]).toMatchObject([429, { code: 'session.wait', params: { s: 1 } }])
    expect((await signInAs(hall, 'clerk1', password, '10.0.0.2')).statusCode).toBe(200)
    expect((await signInAs(hall, 'clerk2', 'wrong')).statusCode).toBe(401)
    hall.clock.forward(1_000)
    expect((await signInAs(hall, 'clerk1', 'wrong')).statusCode).toBe(401)
    expect((await signInAs(hall, 'clerk1', 'wrong')).json()).toMatchObject({
      code: 'session.wait',
      params: { s: 2 },
    })
    hall.clock.forward(2_000)
    expect((await signInAs(hall, 'clerk1', password)).statusCode).toBe(200)
  })

  test('[P36] each sign-in and each failure is in the audit record, without the name that was typed', async () => {
    const hall = await startHall()
    await signInAs(hall, '张三的身份证号', 'wrong')
    await hall.signIn('clerk1')
    const rows = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT action, subject FROM audit WHERE action LIKE 'session.%' ORDER BY seq").all(),
    ) as { action: string; subject: string }[]
    expect(rows.map(({ action }) => action)).toEqual(['session.refused', 'session.opened'])
    expect(rows[0]?.subject).toBe('unknown')
  })
})

/** A device before it is let in, with its key. */
function aKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return {
    publicKey: { x, y },
    sign: (text: string) =>
      sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}

async function codeFor(hall: Hall, kind: 'kiosk' | 'wall'): Promise<string> {
  const { store, newId: makeId } = hall.server.counter.deps
  return (await store.write((tx) => addEnrolment(tx, makeId(), { kind, name: '一台', by: 'test' }))).code
}

async function enrolled(hall: Hall, who: Caller, kind: 'kiosk' | 'wall' = 'kiosk') {
  const key = aKey()
  const { deviceId } = (
    await who.post('/api/devices/enrol', { code: await codeFor(hall, kind), publicKey: key.publicKey })
  ).body
  const challenge = async () =>
    (await who.post('/api/devices/challenge', { deviceId })).body.challenge as string
  const session = (signature: string) => who.post('/api/devices/session', { deviceId, signature })
  return { key, deviceId, challenge, session }
}

describe('a device', () => {
  test('[P22] a challenge is good once, for a minute, and only with the key of the device', async () => {
    const hall = await startHall()
    const { key, challenge, session } = await enrolled(hall, hall.anonymous)
    const signature = key.sign(await challenge())
    expect((await session(signature)).body).toMatchObject({ kind: 'kiosk', name: '一台' })
    expect(await session(signature)).toMatchObject(refused('device.not_enrolled', 403))
    expect(await session(aKey().sign(await challenge()))).toMatchObject(refused('device.not_enrolled', 403))
    const late = key.sign(await challenge())
    hall.clock.forward(MINUTE + 1)
    expect(await session(late)).toMatchObject(refused('device.not_enrolled', 403))
    expect(
      await hall.anonymous.post('/api/devices/session', { deviceId: newId(), signature: late }),
    ).toMatchObject(refused('device.not_enrolled', 403))
  })

  test('[P22, I39] a revoked device is dead at once: its cookie, its socket and its key', async () => {
    const hall = await startHall({ liveLimits: { recheckMs: 30 } })
    const wall = await hall.device('wall')
    const screen = await follow(hall, 'wall', wall, 'hall')
    const { key, challenge, session, deviceId } = await enrolled(hall, hall.anonymous)
    await run(hall, "UPDATE device SET revoked_at = '2026-06-12T01:40:00.000Z'")
    expect(await screen.closed).toBe(4001)
    expect(await session(key.sign(await challenge()))).toMatchObject(refused('device.revoked', 403))
    expect(deviceId).toMatch(/-/)
    const kiosk = await hall.server.counter.app.inject({
      method: 'POST',
      url: '/api/help',
      payload: {},
      headers: { origin: 'http://127.0.0.1:8080', 'x-actor': 'wall', cookie: wall.cookie },
    })
    expect(kiosk.json()).toMatchObject({ code: 'device.revoked' })
  })

  test('[P22] a wall’s cookie opens no kiosk’s door', async () => {
    const hall = await startHall()
    const wall = await hall.device('wall')
    const answer = await hall.server.counter.app.inject({
      method: 'POST',
      url: '/api/help',
      payload: { commandId: newId() },
      headers: {
        origin: 'http://127.0.0.1:8080',
        'x-actor': 'kiosk',
        cookie: wall.cookie.replace('__Host-wall', '__Host-kiosk'),
      },
    })
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'device.not_enrolled' }])
  })

  test('[P22] a code lets one device in, within ten minutes', async () => {
    const hall = await startHall()
    const code = await codeFor(hall, 'wall')
    const enrol = (text: string) =>
      hall.anonymous.post('/api/devices/enrol', { code: text, publicKey: aKey().publicKey })
    expect((await enrol(code.toLowerCase())).body).toMatchObject({ kind: 'wall' })
    expect(await enrol(code)).toMatchObject(refused('enrol.code_spent'))
    const late = await codeFor(hall, 'wall')
    hall.clock.forward(10 * MINUTE + 1)
    expect(await enrol(late)).toMatchObject(refused('enrol.code_wrong'))
  })

  test('[P22] after five wrong codes a source waits ten minutes, the right code included', async () => {
    const hall = await startHall()
    const enrol = (code: string) =>
      hall.anonymous.post('/api/devices/enrol', { code, publicKey: aKey().publicKey })
    for (const _ of [1, 2, 3, 4, 5])
      expect(await enrol('AAAA-AAAA')).toMatchObject(refused('enrol.code_wrong'))
    const code = await codeFor(hall, 'kiosk')
    expect(await enrol(code)).toMatchObject(refused('enrol.code_spent'))
    hall.clock.forward(10 * MINUTE)
    expect((await enrol(await codeFor(hall, 'kiosk'))).status).toBe(200)
  })

  test('[P22] a point that is not on the curve is no key', async () => {
    const hall = await startHall()
    const answer = await hall.anonymous.post('/api/devices/enrol', {
      code: await codeFor(hall, 'kiosk'),
      publicKey: { x: 'A'.repeat(43), y: 'B'.repeat(43) },
    })
    expect(answer).toMatchObject(refused('enrol.code_wrong'))
  })

  test('[P22] supervisor and administrator make enrolment codes; the link is told once and the record keeps no code', async () => {
    const hall = await startHall()
    const supervisor = await hall.roleCaller('supervisor')
    const { body } = await supervisor.command('/api/enrolments', { kind: 'kiosk', name: '取号机 1' })
    expect(body).toMatchObject({
      kind: 'kiosk',
      expiresAt: '2026-06-12T01:50:00.000Z',
      link: `http://127.0.0.1:8080/kiosk#enrol=${body.code}`,
    })
    const kept = hall.server.counter.deps.store.read((tx) =>
      JSON.stringify([
        tx.sql.prepare('SELECT * FROM enrolment').all(),
        tx.sql.prepare('SELECT * FROM audit').all(),
        tx.sql.prepare('SELECT data FROM journal').all(),
      ]),
    )
    expect(kept).not.toContain(body.code)
    expect(kept).not.toContain(body.code.replace('-', ''))
  })
})

test('[I33] a made-up cookie buys nobody more requests than the address has', async () => {
  const hall = await startHall({ requestsPerMinute: 4 })
  const ask = async (cookie: string) => {
    const headers = { cookie: `__Host-sid=${cookie}` }
    const request = { url: '/api/hall', headers, remoteAddress: '10.0.0.9' }
    return (await hall.server.counter.app.inject(request)).statusCode
  }
  const answers = []
  for (const cookie of ['a', 'b', 'c', 'd', 'e']) answers.push(await ask(cookie))
  expect(answers).toEqual([200, 200, 200, 200, 429])
})

test('[P44] each device behind the hall’s one address has an allowance of its own, a rating tablet too', async () => {
  const hall = await startHall({ requestsPerMinute: 12 })
  const doors = [
    await hall.device('rate', '一号评价器'),
    await hall.device('rate', '二号评价器'),
    await hall.device('kiosk'),
  ]
  const ask = async (cookie?: string) => {
    const headers = cookie === undefined ? {} : { cookie }
    const request = { url: '/api/hall', headers, remoteAddress: '10.0.0.9' }
    return (await hall.server.counter.app.inject(request)).statusCode
  }
  for (const { cookie } of doors) {
    const answers = []
    for (let nth = 0; nth < 13; nth += 1) answers.push(await ask(cookie))
    expect(answers).toEqual([...Array(12).fill(200), 429])
  }
  expect(await ask()).toBe(200)
})

describe('a socket without a session', () => {
  test('[R23] gets no topic, and closes when it has none in time', async () => {
    const hall = await startHall({ liveLimits: { subscribeWithinMs: 60 } })
    const screen = await watch(hall, { as: 'staff' })
    screen.say({ type: 'subscribe', topics: [{ topic: 'hall' }] })
    expect(await screen.next(({ type }) => type === 'refused')).toEqual({
      type: 'refused',
      topic: 'hall',
      code: 'session.none',
    })
    expect(await screen.closed).toBe(1008)
  })

  test('[R23] an invented or expired cookie does not open one', async () => {
    const hall = await startHall()
    const screen = await watch(hall, { as: 'staff', cookie: '__Host-sid=invented' })
    expect(await screen.closed).toBe(4003)
  })
})

import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { deskAt, follow, journalOf, refused, statusOf } from './desk.ts'

const HOUR = 3_600_000
const GOOD = 'Mianyang-2026-x'
const CLERK = { displayName: '新窗口岗', role: 'clerk', unit: null, village: null, posts: [], windows: null }

async function create(admin: Caller, more: object = {}) {
  return admin.command('/api/staff', { signInName: 'new.clerk', ...CLERK, reason: '新来的', ...more })
}

const first = (hall: Hall, code: string, password = GOOD, signInName = 'new.clerk') =>
  hall.anonymous.post('/api/sessions/first', { signInName, code, password })

const idOf = async (admin: Caller, name: string): Promise<string> =>
  (await admin.get('/api/staff')).body.items.find(
    ({ signInName }: { signInName: string }) => signInName === name,
  ).staffId

const auditOf = (hall: Hall, action: string) =>
  hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT subject, result FROM audit WHERE action = ?').all(action),
  )

describe('a new account', () => {
  test('[P20] its person sets the own password with a code of one use, and opens a window', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { body } = await create(admin)
    expect(body.account).toMatchObject({
      signInName: 'new.clerk',
      role: 'clerk',
      hasPassword: false,
      sessions: 0,
    })
    expect(body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const answer = await first(hall, body.code.toLowerCase().replace('-', ''))
    expect(answer.body).toMatchObject({ displayName: '新窗口岗', role: 'clerk' })
    expect(await first(hall, body.code)).toMatchObject(refused('session.code_wrong', 401))
    const signIn = await hall.anonymous.post('/api/sessions', { signInName: 'new.clerk', password: GOOD })
    expect(signIn.status).toBe(200)
    const [account] = (await admin.get('/api/staff')).body.items.filter(
      ({ signInName }: { signInName: string }) => signInName === 'new.clerk',
    )
    expect(account).toMatchObject({ hasPassword: true, codeUntil: null, sessions: 2 })
    expect(journalOf(hall, 'staff.created')).toEqual([
      { role: 'clerk', unit: null, village: null, posts: [], windows: null, reason: '新来的' },
    ])
    expect(auditOf(hall, 'staff.create')).toEqual([{ subject: 'new.clerk', result: 'done' }])
  })

  test('[P20] the administrator never learns a password, and nothing that was kept tells the code', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { body } = await create(admin)
    await first(hall, body.code)
    const kept = hall.server.counter.deps.store.read((tx) =>
      JSON.stringify([
        tx.sql.prepare('SELECT * FROM account_code').all(),
        tx.sql.prepare('SELECT * FROM journal').all(),
        tx.sql.prepare('SELECT * FROM audit').all(),
      ]),
    )
    expect(kept).not.toContain(body.code.replace('-', ''))
    expect(kept).not.toContain(GOOD)
    expect((await admin.get('/api/staff')).body.items[0]).not.toHaveProperty('passwordHash')
    expect(JSON.stringify((await admin.get('/api/staff')).body)).not.toContain('argon2')
  })

  test('[P20] a code is worthless after 24 hours, after a newer one, and while the account is stopped', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { body: made } = await create(admin)
    const act = async (kind: string) =>
      (await hall.signIn('admin')).command(`/api/staff/${made.account.staffId}/${kind}`, { reason: '试' })
    const { body: newer } = await act('new-code')
    expect(await first(hall, made.code)).toMatchObject(refused('session.code_wrong', 401))
    hall.clock.forward(24 * HOUR)
    expect(await first(hall, newer.code)).toMatchObject(refused('session.code_wrong', 401))
    const { body: third } = await act('new-code')
    await act('stop')
    expect(await first(hall, third.code)).toMatchObject(refused('session.code_wrong', 401))
    expect(await act('new-code')).toMatchObject(refused('staff.stopped'))
  })

  test('[P15] an unknown account, a wrong code and an account without a password say the same', async () => {
    const hall = await startHall()
    await create(await hall.roleCaller('admin'))
    const unknown = await first(hall, '0000-0000', GOOD, 'nobody')
    const wrong = await first(hall, '0000-0000')
    expect(wrong).toMatchObject(refused('session.code_wrong', 401))
    expect(unknown.body).toEqual(wrong.body)
    for (const password of ['', GOOD])
      expect(
        (await hall.anonymous.post('/api/sessions', { signInName: 'new.clerk', password })).status,
      ).toBeGreaterThan(399)
  })

  test('[P16] guessing codes is slowed from the fifth wrong one', async () => {
    const hall = await startHall()
    await create(await hall.roleCaller('admin'))
    for (let nth = 1; nth <= 5; nth += 1) await first(hall, '0000-0000')
    expect(await first(hall, '0000-0000')).toMatchObject(refused('session.wait', 429))
  })

  test('[P18] a weak password is refused and the code stays good', async () => {
    const hall = await startHall()
    const { body } = await create(await hall.roleCaller('admin'))
    expect(await first(hall, body.code, 'short')).toMatchObject(refused('password.weak'))
    expect((await first(hall, body.code)).status).toBe(200)
  })

  test('[P11] one role with its place: a handler has a unit, an agent a village, and nobody else a village', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    expect(await create(admin, { role: 'handler' })).toMatchObject(refused('staff.unit_missing'))
    expect(await create(admin, { role: 'agent' })).toMatchObject(refused('staff.village_missing'))
    expect(await create(admin, { role: 'agent', village: '99' })).toMatchObject(
      refused('staff.village_missing'),
    )
    const { body } = await create(admin, { role: 'handler', unit: 'MZ', village: '05', windows: [1] })
    expect(body.account).toMatchObject({ unit: 'MZ', unitName: '民政办', village: null, windows: null })
    expect(await create(admin)).toMatchObject(refused('staff.name_taken'))
  })
})

describe('an account that is stopped or moved', () => {
  test('[P12, I39] stopping ends its sessions and sockets at once, everywhere, and frees its window', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const desk = await deskAt(hall, 1)
    const screen = await follow(hall, 'staff', desk.clerk, 'window:1')
    const id = await idOf(admin, 'clerk1')
    const { body } = await admin.command(`/api/staff/${id}/stop`, { reason: '调走了' })
    expect(body.account).toMatchObject({ stoppedAt: '2026-06-12T01:40:00.000Z', sessions: 0, window: null })
    expect(await screen.closed).toBe(4001)
    expect(await desk.next()).toMatchObject(refused('session.none', 401))
    const account = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')
    expect(
      await hall.anonymous.post('/api/sessions', { signInName: 'clerk1', password: account?.password }),
    ).toMatchObject(refused('session.bad_credentials', 401))
    await admin.command(`/api/staff/${id}/resume`, { reason: '回来了' })
    expect((await (await hall.signIn('clerk1')).get('/api/sessions/own')).body.window).toBe(null)
    expect(journalOf(hall, 'staff.stopped')).toEqual([{ reason: '调走了' }])
    expect(auditOf(hall, 'staff.stop')).toEqual([{ subject: id, result: 'done' }])
  })

  test('[Q20] the number at the window of a stopped clerk stays there for whoever takes it over', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const desk = await deskAt(hall, 1)
    const { ticketId } = await desk.take()
    await desk.next()
    await admin.command(`/api/staff/${await idOf(admin, 'clerk1')}/stop`, { reason: '调走了' })
    expect(statusOf(hall, ticketId)).toBe('called')
    const other = await hall.signIn('clerk2')
    const { body } = await other.command('/api/windows/1/take-over', { reason: '接班' })
    expect(body.ticket).toMatchObject({ id: ticketId, status: 'called' })
  })

  test('[P12] another role ends the sessions; another name or window does not', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const clerk = await hall.signIn('clerk1')
    const id = await idOf(admin, 'clerk1')
    const change = (expectedVersion: number, more: object) =>
      admin.command(`/api/staff/${id}/change`, { expectedVersion, ...CLERK, ...more, reason: '调岗' })
    expect((await change(1, { displayName: '一号岗', windows: [2, 1, 2] })).body.account).toMatchObject({
      displayName: '一号岗',
      windows: [1, 2],
      version: 2,
    })
    expect((await clerk.get('/api/sessions/own')).status).toBe(200)
    expect(await change(1, { role: 'supervisor' })).toMatchObject(refused('staff.changed'))
    expect((await change(2, { displayName: '一号岗', role: 'handler', unit: 'MZ' })).status).toBe(200)
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.none', 401))
    expect(journalOf(hall, 'staff.changed')).toEqual([
      {
        changes: [
          { field: 'displayName', from: null, to: null },
          { field: 'windows', from: null, to: '1 2' },
        ],
        reason: '调岗',
      },
      {
        changes: [
          { field: 'role', from: 'clerk', to: 'handler' },
          { field: 'unit', from: null, to: 'MZ' },
          { field: 'windows', from: '1 2', to: null },
        ],
        reason: '调岗',
      },
    ])
    const { body } = await admin.get(`/api/staff/${id}/history?limit=1`)
    expect(body.items).toMatchObject([{ type: 'staff.changed', by: '系统管理员', reason: '调岗' }])
    expect((await admin.get(`/api/staff/${id}/history?limit=1&cursor=${body.next}`)).body.items).toHaveLength(
      1,
    )
  })

  test('[Q20] a clerk opens and takes over only the windows that are given', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const body = { expectedVersion: 1, ...CLERK, windows: [2], reason: '只管二号' }
    await admin.command(`/api/staff/${await idOf(admin, 'clerk1')}/change`, body)
    const clerk = await hall.signIn('clerk1')
    expect(await clerk.command('/api/windows/1/open')).toMatchObject(refused('window.forbidden', 403))
    await hall.clerkAt(3)
    expect(await clerk.command('/api/windows/3/take-over', { reason: '试' })).toMatchObject(
      refused('window.forbidden', 403),
    )
    expect((await clerk.command('/api/windows/2/open')).status).toBe(200)
  })

  test('[P20] a reset kills the old password and every session, and the new code sets another', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const clerk = await hall.signIn('clerk1')
    const { body } = await admin.command(`/api/staff/${await idOf(admin, 'clerk1')}/new-code`, {
      reason: '忘了密码',
    })
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.none', 401))
    const account = hall.server.accounts?.find(({ signInName }) => signInName === 'clerk1')
    expect(
      await hall.anonymous.post('/api/sessions', { signInName: 'clerk1', password: account?.password }),
    ).toMatchObject(refused('session.bad_credentials', 401))
    expect(Date.parse(body.codeUntil) - Date.parse(hall.clock.now())).toBe(HOUR / 2)
    expect((await first(hall, body.code, GOOD, 'clerk1')).status).toBe(200)
  })

  test('[P12] an administrator ends somebody’s sessions, and the account stays', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const clerk = await hall.signIn('clerk1')
    const { body } = await admin.command(`/api/staff/${await idOf(admin, 'clerk1')}/end-sessions`, {
      reason: '忘了退出',
    })
    expect(body.account).toMatchObject({ sessions: 0, stoppedAt: null })
    expect(await clerk.get('/api/sessions/own')).toMatchObject(refused('session.none', 401))
    expect((await hall.signIn('clerk1')).cookie).not.toBe('')
  })

  test('[P12] two administrators who stop each other at once leave one of them', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { body } = await create(admin, { role: 'admin', signInName: 'admin.two' })
    const cookie =
      String((await first(hall, body.code, GOOD, 'admin.two')).headers['set-cookie']).split(';')[0] ?? ''
    const second = (url: string, payload: object) =>
      hall.server.counter.app.inject({
        method: 'POST',
        url,
        headers: { origin: 'http://127.0.0.1:8080', cookie },
        payload: { commandId: crypto.randomUUID().replace(/^(.{14})4/, '$17'), ...payload },
      })
    const own = await idOf(admin, 'admin')
    expect(await admin.command(`/api/staff/${own}/stop`, { reason: '试' })).toMatchObject(
      refused('staff.own_account'),
    )
    const answers = await Promise.all([
      admin.command(`/api/staff/${body.account.staffId}/stop`, { reason: '试' }).then(({ status }) => status),
      second(`/api/staff/${own}/stop`, { reason: '试' }).then(({ statusCode }) => statusCode),
    ])
    expect(answers.toSorted()).toEqual([200, 401])
  })
})

import { WindowPlan } from '@counter/shared/contract/window-plan'
import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { deskAt, follow, journalOf, refused } from './desk.ts'

const AT_WINDOW_1 = ['social', 'relief', 'subsidy', 'family', 'forest', 'farm', 'mediation', 'unsure']

async function adminOf(hall: Hall) {
  const admin = await hall.roleCaller('admin')
  return {
    admin,
    add: (body: object) => admin.command('/api/windows', body),
    rename: (window: number, body: object) => admin.command(`/api/windows/${window}/rename`, body),
    retire: (window: number, body: object) => admin.command(`/api/windows/${window}/retire`, body),
    services: (window: number, services: object[], more = {}) =>
      admin.command(`/api/windows/${window}/services`, { services, ...more }),
  }
}

describe('the administrator’s windows', () => {
  test('[U40] a new window can be opened at once and calls what it serves', async () => {
    const hall = await startHall()
    const { add, services } = await adminOf(hall)
    expect((await add({ window: 9, name: '9号窗口', reason: '人多加开' })).body).toEqual({ done: true })
    expect((await services(9, [{ topic: 'relief', rank: 'main' }], { reason: '人多加开' })).status).toBe(200)
    const clerk = await hall.signIn('clerk1')
    expect((await clerk.command('/api/windows/9/open')).status).toBe(200)
    const { body: issued } = await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    const { body: called } = await clerk.command('/api/windows/9/next')
    expect(called.ticket).toMatchObject({ number: issued.number, window: 9 })
    expect(journalOf(hall, 'window.added')).toEqual([{ to: '9号窗口', reason: '人多加开' }])
    expect(journalOf(hall, 'window.services_changed')).toEqual([
      {
        services: [{ topic: 'relief', rank: 'main' }],
        changes: [{ field: 'main', from: null, to: '民政办' }],
        reason: '人多加开',
      },
    ])
  })

  test('[U40] a number is given to one window only, and every change says why', async () => {
    const hall = await startHall()
    const { add, rename } = await adminOf(hall)
    expect(await add({ window: 1, name: '又一个', reason: '试' })).toMatchObject(refused('window.exists'))
    expect(await add({ window: 8, name: '8号窗口' })).toMatchObject(refused('request.invalid', 400))
    expect(await rename(77, { name: '没有', reason: '试' })).toMatchObject(refused('window.not_found', 404))
    expect((await rename(2, { name: '社保窗口', reason: '换牌子' })).body).toEqual({ done: true })
    expect(journalOf(hall, 'window.renamed')).toEqual([
      { from: '2号综合窗口', to: '社保窗口', reason: '换牌子' },
    ])
  })

  test('[U40] a window is retired, never deleted: not while it is open or a number belongs to it', async () => {
    const hall = await startHall()
    const { retire, services, add } = await adminOf(hall)
    for (const window of [2, 3, 4]) {
      const all = AT_WINDOW_1.map((topic) => ({ topic, rank: 'helps' }))
      expect((await services(window, all, { isConfirmed: true, reason: '试' })).status).toBe(200)
    }
    const desk = await deskAt(hall, 1)
    expect(await retire(1, { reason: '装修' })).toMatchObject(refused('window.still_open'))
    const { ticketId } = await desk.take()
    await desk.next()
    await desk.act(ticketId, 'hold', { reason: '去复印' })
    await desk.act(ticketId, 'transfer', { to: { window: 3 }, isConfirmed: true })
    expect(await retire(3, { reason: '装修' })).toMatchObject({
      status: 409,
      body: { code: 'window.has_tickets', params: { w: 3, n: 1 } },
    })
    expect((await desk.at('close')).status).toBe(200)
    expect((await retire(1, { reason: '装修' })).body).toEqual({ done: true })
    expect(await desk.at('open')).toMatchObject(refused('window.not_found', 404))
    expect(journalOf(hall, 'window.retired')).toEqual([{ from: '1号综合窗口', reason: '装修' }])
    expect((await add({ window: 1, name: '1号窗口', reason: '装修好了' })).body).toEqual({ done: true })
    expect((await desk.at('open')).status).toBe(200)
    expect(await desk.next()).toMatchObject(refused('queue.empty'))
  })

  test('[Q21] the last window of a topic is retired only when that is confirmed, told how many wait', async () => {
    const hall = await startHall()
    const { retire } = await adminOf(hall)
    const clerk = await hall.signIn('clerk2')
    for (const window of [2, 3, 4])
      await (await adminOf(hall)).services(window, [], { isConfirmed: true, reason: '试' })
    for (const topic of ['relief', 'social']) await clerk.command('/api/tickets', { topic, cls: 'ordinary' })
    const answer = await retire(1, { reason: '装修' })
    expect(answer).toMatchObject(refused('topic.last_window'))
    expect(answer.body.params).toMatchObject({ n: 2 })
    expect((await retire(1, { reason: '装修', isConfirmed: true })).body).toEqual({ done: true })
  })

  test('[Q20] the page shows live who is at a window, and the trail who took it over and why', async () => {
    const hall = await startHall()
    const { admin } = await adminOf(hall)
    const page = await follow(hall, 'staff', admin, 'windows')
    const first = WindowPlan.parse(page.snapshot.state).windows[0]
    expect(first).toMatchObject({ window: 1, state: 'closed', clerk: null, current: null, bound: 0 })
    await hall.clerkAt(1)
    const second = await hall.signIn('clerk2')
    await second.command('/api/windows/1/take-over', { reason: '接班' })
    const seen = await page.next(({ state }) => state?.windows[0].takenOver === '接班')
    expect(seen.state.windows[0]).toMatchObject({ state: 'open', clerk: '2号窗口值班员' })
    const { body } = await admin.get('/api/windows/1/history?limit=2')
    expect(body.items).toMatchObject([
      { type: 'window.taken_over', by: '2号窗口值班员', reason: '接班' },
      { type: 'window.opened', by: '1号窗口值班员' },
    ])
    expect(body.next).toBe(null)
  })

  test('[P10] nobody but the administrator changes a window', async () => {
    const hall = await startHall()
    for (const role of ['clerk', 'handler', 'supervisor', 'leader'] as const) {
      const caller = await hall.roleCaller(role)
      expect(await caller.command('/api/windows/2/retire', { reason: '试' })).toMatchObject(
        refused('session.forbidden', 403),
      )
    }
  })
})

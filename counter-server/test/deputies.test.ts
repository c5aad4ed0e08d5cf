import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { refused } from './desk.ts'
import { watch } from './live.ts'
import { colleagueIn, forest, idsOf } from './own-day-fixture.ts'

async function follow(hall: Hall, { cookie }: Caller) {
  const page = await watch(hall, { as: 'staff', cookie })
  page.say({ type: 'subscribe', topics: [{ topic: 'deputy' }] })
  await page.next(({ type }) => type === 'snapshot')
  return page
}

const told = (page: { heard: { type: string }[] }) => page.heard.filter(({ type }) => type === 'changed')
const named = { from: null, until: null, reason: '轮班' }

async function personOf(caller: Caller, name: string): Promise<string> {
  const { people } = (await caller.get('/api/hand-over')).body
  return people.find((each: { name: string }) => each.name === name).staffId
}

describe('the deputy of a handler', () => {
  test('[C704] hears of a yellow mark at once, another colleague of nothing, and of its end too', async () => {
    const hall = await startHall()
    const { ly, ids, own } = await forest(hall)
    const { id: deputy, caller } = await colleagueIn(hall)
    for (const id of ids.slice(1)) await act(ly, id, 'decide', { decision: 'granted', result: '准予采伐' })
    const page = await follow(hall, caller)
    const other = await follow(hall, await hall.signIn('mz'))
    const supervisor = await hall.roleCaller('supervisor')
    const leave = { deputy, from: '2026-06-12', until: '2026-06-30', reason: '住院' }
    expect((await supervisor.command(`/api/leaves/${own}`, leave)).status).toBe(200)
    await page.next(({ changes }) => changes?.[0]?.state.urgent.length === 0)
    // Promised for Monday 22 June, it is yellow on the last working day before it, the 18th.
    hall.clock.to('2026-06-17T16:00:00.000Z')
    await hall.server.jobs.run()
    const { changes } = await page.next((message) => message.changes?.[0]?.state.urgent.length === 1)
    expect(changes[0].state.urgent[0]).toMatchObject({
      of: '林业站经办',
      isAway: true,
      case: { id: ids[0], light: 'yellow' },
    })
    const handler = await hall.signIn('ly')
    const before = told(page).length
    await act(handler, ids[0] ?? '', 'decide', { decision: 'granted', result: '准予采伐' })
    await page.next((message) => told(page).length > before && told(page).at(-1) === message)
    expect(told(page).at(-1)).toMatchObject({ changes: [{ state: { urgent: [] } }] })
    expect(told(other)).toEqual([])
  })

  test('[C403] stands beside the person on the page of accounts, with the days and the open cases', async () => {
    const hall = await startHall()
    const { own } = await forest(hall)
    const { id: deputy, caller: colleague } = await colleagueIn(hall)
    const supervisor = await hall.roleCaller('supervisor')
    const leave = { deputy, from: '2026-06-15', until: '2026-06-16', reason: '培训' }
    await supervisor.command(`/api/leaves/${own}`, leave)
    // Why is for the supervisor and the person; a colleague reads the days alone (P30).
    const reasonAs = async (caller: Caller) => {
      const { people } = (await caller.get('/api/hand-over')).body
      return people.find(({ staffId }: { staffId: string }) => staffId === own)?.leaveReason
    }
    const ly = await hall.signIn('ly')
    expect([await reasonAs(supervisor), await reasonAs(ly), await reasonAs(colleague)]).toEqual([
      '培训',
      '培训',
      null,
    ])
    const { items } = (await (await hall.roleCaller('admin')).get('/api/staff?limit=200')).body
    const account = items.find(({ staffId }: { staffId: string }) => staffId === own)
    expect(account).toMatchObject({
      deputy: '林业二岗',
      awayFrom: '2026-06-15',
      awayUntil: '2026-06-16',
      openCases: 3,
    })
  })
})

describe('the deputy of a window clerk', () => {
  test('[C403, C704] has what the absent one received and the counter has still to do, and is told of its marks', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const colleague = await hall.clerkAt(2)
    const waits = await receive(clerk, 'LY-001')
    await receive(clerk, 'LY-001', 'accept')
    const own = await personOf(clerk, '1号窗口值班员')
    const deputy = await personOf(clerk, '2号窗口值班员')
    const days = { from: '2026-06-12', until: '2026-06-30', reason: '病假' }
    expect((await clerk.command(`/api/leaves/${own}`, { deputy, ...days })).status).toBe(200)
    const [stood] = (await colleague.get('/api/own-day')).body.standIn
    // What was accepted is the unit's; the receipt that nobody answered yet is the counter's.
    expect([stood.name, idsOf(stood.cases)]).toEqual(['1号窗口值班员', [waits.case.row.id]])
    const page = await follow(hall, colleague)
    // Five working days for the notice end on Monday 22 June; one is left from the 18th on.
    hall.clock.to('2026-06-17T16:00:00.000Z')
    await hall.server.jobs.run()
    const { changes } = await page.next(({ changes: all }) => all?.[0]?.state.urgent.length === 1)
    expect(changes[0].state.urgent[0].case).toMatchObject({ id: waits.case.row.id, light: 'yellow' })
  })

  test('[C403] is another clerk, named by himself or a supervisor; a clerk hands no cases over', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const own = await personOf(clerk, '1号窗口值班员')
    const other = await personOf(clerk, '2号窗口值班员')
    const supervisor = await hall.roleCaller('supervisor')
    const handler = await personOf(supervisor, '林业站经办')
    const name = (by: Caller, person: string, deputy: string | null) =>
      by.command(`/api/leaves/${person}`, { ...named, deputy })
    expect(await name(clerk, own, own)).toMatchObject(refused('staff.deputy_invalid'))
    expect(await name(clerk, own, handler)).toMatchObject(refused('staff.deputy_invalid'))
    expect(await name(clerk, other, own)).toMatchObject(refused('session.forbidden', 403))
    expect((await name(supervisor, other, own)).status).toBe(200)
    expect((await clerk.get('/api/hand-over')).body.people.map(({ role }: { role: string }) => role)).toEqual(
      Array.from({ length: 4 }, () => 'clerk'),
    )
    expect((await clerk.get(`/api/hand-over/${own}`)).status).toBe(403)
  })
})

import { describe, expect, test } from 'vitest'
import { type Caller, startHall } from './app.ts'
import { act } from './case-files.ts'
import { journalOf, newId, refused } from './desk.ts'
import { colleagueIn, forest, idsOf } from './own-day-fixture.ts'

describe('the own day', () => {
  test('[C403] shows a handler what he took today, promised and has, a clerk what he received', async () => {
    const hall = await startHall()
    const { clerk, ly, ids } = await forest(hall)
    const day = (await ly.get('/api/own-day')).body
    expect(day.today).toBe('2026-06-12')
    expect(idsOf(day.taken)).toEqual([...ids].sort())
    expect(idsOf(day.promised)).toEqual(idsOf(day.open))
    await act(ly, ids[0] ?? '', 'decide', { decision: 'granted', result: '准予采伐' })
    const later = (await ly.get('/api/own-day')).body
    expect([later.taken.length, later.promised.length, later.open.length]).toEqual([3, 2, 3])
    expect(idsOf((await clerk.get('/api/own-day')).body.taken)).toEqual([...ids].sort())
    hall.clock.to('2026-06-15T01:40:00.000Z')
    const monday = (await (await hall.signIn('ly')).get('/api/own-day')).body
    expect([monday.taken.length, monday.open.length]).toEqual([0, 3])
  })

  test('[C403, C704] of an absent colleague stands in the deputy’s; what is due soon in his at any time', async () => {
    const hall = await startHall()
    const { ids, own } = await forest(hall)
    const { id: deputy, caller } = await colleagueIn(hall)
    const supervisor = await hall.roleCaller('supervisor')
    const leave = (body: object) => supervisor.command(`/api/leaves/${own}`, { reason: '开会', ...body })
    expect((await leave({ deputy, from: null, until: null })).status).toBe(200)
    expect((await caller.get('/api/own-day')).body).toMatchObject({ standIn: [], warned: [] })
    expect((await leave({ deputy, from: '2026-06-12', until: '2026-06-12' })).status).toBe(200)
    const [stood] = (await caller.get('/api/own-day')).body.standIn
    expect(stood).toMatchObject({ until: '2026-06-12' })
    expect(idsOf(stood.cases)).toEqual([...ids].sort())
    // The deputy acts in his own name.
    const noted = await caller.command(`/api/cases/${ids[0]}/add-note`, { reason: '已去现场' })
    expect(noted.body.case.events.at(-1)).toMatchObject({ type: 'case.noted', by: '林业二岗' })
    // Promised for Monday 22 June, they are yellow on the last working day before it, the 18th.
    hall.clock.to('2026-06-18T01:40:00.000Z')
    const later = await hall.anonymous.post('/api/sessions', { signInName: 'ly2', password: 'Forest-2026-x' })
    const cookie = String([later.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
    const day = await hall.server.counter.app.inject({
      url: '/api/own-day',
      headers: { cookie, 'x-actor': 'staff' },
    })
    expect(day.json().standIn).toEqual([])
    expect(idsOf(day.json().warned)).toEqual([...ids].sort())
    const said = journalOf(hall, 'staff.leave_set')
    expect(said).toHaveLength(2)
    // Why somebody is away says something of the person (P33).
    expect(JSON.stringify(said)).not.toContain('reason')
  })

  test('[C403] a deputy is another handler of the same unit, and a leave has a deputy and an end', async () => {
    const hall = await startHall()
    const { ly, own } = await forest(hall)
    const { people } = (await (await hall.roleCaller('supervisor')).get('/api/hand-over')).body
    const other = people.find(({ unitName }: { unitName: string }) => unitName === '民政办').staffId
    const leave = (body: object) => ly.command(`/api/leaves/${own}`, { reason: '病假', ...body })
    const days = { from: '2026-06-15', until: '2026-06-16' }
    expect(await leave({ deputy: own, ...days })).toMatchObject(refused('staff.deputy_invalid'))
    expect(await leave({ deputy: other, ...days })).toMatchObject(refused('staff.deputy_invalid'))
    expect(await leave({ deputy: null, ...days })).toMatchObject(refused('staff.leave_range'))
    const foreign = await ly.command(`/api/leaves/${other}`, {
      reason: '病假',
      deputy: null,
      from: null,
      until: null,
    })
    expect(foreign).toMatchObject(refused('session.forbidden', 403))
  })
})

describe('a hand-over', () => {
  test('[C801] gives picked cases to a colleague of the unit, one event each, and no clock moves', async () => {
    const hall = await startHall()
    const { ly, ids, own } = await forest(hall)
    const { id: to } = await colleagueIn(hall)
    const before = (await ly.get(`/api/hand-over/${own}`)).body.items
    const press = newId()
    const body = { from: own, to, cases: ids.slice(0, 2), reason: '调岗' }
    const done = await ly.command('/api/hand-over', body, press)
    expect(done.body).toEqual({ handed: 2 })
    expect((await ly.command('/api/hand-over', body, press)).body).toEqual({ handed: 2 })
    expect(idsOf((await ly.get(`/api/hand-over/${own}`)).body.items)).toEqual([ids[2]])
    expect(
      (await ly.get('/api/hand-over')).body.people.map(({ open }: { open: number }) => open).sort(),
    ).toEqual([1, 2])
    const page = (await ly.get(`/api/cases/${ids[0]}`)).body
    expect(page.row).toMatchObject({ handler: '林业二岗', dueOn: before[0].dueOn, status: 'reviewing' })
    expect(page.events[page.events.length - 1]).toMatchObject({ type: 'case.assigned', text: '调岗' })
  })

  test('[C801] is done for all of them or for none, and of others’ cases only by a supervisor', async () => {
    const hall = await startHall()
    const { ly, ids, own } = await forest(hall)
    const { id: to, caller } = await colleagueIn(hall)
    const give = (by: Caller, cases: readonly string[], more: object = {}) =>
      by.command('/api/hand-over', { from: own, to, cases, reason: '调岗', ...more })
    expect(await give(caller, ids)).toMatchObject(refused('case.forbidden', 403))
    expect(await give(ly, ids, { reason: ' ' })).toMatchObject(refused('reason.required'))
    expect(await give(ly, ids, { to: own })).toMatchObject(refused('assign.bad_colleague'))
    expect((await give(await hall.roleCaller('supervisor'), ids.slice(0, 1))).status).toBe(200)
    const { number } = (await ly.get(`/api/cases/${ids[0]}`)).body.row
    expect(await give(ly, ids)).toMatchObject({ ...refused('assign.not_his'), body: { params: { number } } })
    expect(idsOf((await ly.get(`/api/hand-over/${own}`)).body.items)).toEqual(ids.slice(1).sort())
  })

  test('[C801, N3] of a long list comes page by page, and a command takes a slice of twenty', async () => {
    const hall = await startHall()
    const { ly, ids, own } = await forest(hall)
    const { id: to } = await colleagueIn(hall)
    const first = (await ly.get(`/api/hand-over/${own}?limit=2`)).body
    const second = (await ly.get(`/api/hand-over/${own}?limit=2&cursor=${encodeURIComponent(first.next)}`))
      .body
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect(idsOf([...first.items, ...second.items])).toEqual([...ids].sort())
    const tooMany = Array.from({ length: 21 }, newId)
    const body = { from: own, to, cases: tooMany, reason: '调岗' }
    expect((await ly.command('/api/hand-over', body)).body.code).toBe('request.invalid')
  })
})

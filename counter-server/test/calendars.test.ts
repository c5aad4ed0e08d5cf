import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { projectCase } from '../src/domain/case/projection.ts'
import { findClocks } from '../src/store/case-clocks.ts'
import { findCaseEvents } from '../src/store/case-events.ts'
import { previewChange } from '../src/usecases/cases/preview-change.ts'
import { publishChange } from '../src/usecases/cases/publish-change.ts'
import { type Hall, startHall } from './app.ts'
import { calendarTable, enter, NOTICED, preview, publish, SOURCE, THE_18TH } from './calendar-change.ts'
import { act, receive } from './case-files.ts'
import { journalOf, newId, refused } from './desk.ts'
import { fromVillage } from './village-case.ts'

const appliedIn = (hall: Hall, id: string) =>
  hall.server.counter.deps.store.read((tx) =>
    findCaseEvents(tx, id as CaseId).flatMap((event) =>
      event.type === 'calendar.applied' || event.type === 'setting.applied'
        ? [{ type: event.type, ...event.payload }]
        : [],
    ),
  )
const storedDue = (hall: Hall, id: string, kind = 'committed') =>
  hall.server.counter.deps.store.read(
    (tx) => findClocks(tx, id as CaseId).find((row) => row.kind === kind)?.dueOn,
  )

describe('a calendar that is brought in', () => {
  test('[C603] shows first which cases would move, and then moves exactly these', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const moving = (await receive(clerk, 'LY-001', 'accept')).case.row
    const pausing = (await receive(clerk, 'LY-001', 'accept')).case.row
    const ended = (await receive(clerk, 'LY-001', 'accept')).case.row
    const handler = await hall.signIn('ly')
    await act(handler, pausing.id, 'take')
    await act(handler, pausing.id, 'pause', { reason: 'expert_review', days: 10, noticeNumber: '特-1' })
    await act(clerk, ended.id, 'withdraw', { reason: '不办了' })
    const admin = await hall.roleCaller('admin')
    const supervisor = await hall.roleCaller('supervisor')

    const { body: entered } = await enter(admin, THE_18TH)
    expect(entered).toMatchObject({
      kind: 'calendar',
      subject: '2026',
      state: 'entered',
      calendar: { version: 2, workdays: 247, source: SOURCE, appliedAt: null },
    })
    const seen = await preview(supervisor, entered.id)
    // Paused on the 12th and resumed today: five working days more as well.
    const committed = { kind: 'committed', from: '2026-06-22', to: '2026-06-23' }
    const statutory = { kind: 'statutory', from: '2026-07-13', to: '2026-07-14' }
    // Ten working days were told for the pause itself: the 15th to the 18th, the 22nd to the 26th, and the 29th.
    const paused = { kind: 'pause', from: '2026-06-29', to: '2026-06-30' }
    expect(seen).toMatchObject({ examined: 2, moved: 2, broken: 2 })
    expect(
      seen.items
        .map(({ number, moves, toldOn, isToldBroken }: (typeof seen.items)[0]) => [
          number,
          moves,
          toldOn,
          isToldBroken,
        ])
        .toSorted(),
    ).toEqual(
      [
        [moving.number, [committed, statutory], '2026-06-22', true],
        [pausing.number, [committed, statutory, paused], '2026-06-22', true],
      ].toSorted(),
    )
    expect(storedDue(hall, moving.id)).toBe('2026-06-22')

    const published = await publish(supervisor, entered.id, seen.id)
    expect(published.body).toMatchObject({ state: 'published' })
    await hall.server.jobs.run()
    const applied = (moves: object[]) => [
      { type: 'calendar.applied', change: entered.id, moves, toldOn: '2026-06-22' },
    ]
    expect(appliedIn(hall, moving.id)).toEqual(applied([committed, statutory]))
    expect(appliedIn(hall, pausing.id)).toEqual(applied([committed, statutory, paused]))
    expect(appliedIn(hall, ended.id)).toEqual([])
    expect(storedDue(hall, moving.id)).toBe('2026-06-23')
    const after = (await admin.get('/api/calendars')).body
    expect(after.changes[0]).toMatchObject({ state: 'applied', moved: 2, waiting: 0 })
    expect(after.items.find(({ year }: { year: number }) => year === 2026)).toMatchObject({ version: 2 })
    expect(journalOf(hall, 'clock_change.applied')).toEqual([{ moved: 2 }])
  })

  test('[C603] is not published without a look, nor with one that is no longer true, nor by who entered it', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const admin = await hall.roleCaller('admin')
    const supervisor = await hall.roleCaller('supervisor')
    const { id } = (await enter(admin, THE_18TH)).body
    expect(await publish(supervisor, id, newId())).toMatchObject(refused('calendar.preview_required'))
    expect(await publish(admin, id, newId())).toMatchObject(refused('session.forbidden', 403))
    expect(await enter(admin, THE_18TH)).toMatchObject(refused('calendar.already_entered'))

    const seen = await preview(supervisor, id)
    // A case that would not move may have news of its own; one more that moves makes the look an old one.
    await act(clerk, found.row.id, 'add-note', { reason: '来电问过' })
    await receive(clerk, 'LY-001', 'accept')
    expect(await publish(supervisor, id, seen.id)).toMatchObject(refused('calendar.preview_required'))
    const again = await preview(supervisor, id)
    await act(clerk, found.row.id, 'add-note', { reason: '又来电' })
    expect((await publish(supervisor, id, again.id)).body).toMatchObject({ state: 'published' })
    expect(await preview(supervisor, id)).toMatchObject({ code: 'calendar.settled' })
    expect(await publish(supervisor, id, again.id)).toMatchObject(refused('calendar.settled'))
  })

  test('[C603] holds through a busy morning, for what did not move is as it was shown', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const supervisor = await hall.roleCaller('supervisor')
    const { id } = (await enter(await hall.roleCaller('admin'), THE_18TH)).body
    const seen = await preview(supervisor, id)
    for (let note = 0; note < 65; note += 1)
      await act(clerk, found.row.id, 'add-note', { reason: `来电 ${note}` })
    expect((await publish(supervisor, id, seen.id)).body).toMatchObject({ state: 'published' })
  })

  test('[C603] a look of yesterday is no look', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { id } = (await enter(admin, THE_18TH)).body
    const seen = await preview(await hall.roleCaller('supervisor'), id)
    hall.clock.to('2026-06-15T01:00:00.000Z')
    const supervisor = await hall.roleCaller('supervisor')
    expect(await publish(supervisor, id, seen.id)).toMatchObject(refused('calendar.preview_required'))
  })

  test('[C604] the application goes on after the server was stopped in the middle, and ends once', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const supervisor = await hall.roleCaller('supervisor')
    const { id } = (await enter(await hall.roleCaller('admin'), THE_18TH)).body
    // The publication alone, as a crash right after its commit leaves it.
    const { deps } = hall.server.counter
    const seen = await previewChange(deps, id)
    const origin = { actor: 'staff:other', role: 'supervisor', device: null, commandId: newId() as CommandId }
    await publishChange(deps, { origin, id, preview: seen.id })
    expect(appliedIn(hall, found.row.id)).toEqual([])
    const { items: board, recounting } = (await supervisor.get('/api/cases?limit=50')).body
    expect(recounting).toBe(1)
    expect(board.find((row: { id: string }) => row.id === found.row.id)).toMatchObject({
      dueOn: '2026-06-23',
    })
    expect((await supervisor.get('/api/calendars')).body.changes[0]).toMatchObject({
      state: 'published',
      waiting: 1,
    })

    const later = await hall.restart()
    expect(appliedIn(later, found.row.id)).toHaveLength(1)
    expect((await (await later.signIn('supervisor')).get('/api/cases')).body).not.toHaveProperty('recounting')
    await later.server.jobs.run()
    expect(appliedIn(later, found.row.id)).toHaveLength(1)
    expect(journalOf(later, 'clock_change.applied')).toEqual([{ moved: 1 }])
  })

  test('[C601, C602] refuses a table with its line and a notice without number; a version never changes', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const lines = NOTICED.off.length + NOTICED.makeup.length
    expect(await enter(admin, calendarTable(['2026-06-17,上班,端午节']))).toMatchObject({
      ...refused('calendar.invalid'),
      body: { params: { line: lines + 1, problem: '2026-06-17 不是周末，不能调休上班' } },
    })
    expect(await enter(admin, calendarTable(), { source: { ...SOURCE, number: '' } })).toMatchObject(
      refused('calendar.source_missing'),
    )
    expect(await enter(admin, calendarTable(), { reason: ' ' })).toMatchObject(refused('reason.required'))
    const { store } = hall.server.counter.deps
    await expect(
      store.write((tx) => void tx.sql.prepare("UPDATE calendar_version SET status = 'official'").run()),
    ).rejects.toThrow('a calendar version never changes')
  })

  test('[C603] that was entered by mistake is withdrawn with a reason, and another may be entered', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const { id } = (await enter(admin, THE_18TH)).body
    const withdraw = (reason: string) => admin.command(`/api/clock-changes/${id}/withdraw`, { reason })
    expect(await withdraw('')).toMatchObject(refused('reason.required'))
    expect((await withdraw('录错了年份')).body).toMatchObject({ state: 'withdrawn' })
    expect(await withdraw('再撤一次')).toMatchObject(refused('calendar.settled'))
    expect((await enter(admin, THE_18TH)).status).toBe(200)
    expect((await admin.get('/api/calendars')).body.items).toHaveLength(3)
  })

  test('[C607] a closed hall moves no limit', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const supervisor = await hall.roleCaller('supervisor')
    expect((await supervisor.command('/api/days/close')).status).toBe(200)
    await hall.server.jobs.run()
    expect(storedDue(hall, found.row.id)).toBe('2026-06-22')
    expect(appliedIn(hall, found.row.id)).toEqual([])
  })
})

describe('a setting that moves due dates', () => {
  test('[C1502] is previewed and published like a calendar, and leaves what has ended', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const waiting = (await receive(clerk, 'LY-001')).case.row
    const accepted = (await receive(clerk, 'LY-001', 'accept')).case.row
    const admin = await hall.roleCaller('admin')
    const supervisor = await hall.roleCaller('supervisor')
    const alone = await admin.command('/api/settings/notice.limit', { value: 3, reason: '提速' })
    expect(alone).toMatchObject(refused('calendar.preview_required'))
    const ask = (key: string, value: unknown) =>
      admin.command('/api/clock-changes', { kind: 'setting', key, value, reason: '提速' })
    expect(await ask('notice.limit', 6)).toMatchObject(refused('setting.out_of_range'))
    expect(await ask('call.max', 3)).toMatchObject(refused('setting.not_found', 404))
    expect(await ask('notice.limit', 5)).toMatchObject(refused('correction.nothing'))

    const { id } = (await ask('notice.limit', 3)).body
    const seen = await preview(supervisor, id)
    // Received on the 12th: 15, 16, 17 June instead of 15, 16, 17, 18 and 22.
    const moves = [{ kind: 'notice', from: '2026-06-22', to: '2026-06-17' }]
    expect(seen.items).toMatchObject([{ number: waiting.number, moves, isToldBroken: false }])
    hall.clock.forward(60_000)
    await publish(supervisor, id, seen.id)
    await hall.server.jobs.run()
    expect(appliedIn(hall, waiting.id)).toEqual([
      { type: 'setting.applied', change: id, moves, toldOn: null },
    ])
    // The notice clock of the accepted one stopped before; it keeps its limit of five days.
    const notice = (await clerk.get(`/api/cases/${accepted.id}`)).body.clocks[0]
    expect(notice).toMatchObject({
      kind: 'notice',
      state: 'stopped',
      limit: { value: 5 },
      dueOn: '2026-06-22',
    })
    expect((await admin.get('/api/settings')).body.items).toContainEqual(
      expect.objectContaining({
        key: 'notice.limit',
        value: 3,
        history: [expect.objectContaining({ from: 5, to: 3 })],
      }),
    )
  })

  test('[C518, C514] receipt counts in the village where the township has it so, with what follows from silence', async () => {
    const hall = await startHall()
    const { id: village } = await fromVillage(hall)
    const hallCase = (await receive(await hall.clerkAt(1), 'LY-001')).case.row
    const supervisor = await hall.roleCaller('supervisor')
    const admin = await hall.roleCaller('admin')
    const body = { kind: 'setting', key: 'village.receiptAt', value: 'village', reason: '县里的规定' }
    const { id } = (await admin.command('/api/clock-changes', body)).body
    const seen = await preview(supervisor, id)
    // Written down on Wednesday the 10th, here on Friday the 12th; the 19th is off.
    const moves = [{ kind: 'notice', from: '2026-06-22', to: '2026-06-17' }]
    expect(seen.items).toMatchObject([{ caseId: village, moves }])
    await publish(supervisor, id, seen.id)
    await hall.server.jobs.run()
    hall.clock.to('2026-06-18T01:00:00.000Z')
    await hall.server.jobs.run()
    const clerk = await hall.clerkAt(2)
    const page = (await clerk.get(`/api/cases/${village}`)).body
    expect(page.row).toMatchObject({ status: 'accepted', flags: expect.arrayContaining(['deemed']) })
    const committed = page.clocks.find(({ kind }: { kind: string }) => kind === 'committed')
    expect(committed.segments[0].from).toBe('2026-06-10')
    expect((await clerk.get(`/api/cases/${hallCase.id}`)).body.row.status).toBe('received')
  })

  test('[C1502] a setting of the lights holds at once and moves no date', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const admin = await hall.roleCaller('admin')
    // Sixty per cent of five days: yellow with three left, from Tuesday the 16th.
    await admin.command('/api/settings/light.yellowShare', { value: 60, reason: '早提醒' })
    await hall.server.jobs.run()
    const { row } = (await clerk.get(`/api/cases/${found.row.id}`)).body
    expect(row).toMatchObject({ dueOn: '2026-06-22', yellowAt: '2026-06-15T16:00:00.000Z' })
    expect(appliedIn(hall, found.row.id)).toEqual([])
  })
})

test('[C520, C604] the day that was told is in the record of a case as it was', async () => {
  const hall = await startHall()
  const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
  const supervisor = await hall.roleCaller('supervisor')
  const { id } = (await enter(await hall.roleCaller('admin'), THE_18TH)).body
  await publish(supervisor, id, (await preview(supervisor, id)).id)
  await hall.server.jobs.run()
  const told = hall.server.counter.deps.store.read((tx) =>
    projectCase(findCaseEvents(tx, found.row.id as CaseId)).told.map(({ dueOn }) => dueOn),
  )
  expect(told).toEqual(['2026-06-22'])
})

describe('what is looked at every day', () => {
  test('[C305] a clock that says something else than its events is written down and told to the supervisor', async () => {
    const hall = await startHall({ changesRowsByHand: true })
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    hall.clock.to('2026-06-12T16:01:00.000Z')
    await hall.server.jobs.check()
    expect(journalOf(hall, 'cases.checked')).toMatchObject([
      { day: '2026-06-11', differences: 0 },
      { day: '2026-06-12', differences: 0 },
    ])
    await hall.server.counter.deps.store.write((tx) => {
      tx.sql.prepare("UPDATE case_clock SET due_on = '2026-06-25' WHERE kind = 'committed'").run()
    })
    hall.clock.to('2026-06-13T16:01:00.000Z')
    await hall.server.jobs.check()
    expect(journalOf(hall, 'cases.checked').at(-1)).toMatchObject({
      day: '2026-06-13',
      differences: 1,
      first: { table: 'case_clock', key: `${found.row.id}:committed`, column: 'due_on' },
    })
    const { body } = await (await hall.signIn('supervisor')).get('/api/supervise/hall')
    expect(body.recordProblem).toEqual({ day: '2026-06-13', differences: 1 })
  })

  test('[C608] from 1 November the missing calendar is written down once a day and shown', async () => {
    const hall = await startHall()
    hall.clock.to('2026-10-31T15:59:00.000Z')
    await hall.server.jobs.run()
    expect(journalOf(hall, 'calendar.missing')).toEqual([])
    hall.clock.to('2026-10-31T16:01:00.000Z')
    await hall.server.jobs.run()
    await hall.server.jobs.run()
    const reminder = { year: 2027, level: 'reminder' }
    expect(journalOf(hall, 'calendar.missing')).toEqual([{ ...reminder, day: '2026-11-01' }])
    hall.clock.to('2026-12-15T01:00:00.000Z')
    await hall.server.jobs.run()
    expect((await (await hall.roleCaller('admin')).get('/api/calendars')).body.missing).toEqual({
      year: 2027,
      level: 'error',
    })
  })
})

test('[C520] a later date is told again, by whom and how, and only when there is one', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const { case: found } = await receive(clerk, 'LY-001', 'accept')
  const tell = () => clerk.command(`/api/cases/${found.row.id}/tell-due`, { how: 'phone' })
  expect(await tell()).toMatchObject(refused('due.nothing_new'))
  const supervisor = await hall.roleCaller('supervisor')
  const { id } = (await enter(await hall.roleCaller('admin'), THE_18TH)).body
  await publish(supervisor, id, (await preview(supervisor, id)).id)
  await hall.server.jobs.run()
  expect((await tell()).body.case).toMatchObject({ toldDueOn: '2026-06-23', row: { dueOn: '2026-06-23' } })
  const told = hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT due_on, how FROM told_deadline ORDER BY id').all(),
  )
  expect(told).toEqual([
    { due_on: '2026-06-22', how: 'slip' },
    { due_on: '2026-06-23', how: 'phone' },
  ])
  expect(await tell()).toMatchObject(refused('due.nothing_new'))
})

test('[C519, C601] a year before its notice is entered by hand, stays provisional, and never replaces a notice', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const supervisor = await hall.roleCaller('supervisor')
  const byHand = (year: number, text: string) => ({
    year,
    text,
    status: 'provisional',
    source: { title: `${year}年暂定放假安排`, number: '', issuer: '', date: '' },
  })
  const fixed = ['1月1日', '5月1日', '5月2日', '10月1日', '10月2日', '10月3日']
  const moving = ['1月25日', '1月26日', '1月27日', '1月28日', '4月4日', '5月28日', '10月4日']
  const days = [...fixed, ...moving].map((date) => `${date},法定,节日`).join('\n')
  const twelve = days.slice(0, days.lastIndexOf('\n'))
  expect(await enter(admin, '', byHand(2028, twelve))).toMatchObject(refused('calendar.invalid'))
  expect(await enter(admin, '', byHand(2026, days))).toMatchObject(refused('calendar.source_missing'))
  const { body } = await enter(admin, '', byHand(2028, `${days}\n1月24日,放假,春节\n1月22日,上班`))
  // 2028 has 260 days from Monday to Friday; ten of the thirteen are among them, and one is given for another.
  expect(body.calendar).toMatchObject({ status: 'provisional', workdays: 250 })
  expect((await publish(supervisor, body.id, (await preview(supervisor, body.id)).id)).status).toBe(200)
  await hall.server.jobs.run()
  const { items } = (await admin.get('/api/calendars')).body
  expect(items.find(({ year }: { year: number }) => year === 2028)).toMatchObject({ status: 'provisional' })
  // The notice takes its place, and knows from it which days the law names.
  const official = { ...byHand(2028, days), status: 'official', source: SOURCE }
  expect((await enter(admin, '', official)).body.calendar).toMatchObject({ version: 2, status: 'official' })
})

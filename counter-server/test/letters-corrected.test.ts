import { expect, test } from 'vitest'
import { A_CALL, done } from './a-letter.ts'
import { type Caller, startHall } from './app.ts'
import { journalOf } from './desk.ts'

const CALL = { ...A_CALL, address: '' }

test('[C302, C1302] a wrong reply is taken back by the supervisor: both steps stand on the page, the clock goes on, nothing is counted', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', { ...CALL, answer: '今晚修好' })
  const page = (await supervisor.get(`/api/letters/${id}`)).body
  expect([page.row.status, page.row.isOnTime]).toEqual(['replied', true])
  const event = page.events[1].id
  const correct = (caller: Caller, body: object) => caller.command(`/api/letters/${id}/correct`, body)
  expect((await correct(clerk, { event, reason: '登错了' })).status).toBe(403)
  expect((await correct(supervisor, { event, reason: '' })).body.code).toBe('reason.required')
  const first = await correct(supervisor, { event: page.events[0].id, reason: '登错了' })
  expect(first.body.code).toBe('correction.not_possible')

  const after = await done(supervisor, `/api/letters/${id}/correct`, { event, reason: '还没答复，登错了' })
  expect(after).toMatchObject({
    row: { status: 'registered', repliedAt: null, isOnTime: null, light: 'green', dueOn: '2026-06-17' },
    answer: null,
    way: null,
  })
  expect(after.events).toMatchObject([
    { type: 'letter.registered', isVoided: false },
    { type: 'letter.replied', isVoided: true, text: '今晚修好' },
    { type: 'event.voided', isVoided: false, text: '还没答复，登错了' },
  ])
  const { id: paper } = after.papers.at(-1)
  const printed = await done(supervisor, `/api/letters/${id}/papers/${paper}/print`)
  expect(printed.points).toEqual([
    { point: 'step', text: '6月12日（周五）9:40 答复本人' },
    { point: 'reason', text: '还没答复，登错了' },
  ])
  const count = (await supervisor.get('/api/letters/count?from=2026-06-01&to=2026-06-30')).body
  expect(count.all).toMatchObject({ received: 1, replied: 0, onTime: 0 })
  expect((await clerk.get('/api/letters')).body.items).toMatchObject([{ id, light: 'green' }])
})

test('[C302] the old date and the new one stand beside a correction, and nobody corrects the own step', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const external = { number: '县长信箱〔2026〕18', dueOn: '2026-06-16' }
  const { id } = await done(clerk, '/api/letters', { ...CALL, channel: 'magistrate_box', external })
  const dated = await done(clerk, `/api/letters/${id}/set-date`, {
    number: external.number,
    dueOn: '2026-07-01',
  })
  const after = await done(supervisor, `/api/letters/${id}/correct`, {
    event: dated.events.at(-1).id,
    reason: '县里没有改期',
  })
  expect(after.row.dueOn).toBe('2026-06-16')
  expect(after.events.at(-1).moves).toEqual([{ kind: 'committed', from: '2026-07-01', to: '2026-06-16' }])
  const own = await done(supervisor, `/api/letters/${id}/assign`, { unit: 'MZ' })
  const refused = await supervisor.command(`/api/letters/${id}/correct`, {
    event: own.events.at(-1).id,
    reason: '转错了',
  })
  expect([refused.status, refused.body.code]).toEqual([409, 'correction.same_person'])
})

test('[C302, C520] what was registered wrongly is put right beside it: the clock is counted anew, the told day stays', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', CALL)
  const url = `/api/letters/${id}`
  const right = {
    channel: 'opinion_book',
    topic: 'suggest',
    receivedOn: '2026-06-11',
    reason: '是意见簿上的',
  }
  expect((await clerk.command(`${url}/correct-facts`, right)).status).toBe(403)
  const after = await done(supervisor, `${url}/correct-facts`, right)
  // Thursday the 11th; five working days are 12, 15, 16, 17 and 18 June.
  expect(after).toMatchObject({
    row: { channel: 'opinion_book', topic: 'suggest', dueOn: '2026-06-18', status: 'registered' },
    toldDueOn: '2026-06-17',
    ways: ['in_book'],
  })
  expect(after.events.at(-1)).toMatchObject({
    type: 'letter.facts_corrected',
    text: '是意见簿上的',
    registration: {
      from: { channel: 'phone', topic: 'help', receivedOn: '2026-06-12' },
      to: { channel: 'opinion_book', topic: 'suggest', receivedOn: '2026-06-11' },
    },
    moves: [{ kind: 'committed', from: '2026-06-17', to: '2026-06-18' }],
  })
  const { id: paper } = after.papers.at(-1)
  const { kind, points } = await done(supervisor, `${url}/papers/${paper}/print`)
  expect([kind, points]).toEqual([
    'correction',
    [
      {
        point: 'change',
        text: '渠道：24小时电话 → 意见簿；类别：求助 → 建议；收到日期：6月12日（周五） → 6月11日（周四）',
      },
      { point: 'reason', text: '是意见簿上的' },
    ],
  ])
  const back = await done(await hall.signIn('supervisor'), `${url}/correct-facts`, {
    ...right,
    channel: 'phone',
    topic: 'help',
    receivedOn: '2026-06-12',
  })
  expect(back.row).toMatchObject({ channel: 'phone', dueOn: '2026-06-17' })
})

test('[C302, P34] another writer takes the place of the wrong one, masked and shown as before, and a name can be none', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', CALL)
  const url = `/api/letters/${id}`
  const other = { name: '示例乙', phone: '19900000002', address: '下河村', reason: '登成了另一人' }
  const named = await done(supervisor, `${url}/correct-writer`, other)
  expect(named).toMatchObject({
    row: { writer: '示*乙' },
    writer: { name: '示*乙', phone: '199****0002', hasAddress: true },
  })
  expect(JSON.stringify(named)).not.toMatch(/19900000002|示例乙|下河村/)
  const shown = await clerk.post(`${url}/reveal`, { field: 'phone', kind: 'contact', purpose: '回电' })
  expect(shown.body.value).toBe('19900000002')
  const nobody = await done(supervisor, `${url}/correct-writer`, { ...other, name: '', address: '' })
  expect(nobody).toMatchObject({
    row: { writer: null, flags: ['anonymous'] },
    writer: { name: null, phone: '199****0002', hasAddress: false },
  })
  expect((await supervisor.command(`${url}/correct-writer`, { ...other, phone: '123' })).body.code).toBe(
    'contact.phone',
  )
  hall.clock.to('2026-06-12T16:01:00.000Z')
  await hall.server.jobs.check()
  expect(journalOf(hall, 'letters.checked').at(-1)).toMatchObject({ differences: 0 })
})

test('[C305, C1302] each night the letters are made again from their events, and a row that says something else is told to the supervisor', async () => {
  const hall = await startHall({ changesRowsByHand: true })
  const { id } = await done(await hall.signIn('clerk1'), '/api/letters', CALL)
  hall.clock.to('2026-06-12T16:01:00.000Z')
  await hall.server.jobs.check()
  expect(journalOf(hall, 'letters.checked').at(-1)).toMatchObject({ day: '2026-06-12', differences: 0 })
  await hall.server.counter.deps.store.write((tx) => {
    tx.sql.prepare("UPDATE letter SET due_on = '2026-06-25'").run()
  })
  hall.clock.to('2026-06-13T16:01:00.000Z')
  await hall.server.jobs.check()
  expect(journalOf(hall, 'letters.checked').at(-1)).toMatchObject({
    day: '2026-06-13',
    differences: 1,
    first: { table: 'letter', key: id, column: 'dueOn' },
  })
  const { body } = await (await hall.signIn('supervisor')).get('/api/supervise/hall')
  expect(body.recordProblem).toEqual({ day: '2026-06-13', differences: 1 })
})

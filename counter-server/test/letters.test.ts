import { describe, expect, test } from 'vitest'
import { A_CALL, done } from './a-letter.ts'
import { type Caller, type Hall, startHall } from './app.ts'

const log = (caller: Caller, change: object = {}) => done(caller, '/api/letters', { ...A_CALL, ...change })
const act = (caller: Caller, id: string, action: string, body: object = {}) =>
  done(caller, `/api/letters/${id}/${action}`, body)

async function refused(caller: Caller, id: string, action: string, body: object = {}) {
  const { status, body: answer } = await caller.command(`/api/letters/${id}/${action}`, body)
  return [status, answer.code]
}

/** Assigned to the social affairs office, taken, answered and signed. */
async function signed(hall: Hall, id: string): Promise<void> {
  await act(await hall.signIn('supervisor'), id, 'assign', { unit: 'MZ' })
  const handler = await hall.signIn('mz')
  await act(handler, id, 'take')
  await act(handler, id, 'answer', { text: '明天修好路灯' })
  await act(await hall.signIn('leader'), id, 'sign')
}

async function moveTo(hall: Hall, instant: string): Promise<void> {
  hall.clock.to(instant)
  await hall.server.jobs.run()
}

describe('a call at night', () => {
  test('[C506, C1302, C1303] is logged, counted from the next working day, answered, signed by another person, read out and counted in time', async () => {
    const hall = await startHall()
    // Friday 12 June 2026, 22:10: it counts from Monday the 15th; three working days are 16, 17 and 18 June.
    await moveTo(hall, '2026-06-12T14:10:00.000Z')
    const clerk = await hall.signIn('clerk1')
    const { id, number, dueOn } = await log(clerk)
    expect([number, dueOn]).toEqual([expect.stringMatching(/^2026-99-0001-.$/), '2026-06-18'])
    const page = (await clerk.get(`/api/letters/${id}`)).body
    expect(page).toMatchObject({
      text: '村口路灯三天没亮',
      toldDueOn: '2026-06-18',
      writer: { name: '示*甲', phone: '199****0001', hasAddress: true },
      row: { status: 'registered', light: 'green', dueOn: '2026-06-18' },
    })
    expect(page.clocks[0].segments.length).toBeGreaterThan(1)

    await moveTo(hall, '2026-06-15T01:00:00.000Z')
    await signed(hall, id)
    const desk = await hall.signIn('clerk1')
    const incomplete = await refused(desk, id, 'reply', { way: null })
    expect(incomplete).toEqual([409, 'letter.reply_incomplete'])
    const replied = await act(desk, id, 'reply', { way: 'read_out' })
    expect(replied).toMatchObject({
      row: { status: 'replied', isOnTime: true, light: 'done' },
      way: 'read_out',
    })
    const closed = await act(desk, id, 'close', { satisfied: 'yes' })
    expect(closed.row.status).toBe('closed')

    const supervisor = await hall.signIn('supervisor')
    const count = (await supervisor.get('/api/letters/count?from=2026-06-01&to=2026-06-30')).body
    expect(count.channels.find(({ channel }: { channel: string }) => channel === 'phone')).toEqual({
      channel: 'phone',
      received: 1,
      replied: 1,
      onTime: 1,
      satisfied: 1,
      dissatisfied: 0,
    })
    expect(count.mailboxes.replied).toBe(0)
  })

  test('[C1302] one that nobody answers turns red, and the ladder orders the unit to account for it', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const { id } = await log(clerk)
    await act(clerk, id, 'assign', { unit: 'MZ' })
    // Logged on Friday 12 June: due on Wednesday the 17th at 17:30.
    await moveTo(hall, '2026-06-17T09:30:00.001Z')
    const handler = await hall.signIn('mz')
    const late = (await handler.get(`/api/letters/${id}`)).body
    expect(late.row).toMatchObject({ light: 'red', flags: ['supervised'] })
    expect(late.orders).toMatchObject([{ level: 'unit_head', issuer: 'system', acts: ['reply'] }])
    const order = late.orders[0].id
    await act(handler, id, 'reply-order', { order, reply: '今日办' })
    const supervisor = await hall.signIn('supervisor')
    expect((await act(supervisor, id, 'close-order', { order, result: '已催' })).row.flags).toEqual([])
    expect((await supervisor.get('/api/letters?light=red')).body.items).toMatchObject([{ id }])
    await act(handler, id, 'take')
    await act(handler, id, 'answer', { text: '修好了' })
    await act(await hall.signIn('leader'), id, 'sign')
    expect((await act(handler, id, 'reply', { way: 'read_out' })).row.isOnTime).toBe(false)
  })
})

test('[C705, C1302] one that was answered on the spot has no unit, so there is nobody to order', async () => {
  const hall = await startHall()
  const { id } = await log(await hall.signIn('clerk1'))
  await act(await hall.signIn('clerk1'), id, 'reply-on-spot', { text: '今天就修' })
  const supervisor = await hall.signIn('supervisor')
  expect((await supervisor.get(`/api/letters/${id}`)).body.actions).not.toContain('supervise')
  const ordered = { level: 'unit_head', rule: 'other', content: '请抓紧' }
  expect(await refused(supervisor, id, 'supervise', ordered)).toEqual([409, 'letter.wrong_status'])
})

describe('who sees and does what', () => {
  test('[C1302] a unit sees its own letters, and one that it gave back no more', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const { id } = await log(clerk)
    const [mz, ly] = [await hall.signIn('mz'), await hall.signIn('ly')]
    expect((await mz.get(`/api/letters/${id}`)).body.code).toBe('letter.not_found')
    await act(clerk, id, 'assign', { unit: 'MZ' })
    expect((await mz.get('/api/letters')).body.items).toMatchObject([{ id }])
    expect((await ly.get('/api/letters')).body.items).toEqual([])
    expect(await refused(ly, id, 'take')).toEqual([404, 'letter.not_found'])
    const back = await act(mz, id, 'send-back', { reason: '归林业站' })
    expect([back.row.status, back.actions]).toEqual(['registered', []])
    expect((await mz.get(`/api/letters/${id}`)).body.code).toBe('letter.not_found')
  })

  test('[C403] nobody signs the own answer, and an answer is changed before it is signed', async () => {
    const hall = await startHall()
    const { id } = await log(await hall.signIn('clerk1'))
    await act(await hall.signIn('supervisor'), id, 'assign', { unit: 'MZ' })
    const handler = await hall.signIn('mz')
    await act(handler, id, 'take')
    expect(await refused(handler, id, 'answer', { text: ' ' })).toEqual([409, 'letter.reply_incomplete'])
    await act(handler, id, 'answer', { text: '不归我管' })
    expect(await refused(handler, id, 'sign')).toEqual([403, 'session.forbidden'])
    const leader = await hall.signIn('leader')
    await act(leader, id, 'rework', { reason: '请写明何时修' })
    await act(handler, id, 'answer', { text: '明天修' })
    const after = await act(leader, id, 'sign')
    expect(after.answer).toMatchObject({ text: '明天修', signer: expect.any(String) })
  })

  test('[N2] the same press twice is one letter, and a page that is behind is told so', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const commandId = '019eb2a0-0000-7000-8000-00000000aa01'
    const first = await clerk.command('/api/letters', A_CALL, commandId)
    const again = await clerk.command('/api/letters', A_CALL, commandId)
    expect(again.body).toEqual(first.body)
    expect((await clerk.get('/api/letters')).body.items).toHaveLength(1)
    const { id } = first.body
    await act(clerk, id, 'add-note', { text: '又来电催' })
    expect(await refused(clerk, id, 'assign', { unit: 'MZ', expectedVersion: 1 })).toEqual([
      409,
      'letter.changed',
    ])
  })

  test('[P34, P35] a name and a number are shown with a purpose, after the audit row, and the writer reads of it', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const { id, number, token } = await log(clerk)
    const none = await clerk.post(`/api/letters/${id}/reveal`, { field: 'phone', purpose: '' })
    expect([none.status, none.body.code]).toEqual([400, 'reveal.purpose_required'])
    const shown = await clerk.post(`/api/letters/${id}/reveal`, {
      field: 'phone',
      kind: 'contact',
      purpose: '',
    })
    expect(shown.body).toEqual({ value: '19900000001' })
    const audited = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT action, subject FROM audit WHERE action LIKE 'letter.reveal%'").all(),
    )
    expect(audited).toEqual([{ action: 'letter.reveal.phone', subject: id }])
    // Whoever has the code reads who looked, as a post, a purpose and a day (P35).
    const looks = await hall.anonymous.post('/api/track/letter/looks', { token })
    expect(looks.body).toEqual({
      items: [{ on: '2026-06-12', role: 'clerk', unitName: null, field: 'phone', purpose: 'contact' }],
    })
    const wrong = await hall.anonymous.post('/api/track/letter/looks', { number, code: '00000000' })
    expect(wrong.body.code).toBe('code.not_found')
    const forget = hall.server.counter.deps.store.write(({ sql }) =>
      sql.prepare('DELETE FROM letter_reveal').run(),
    )
    await expect(forget).rejects.toThrow('looks at personal data stay')
  })

  test('[P11] a leader reads and signs it without who wrote it', async () => {
    const hall = await startHall()
    const { id } = await log(await hall.signIn('clerk1'))
    const leader = await hall.signIn('leader')
    const { body } = await leader.get(`/api/letters/${id}`)
    expect([body.text, body.row.writer, body.writer]).toEqual([
      A_CALL.text,
      '',
      { name: null, phone: null, hasAddress: false },
    ])
    expect((await leader.get('/api/letters')).body.items).toMatchObject([{ id, writer: '' }])
    const asked = await leader.post(`/api/letters/${id}/reveal`, { field: 'phone', purpose: '回电' })
    expect(asked.status).toBe(403)
  })

  test('[P30] nothing that somebody said lies readable in the file', async () => {
    const hall = await startHall()
    const { id } = await log(await hall.signIn('clerk1'), { leader: '' })
    await signed(hall, id)
    const found = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT payload FROM letter_event').pluck().all(),
    ) as string[]
    expect(found.join('')).not.toMatch(/路灯|示例|19900000001|上河/)
  })
})

describe('what is not an ordinary letter', () => {
  test('[C1401] a complaint about staff is pointed elsewhere and leaves no trace, at the desk and on the website', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const desk = await clerk.command('/api/letters', {
      ...A_CALL,
      channel: 'supervision_phone',
      isAboutStaff: true,
    })
    expect([desk.status, desk.body.code]).toEqual([409, 'letter.about_staff'])
    const words = { topic: 'complaint', isAboutStaff: true, text: '某人收礼', name: '', phone: '' }
    const site = await hall.anonymous.command('/api/say', words)
    expect(site.body.code).toBe('letter.about_staff')
    const count = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT (SELECT count(*) FROM letter) + (SELECT count(*) FROM letter_event)').pluck().get(),
    )
    expect(count).toBe(0)
  })

  test('[C1304] an anonymous letter from the website is handled like any other, and its writer reads the answer with number and code', async () => {
    const hall = await startHall()
    const said = await hall.anonymous.command('/api/say', {
      topic: 'complaint',
      isAboutStaff: false,
      text: '垃圾三天没人收',
      name: '',
      phone: '',
    })
    expect(said.status).toBe(200)
    const { number, queryCode: code, token } = said.body
    const track = (secret: object) => hall.anonymous.post('/api/track/letter', secret)
    expect((await track({ number, code })).body).toMatchObject({
      status: 'registered',
      reply: null,
      receivedOn: '2026-06-12',
    })
    expect((await track({ number, code: '00000000' })).body.code).toBe('code.not_found')
    const clerk = await hall.signIn('clerk1')
    const [row] = (await clerk.get('/api/letters')).body.items
    expect(row).toMatchObject({ writer: null, flags: ['anonymous'], channel: 'website' })
    await signed(hall, row.id)
    // What waits to be told is nobody's answer yet.
    expect((await track({ token })).body.reply).toBeNull()
    await act(clerk, row.id, 'reply', { way: 'by_code' })
    expect((await track({ token })).body).toMatchObject({
      status: 'replied',
      reply: '明天修好路灯',
      repliedOn: '2026-06-12',
    })
  })

  test('[C1304] whoever sends one letter after the other from one address has to wait', async () => {
    const hall = await startHall()
    const words = { topic: 'suggest', isAboutStaff: false, text: '建议多设座位', name: '', phone: '' }
    const answers = []
    for (let n = 0; n < 21; n += 1) answers.push((await hall.anonymous.command('/api/say', words)).status)
    expect(answers.slice(-2)).toEqual([200, 429])
  })
})

describe('side ways', () => {
  test('[C1302] another organ, a duplicate that is none after all, and nobody who can be reached', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const [one, two, three] = [await log(clerk), await log(clerk), await log(clerk)]
    expect(await refused(clerk, one.id, 'redirect', { organ: '' })).toEqual([409, 'refusal.organ_missing'])
    expect((await act(clerk, one.id, 'redirect', { organ: '县水务局' })).row).toMatchObject({
      status: 'redirected',
      light: 'none',
    })
    const told = (await hall.anonymous.post('/api/track/letter', { token: one.token })).body
    expect(told.organ).toBe('县水务局')
    expect(await refused(clerk, two.id, 'link', { number: two.number })).toEqual([
      409,
      'letter.original_wrong',
    ])
    expect(await act(clerk, two.id, 'link', { number: three.number })).toMatchObject({
      row: { status: 'duplicate' },
      originalNumber: three.number,
    })
    expect((await act(clerk, two.id, 'unlink')).row).toMatchObject({
      status: 'registered',
      dueOn: '2026-06-17',
    })
    await act(clerk, three.id, 'no-contact', { reason: '三次打不通' })
    expect((await clerk.get('/api/letters')).body.items).toMatchObject([{ id: two.id }])
    expect((await clerk.get('/api/letters?open=no')).body.items).toHaveLength(2)
  })

  test('[C1301] the county’s number and date are kept, and its date wins', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const external = { number: '县长信箱〔2026〕18', dueOn: '2026-06-16' }
    const { id, dueOn } = await log(clerk, { channel: 'magistrate_box', external })
    expect(dueOn).toBe('2026-06-16')
    const later = await act(clerk, id, 'set-date', { number: external.number, dueOn: '2026-07-01' })
    expect(later.row).toMatchObject({ dueOn: '2026-07-01', externalNumber: external.number })
    // Out of a mailbox nobody could be told a day yet (C520).
    expect(later.toldDueOn).toBeNull()
    expect((await act(clerk, id, 'tell-due', { how: 'phone' })).toldDueOn).toBe('2026-07-01')
  })

  test('[C1305] a petition has its notice, its sixty days and its extension', async () => {
    const hall = await startHall()
    const { id } = await log(await hall.signIn('clerk1'))
    const supervisor = await hall.signIn('supervisor')
    await act(supervisor, id, 'convert', { reason: '申诉求决' })
    const converted = (await supervisor.get(`/api/letters/${id}`)).body
    // Received on 12 June: fifteen days end on Saturday the 27th, by law on Monday the 29th.
    expect(converted.row).toMatchObject({ flags: ['petition'], clockKind: 'notice', dueOn: '2026-06-29' })
    const noticed = await act(supervisor, id, 'give-notice', { noticeNumber: '信告〔2026〕1号' })
    // Sixty days from 12 June end on 11 August.
    expect([noticed.row.dueOn, noticed.toldDueOn]).toEqual(['2026-08-11', '2026-08-11'])
    const leader = await hall.signIn('leader')
    expect(await refused(leader, id, 'extend', { days: 31, reason: '复杂' })).toEqual([
      409,
      'extension.too_long',
    ])
    expect((await act(leader, id, 'extend', { days: 30, reason: '复杂' })).row.dueOn).toBe('2026-09-10')
    await signed(hall, id)
    await act(supervisor, id, 'reply', { way: 'read_out' })
    await act(supervisor, id, 'close', { satisfied: 'no' })
    const asked = await act(supervisor, id, 'ask-review', { askedOn: '2026-06-12', organ: '县民政局' })
    expect(asked.review).toEqual({ askedOn: '2026-06-12', organ: '县民政局', outcome: null })
    // Thirty days from 12 June end on Sunday 12 July, by law on Monday the 13th.
    expect(asked.clocks.find(({ kind }: { kind: string }) => kind === 'reviewing').dueOn).toBe('2026-07-13')
    const reviewed = await act(supervisor, id, 'record-review', { outcome: 'upheld' })
    expect([reviewed.review.outcome, reviewed.row.status]).toEqual(['upheld', 'closed'])
    expect(reviewed.actions).toEqual([
      'draft_publication',
      'correct_facts',
      'correct_writer',
      'correct',
      'add_note',
    ])
  })

  test('[C1301] a call answered on the spot needs nothing more', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const { id } = await log(clerk, { answer: '今晚八点恢复供水' })
    const page = (await clerk.get(`/api/letters/${id}`)).body
    expect(page).toMatchObject({
      row: { status: 'replied', isOnTime: true },
      way: 'on_spot',
      answer: { text: '今晚八点恢复供水' },
    })
  })
})

describe('the duty post and the box', () => {
  test('[C1301] who is on duty on a day is set by the supervisor and read by those who log calls', async () => {
    const hall = await startHall()
    const supervisor = await hall.signIn('supervisor')
    const { people } = (await supervisor.get('/api/duty')).body
    const of = (role: string) => people.find((each: { role: string }) => each.role === role).id
    const set = await supervisor.command('/api/duty', {
      day: '2026-06-12',
      staff: of('handler'),
      leader: of('leader'),
    })
    expect(set.body).toMatchObject({ today: '2026-06-12', days: [{ day: '2026-06-12' }] })
    const past = await supervisor.command('/api/duty', {
      day: '2026-06-11',
      staff: of('handler'),
      leader: of('leader'),
    })
    expect(past.body.code).toBe('time.out_of_range')
    const clerk = await hall.signIn('clerk1')
    expect((await clerk.get('/api/duty')).body).toMatchObject({
      days: [{ staff: of('handler') }],
      people: [],
    })
  })

  test('[C1301] the box is opened by two, and what was counted stands beside what was registered', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const { people, isDue, dueOn } = (await clerk.get('/api/box-openings')).body
    expect([isDue, dueOn]).toEqual([true, null])
    const { displayName } = (await clerk.get('/api/sessions/own')).body
    const nameOf = ({ name }: { name: string }) => name === displayName
    const own = people.find(nameOf).id
    const other = people.find((each: { name: string }) => !nameOf(each)).id
    const alone = await clerk.command('/api/box-openings', { second: own, count: 2 })
    expect(alone.body.code).toBe('duty.two_people')
    await log(clerk, { channel: 'opinion_box', topic: 'suggest' })
    const opened = await clerk.command('/api/box-openings', { second: other, count: 2 })
    expect(opened.body.openings).toMatchObject([{ openedOn: '2026-06-12', count: 2, registered: 1 }])
    // Seven days later is 端午, so it is opened by the day before; on that day it is due.
    expect([opened.body.dueOn, opened.body.isDue]).toEqual(['2026-06-18', false])
    await moveTo(hall, '2026-06-18T01:00:00.000Z')
    const due = (await (await hall.signIn('supervisor')).get('/api/box-openings')).body
    expect([due.dueOn, due.isDue]).toEqual(['2026-06-18', true])
  })
})

test('[C1301] the book is read every working day, and what was new stands beside what was registered', async () => {
  const hall = await startHall()
  const clerk = await hall.signIn('clerk1')
  expect((await clerk.get('/api/book-readings')).body).toEqual({ readings: [], dueOn: null, isDue: true })
  await log(clerk, { channel: 'opinion_book' })
  const read = await clerk.command('/api/book-readings', { count: 2 })
  expect(read.body).toMatchObject({
    readings: [{ readOn: '2026-06-12', count: 2, registered: 1 }],
    dueOn: '2026-06-15',
    isDue: false,
  })
  expect((await (await hall.signIn('mz')).command('/api/book-readings', { count: 0 })).status).toBe(403)
  // Nobody is reminded on Saturday; Monday asks for it.
  await moveTo(hall, '2026-06-13T02:00:00.000Z')
  expect((await (await hall.signIn('clerk1')).get('/api/book-readings')).body.isDue).toBe(false)
  await moveTo(hall, '2026-06-15T02:00:00.000Z')
  expect((await (await hall.signIn('clerk1')).get('/api/book-readings')).body.isDue).toBe(true)
})

describe('[C1303] the count of a period', () => {
  test('goes out as a sheet without formulas, and leaves its trace', async () => {
    const hall = await startHall()
    const supervisor = await hall.signIn('supervisor')
    await log(await hall.signIn('clerk1'), { channel: 'secretary_box', answer: '' })
    const asked = { from: '2026-06-01', to: '2026-06-30', format: 'csv', language: 'zh' }
    const file = await supervisor.post('/api/letters/export', asked)
    expect(file.status).toBe(200)
    expect(String(file.body).split('\r\n')).toContain('书记信箱,1,0,0,0,0')
    expect(String(file.body).split('\r\n')).toContain('四个信箱合计,1,0,0,0,0')
    const book = await supervisor.post('/api/letters/export', { ...asked, format: 'xlsx' })
    expect(book.headers['content-type']).toContain('spreadsheetml')
  })
})

import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { readSnapshot } from '../src/store/snapshot.ts'
import { REPORT_READERS } from '../src/usecases/reports/report-kinds.ts'
import { type Caller, FRIDAY, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { newId } from './desk.ts'
import { watch } from './live.ts'
import { offlineKiosk } from './offline-kiosk.ts'
import { aRegistration, freeze, putFile, SIGNATURE, sync } from './village-fixture.ts'

/** Tables that grow with every day; a full scan of one of them gets slower for ever (house.md 8). */
const GROWING = [
  'ticket',
  'booking',
  'leg',
  'announcement',
  'lease',
  'lease_number',
  'lease_attention',
  'village_number',
  'village_alias',
  'village_joined',
  'village_attention',
  'village_receipt',
  'village_taken_back',
  'village_finding',
  'village_visit',
  'village_visit_case',
  'consultation',
  'consultation_correction',
  'call_back',
  'call_back_try',
  'print_job',
  'duty',
  'journal',
  'receipt',
  'audit',
  'stream_event',
  'session',
  'case',
  'case_event',
  'case_text',
  'case_paper',
  'case_paper_print',
  'rating',
  'rating_follow_up',
  'rating_step',
  'letter',
  'letter_event',
  'letter_text',
  'letter_reveal',
  'box_opening',
  'book_reading',
  'duty_roster',
  'case_clock',
  'clock_change_case',
  'clock_mark',
  'told_deadline',
  'supervision_order',
  'subtask',
  'person',
  'file',
  'case_file',
  'reveal',
  'file_look',
  'agency',
  'log_book',
  'intake',
  'quota',
  'account_code',
  'spare_sheet',
  'catalogue_draft',
  'wording',
  'item_stop',
  'ledger_import',
  'case_alias',
]

interface Executed {
  readonly text: string
  readonly values: unknown[]
}

/** Notes every statement of the process with the values of its first run: a partial index is chosen by them. */
function noteStatements(): Map<string, Executed> {
  const noted = new Map<string, Executed>()
  const { prepare } = Database.prototype
  Database.prototype.prepare = function noting(this: Database.Database, text: string) {
    const statement = prepare.call(this, text)
    for (const name of ['run', 'get', 'all'] as const) {
      const run = statement[name].bind(statement) as (...values: unknown[]) => unknown
      Object.assign(statement, {
        [name]: (...values: unknown[]) => {
          if (!noted.has(text)) noted.set(text, { text, values })
          return run(...values)
        },
      })
    }
    return statement
  } as typeof prepare
  onTestFinished(() => {
    Database.prototype.prepare = prepare
  })
  return noted
}

/** Somebody books, changes, is found and checks in; a second one gives the place back; a quota bounds the numbers. */
async function someBookings(hall: Hall): Promise<void> {
  const place = { topic: 'relief', date: '2026-06-12', band: '10:00' }
  const take = async (phone: string) =>
    (await hall.anonymous.command('/api/bookings/take', { ...place, phone })).body
  const one = await take('13800000001')
  const other = await take('13800000002')
  await hall.anonymous.get('/api/bookings/free?topic=relief')
  const { token } = one
  await hall.anonymous.command('/api/bookings/own/change', { token, ...place, band: '10:30' })
  await hall.anonymous.post('/api/bookings/own', { code: one.code, phone: '13800000001' })
  await hall.anonymous.command('/api/bookings/own/cancel', { token: other.token })
  await (await hall.roleCaller('clerk')).get('/api/bookings?date=2026-06-12')
  const kiosk = await hall.device('kiosk', 'kiosk of bookings')
  expect((await kiosk.command('/api/bookings/check-in', { code: one.code })).status).toBe(200)
  const quota = { topic: 'relief', date: null, band: '09:30', most: 500 }
  await (await hall.roleCaller('admin')).command('/api/quotas', quota)
}

/** A case goes from the window to its unit and back to the resident; its paper is printed once more. */
async function aCase(hall: Hall): Promise<void> {
  const clerk = await hall.roleCaller('clerk')
  const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
  const { id, number } = found.row
  const handler = await hall.signIn('ly')
  await act(handler, id, 'take')
  await act(handler, id, 'decide', { decision: 'granted', result: '准予采伐' })
  await act(clerk, id, 'deliver', { way: 'collect', receiver: '示例甲' })
  const [paper] = (await clerk.get(`/api/cases/${id}`)).body.papers
  expect((await clerk.command(`/api/cases/${id}/papers/${paper.id}/print`)).status).toBe(200)
  for (const text of [number, '示例甲', '999999199001010016', 'ly-001'])
    await clerk.post('/api/cases/find', { find: text })
  await hall.anonymous.post('/api/track/case', { token: receipt.token })
  const rating = { token: receipt.token, level: 4, reasons: [], text: '', phone: '' }
  expect((await hall.anonymous.command('/api/ratings', rating)).status).toBe(200)
}

/** The next version of an item is begun, looked for and laid aside; the item is stopped. */
async function aCatalogue(hall: Hall): Promise<void> {
  const admin = await hall.roleCaller('admin')
  const { id, rev } = (await admin.command('/api/item-drafts', { code: 'MZ-002' })).body
  await admin.get('/api/catalogue?unit=MZ&find=jz')
  await admin.get('/api/catalogue/MZ-002')
  await admin.command(`/api/item-drafts/${id}/drop`, { expectedVersion: rev, reason: '不改了' })
  const stopped = await admin.command('/api/catalogue/MZ-002/stop', { on: '2026-06-13', reason: '县里收回' })
  expect(stopped.status).toBe(200)
  await aWording(admin, await hall.roleCaller('supervisor'))
}

/** The next wording of a paper is begun, looked for and published. */
async function aWording(admin: Caller, supervisor: Caller): Promise<void> {
  const { id, rev } = (await admin.command('/api/wordings/void/draft')).body
  await admin.command(`/api/wording-drafts/${id}/submit`, { expectedVersion: rev })
  await supervisor.command(`/api/wording-drafts/${id}/publish`, { expectedVersion: rev + 1 })
  await admin.get('/api/wordings')
  expect((await admin.get('/api/wordings/void')).body.versions).toHaveLength(1)
}

/** A letter is logged, handed to its unit, answered, told and counted. */
async function aLetter(hall: Hall): Promise<void> {
  const clerk = await hall.roleCaller('clerk')
  const words = { topic: 'help', isAboutStaff: false, text: '路灯不亮', name: '示例甲', phone: '' }
  const letter = { ...words, channel: 'phone', address: '' }
  const { id, number, queryCode: code } = (await clerk.command('/api/letters', letter)).body
  await clerk.command(`/api/letters/${id}/assign`, { unit: 'MZ' })
  const handler = await hall.signIn('mz')
  await handler.command(`/api/letters/${id}/take`)
  await handler.command(`/api/letters/${id}/answer`, { text: '已修' })
  await (await hall.roleCaller('leader')).command(`/api/letters/${id}/sign`)
  await clerk.post(`/api/letters/${id}/reveal`, { field: 'name', purpose: '回电' })
  expect((await clerk.command(`/api/letters/${id}/reply`, { way: 'read_out' })).status).toBe(200)
  await clerk.command(`/api/letters/${id}/draft-publication`, { question: '路灯不亮', answer: '已修' })
  await (await hall.roleCaller('leader')).command(`/api/letters/${id}/publish`)
  expect((await hall.anonymous.get('/api/say/answers')).body.items).toHaveLength(1)
  expect((await hall.anonymous.get('/api/say/answers?cursor=2026-06-13~a')).body.items).toHaveLength(1)
  expect((await (await hall.roleCaller('supervisor')).get('/api/looks/idle')).status).toBe(200)
  await clerk.command('/api/book-readings', { count: 1 })
  expect((await clerk.get('/api/book-readings')).status).toBe(200)
  await clerk.command('/api/box-openings', { second: id, count: 0 })
  await hall.anonymous.post('/api/track/letter', { number, code })
  await hall.anonymous.post('/api/track/letter/looks', { number, code })
  await hall.anonymous.command('/api/say', words)
  for (const query of [
    '',
    '?light=red',
    '?channel=phone&cursor=1~a',
    '?status=replied',
    '?open=no',
    '?order=yes',
  ])
    expect((await clerk.get(`/api/letters${query}`)).status).toBe(200)
  expect((await handler.get('/api/letters')).status).toBe(200)
  for (const url of ['/api/letters/count?from=2026-06-01&to=2026-06-30', '/api/duty', '/api/box-openings'])
    expect((await clerk.get(url)).status).toBe(200)
}

/** A sheet of an old ledger comes in, and one of its cases is found. */
async function aLedger(hall: Hall): Promise<void> {
  const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
  const rows = [
    ['旧编号', '事项', '姓名', '身份证号', '收件日期', '承诺日期'],
    ['民-1', 'MZ-001', '示例甲', '999999199001010016', '2026-06-03', '2026-06-30'],
  ].map((cells, place) => ({ line: place + 1, cells }))
  const { id } = (await admin.command('/api/ledgers', { fileName: 'a.csv', rows })).body
  await admin.get('/api/ledgers')
  const { preview } = (await supervisor.get(`/api/ledgers/${id}/preview`)).body
  expect((await supervisor.command(`/api/ledgers/${id}/import`, { preview })).status).toBe(200)
  const { items } = (await supervisor.post('/api/cases/find', { find: '民-1' })).body
  expect((await supervisor.get(`/api/cases/${items[0].id}`)).body.oldNumber).toBe('民-1')
}

/** A point registers, is visited and asks what it missed; its phone is lost, hands over, and a slip of it is entered again. */
async function aPoint(hall: Hall): Promise<void> {
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const command = aRegistration()
  const { header } = command
  const asked = uuidv7()
  const consulted = { person: '示例丁', item: null, question: '问', answer: '答', isReferred: false }
  const { leases: numbers = [] } = await sync(agent, [command, aConsultation(consulted, asked)], {
    leases: { requestId: uuidv7(), free: 0 },
  })
  await putFile(hall, agent, SIGNATURE)
  const gone = [{ id: uuidv7(), number: numbers[1] ?? null }]
  await sync(agent, [freeze('command.withdraw', { command: uuidv7() })], {
    known: [header['id']],
    waiting: [{ id: header['id'], isHanded: false }],
    table: { free: numbers.slice(2, 4), kept: [], gone },
  })
  const cases = [header['caseId']]
  expect((await agent.post('/api/walks', { cases })).status).toBe(200)
  const right = { question: '问', answer: '另答', isReferred: false, reason: '说漏了' }
  expect((await agent.command(`/api/log-book/consultations/${asked}/correct`, right)).status).toBe(200)
  const visit = { cases: [{ case: header['caseId'], way: 'up' }] }
  expect((await agent.command('/api/visits', visit)).status).toBe(200)
  await agent.get('/api/visits')
  await supervisor.command(`/api/devices/${phone.deviceId}/lost`, { reason: '掉在河里' })
  const { staffId } = (await hall.signIn('v05').then((other) => other.get('/api/sessions/own'))).body
  const lost = await phone.lost()
  const late = aRegistration()
  const handed = await lost.post('/sync/lost', {
    protocol: 1,
    nonce: uuidv7(),
    deviceNow: FRIDAY,
    commands: [{ author: staffId, ...late }],
    free: numbers.slice(2, 3),
    left: { commands: 0, files: 0 },
  })
  expect(handed.body.wipe).toBe(true)
  const other = await hall.signIn('v05')
  await other.get('/api/village-attention/own')
  const confirm = `/api/village-attention/${late.header['id']}/confirm`
  expect((await other.command(confirm, { isOwn: false })).status).toBe(200)
  for (const url of ['/api/points/paper-work', '/api/points/unsure-times', '/api/withdrawals'])
    expect((await supervisor.get(url)).status).toBe(200)
  const slip = {
    item: 'MZ-013',
    applicant: { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
    materials: [{ name: '居民身份证', state: 'received' }],
    number: numbers[1],
  }
  expect((await supervisor.command('/api/points/paper-work/cases', slip)).status).toBe(200)
}

const aConsultation = (words: Record<string, unknown>, id: string) =>
  freeze('consult.log', words, { caseId: id, seq: 2 })

async function aSmallDay(hall: Hall): Promise<void> {
  await someBookings(hall)
  await aPoint(hall)
  await aCase(hall)
  await aCatalogue(hall)
  await aLetter(hall)
  await aLedger(hall)
  const wall = await hall.device('wall')
  const screen = await watch(hall, { as: 'wall', cookie: wall.cookie })
  screen.say({ type: 'subscribe', topics: [{ topic: 'hall' }] })
  await screen.next(({ type }) => type === 'snapshot')
  const kiosk = await hall.device('kiosk')
  const clerk = await hall.clerkAt(1)
  const desk = await watch(hall, { as: 'staff', cookie: clerk.cookie })
  desk.say({ type: 'subscribe', topics: [{ topic: 'window:1' }] })
  await desk.next(({ type }) => type === 'snapshot')
  const issued = []
  for (const topic of ['relief', 'social', 'relief', 'farm', 'relief', 'relief']) {
    hall.clock.forward(5_000)
    issued.push((await kiosk.command('/api/tickets', { topic, cls: 'ordinary' })).body)
  }
  const next = async (body = {}) => (await clerk.command('/api/windows/1/next', body)).body.ticket
  const atTicket = (id: string, action: string, body = {}) =>
    clerk.command(`/api/tickets/${id}/${action}`, body)
  const first = await next()
  hall.clock.forward(31_000)
  await atTicket(first.id, 'recall')
  await atTicket(first.id, 'miss', { isConfirmed: true })
  await kiosk.command('/api/tickets/kiosk-rejoin', { number: first.number })
  const second = await next()
  await atTicket(second.id, 'undo-call')
  const again = await next()
  await atTicket(again.id, 'start')
  await atTicket(again.id, 'hold', { reason: '取材料' })
  const third = await next()
  await atTicket(third.id, 'start')
  await atTicket(third.id, 'transfer', { to: { topic: 'family' } })
  await atTicket(again.id, 'return')
  await atTicket(again.id, 'start')
  await next({ finish: { outcome: 'consulted' } })
  await clerk.get(`/api/tickets/${again.id}/why`)
  await kiosk.command(`/api/print-jobs/${issued[0]?.printJobId}/report`, { state: 'failed' })
  const anew = (await kiosk.command(`/api/print-jobs/${issued[1]?.printJobId}/again`)).body
  await kiosk.command(`/api/print-jobs/${anew.printJobId}/report`, { state: 'printed' })
  await clerk.get(`/api/tickets/${issued[1]?.ticketId}/papers`)
  await kiosk.command('/api/help')
  const away = await offlineKiosk(hall, 'away')
  await away.sync(away.take({ replaces: newId() }), { kind: 'nonsense' })
  for (const url of [
    '/api/hall',
    '/api/windows',
    '/api/cases',
    '/api/board',
    '/api/guide',
    '/api/items?find=db',
  ])
    await clerk.get(url)
  for (const url of [
    '/api/supervise',
    '/api/supervise/hall',
    '/api/supervise/on-time',
    '/api/points',
    '/api/points/relatives',
    '/api/call-backs',
    '/api/village-attention',
    '/api/points/05/numbers',
    '/api/points/05/findings',
    '/api/village-points',
    '/api/ratings',
    '/api/cases',
    '/api/board',
    '/api/orders',
    '/api/results?news=to_call',
    '/api/results?news=told&cursor=1~a',
    '/api/approvals',
    '/api/cases?order=yes&limit=5',
    '/api/cases?approval=yes&cursor=1~a',
    '/api/cases?duplicate=yes&limit=5',
    '/api/cases?item=MZ-001',
    '/api/cases?channel=village',
    '/api/cases?light=paused&counts=yes',
    '/api/cases?item=MZ-001&counts=yes',
    '/api/cases?approval=yes&counts=yes',
    '/api/cases?channel=village&counts=yes',
    '/api/cases?status=decided&counts=yes',
    '/api/cases?status=decided&item=MZ-001&order=yes&counts=yes',
    '/api/cases?light=none&unit=MZ',
    '/api/cases?light=done&village=05',
    '/api/cases?open=no',
    '/api/orders?unit=MZ&cursor=2026-06-12T01:00:00.000Z~a',
  ])
    await (await hall.roleCaller('supervisor')).get(url)
  await clerk.post('/api/cases/alike', { item: 'MZ-001', idNo: '999999199001010016' })
  await (await hall.roleCaller('handler')).get('/api/subtasks')
  await (await hall.roleCaller('agent')).get('/api/log-book')
  await (await hall.roleCaller('agent')).get('/api/errands')
  await hall.anonymous.post('/api/track/ticket', { token: issued[5]?.token })
  hall.clock.forward(120_000)
  await hall.server.jobs.run()
  hall.clock.to('2026-06-13T01:00:00.000Z')
  await hall.server.jobs.run()
  readReports(hall)
}

// Reports are read by a thread, whose statements are not noted; so the same readers run here.
function readReports({ dataDir, clock }: Hall): void {
  const period = {
    from: '2026-06-01' as PlainDate,
    to: '2026-06-30' as PlainDate,
    judged: 'own_time',
  } as const
  readSnapshot(`${dataDir}/counter.db`, clock.now(), (tx) => [
    REPORT_READERS.hall(tx, { span: 'week', day: period.from }),
    REPORT_READERS.cases(tx, { ...period, unit: null }),
    REPORT_READERS.cases(tx, { ...period, unit: 'LY' as UnitCode }),
  ])
}

function plan(database: Database.Database, { text, values }: Executed): string[] {
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

// A walk along an index or the row ids that stops at its LIMIT reads a few rows, however long the table is.
function stopsAtLimit(text: string, details: readonly string[]): boolean {
  return (
    /\blimit\b/i.test(text) &&
    !/\bwhere\b/i.test(text) &&
    !details.some((detail) => detail.includes('TEMP B-TREE'))
  )
}

/** Indexes that hold only what is open now: a handful of rows, however long the table is. */
const OPEN_ONLY =
  /INDEX (duty_one_per_|ticket_waiting|ticket_live|booking_open|booking_with_person|lease_open|lease_attention_open|village_attention_open|village_finding_open|rating_open|case_clock_next_mark|letter_next_mark|case_with_approval|case_of_result|case_hand_over|case_with_order|case_with_duplicate|case_with_withdrawal|order_open|order_open_of_unit|catalogue_draft_open)/

/** What is old enough goes each day, and only the codes of cases that are still open stay: before that instant lies little. */
const SWEPT =
  /INDEX (receipt_by_age \(at<\?\)|village_attention_settled \(settled_at<\?\)|village_(receipt|taken_back)_at \(at<\?\))/

// "Everything before" reads the whole past, although it is called a search.
function readsWholeTable(detail: string): boolean {
  const [, verb, table] = /^(SCAN|SEARCH) "?(\w+)"?/.exec(detail) ?? []
  if (table === undefined || !GROWING.includes(table) || OPEN_ONLY.test(detail) || SWEPT.test(detail))
    return false
  return verb === 'SCAN' || /\(\w+<\?\)/.test(detail)
}

// Rows by their ids are a page that is known already, and of a name all cases are put in order before one is read whole.
function isPageOfCases(text: string): boolean {
  return (
    /from "case" .*order by "case"."list_key" asc/is.test(text) && !/"case"\."(id|person)" in \(/i.test(text)
  )
}

test('[U34] no statement of a day scans a table that grows, and a page of cases is read in the order of an index', async () => {
  const noted = noteStatements()
  const hall = await startHall()
  await aSmallDay(hall)
  // Temporary tables hold the rows of one use case and are not there for another connection.
  const readable = [...noted.values()].filter(
    ({ text }) => /^\s*(select|update|delete|with)/i.test(text) && !/\btemp\./.test(text),
  )
  expect(readable.length).toBeGreaterThan(40)
  const database = new Database(`${hall.dataDir}/counter.db`, { readonly: true })
  const scans = readable.flatMap((executed) => {
    const details = plan(database, executed)
    const bad = details.filter(readsWholeTable)
    return bad.length === 0 || stopsAtLimit(executed.text, details)
      ? []
      : [`${executed.text.replaceAll(/\s+/g, ' ').slice(0, 300)} -> ${bad.join('; ')}`]
  })
  const pages = readable.filter(({ text }) => isPageOfCases(text))
  const sorted = pages.filter((executed) => plan(database, executed).join().includes('TEMP B-TREE'))
  database.close()
  expect(scans).toEqual([])
  // Lights, statuses, places, items, channels and flags, each with and without another.
  expect(pages.length).toBeGreaterThan(15)
  expect(sorted.map(({ text }) => text.slice(text.indexOf(' where ')))).toEqual([])
})

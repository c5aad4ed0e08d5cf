import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { findBrokenAudit } from '../src/store/audit.ts'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { deskAt } from './desk.ts'

const APPLICANT = {
  name: '示例金丝雀',
  idNo: '999999199001010024',
  phone: '19900007391',
  village: '05',
  address: '示例巷七十三号',
} as const
const SPOKEN = ['病历写在备注里', '不想办了', '评价里的话']

/** One case that ended in June 2026 and one that goes on; then ten years and a day pass. */
async function tenYearsLater() {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const old = await receive(clerk, 'LY-001', 'accept', { applicant: APPLICANT, note: SPOKEN[0] })
  const open = await receive(clerk, 'LY-001', 'accept', { applicant: APPLICANT })
  const { id } = old.case.row
  await act(clerk, id, 'withdraw', { reason: SPOKEN[1] })
  hall.clock.to('2036-06-13T01:40:00.000Z')
  return { hall, id: id as string, kept: open.case.row.id as string }
}

const countsOf = (body: { lines: { kind: string; count: number }[] }) =>
  Object.fromEntries(body.lines.map(({ kind, count }) => [kind, count]))

const tellAll = (hall: Hall, sql: string) =>
  hall.server.counter.deps.store.read((tx) => tx.sql.prepare(sql).pluck().all())

describe('data whose time is over', () => {
  test('[C1501] are counted by class, asked for by one person and removed by another; the record stays whole', async () => {
    const { hall, id, kept } = await tenYearsLater()
    const [admin, supervisor] = [await hall.signIn('admin'), await hall.signIn('supervisor')]
    const plan = { drafts: 0, bookings: 0, ratings: 0, cases: 1, letters: 0, petitions: 0 }
    expect(countsOf((await admin.get('/api/retention')).body)).toEqual(plan)
    const entered = await admin.command('/api/retention')
    const [run] = entered.body.runs
    expect(run).toMatchObject({ state: 'entered', settledBy: null })
    expect((await admin.command('/api/retention')).body.code).toBe('retention.already_entered')
    const events = tellAll(hall, 'SELECT id FROM case_event ORDER BY seq')

    const press = '019eb2a0-0000-7000-8000-00000000aaaa'
    const done = await supervisor.command(`/api/retention/${run.id}/run`, {}, press)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(done.body.runs[0]).toMatchObject({ state: 'done' })
    expect(countsOf(done.body)).toEqual({ ...plan, cases: 0 })
    expect((await supervisor.command(`/api/retention/${run.id}/run`, {}, press)).body.runs).toEqual(
      done.body.runs,
    )
    expect((await supervisor.command(`/api/retention/${run.id}/run`)).body.code).toBe('retention.settled')

    // The page of the case still opens and names nobody; the open case is as it was.
    const page = (await supervisor.get(`/api/cases/${id}`)).body
    expect(page.applicant).toEqual({
      name: '***',
      idNo: null,
      phone: null,
      village: '05',
      address: null,
      contact: null,
    })
    expect(JSON.stringify(page)).not.toContain(SPOKEN[0])
    expect((await supervisor.get(`/api/cases/${kept}`)).body.applicant.name).toBe('示***雀')
    const print = await supervisor.command(`/api/cases/${id}/papers/${page.papers[0].id}/print`)
    expect(print.status).toBe(404)

    // Events and audit chain stay; the removal stands in the journal with counts alone (I41).
    expect(tellAll(hall, 'SELECT id FROM case_event ORDER BY seq')).toEqual(events)
    const { store } = hall.server.counter.deps
    expect(store.read((tx) => findBrokenAudit(tx, 10_000))).toBeNull()
    expect(tellAll(hall, "SELECT type FROM journal WHERE type LIKE 'retention.%' ORDER BY seq")).toEqual([
      'retention.entered',
      'retention.done',
    ])
  })

  test('[C1501, P46, I41] leave no byte of theirs in the file once both kinds have gone', async () => {
    const { hall, kept } = await tenYearsLater()
    await act(await hall.signIn('clerk1'), kept, 'withdraw', { reason: SPOKEN[1] })
    hall.clock.to('2046-06-15T01:40:00.000Z')
    const sealed = tellAll(hall, 'SELECT hex(id_no_enc) FROM person') as string[]
    const run = (await (await hall.signIn('admin')).command('/api/retention')).body.runs[0]
    // A report that goes on reading the log holds up no answer (P46).
    const report = new Database(join(hall.dataDir, 'counter.db'), { readonly: true })
    report.prepare('BEGIN').run()
    report.prepare('SELECT count(*) FROM case_text').get()
    const ran = await (await hall.signIn('supervisor')).command(`/api/retention/${run.id}/run`)
    expect([ran.status, ran.body.runs[0].state]).toEqual([200, 'done'])
    report.close()
    expect(tellAll(hall, 'SELECT count(*) FROM case_text')).toEqual([0])
    // The tick empties the log, within office hours too (P46).
    await hall.server.jobs.run()
    const bytes = Buffer.concat(
      readdirSync(hall.dataDir)
        .filter((name) => name.startsWith('counter.db'))
        .map((name) => readFileSync(join(hall.dataDir, name))),
    )
    expect(sealed).toHaveLength(2)
    expect(sealed.filter((hex) => bytes.includes(Buffer.from(hex, 'hex')))).toEqual([])
  })

  test('[C1501] what a reprint was answered goes with the paper', async () => {
    const { hall, id } = await tenYearsLater()
    const [admin, supervisor] = [await hall.signIn('admin'), await hall.signIn('supervisor')]
    const [paper] = (await supervisor.get(`/api/cases/${id}`)).body.papers
    const press = '019eb2a0-0000-7000-8000-00000000bbbb'
    await supervisor.command(`/api/cases/${id}/papers/${paper.id}/print`, {}, press)
    const answered = `SELECT count(*) FROM receipt WHERE command_id = '${press}'`
    expect(tellAll(hall, answered)).toEqual([1])
    const [run] = (await admin.command('/api/retention')).body.runs
    await supervisor.command(`/api/retention/${run.id}/run`)
    expect(tellAll(hall, answered)).toEqual([0])
  })

  test('[C1501] nothing is asked for when nothing is old, and neither alone can have it removed', async () => {
    const hall = await startHall()
    const [admin, supervisor] = [await hall.signIn('admin'), await hall.signIn('supervisor')]
    expect((await admin.command('/api/retention')).body.code).toBe('retention.nothing')
    expect((await supervisor.command('/api/retention')).status).toBe(403)
    const unknown = '019eb2a0-0000-7000-8000-00000000dead'
    expect((await admin.command(`/api/retention/${unknown}/run`)).status).toBe(403)
    expect((await supervisor.command(`/api/retention/${unknown}/run`)).status).toBe(404)
  })

  test('[C1501] what was asked for may be taken back and asked for again', async () => {
    const { hall } = await tenYearsLater()
    const admin = await hall.signIn('admin')
    const [run] = (await admin.command('/api/retention')).body.runs
    const taken = await admin.command(`/api/retention/${run.id}/withdraw`)
    expect(taken.body.runs[0]).toMatchObject({ state: 'withdrawn' })
    expect((await admin.command('/api/retention')).body.runs).toHaveLength(2)
  })

  test('[C1501] a letter loses its words and its writer, and its page still opens', async () => {
    const hall = await startHall()
    const clerk = await hall.signIn('clerk1')
    const letter = { channel: 'phone', topic: 'help', isAboutStaff: false, ...APPLICANT, text: '路灯不亮' }
    const { idNo: _, village: __, ...body } = letter
    const { id, paper } = (await clerk.command('/api/letters', body)).body
    const first = await hall.signIn('supervisor')
    const other = { name: '雀乙', phone: '19900007392', address: '', reason: '登成了另一人' }
    await first.command(`/api/letters/${id}/correct-writer`, other)
    await first.command(`/api/letters/${id}/correct-writer`, { ...other, name: '雀丙' })
    const named = () => tellAll(hall, "SELECT count(*) FROM person WHERE name_masked <> '***'")[0]
    expect(named()).toBe(3)
    await clerk.command(`/api/letters/${id}/redirect`, { organ: '县水务局' })
    hall.clock.to('2036-06-13T01:40:00.000Z')
    const [admin, supervisor] = [await hall.signIn('admin'), await hall.signIn('supervisor')]
    const entered = (await admin.command('/api/retention')).body
    expect(countsOf(entered)).toMatchObject({ cases: 0, letters: 1 })
    const done = await supervisor.command(`/api/retention/${entered.runs[0].id}/run`)
    expect(countsOf(done.body)).toMatchObject({ letters: 0 })
    // Also those whom a correction named in between (C302).
    expect(named()).toBe(0)
    const page = await supervisor.get(`/api/letters/${id}`)
    expect(page.status).toBe(200)
    expect(JSON.stringify(page.body)).not.toMatch(/路灯|县水务局|雀|7391/)
    const print = await supervisor.command(`/api/letters/${id}/papers/${paper}/print`)
    expect(print.body.code).toBe('print.not_found')
  })

  test('[C1501] drafts go by themselves in the night after their thirty days, or as many as the setting says', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { ticketId } = await desk.take('relief')
    const clerk = await hall.signIn('clerk1')
    const { name, idNo, phone, village } = APPLICANT
    const typed = { item: null, name, idNo, idNote: '', phone, village, agent: '', note: '', marks: {} }
    const kept = await clerk.command('/api/drafts', { ticketId, content: typed })
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    const drafts = async (at: string) => {
      hall.clock.to(at)
      await hall.server.jobs.run()
      return tellAll(hall, 'SELECT count(*) FROM draft')[0]
    }
    expect(await drafts('2026-07-12T01:39:00.000Z')).toBe(1)
    // Where the centre keeps them longer ⚙ they stay until then.
    const admin = await hall.signIn('admin')
    const asked = { value: 31, reason: '农忙' }
    expect((await admin.command('/api/settings/retention.drafts', asked)).status).toBe(200)
    expect(await drafts('2026-07-13T01:39:00.000Z')).toBe(1)
    expect(await drafts('2026-07-14T01:41:00.000Z')).toBe(0)
  })

  test('[C1501, C1003] a rating loses its words, its number and the words about it, and keeps its level', async () => {
    const hall = await startHall()
    const desk = await deskAt(hall, 1)
    const { token } = await desk.take()
    const { id } = (await desk.next()).body.ticket
    await desk.act(id, 'start')
    await desk.act(id, 'finish', { outcome: 'consulted' })
    const said = { token, level: 5, reasons: [], text: SPOKEN[2], phone: APPLICANT.phone }
    expect((await hall.anonymous.command('/api/ratings', said)).status).toBe(200)
    hall.clock.to('2029-06-13T01:40:00.000Z')
    const [admin, supervisor] = [await hall.signIn('admin'), await hall.signIn('supervisor')]
    const entered = (await admin.command('/api/retention')).body
    expect(countsOf(entered)).toMatchObject({ ratings: 1, cases: 0 })
    const done = await supervisor.command(`/api/retention/${entered.runs[0].id}/run`)
    expect(countsOf(done.body)).toMatchObject({ ratings: 0 })
    expect(tellAll(hall, 'SELECT level FROM rating')).toEqual([5])
    expect(tellAll(hall, 'SELECT count(*) FROM rating WHERE text_enc IS NOT NULL')).toEqual([0])
    expect(tellAll(hall, 'SELECT count(*) FROM rating_follow_up WHERE phone_enc IS NOT NULL')).toEqual([0])
    const board = (await supervisor.get('/api/ratings')).body
    expect(JSON.stringify(board)).not.toContain(SPOKEN[2])
    // A level is nobody's to change (C1003).
    const change = hall.server.counter.deps.store.write(
      (tx) => void tx.sql.prepare('UPDATE rating SET level = 1').run(),
    )
    await expect(change).rejects.toThrow('never changes')
  })
})

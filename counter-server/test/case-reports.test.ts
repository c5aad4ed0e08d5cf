import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { type Answer, type Caller, type Hall, startHall } from './app.ts'
import { enter, preview, publish, THE_18TH } from './calendar-change.ts'
import { act, receive } from './case-files.ts'
import { parseCsv, tableOf } from './report-tables.ts'
import { unzip } from './unzip.ts'
import { fromVillage } from './village-case.ts'

const JUNE = { from: '2026-06-01', to: '2026-06-30' }
const ask = (
  caller: Caller,
  { from, to, judged = 'own_time' }: { from: string; to: string; judged?: string },
) => caller.get(`/api/reports/cases?from=${from}&to=${to}&judged=${judged}`)

/**
 * Friday 12 June: two cases of the forestry unit, of which one is decided at once and the other on Tuesday the 23rd, a day
 * late; one finished on the spot; one from village 05, which nobody looked at, so that silence accepted it.
 */
async function someCases(): Promise<Hall> {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const first = (await receive(clerk, 'LY-001', 'accept')).case.row
  const second = (await receive(clerk, 'LY-001', 'accept')).case.row
  await receive(clerk, 'SB-005', 'finish_on_spot', { result: '已打印证明' })
  await fromVillage(hall)
  await act(await hall.signIn('ly'), first.id, 'decide', { decision: 'granted', result: '同意' })
  hall.clock.to('2026-06-23T02:00:00.000Z')
  await hall.server.jobs.run()
  await act(await hall.signIn('ly'), second.id, 'decide', { decision: 'granted', result: '同意' })
  return hall
}

const byKey = (report: Answer, table: string) =>
  new Map(tableOf(report, table).map((row) => [row['key'], row] as const))

describe('the report of cases', () => {
  test('[C707, C801] a month by hand: every unit and village stands in it with its zeros', async () => {
    const hall = await someCases()
    const report = await ask(await hall.signIn('supervisor'), JUNE)
    expect(report.status, JSON.stringify(report.body)).toBe(200)
    expect(report.body).toMatchObject({ ...JUNE, isFinished: false, judged: 'own_time', unit: null })
    // In time: at once, and on the spot. Three decisions get no percentage. Days: none, and 15, 16, 17, 18, 22, 23.
    expect(tableOf(report, 'cases_whole')).toMatchObject([
      {
        received: 4,
        accepted: 4,
        decided: 3,
        otherwise: 0,
        open: 1,
        overdue: 0,
        on_spot: 1,
        on_spot_share: 'few',
        on_time: 2,
        on_time_share: 'few',
        days_n: 2,
        days_mean: 3,
      },
    ])
    const units = byKey(report, 'cases_unit')
    expect([...units.keys()]).toEqual(['CZ', 'DZ', 'JS', 'LY', 'MZ', 'NJ', 'SB', 'ZZ'])
    expect(units.get('LY')).toMatchObject({
      received: 2,
      decided: 2,
      on_time: 1,
      on_time_share: 'few',
      open: 0,
    })
    expect(units.get('MZ')).toMatchObject({ received: 1, accepted: 1, decided: 0, open: 1 })
    expect(units.get('ZZ')).toMatchObject({ received: 0, decided: 0, on_time_share: null, days_mean: null })
    const villages = byKey(report, 'cases_village')
    expect(villages.size).toBe(12)
    expect([villages.get('centre'), villages.get('05'), villages.get('11')]).toMatchObject([
      { received: 3 },
      { received: 1, name: '石桥村' },
      { received: 0 },
    ])
    expect(tableOf(report, 'cases_channel').map(({ key, received }) => [key, received])).toEqual([
      ['window', 3],
      ['village', 1],
    ])
    expect(tableOf(report, 'cases_item').map(({ key, decided }) => [key, decided])).toEqual([
      ['LY-001', 2],
      ['MZ-001', 0],
      ['SB-005', 1],
    ])
  })

  test('[C707] a quarter has its months; what stands at the end of May is nothing', async () => {
    const hall = await someCases()
    const report = await ask(await hall.signIn('leader'), { from: '2026-04-01', to: '2026-06-30' })
    expect(
      tableOf(report, 'cases_month').map(({ key, received, decided, open }) => [
        key,
        received,
        decided,
        open,
      ]),
    ).toEqual([
      ['2026-04', 0, 0, 0],
      ['2026-05', 0, 0, 0],
      ['2026-06', 4, 3, 1],
    ])
  })

  test('[C402, C202] a handler has the own unit, a leader nobody’s conversions, others nothing', async () => {
    const hall = await someCases()
    const handler = await hall.signIn('ly')
    const own = await ask(handler, JUNE)
    expect(own.body.unit).toBe('LY')
    expect(tableOf(own, 'cases_whole')).toMatchObject([{ received: 2, decided: 2, open: 0 }])
    expect([...byKey(own, 'cases_unit').keys()]).toEqual(['LY'])
    expect(byKey(own, 'cases_item').size).toBe(1)
    const names = ({ body }: Answer) => body.tables.map(({ name }: { name: string }) => name)
    const leader = await hall.signIn('leader')
    for (const seen of [own, await ask(leader, JUNE)]) expect(names(seen)).not.toContain('cases_staff')
    const wish = { ...JUNE, table: 'cases_staff', format: 'csv' }
    for (const caller of [handler, leader])
      expect((await caller.post('/api/reports/cases/export', wish)).body.code).toBe('session.forbidden')
    for (const name of ['clerk1', 'v05', 'admin'])
      expect((await ask(await hall.signIn(name), JUNE)).status).toBe(403)
  })

  test('[C202] conversions stand with the clerk who made them, for the supervisor alone', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(2)
    const { case: found } = await receive(clerk, 'SB-005')
    await act(clerk, found.row.id, 'convert', { reason: '系统停机' })
    const report = await ask(await hall.signIn('supervisor'), JUNE)
    expect(tableOf(report, 'cases_staff')).toMatchObject([
      { name: '2号窗口值班员', converted: 1, second_notices: 0 },
    ])
    expect(byKey(report, 'cases_item').get('SB-005')).toMatchObject({ converted: 1, open: 1 })
  })

  test('[C605] a later notice moves no verdict; judged by the rules of today it is told apart', async () => {
    const hall = await someCases()
    const supervisor = await hall.signIn('supervisor')
    const { id } = (await enter(await hall.roleCaller('admin'), THE_18TH)).body
    const seen = await preview(supervisor, id)
    expect((await publish(supervisor, id, seen.id)).status).toBe(200)
    await hall.server.jobs.run()
    // With the 18th off, the 23rd was the due day, and one day less was used.
    const whole = async (judged: string) => tableOf(await ask(supervisor, { ...JUNE, judged }), 'cases_whole')
    expect(await whole('own_time')).toMatchObject([{ on_time: 2, days_mean: 3 }])
    expect(await whole('today')).toMatchObject([{ on_time: 3, days_mean: 2.5 }])
  })

  test('[C707] a period that ends before it begins, or spans more than three years, is refused', async () => {
    const hall = await startHall()
    const supervisor = await hall.signIn('supervisor')
    for (const [from, to] of [
      ['2026-06-02', '2026-06-01'],
      ['2023-06-01', '2026-06-02'],
    ] as const)
      expect((await ask(supervisor, { from, to })).body.code).toBe('request.invalid')
    expect((await ask(supervisor, { from: '2026-06-01', to: '2026-06-01' })).status).toBe(200)
  })
})

test('[S29, C707] the month on the board is the month of the report, with the months before it and the target', async () => {
  const hall = await someCases()
  const leader = await hall.signIn('leader')
  const now = await leader.get('/api/supervise/on-time')
  expect(now.status).toBe(200)
  expect(now.body).toMatchObject({ from: '2026-06-01', to: '2026-06-30', target: 95 })
  const report = await ask(leader, JUNE)
  const shares = (answer: Answer, table: string) =>
    tableOf(answer, table).map(({ key, decided, on_time, on_time_share }) => [
      key,
      decided,
      on_time,
      on_time_share,
    ])
  expect(shares(now, 'cases_unit')).toEqual(shares(report, 'cases_unit'))
  expect(shares(now, 'cases_village')).toEqual(shares(report, 'cases_village').slice(1))
  expect(shares(now, 'cases_month').slice(-2)).toEqual([
    ['2026-05', 0, 0, null],
    ['2026-06', 3, 2, 'few'],
  ])
  expect((await (await hall.signIn('ly')).get('/api/supervise/on-time')).status).toBe(403)
})

describe('files of cases', () => {
  const ORIGIN = 'http://127.0.0.1:8080'

  async function fileOf(hall: Hall, caller: Caller, format: string): Promise<Buffer> {
    const answer = await hall.server.counter.app.inject({
      method: 'POST',
      url: '/api/reports/cases/export',
      headers: { origin: ORIGIN, 'x-actor': 'staff', cookie: caller.cookie },
      payload: { ...JUNE, table: 'cases_unit', format },
    })
    expect(answer.statusCode).toBe(200)
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      `办件按单位_2026-06-01_2026-06-30.${format}`,
    )
    return answer.rawPayload
  }

  test('[P36, K52] CSV, workbook and Word file have the figures of the screen, and each leaves an audit row', async () => {
    const hall = await someCases()
    const supervisor = await hall.signIn('supervisor')
    const { columns, rows } = (await ask(supervisor, JUNE)).body.tables.find(
      ({ name }: { name: string }) => name === 'cases_unit',
    )
    const shown = rows.map(({ name, cells }: { name: string; cells: unknown[] }) => [
      name,
      ...cells.map((cell) => (cell === 'few' ? '样本少' : cell)),
    ])
    const asText = (empty: string) => shown.map((row: unknown[]) => row.map((cell) => String(cell ?? empty)))

    const [heading, ...csv] = parseCsv((await fileOf(hall, supervisor, 'csv')).toString('utf8').slice(1))
    expect(heading).toHaveLength(columns.length + 1)
    expect(csv).toEqual(asText(''))
    const [, ...sheet] = await readSheet(await fileOf(hall, supervisor, 'xlsx'))
    expect(sheet).toEqual(shown)

    const xml =
      unzip(await fileOf(hall, supervisor, 'docx'))
        .get('word/document.xml')
        ?.toString('utf8') ?? ''
    const lines = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([line]) =>
      [...line.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text),
    )
    expect(lines.slice(1)).toEqual(asText('–'))
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
    for (const part of [
      '统计期间：2026-06-01 至 2026-06-30（未完）',
      '统计时间：2026-06-23 10:00',
      '按时口径：按办结时的规则',
      '制表岗位：中心负责人',
    ])
      expect(words).toContain(part)

    const audit = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT subject, result FROM audit WHERE action = 'report.export'").all(),
    )
    const subject = 'cases_unit:2026-06-01:2026-06-30:own_time'
    expect(audit).toEqual(['csv', 'xlsx', 'docx'].map((result) => ({ subject, result })))
  })

  test('[U39] a file for anybody hides small counts and what would give them away; zeros stand', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const spot = { result: '已打印证明', delivery: { way: 'collect', receiver: '示例甲' } }
    for (let n = 0; n < 6; n += 1) await receive(clerk, 'SB-005', 'finish_on_spot', spot)
    await receive(clerk, 'LY-001', 'accept')
    const supervisor = await hall.signIn('supervisor')
    const wish = { ...JUNE, table: 'cases_unit', format: 'csv', isPublic: true }
    const { body } = await supervisor.post('/api/reports/cases/export', wish)
    const rows = new Map(parseCsv(body.slice(1)).map(([name, ...cells]) => [name, cells] as const))
    expect(rows.get('办件按单位')).toEqual([
      '收件',
      '受理',
      '办结',
      '即办',
      '按时',
      '按时 %',
      '平均用时（工作日）',
    ])
    // One case of the forestry unit is hidden, and with it the six of the other, for seven were received in all.
    expect(rows.get('社保所')).toEqual(['不显示', '不显示', '6', '6', '6', '100', ''])
    expect(rows.get('林业站')).toEqual(['<5', '<5', '0', '0', '0', '', ''])
    expect(rows.get('民政办')).toEqual(['0', '0', '0', '0', '0', '', ''])
    const staff = await supervisor.post('/api/reports/cases/export', { ...wish, table: 'cases_staff' })
    expect(staff.body.code).toBe('session.forbidden')
    const audit = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT subject FROM audit WHERE action = 'report.export'").pluck().all(),
    )
    expect(audit).toEqual(['cases_unit:2026-06-01:2026-06-30:own_time:public'])
  })
})

import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import { expect, test } from 'vitest'
import { A_CALL } from './a-letter.ts'
import { type Answer, type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { parseCsv, tableOf } from './report-tables.ts'

const JUNE = { from: '2026-06-01', to: '2026-06-30' }
const SILENT = { reasons: [], text: '', phone: '' }
const ask = (caller: Caller) => caller.get(`/api/reports/cases?from=${JUNE.from}&to=${JUNE.to}`)

async function rate(hall: Hall, token: string, level: RatingLevel | null): Promise<void> {
  if (level === null) return
  const answer = await hall.anonymous.command('/api/ratings', { token, level, ...SILENT })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/**
 * Friday 12 June: certificates finished on the spot, one for each level that is given; and one felling permit, decided,
 * not content.
 */
async function ratedCases(hall: Hall, levels: readonly (RatingLevel | null)[]): Promise<void> {
  const clerk = await hall.clerkAt(1)
  const spot = { result: '已打印证明', delivery: { way: 'collect', receiver: '示例甲' } }
  for (const level of levels) {
    const { receipt } = await receive(clerk, 'SB-005', 'finish_on_spot', spot)
    await rate(hall, receipt.token, level)
  }
  const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
  await act(await hall.signIn('ly'), found.row.id, 'decide', { decision: 'granted', result: '同意' })
  await rate(hall, receipt.token, 4)
}

const rowOf = (report: Answer, table: string, key: string) =>
  tableOf(report, table).find((row) => row['key'] === key)

test('[C1003, U28, U37] ratings by hand: few have no share, what was not rated is no level; whoever handles cases gets none', async () => {
  const hall = await startHall()
  await ratedCases(hall, [1, 1, 2, 3, 5, null])
  const report = await ask(await hall.signIn('leader'))
  expect(report.status, JSON.stringify(report.body)).toBe(200)
  // Seven ended and six were rated: 85.7 %. Four of six are content: 66.7 %.
  const whole = {
    ended: 7,
    rated: 6,
    rated_share: 85.7,
    level_1: 2,
    level_2: 1,
    level_3: 1,
    level_4: 1,
    level_5: 1,
    satisfied: 4,
    satisfied_share: 66.7,
    low: 2,
  }
  expect(rowOf(report, 'ratings_whole', 'all')).toMatchObject(whole)
  expect(rowOf(report, 'ratings_month', '2026-06')).toMatchObject(whole)
  expect(rowOf(report, 'ratings_channel', 'window')).toMatchObject(whole)
  expect(rowOf(report, 'ratings_village', 'centre')).toMatchObject(whole)
  const social = { ended: 6, rated: 5, rated_share: 83.3, satisfied: 4, satisfied_share: 80, low: 1 }
  expect(rowOf(report, 'ratings_unit', 'SB')).toMatchObject(social)
  expect(rowOf(report, 'ratings_item', 'SB-005')).toMatchObject(social)
  const forest = { ended: 1, rated: 1, rated_share: 'few', satisfied: 0, satisfied_share: 'few', low: 1 }
  expect(rowOf(report, 'ratings_unit', 'LY')).toMatchObject({ name: '林业站', ...forest })
  expect(rowOf(report, 'ratings_unit', 'MZ')).toMatchObject({ ended: 0, rated: 0, satisfied_share: null })
  expect(rowOf(report, 'ratings_village', '11')).toMatchObject({ ended: 0, rated: 0 })

  const handler = await hall.signIn('ly')
  const own = await ask(handler)
  expect(own.status).toBe(200)
  expect(JSON.stringify(own.body)).not.toMatch(/ratings_|level_|satisfied|"low"/)
  const wish = { ...JUNE, table: 'ratings_item', format: 'csv' }
  expect((await handler.post('/api/reports/cases/export', wish)).body.code).toBe('session.forbidden')
})

test('[C1005] an upheld appeal takes its rating out of the report', async () => {
  const hall = await startHall()
  await ratedCases(hall, [])
  const supervisor = await hall.signIn('supervisor')
  const { id } = (await supervisor.get('/api/ratings')).body.open[0]
  expect(rowOf(await ask(supervisor), 'ratings_whole', 'all')).toMatchObject({ ended: 1, rated: 1, low: 1 })
  await supervisor.command(`/api/ratings/${id}/appeal`, { text: '林业站：当天系统停机' })
  const decision = { isUpheld: true, reason: '停机属实' }
  await (await hall.signIn('leader')).command(`/api/ratings/${id}/decide-appeal`, decision)
  expect(rowOf(await ask(supervisor), 'ratings_whole', 'all')).toMatchObject({ ended: 1, rated: 0, low: 0 })
})

test('[P36, P43, U39] the file has the figures of the screen and no more rows than allowed; the one for anybody hides few and levels', async () => {
  const hall = await startHall()
  await ratedCases(hall, [1, 1, 2, 2, 3, 3, null])
  const supervisor = await hall.signIn('supervisor')
  const file = async (more: object) => {
    const wish = { ...JUNE, table: 'ratings_unit', format: 'csv', ...more }
    const { body } = await supervisor.post('/api/reports/cases/export', wish)
    return new Map(parseCsv(body.slice(1)).map(([name, ...cells]) => [name, cells] as const))
  }
  const whole = await file({})
  expect(whole.get('满意度按单位')).toEqual([
    '结束的办件',
    '已评价',
    '评价 %',
    '非常满意',
    '满意',
    '基本满意',
    '不满意',
    '非常不满意',
    '满意合计',
    '满意 %',
    '差评',
  ])
  expect(whole.get('社保所')).toEqual(['7', '6', '85.7', '2', '2', '2', '0', '0', '6', '100', '0'])
  expect(whole.get('林业站')).toEqual(['1', '1', '样本少', '0', '0', '0', '1', '0', '0', '样本少', '1'])

  const shown = await file({ isPublic: true })
  expect(shown.get('满意度按单位')).toEqual(['结束的办件', '已评价', '满意 %'])
  // The one rated permit is hidden, and with it the seven and six of the other unit, for the total is told.
  expect(shown.get('社保所')).toEqual(['不显示', '不显示', '样本少'])
  expect(shown.get('林业站')).toEqual(['<5', '<5', '样本少'])
  expect(shown.get('民政办')).toEqual(['0', '0', ''])

  const admin = await hall.roleCaller('admin')
  await admin.command('/api/settings/report.rows', { value: 11, reason: '少导出' })
  // The centre and eleven villages are twelve rows; what is refused is no export.
  const wish = { ...JUNE, table: 'ratings_village', format: 'csv' }
  const refused = await supervisor.post('/api/reports/cases/export', wish)
  expect(refused.body).toMatchObject({ code: 'export.too_large', params: { n: 11 } })
  const audit = hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare("SELECT subject FROM audit WHERE action = 'report.export'").pluck().all(),
  )
  const of = 'ratings_unit:2026-06-01:2026-06-30:own_time'
  expect(audit).toEqual([of, `${of}:public`])
})

test('[C1303] letters stand beside the cases: answered, in time, content; for nobody who handles one, and in no file for anybody', async () => {
  const hall = await startHall()
  const clerk = await hall.signIn('clerk1')
  const call = { ...A_CALL, answer: '今晚修好' }
  for (const satisfied of ['yes', 'yes', 'yes', 'yes', 'no', 'not_said']) {
    const { id } = (await clerk.command('/api/letters', call)).body
    expect((await clerk.command(`/api/letters/${id}/close`, { satisfied })).status).toBe(200)
  }
  const supervisor = await hall.signIn('supervisor')
  const report = await ask(supervisor)
  // Five of six said so, four of them content: 80 %.
  const six = { received: 6, replied: 6, on_time: 6, on_time_share: 100 }
  const said = { satisfied: 4, dissatisfied: 1, satisfied_share: 80 }
  expect(rowOf(report, 'letters', 'phone')).toMatchObject({ ...six, ...said })
  expect(rowOf(report, 'letters', 'all')).toMatchObject({ ...six, ...said })
  expect(rowOf(report, 'letters', 'mailboxes')).toMatchObject({ received: 0, satisfied_share: null })
  const wish = { ...JUNE, table: 'letters', format: 'csv' }
  const { body } = await supervisor.post('/api/reports/cases/export', wish)
  const [heading, ...rows] = parseCsv(body.slice(1))
  expect(heading).toEqual([
    '信件和来访按渠道',
    '收件',
    '已答复',
    '按时',
    '按时 %',
    '满意合计',
    '不满意',
    '满意 %',
  ])
  expect(rows.at(-1)).toEqual(['全部', '6', '6', '6', '100', '4', '1', '80'])
  const open = await supervisor.post('/api/reports/cases/export', { ...wish, isPublic: true })
  expect(open.body.code).toBe('session.forbidden')
})

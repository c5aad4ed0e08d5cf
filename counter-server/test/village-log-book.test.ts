import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { insertConsultationCorrection } from '../src/store/consultation-corrections.ts'
import { countRows } from './a-store.ts'
import type { Caller } from './app.ts'
import { atPoint } from './village-point.ts'

const bookOf = async (reader: Caller, query = '') => (await reader.get(`/api/log-book${query}`)).body.items
const CONSULTATION = {
  person: '示例丁',
  item: 'MZ-013',
  question: '低保怎么办',
  answer: '带户口簿来',
  isReferred: true,
}

describe('the log book of a point', () => {
  test('[V17, V18, C1201] shows of a case every step that happened, masked, and nothing for what did not', async () => {
    const point = await atPoint()
    const papers = [{ name: '居民身份证', form: 'copy', count: 2 }]
    const caseId = await point.decided({ papers })
    const [before] = await bookOf(point.agent())
    expect(before.case).toMatchObject({
      handedUpAt: null,
      delivery: null,
      followUp: null,
      fee: null,
      returned: [],
    })
    const at = point.hall.clock.now()
    await point.send(
      'result.deliver',
      { receiver: '示例乙丙', fee: { cents: 1050, receiptNumber: '皖-1' } },
      { caseId },
    )
    await point.send('material.return', { materials: ['居民身份证'], receiver: '示例乙丙' }, { caseId })
    await point.send('followup.record', { way: 'phone', satisfaction: 'fair', remark: '等得久' }, { caseId })
    const [line] = await bookOf(point.agent())
    expect(line).toMatchObject({
      serial: 1,
      year: 2026,
      village: '05',
      consultation: null,
      case: {
        applicant: '示*甲',
        relation: '本人',
        item: 'MZ-013',
        itemVersion: 1,
        authority: { until: '2026-12-12', signedAs: 'glass', revokedAt: null },
        papers,
        result: 'granted',
        delivery: { at, to: '示**丙', way: 'agent' },
        fee: { cents: 1050, receiptNumber: '皖-1' },
        returned: [{ at, names: ['居民身份证'] }],
        followUp: { at, by: '石桥村代办员', satisfaction: 'fair', remark: '等得久' },
        isRelative: false,
        carrier: '石桥村代办员',
        corrections: [],
      },
    })
    expect(JSON.stringify(line)).not.toMatch(/示例|199000|1101051949/)
  })

  test('[V16] gives consultations and cases one row of serials, and shows what a correction took back', async () => {
    const point = await atPoint()
    const caseId = await point.noticed()
    await point.send('consult.log', CONSULTATION, { caseId: uuidv7() })
    await point.send('correction.relay', { way: 'phone' }, { caseId })
    const relayed = (await point.lastOf(caseId)) as unknown as { id: string }
    const supervisor = await point.hall.signIn('supervisor')
    const corrected = await supervisor.command(`/api/cases/${caseId}/correct`, {
      event: relayed.id,
      reason: '打错了电话',
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    const [second, first] = await bookOf(supervisor)
    expect([second.serial, first.serial]).toEqual([2, 1])
    expect(second).toMatchObject({
      case: null,
      consultation: { person: '示*丁', question: '低保怎么办', answer: '带户口簿来', isReferred: true },
    })
    expect(first.case).toMatchObject({
      relayedAt: null,
      corrections: [{ type: 'notice.relayed', reason: '打错了电话', by: '中心负责人' }],
    })
  })

  test('[V16, V96] shows what holds of a consultation however often it was put right', async () => {
    const point = await atPoint()
    const id = uuidv7()
    await point.send('consult.log', CONSULTATION, { caseId: id })
    const right = (nth: number) => ({
      ...CONSULTATION,
      answer: `第${nth}次`,
      isReferred: false,
      reason: '改',
    })
    await point.hall.server.counter.deps.store.write((tx) => {
      for (let nth = 1; nth <= 51; nth += 1)
        insertConsultationCorrection(tx, id, { ...right(nth), nth, by: 'system' })
    })
    const supervisor = await point.hall.signIn('supervisor')
    const { question, answer, isReferred, reason } = right(52)
    const asked = { question, answer, isReferred, reason }
    const corrected = await supervisor.command(`/api/log-book/consultations/${id}/correct`, asked)
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    expect((await bookOf(supervisor))[0].consultation.answer).toBe('第52次')
  })

  test('[V19] is read of a month, taken out by the supervisor alone and with a trace, and posted without what is confidential', async () => {
    const point = await atPoint()
    await point.registered()
    await point.registered({ item: 'CZ-002' })
    await point.send('consult.log', CONSULTATION, { caseId: uuidv7() })
    const supervisor = await point.hall.signIn('supervisor')
    expect(await bookOf(supervisor, '?village=05&month=2026-06')).toHaveLength(3)
    expect(await bookOf(supervisor, '?village=05&month=2026-05')).toEqual([])
    expect(await bookOf(supervisor, '?village=06&month=2026-06')).toEqual([])
    const asked = { village: '05', month: '2026-06', format: 'csv', language: 'zh' }
    const out = (caller: Caller, isPosted: boolean) =>
      caller.post('/api/log-book/export', { ...asked, isPosted })
    expect((await out(point.agent(), false)).status).toBe(403)
    const whole = await out(supervisor, false)
    expect(String(whole.body)).toContain('低保怎么办')
    const posted = String((await out(supervisor, true)).body)
    // 政策咨询与待遇查询 is sensitive, what was asked is nobody's business.
    expect(posted).toContain('2026-05-0002')
    expect(posted).not.toMatch(/2026-05-0001|低保怎么办|本人|1990/)
    const trail = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql
        .prepare("SELECT action, subject, result FROM audit WHERE action LIKE 'log_book%' ORDER BY rowid")
        .raw()
        .all(),
    )
    expect(trail).toEqual([
      ['log_book.export', 'log_book:05:2026-06', 'csv'],
      ['log_book.post', 'log_book:05:2026-06', 'csv'],
    ])
    expect(countRows(point.hall.server.counter.deps.store, ['consultation'])).toEqual({ consultation: 1 })
  })
})

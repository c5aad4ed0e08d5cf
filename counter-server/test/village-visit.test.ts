import { visitSlipBlocks } from '@counter/shared/case-paper/visit-slip'
import { VisitSlip } from '@counter/shared/contract/visits'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { QUEUE_DEFAULTS } from '../src/domain/queue/settings.ts'
import { visitSlipDocx } from '../src/transport/http/paper-docx.ts'
import type { Caller } from './app.ts'
import { unzip } from './unzip.ts'
import { aRegistration, caseOfFiveDays, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const PAPERS = [{ name: '居民身份证', form: 'copy', count: 2 }]

interface Line {
  readonly case: string
  readonly way: string
}

async function lying(point: Awaited<ReturnType<typeof atPoint>>, count: number): Promise<Line[]> {
  const cases: Line[] = []
  for (let place = 0; place < count; place += 1)
    cases.push({ case: await point.registered({ papers: PAPERS }), way: 'up' })
  return cases
}

const told = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer
  return [status, body.code]
}

const numberAtDesk = (clerk: Caller, visit: string) =>
  clerk.command(`/api/visits/${visit}/ticket`, { topic: 'relief' })

async function serve(clerk: Caller, visit: string, body: object) {
  const answer = await clerk.command(`/api/visits/${visit}/serve`, {
    papers: PAPERS,
    problem: null,
    remark: '',
    ...body,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** Every quote is given, as if enough visits had been seen. */
const QUOTING = { queue: { ...QUEUE_DEFAULTS, minObservations: 0 } }

function quoteOf({ hall }: Awaited<ReturnType<typeof atPoint>>, number: string) {
  return hall.server.counter.deps.store.read(({ sql }) =>
    JSON.parse(sql.prepare('SELECT quote FROM ticket WHERE number = ?').pluck().get(number) as string),
  )
}

describe('a batch visit', () => {
  test('[Q9, V91, V92, V93] of seven residents is one ordinary number of seven services; one problem leaves six done, and eleven are refused', async () => {
    const point = await atPoint(QUOTING)
    const kiosk = await point.hall.device('kiosk')
    const cases = await lying(point, 7)
    const made = await point.agent().command('/api/visits', { cases })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const visit = made.body.id as string
    const given = await kiosk.command(`/api/visits/${visit}/ticket`)
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    expect(given.body).toMatchObject({ weight: 7, cls: 'ordinary', topic: 'relief' })
    const tickets = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT weight, cls, channel, call_key - base_ms AS delay FROM ticket').all(),
    )
    // 20 minutes later than it came, as every walk-in: no head start for an agent (V92).
    expect(tickets).toEqual([{ weight: 7, cls: 'ordinary', channel: 'village', delay: 20 * 60_000 }])

    // The next resident stands behind one number and waits for seven services.
    const next = (await point.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body
    const after = (await point.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body
    expect([next.quote.ahead, after.quote.ahead]).toEqual([1, 2])
    const [seven, eight] = [next, after].map(({ number }) => quoteOf(point, number).quote.p50 as number)
    const one = (eight as number) - (seven as number)
    expect((seven as number) / one).toBeGreaterThan(4)
    expect((seven as number) / one).toBeLessThan(12)

    // Scanned twice, at kiosk or desk: the same number.
    point.hall.clock.forward(5_000)
    for (const again of [kiosk.command(`/api/visits/${visit}/ticket`), numberAtDesk(point.clerk, visit)])
      expect(await again).toMatchObject({
        status: 409,
        body: { code: 'visit.has_ticket', params: { n: given.body.number } },
      })
    expect((await point.agent().get('/api/visits')).body.visit).toMatchObject({ ticket: given.body.number })

    await point.clerk.command('/api/windows/1/next')
    const why = (await point.clerk.get(`/api/tickets/${given.body.ticketId}/why`)).body
    expect(why).toMatchObject({ weight: 7, called: { number: given.body.number, delayMinutes: 20 } })

    const [faulty, ...good] = cases.map((line) => line.case)
    await serve(point.clerk, visit, { case: faulty, problem: '复印件看不清' })
    expect(await told(point.agent().command(`/api/visits/${visit}/confirm`))).toEqual([
      409,
      'visit.not_served',
    ])
    for (const each of good) await serve(point.clerk, visit, { case: each })
    expect(
      await told(
        point.clerk.command(`/api/visits/${visit}/serve`, {
          case: faulty,
          papers: PAPERS,
          problem: null,
          remark: '',
        }),
      ),
    ).toEqual([409, 'visit.case_served'])
    const signed = await point.agent().command(`/api/visits/${visit}/confirm`)
    expect(signed.body.confirmedAt).toBe(point.hall.clock.now())
    // Pressed again it is another command and the same word (V94).
    expect((await point.agent().command(`/api/visits/${visit}/confirm`)).body).toEqual(signed.body)
    const signatures = point.hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT count(*) FROM journal WHERE type = 'visit.confirmed'").pluck().get(),
    )
    expect(signatures).toBe(1)
    expect(signed.body.cases.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'problem',
      ...good.map(() => 'handed'),
    ])
    const book = (await point.agent().get('/api/log-book')).body.items
    const handed = book.map((line: { case: { handedUpAt: string | null } }) => line.case.handedUpAt !== null)
    expect(handed.toSorted()).toEqual([false, true, true, true, true, true, true])
    expect(await point.lastOf(faulty as string)).toMatchObject({ type: 'case.noted', text: '复印件看不清' })
    expect(await told(kiosk.command(`/api/visits/${visit}/ticket`))).toEqual([409, 'visit.done'])

    const more = await lying(point, 11)
    const large = (await point.agent().command('/api/visits', { cases: more })).body.id
    for (const asked of [kiosk.command(`/api/visits/${large}/ticket`), numberAtDesk(point.clerk, large)])
      expect(await asked).toMatchObject({
        status: 409,
        body: { code: 'ticket.batch_too_large', params: { n: 10 } },
      })
  })

  test('[V91] of none or of one case twice is no visit', async () => {
    const point = await atPoint()
    const one = await lying(point, 1)
    for (const odd of [[], [...one, ...one]])
      expect((await told(point.agent().command('/api/visits', { cases: odd })))[1]).toBe('visit.empty')
  })

  test('[V91] a lost answer asked for again is the same number, and one that was cancelled makes room for another', async () => {
    const point = await atPoint()
    const kiosk = await point.hall.device('kiosk')
    const cases = await lying(point, 2)
    const visit = (await point.agent().command('/api/visits', { cases })).body.id
    const commandId = uuidv7()
    const mayTake = async () => (await point.agent().get(`/api/visits/${visit}`)).body.mayTakeNumber
    expect(await mayTake()).toBe(true)
    const first = await kiosk.post(`/api/visits/${visit}/ticket`, { commandId })
    expect(await mayTake()).toBe(false)
    await serve(point.clerk, visit, { case: cases[0]?.case })
    expect((await kiosk.post(`/api/visits/${visit}/ticket`, { commandId })).body).toEqual(first.body)
    await kiosk.command('/api/track/ticket/cancel', { token: first.body.token })
    // The phone shows its code again, and the desk its button (V91).
    expect(await mayTake()).toBe(true)
    point.hall.clock.forward(60_000)
    const second = await kiosk.command(`/api/visits/${visit}/ticket`)
    expect(second.body.number).not.toBe(first.body.number)
    // One service is left, so it is a number like any other.
    expect(second.body.weight).toBeUndefined()
  })

  test('[V91] of several units waits at any window, the last topic', async () => {
    const point = await atPoint()
    const kiosk = await point.hall.device('kiosk')
    const relief = await lying(point, 1)
    const other = { case: await point.registered({ item: 'CZ-002' }), way: 'up' }
    const visit = (await point.agent().command('/api/visits', { cases: [...relief, other] })).body.id
    expect((await kiosk.command(`/api/visits/${visit}/ticket`)).body.topic).toBe('unsure')
  })

  test('[V4, V93] a case that is still on the phone stands on the list as not yet here, and with all it has once it has come', async () => {
    const point = await atPoint()
    const [here] = await lying(point, 1)
    const command = aRegistration({ papers: PAPERS })
    const caseId = command.header['caseId'] as string
    const late = { case: caseId, way: 'up', unsent: '2026-05-0042-X' }
    const made = await point.agent().command('/api/visits', { cases: [here, late] })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const visit = made.body.id as string
    const line = async () => (await point.clerk.get(`/api/visits/${visit}`)).body.cases[1]
    expect(await line()).toMatchObject({ status: null, number: '2026-05-0042-X', applicant: '', papers: [] })
    const body = { case: caseId, papers: PAPERS, problem: null, remark: '' }
    expect(await told(point.clerk.command(`/api/visits/${visit}/serve`, body))).toEqual([
      404,
      'case.not_found',
    ])

    expect(await syncOne(point.agent(), command)).toMatchObject({ code: null })
    expect(await line()).toMatchObject({ status: 'received', applicant: '示*甲', papers: PAPERS })
    expect((await serve(point.clerk, visit, { case: caseId })).cases[1]).toMatchObject({ outcome: 'handed' })
    // What never comes keeps nobody from signing for the rest.
    const never = { case: uuidv7(), way: 'up', unsent: '2026-05-0043-A' }
    const [other] = await lying(point, 1)
    const second = (await point.agent().command('/api/visits', { cases: [other, never] })).body.id
    await serve(point.clerk, second, { case: other?.case })
    expect((await point.agent().command(`/api/visits/${second}/confirm`)).status).toBe(200)
    expect(
      await told(point.clerk.command(`/api/visits/${second}/serve`, { ...body, case: never.case })),
    ).toEqual([409, 'visit.done'])
    // Without the number of a slip it is a case that is not there, as another point's is.
    const bare = { cases: [{ case: uuidv7(), way: 'up' }] }
    expect((await told(point.agent().command('/api/visits', bare)))[1]).toBe('case.not_found')
  })

  test('[V4, V93] a case of another point never stands on the list with what it is', async () => {
    const point = await atPoint()
    const [own] = await lying(point, 1)
    const other = await point.hall.signIn('v06')
    const wanted = { cases: [{ case: own?.case, way: 'up', unsent: '2026-06-0001-A' }] }
    expect((await told(other.command('/api/visits', wanted)))[1]).toBe('case.not_found')
    // Listed before it came: what comes then is point 05's.
    const command = aRegistration()
    const caseId = command.header['caseId'] as string
    const early = { cases: [{ case: caseId, way: 'up', unsent: '2026-06-0002-B' }] }
    const visit = (await other.command('/api/visits', early)).body.id
    await syncOne(point.agent(), command)
    expect((await other.get(`/api/visits/${visit}`)).body.cases[0]).toMatchObject({
      status: null,
      number: '2026-06-0002-B',
      applicant: '',
      itemName: '',
      notice: null,
    })
    const body = { case: caseId, papers: [], problem: null, remark: '' }
    expect((await told(point.clerk.command(`/api/visits/${visit}/serve`, body)))[1]).toBe('case.not_found')
  })

  test('[V93] each case gets its notice, which is named on its line', async () => {
    const point = await atPoint()
    const caseId = await point.registered({ ...caseOfFiveDays(), papers: PAPERS })
    const cases = [{ case: caseId, way: 'up' }]
    const visit = (await point.agent().command('/api/visits', { cases })).body.id
    await serve(point.clerk, visit, { case: caseId })
    const { receipt } = await point.act(caseId, 'accept', {})
    const [line] = (await point.clerk.get(`/api/visits/${visit}`)).body.cases
    expect(line.notice.number).toBe(receipt.paperNumber)
    // Once more, one after another, each with its trail (U30).
    const again = await point.clerk.command(`/api/cases/${caseId}/papers/${line.notice.paper}/print`)
    expect(again.body).toMatchObject({ kind: 'acceptance', nth: 1, caseNumber: line.number })
  })

  test('[V94] counts what changes hands: a difference stands on its line, and a result begins the second leg', async () => {
    const point = await atPoint()
    const up = await point.registered({ papers: PAPERS })
    const down = await point.decided()
    const wanted = [
      { case: up, way: 'up' },
      { case: down, way: 'down' },
    ]
    const { body } = await point.agent().command('/api/visits', { cases: wanted })
    const counted = [{ name: '居民身份证', form: 'copy', count: 1 }]
    const twice = { case: up, papers: [...counted, ...counted], problem: null, remark: '' }
    expect((await told(point.clerk.command(`/api/visits/${body.id}/serve`, twice)))[1]).toBe(
      'request.invalid',
    )
    const after = await serve(point.clerk, body.id, { case: up, papers: counted })
    expect(after.cases[0]).toMatchObject({ outcome: 'handed', papers: counted, remark: '居民身份证：2→1' })
    expect(await point.lastOf(up)).toMatchObject({ type: 'papers.handed', text: '居民身份证：2→1' })
    await serve(point.clerk, body.id, { case: down, papers: [] })
    const { clocks } = (await point.agent().get(`/api/cases/${down}`)).body
    expect(clocks.find(({ kind }: { kind: string }) => kind === 'deliver')).toMatchObject({
      state: 'running',
      dueOn: '2026-06-16',
    })
    const wrong = { cases: [{ case: up, way: 'up' }] }
    expect((await told(point.agent().command('/api/visits', wrong)))[1]).toBe('case.wrong_status')
  })

  test('[V4, V91] of another point is not there', async () => {
    const point = await atPoint()
    const { body } = await point.agent().command('/api/visits', { cases: await lying(point, 1) })
    const other = await point.hall.signIn('v06')
    expect(await told(other.get(`/api/visits/${body.id}`))).toEqual([404, 'visit.not_found'])
    expect(await told(other.command(`/api/visits/${body.id}/confirm`))).toEqual([404, 'visit.not_found'])
    expect((await other.get('/api/visits')).body).toEqual({ visit: null })
  })

  test('[U30, V94] has one 交接单: document by document, a difference on its line, two places to sign; once more it is a copy', async () => {
    const point = await atPoint()
    const papers = [...PAPERS, { name: '居民身份证', form: 'original', count: 1 }]
    const up = await point.registered({ papers })
    const faulty = await point.registered({ papers: PAPERS })
    const down = await point.decided()
    const cases = [
      { case: up, way: 'up' },
      { case: faulty, way: 'up' },
      { case: down, way: 'down' },
      { case: uuidv7(), way: 'up', unsent: '2026-05-0042-X' },
    ]
    const visit = (await point.agent().command('/api/visits', { cases })).body.id
    const print = () => point.clerk.command(`/api/visits/${visit}/slip/print`)
    expect(await told(print())).toEqual([409, 'visit.not_served'])
    const counted = [{ name: '居民身份证', form: 'copy', count: 1 }, papers[1]]
    await serve(point.clerk, visit, { case: up, papers: counted })
    await serve(point.clerk, visit, { case: faulty, problem: '没带原件' })
    await serve(point.clerk, visit, { case: down, papers: [] })
    await point.agent().command(`/api/visits/${visit}/confirm`)

    const first = await print()
    expect(first.body).toMatchObject({ nth: 0, villageName: '石桥村', madeAt: point.hall.clock.now() })
    const [numberOf, ...others] = first.body.visit.cases.map(({ number }: { number: string }) => number)
    const blocks = visitSlipBlocks(VisitSlip.parse(first.body), 'zh')
    const table = blocks.find((block) => block.is === 'table')
    const item = '社会救助政策咨询与在享待遇查询 示*甲'
    expect(table).toEqual({
      is: 'table',
      head: ['办件', '材料', '原件或复印件', '村里报', '窗口点', '备注'],
      rows: [
        [`${numberOf} ${item}`, '居民身份证', '复印件', '2', '1', '居民身份证：2→1'],
        ['', '居民身份证', '原件', '1', '1', ''],
        [`${others[0]} ${item}`, '居民身份证', '复印件', '2', '', '没交接：没带原件'],
        [`${others[1]} ${item}`, '办理结果（交代办员送达）', '', '1', '1', ''],
        ['2026-05-0042-X', '', '', '', '', '还没到'],
      ],
    })
    const signatures = blocks.find((block) => block.is === 'signatures')
    expect(signatures?.is === 'signatures' && signatures.lines.map((line) => line.slice(0, 5))).toEqual([
      '代办员签字',
      '经办人签字',
    ])
    expect(blocks.some((block) => block.is === 'line' && block.text.includes('已在手机上签收'))).toBe(true)
    expect((await print()).body.nth).toBe(1)
    const docx = unzip(await visitSlipDocx('交接单', VisitSlip.parse(first.body)))
    expect(String(docx.get('word/document.xml'))).toContain('居民身份证：2→1')
    expect((await point.clerk.command(`/api/visits/${visit}/slip/docx`)).status).toBe(200)
  })
})

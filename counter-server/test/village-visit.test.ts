import { describe, expect, test } from 'vitest'
import type { Caller } from './app.ts'
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

describe('a batch visit', () => {
  test('[Q9, V91, V92, V93] of seven residents is one ordinary number of seven services; one problem leaves six done', async () => {
    const point = await atPoint()
    const cases = await lying(point, 7)
    const made = await point.agent().command('/api/visits', { cases })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const visit = made.body.id as string
    const given = await point.clerk.command(`/api/visits/${visit}/ticket`, { topic: 'relief' })
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    const tickets = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT weight, cls FROM ticket').all(),
    )
    expect(tickets).toEqual([{ weight: 7, cls: 'ordinary' }])
    expect(await told(point.clerk.command(`/api/visits/${visit}/ticket`, { topic: 'relief' }))).toEqual([
      409,
      'visit.has_ticket',
    ])
    expect((await point.agent().get('/api/visits')).body.visit).toMatchObject({ ticket: given.body.number })

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
    expect(signed.body.cases.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'problem',
      ...good.map(() => 'handed'),
    ])
    const book = (await point.agent().get('/api/log-book')).body.items
    const handed = book.map((line: { case: { handedUpAt: string | null } }) => line.case.handedUpAt !== null)
    expect(handed.toSorted()).toEqual([false, true, true, true, true, true, true])
    expect(await point.lastOf(faulty as string)).toMatchObject({ type: 'case.noted', text: '复印件看不清' })
  })

  test('[Q9, V91] of eleven is refused a number, and of none or of one case twice is no visit', async () => {
    const point = await atPoint()
    const cases = await lying(point, 11)
    const { body } = await point.agent().command('/api/visits', { cases })
    expect(await told(point.clerk.command(`/api/visits/${body.id}/ticket`, { topic: 'relief' }))).toEqual([
      409,
      'ticket.batch_too_large',
    ])
    const one = cases.slice(0, 1)
    for (const odd of [[], [...one, ...one]])
      expect((await told(point.agent().command('/api/visits', { cases: odd })))[1]).toBe('visit.empty')
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
})

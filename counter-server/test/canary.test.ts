import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { watch } from './live.ts'
import { collectRoutes, type DeclaredRoute, pathOf } from './routes.ts'
import { unzip } from './unzip.ts'

/** Words of one resident that no view, export or stream may carry (C1108). */
const CANARY = {
  name: '金丝雀甲',
  idNo: '999999199001010024',
  phone: '19900007391',
  address: '金丝巷七十三号',
  contact: '金丝邻居19900007392',
}
const WORDS = [...Object.values(CANARY), '19900007392', '金丝代办']
const STAFF = ['clerk', 'handler', 'agent', 'supervisor', 'leader', 'admin'] as const

/** Two cases that look alike, one decided and waiting to be told of; both of the unit of forestry. */
async function aHall() {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const { contact: _, ...withPhone } = CANARY
  const first = await receive(clerk, 'LY-001', 'accept', { applicant: { ...withPhone, village: '05' } })
  const { phone: __, ...rest } = CANARY
  await receive(clerk, 'LY-001', 'receive', {
    applicant: { ...rest, phone: null, village: '05' },
    agentName: '金丝代办',
  })
  const id = first.case.row.id as string
  await act(await hall.signIn('ly'), id, 'decide', { decision: 'granted', result: '同意' })
  return { hall, id, token: first.receipt.token as string, paper: first.case.papers[0].id as string }
}

/** What an answer says, whatever it is packed in. */
function textOf(body: Buffer): string {
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString('utf8')
  return [...unzip(body).values()].map((file) => file.toString('utf8')).join('\n')
}

const leaks = (text: string) => WORDS.filter((word) => text.includes(word))

/** Things that must be asked for with a word in the address. */
const ASKED: Readonly<Record<string, string>> = {
  '/api/results': '?news=to_call',
  '/api/reports': '?span=week',
  '/api/cases': '?open=yes',
  '/api/reports/cases': '?from=2026-06-01&to=2026-06-30',
}

async function ask(hall: Hall, { url }: DeclaredRoute, cookie: string, places: Record<string, string>) {
  const answer = await hall.server.counter.app.inject({
    method: 'GET',
    url: `${pathOf(url, places)}${ASKED[url] ?? ''}`,
    headers: { 'x-actor': 'staff', cookie },
  })
  return { status: answer.statusCode, text: textOf(answer.rawPayload) }
}

/** Every page that staff may read, as each of them reads it; gives where the resident was met, masked. */
async function readAll(
  hall: Hall,
  routes: readonly DeclaredRoute[],
  cast: Cast,
  places: Record<string, string>,
) {
  const met: string[] = []
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const actor of STAFF.filter((each) => route.actors.includes(each))) {
      const { status, text } = await ask(hall, route, cast[actor].cookie, places)
      expect(leaks(text), `${actor} ${route.url}`).toEqual([])
      if (status === 200 && text.includes('金**甲')) met.push(`${actor} ${route.url}`)
    }
  }
  return met
}

type Cast = Record<(typeof STAFF)[number], Caller>

async function castOf(hall: Hall): Promise<Cast> {
  return {
    clerk: await hall.roleCaller('clerk'),
    handler: await hall.signIn('ly'),
    agent: await hall.signIn('v05'),
    supervisor: await hall.roleCaller('supervisor'),
    leader: await hall.roleCaller('leader'),
    admin: await hall.roleCaller('admin'),
  }
}

async function fileOf(hall: Hall, { cookie }: Caller, url: string, payload: object): Promise<string> {
  const headers = { 'x-actor': 'staff', cookie, origin: 'http://127.0.0.1:8080' }
  const answer = await hall.server.counter.app.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return textOf(answer.rawPayload)
}

describe('a resident is nowhere in full', () => {
  test('[C1108, P33] in no view, list or answer', async () => {
    const routes = collectRoutes()
    const { hall, id, token, paper } = await aHall()
    const cast = await castOf(hall)
    const met = await readAll(hall, routes, cast, { id, paper, window: '1', code: 'LY-001' })
    // The resident is there, masked: the silence is not that of empty lists.
    expect(met).toEqual(
      expect.arrayContaining(['clerk /api/cases', 'handler /api/cases/:id', 'clerk /api/results']),
    )
    const { clerk } = cast
    const answers = await Promise.all([
      ...[CANARY.idNo, CANARY.phone, CANARY.name].map((find) => clerk.post('/api/cases/find', { find })),
      clerk.post('/api/cases/alike', { item: 'LY-001', idNo: CANARY.idNo }),
      hall.anonymous.post('/api/track/case', { token }),
      hall.anonymous.post('/api/track/case/looks', { token }),
      act(clerk, id, 'add-note', { reason: '看过' }),
      clerk.command(`/api/cases/${id}/papers/${paper}/print`),
    ])
    expect(leaks(JSON.stringify(answers))).toEqual([])
  })

  test('[C1108, P33] in no paper, no export and no stream, and not in the record', async () => {
    const { hall, id, paper } = await aHall()
    const cast = await castOf(hall)
    const commandId = '019eb2a0-0000-7000-8000-00000000bbbb'
    const docx = await fileOf(hall, cast.clerk, `/api/cases/${id}/papers/${paper}/docx`, { commandId })
    expect(docx).toContain('金**甲')
    const { tables } = (await cast.supervisor.get('/api/reports/cases?from=2026-06-01&to=2026-06-30')).body
    const period = { from: '2026-06-01', to: '2026-06-30', language: 'zh', format: 'xlsx' }
    const sheets: string[] = []
    for (const { name: table } of tables)
      sheets.push(await fileOf(hall, cast.supervisor, '/api/reports/cases/export', { ...period, table }))
    expect(leaks([docx, ...sheets].join())).toEqual([])

    for (const actor of ['clerk', 'handler', 'agent', 'supervisor', 'leader'] as const) {
      const line = await watch(hall, { as: 'staff', cookie: cast[actor].cookie })
      const topics = [...TOPICS[actor], `case:${id}`]
      line.say({ type: 'subscribe', topics: topics.map((topic) => ({ topic })) })
      for (const topic of TOPICS[actor]) await line.next((message) => message.topic === topic)
      expect(leaks(JSON.stringify(line.heard)), actor).toEqual([])
    }
    // Journal, audit and events hold ids and counts (P36).
    const record = hall.server.counter.deps.store.read((tx) =>
      [
        'SELECT data FROM journal',
        'SELECT subject, result FROM audit',
        'SELECT payload FROM case_event',
      ].flatMap((sql) => tx.sql.prepare(sql).all()),
    )
    expect(leaks(JSON.stringify(record))).toEqual([])
  })
})

const TOPICS = {
  clerk: ['hall', 'window:1'],
  handler: ['unit:LY'],
  agent: ['village:05'],
  supervisor: ['supervisor', 'unit:LY', 'village:05'],
  leader: ['supervisor'],
} as const

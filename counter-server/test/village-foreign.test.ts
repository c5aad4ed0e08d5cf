import { HANDED_WAYS } from '@counter/shared/vocabulary/agency'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { collectRoutes, type DeclaredRoute, pathOf } from './routes.ts'
import {
  aPicture,
  aRegistration,
  caseOfFiveDays,
  freeze,
  named,
  putFile,
  SIGNATURE,
  sha256,
  syncOne,
} from './village-fixture.ts'

const SEED = Number(process.env['SEED'] ?? 20260612)
const REQUESTS = 500
const ORIGIN = 'http://127.0.0.1:8080'
const CANARY = '金丝雀'
/** Ids, addresses of contents, numbers and slips of cases, and all that names the resident. */
const SECRET = new RegExp(
  `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\\d{4}-05-\\d{4}-\\w|临-05-\\w{5}-\\w|${CANARY}[^"]*|金\\*+甲`,
  'g',
)

/** What one agent is answered at an address, as bytes. */
async function ask(
  hall: Hall,
  { cookie }: Caller,
  method: DeclaredRoute['method'],
  url: string,
  body?: object,
) {
  const answer = await hall.server.counter.app.inject({
    method,
    url,
    headers: { 'x-actor': 'staff', cookie, origin: ORIGIN },
    ...(body === undefined ? {} : { payload: body }),
  })
  const { 'x-offset': offset = '', 'x-complete': complete = '' } = answer.headers
  return { status: answer.statusCode, text: `${offset}${complete}${answer.body}` }
}

/** A point with a case on its way, one that is decided, a refused one, a consultation, a photo and a visit. */
async function fill(hall: Hall, agent: Caller): Promise<void> {
  const clerk = await hall.clerkAt(1)
  const photo = aPicture(90, 3)
  const files = [named(SIGNATURE), named(photo, '居民身份证')]
  const applicant = { name: `${CANARY}甲`, idNo: '11010519491231002X', phone: '19900000001', village: '05' }
  const first = aRegistration({ ...caseOfFiveDays(), applicant }, { files })
  const second = aRegistration({ applicant })
  const told = [
    first,
    second,
    freeze('note.add', { text: `${CANARY}住在东山` }, { caseId: first.header['caseId'] }),
    freeze('consult.log', { item: null, question: `${CANARY}问`, answer: `${CANARY}答`, isReferred: false }),
    aRegistration({ applicant, isRelative: null }),
  ]
  for (const command of told) await syncOne(agent, command)
  for (const content of [SIGNATURE, photo]) await putFile(hall, agent, content)
  const url = `/api/cases/${first.header['caseId']}`
  const name = (await clerk.get(url)).body.materials[0].name as string
  await clerk.command(`${url}/request-supplement`, { materials: [{ name, how: `${CANARY}缺签字` }] })
  await clerk.command(`/api/cases/${second.header['caseId']}/finish-on-spot`, { result: `${CANARY}已答复` })
  const visit = await agent.command('/api/visits', {
    cases: [{ case: first.header['caseId'], way: HANDED_WAYS[0] }],
  })
  expect(visit.status, JSON.stringify(visit.body)).toBe(200)
}

const isWord = (secret: string) => secret.startsWith('金')
const isRead = (method: string) => method === 'GET' || method === 'HEAD'
const placesOf = (id: string) => ({ id, sha256: id, paper: id, code: id, window: '1', kind: 'acceptance' })

/** Every list and page that an agent may read, in the places of which stands what was met before. */
async function readAll(hall: Hall, agent: Caller, routes: readonly DeclaredRoute[]): Promise<Set<string>> {
  const met = new Set<string>()
  const read = async (url: string) => {
    const { status, text } = await ask(hall, agent, 'GET', url)
    if (status === 200) for (const [secret] of text.matchAll(SECRET)) met.add(secret)
  }
  const urls = routes.filter(({ method }) => method === 'GET').map(({ url }) => url)
  for (const url of urls.filter((each) => !each.includes(':'))) await read(url)
  for (const url of urls.filter((each) => each.includes(':')))
    for (const id of [...met].filter((each) => !isWord(each))) await read(pathOf(url, placesOf(id)))
  return met
}

/** A point that has much, another one, and what of the first a stranger could ask for. */
async function twoPoints() {
  const routes = collectRoutes()
  const hall = await startHall()
  const own = routes.filter(({ actors, url }) => actors.includes('agent') && !url.startsWith('/api/sessions'))
  const [agent, other] = [await hall.signIn('v05'), await hall.signIn('v06')]
  const common = await readAll(hall, other, own)
  await fill(hall, agent)
  const met = [...(await readAll(hall, agent, own))].filter((each) => !common.has(each))
  const secrets = [...met, sha256(SIGNATURE)]
  // Numbers, ids, contents and words were met; the silence below is not that of an empty point.
  expect(secrets.filter(isWord).length).toBeGreaterThan(2)
  expect(secrets.length).toBeGreaterThan(10)
  return { hall, own, other, secrets, ids: secrets.filter((each) => !isWord(each)) }
}

test('[V4, V100] in 500 requests at any address of an agent another point gets no byte of this one’s', async () => {
  const { hall, own, other, secrets, ids } = await twoPoints()
  const id = fc.constantFrom(...ids)
  const body = fc.dictionary(
    fc.constantFrom('id', 'caseId', 'cases', 'case', 'command', 'find', 'token', 'number', 'paper', 'visit'),
    fc.oneof(id, fc.array(id, { maxLength: 3 })),
    { minKeys: 1 },
  )
  const request = fc.record({ route: fc.constantFrom(...own), id, body, isFound: fc.boolean() })
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ route: { method, url }, id: place, body: asked, isFound }) => {
      const path = `${pathOf(url, placesOf(place))}${isFound ? `?find=${encodeURIComponent(place)}` : ''}`
      const sent = { commandId: uuidv7(), reason: '看看', ...asked }
      const { status, text } = await ask(hall, other, method, path, isRead(method) ? undefined : sent)
      statuses.add(status)
      // What the stranger has said may be said back.
      const known = `${decodeURIComponent(path)} ${JSON.stringify(sent)}`
      const told = secrets.filter((secret) => text.includes(secret) && !known.includes(secret))
      expect(told, `${method} ${path} ${JSON.stringify(sent)}`).toEqual([])
      expect(text).not.toContain(CANARY)
    }),
    { numRuns: REQUESTS, seed: SEED },
  )
  expect([...statuses]).toEqual(expect.arrayContaining([200, 404]))
})

test('[V4, P10, V100] an id of another point is answered as one that nobody has', async () => {
  const { hall, own, other, ids } = await twoPoints()
  const answerAt = ({ method, url }: DeclaredRoute, id: string) =>
    ask(hall, other, method, pathOf(url, placesOf(id)), isRead(method) ? undefined : { commandId: uuidv7() })
  // Ids and addresses of contents; a number has no place in an address.
  const foreign = ids.filter((each) => each.length >= 36)
  expect(foreign.length).toBeGreaterThan(3)
  for (const route of own.filter(({ url }) => url.includes(':')))
    for (const id of foreign) {
      const unknown = id.length === 64 ? '0'.repeat(64) : uuidv7()
      const [seen, absent] = [await answerAt(route, id), await answerAt(route, unknown)]
      expect(seen, `${route.method} ${route.url} of ${id}`).toEqual(absent)
    }
})

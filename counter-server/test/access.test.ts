import { ACTORS, type Actor } from '@counter/shared/vocabulary/actor'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { guardRoutes } from '../src/transport/http/access.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { watch } from './live.ts'
import { collectRoutes, type DeclaredRoute, pathOf } from './routes.ts'

const ORIGIN = 'http://127.0.0.1:8080'
const DENIED = [
  'session.none',
  'session.expired',
  'session.forbidden',
  'device.not_enrolled',
  'device.revoked',
  'origin.wrong',
]

/** What a door sends: the cookie and the name of the door. */
interface Door {
  readonly cookie: string
  readonly as: string
}

async function doorsOf(hall: Hall): Promise<Record<Actor, Door>> {
  const staff = async (who: Promise<Caller>): Promise<Door> => ({ cookie: (await who).cookie, as: 'staff' })
  return {
    anonymous: { cookie: '', as: 'staff' },
    token: { cookie: '', as: 'track' },
    kiosk: { cookie: (await hall.device('kiosk')).cookie, as: 'kiosk' },
    wall: { cookie: (await hall.device('wall')).cookie, as: 'wall' },
    rate: { cookie: (await hall.device('rate')).cookie, as: 'rate' },
    village: { cookie: (await hall.device('village')).cookie, as: 'village' },
    lost: { cookie: (await hall.lostPhone()).cookie, as: 'lost' },
    clerk: await staff(hall.roleCaller('clerk')),
    handler: await staff(hall.roleCaller('handler')),
    agent: await staff(hall.roleCaller('agent')),
    supervisor: await staff(hall.roleCaller('supervisor')),
    leader: await staff(hall.roleCaller('leader')),
    admin: await staff(hall.roleCaller('admin')),
  }
}

// The body fits no schema, so a declared actor is refused for it and changes nothing.
async function ask(
  hall: Hall,
  { method, url }: DeclaredRoute,
  { cookie, as }: Door,
  origin: string | null = ORIGIN,
) {
  const isRead = method === 'GET' || method === 'HEAD'
  const answer = await hall.server.counter.app.inject({
    method,
    url: pathOf(url),
    headers: {
      'x-actor': as,
      ...(origin === null ? {} : { origin }),
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'PUT' ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(isRead ? {} : { payload: method === 'PUT' ? 'x' : { nonsense: true } }),
  })
  const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
  return { status: answer.statusCode, code: isJson ? (answer.json() as { code?: string }).code : undefined }
}

function deniedTo(actor: Actor): { status: number; code: string } {
  if (actor === 'anonymous' || actor === 'token') return { status: 401, code: 'session.none' }
  return { status: 403, code: 'session.forbidden' }
}

interface Asked {
  readonly status: number
  readonly code: string | undefined
}

// An answer to HEAD has no body, so there the status speaks alone.
function isDenied({ method }: DeclaredRoute, actor: Actor, { status, code }: Asked): boolean {
  const denied = deniedTo(actor)
  return status === denied.status && (method === 'HEAD' || code === denied.code)
}

function isLetIn({ method }: DeclaredRoute, { status, code }: Asked): boolean {
  if (status === 401) return false
  return method === 'HEAD' ? status !== 403 : !DENIED.includes(code ?? '')
}

describe('every route and every actor', () => {
  test('[P10, I34] a route answers the actors it declares, and denies all others with the right code', async () => {
    const routes = collectRoutes()
    const hall = await startHall()
    const doors = await doorsOf(hall)
    expect(routes.length).toBeGreaterThan(35)
    const asked = routes.flatMap((route) => ACTORS.map((actor) => ({ route, actor })))
    const wrong: string[] = []
    for (const { route, actor } of asked) {
      const answer = await ask(hall, route, doors[actor])
      const fits = route.actors.includes(actor) ? isLetIn(route, answer) : isDenied(route, actor, answer)
      if (!fits) wrong.push(`${route.method} ${route.url} as ${actor}: ${answer.status} ${answer.code}`)
    }
    expect(wrong).toEqual([])
  })

  // Written by hand from P11: who may reach what is a decision, not whatever the routes happen to say.
  test('[P11] the public, the devices and the administrator reach no more than P11 gives them', async () => {
    const routes = collectRoutes()
    await startHall()
    const of = (actor: Actor) =>
      routes.filter(({ actors }) => actors.includes(actor)).map(({ method, url }) => `${method} ${url}`)
    const open =
      /^(GET|HEAD) \/api\/(hall|say|say\/answers|guide|guide\/:code|village-points|village-points\/:village\/photos\/:sha256|guide\/:code\/samples\/:sha256|bookings\/(topics|free))$|^POST \/api\/(sessions|sessions\/first|first-administrator|devices\/(enrol|challenge|session|lost-session)|track\/.*|say|ratings|ratings\/offer|photos|photos\/offer|bookings\/(take|own|own\/.*))$/
    const phone = /^POST \/api\/(sessions\/switch|devices\/farewell)$|^(GET|HEAD) \/api\/sealing-key$/
    expect(of('village').filter((route) => !open.test(route) && !phone.test(route))).toEqual([])
    const last = /^POST \/sync\/lost$|^(HEAD|PUT) \/files\/:sha256$/
    expect(of('lost').filter((route) => !open.test(route) && !last.test(route))).toEqual([])
    const device = /^POST \/api\/devices\/report$/
    const wall = /^POST \/api\/devices\/:id\/speak$/
    expect(of('anonymous').filter((route) => !open.test(route))).toEqual([])
    expect(of('token').filter((route) => !open.test(route))).toEqual([])
    expect(of('wall').filter((route) => ![open, device, wall].some((each) => each.test(route)))).toEqual([])
    const kiosk =
      /^POST \/api\/(tickets|tickets\/(kiosk-rejoin|sync)|leases|print-jobs\/:id\/(report|send|again)|printers\/own\/test|devices\/own\/(pin|paper|scale)|help|bookings\/check-in|visits\/:id\/ticket)$|^(GET|HEAD) \/api\/printers\/own$/
    expect(of('kiosk').filter((route) => ![open, device, kiosk].some((each) => each.test(route)))).toEqual([])
    const admin = [
      /^(GET|HEAD) \/api\/(sessions\/own|items.*|board)$/,
      /^(GET|HEAD) \/api\/settings$/,
      /^(GET|HEAD|POST) \/api\/quotas$/,
      /^(GET|HEAD) \/api\/windows(\/:window\/history)?$/,
      /^(GET|HEAD) \/api\/staff(\/places|\/:id\/history)?$/,
      /^POST \/api\/staff(\/:id\/(change|stop|resume|new-code|end-sessions))?$/,
      /^POST \/api\/(sessions\/end|enrolments)$/,
      /^POST \/api\/(settings\/:key|sheets)$/,
      /^(GET|HEAD|POST) \/api\/printers$|^POST \/api\/devices\/:id\/pin$/,
      /^(GET|HEAD) \/api\/(devices|notices)$/,
      /^POST \/api\/(devices\/:id\/(change|revoke|speak|sound-test|lost|found|retire)|notices(\/:id\/(change|stop))?)$/,
      // Which cases a change would move, by number and item, without a person (A-5, C603).
      /^(GET|HEAD) \/api\/(calendars|clock-changes\/:id\/preview)$/,
      /^POST \/api\/clock-changes(\/:id\/withdraw)?$/,
      /^POST \/api\/clock\/confirm$/,
      // The catalogue; publishing what one wrote oneself is refused to everybody (C101).
      /^(GET|HEAD) \/api\/catalogue.*$|^POST \/api\/(catalogue|item-drafts)(\/.*)?$/,
      // Filled-in samples of forms, which carry no person.
      /^POST \/api\/samples$|^(GET|HEAD) \/api\/samples\/:sha256$/,
      // The wording of papers, reviewed in the same way (C901).
      /^(GET|HEAD) \/api\/wordings(\/:kind)?$|^POST \/api\/(wordings|wording-drafts)\/.*$/,
      /^POST \/api\/windows(\/:window\/(services|rename|retire))?$/,
      // The sheet of an old ledger, which the administrator brings along; the cases in it another person takes over (K52).
      /^(GET|HEAD) \/api\/ledgers(\/template|\/:id\/preview)?$/,
      /^POST \/api\/ledgers(\/check|\/:id\/withdraw)?$/,
      // How much is older than its time; another person has it removed (C1501).
      /^(GET|HEAD) \/api\/retention$/,
      /^POST \/api\/retention(\/:id\/withdraw)?$/,
    ]
    const mayAdmin = (route: string) => open.test(route) || admin.some((each) => each.test(route))
    expect(of('admin').filter((route) => !mayAdmin(route))).toEqual([])
    const acts = routes.filter(
      ({ url, method }) =>
        method === 'POST' &&
        /^\/api\/(tickets\/:id|windows\/:window)\//.test(url) &&
        !/\/(services|rename|retire)$/.test(url),
    )
    expect(acts.length).toBeGreaterThan(20)
    // What needs no window of one's own, a supervisor may do as well (queue.md 2).
    const shared = /\/(move|rejoin|postpone|restore|cancel|reclass|serve-by-hand|move-to-ticket|correct)$/
    for (const { url, actors } of acts)
      expect([url, actors]).toEqual([url, shared.test(url) ? ['clerk', 'supervisor'] : ['clerk']])
  })

  test('[P10] a route that does not say who may call it stops the start', async () => {
    const hall = await startHall()
    const app = Fastify()
    guardRoutes(app, hall.server.counter.deps, [ORIGIN])
    expect(() => app.get('/api/open-to-whom', async () => ({}))).toThrow(
      'route GET /api/open-to-whom does not say who may call it',
    )
    await app.close()
  })

  test('[P13] no write comes in without the exact origin of our own pages', async () => {
    const routes = collectRoutes()
    const hall = await startHall()
    const { supervisor } = await doorsOf(hall)
    for (const origin of [
      null,
      'http://evil.example',
      'http://127.0.0.1:8081',
      'https://127.0.0.1:8080',
      'null',
      `${ORIGIN}.evil.example`,
    ]) {
      for (const route of routes.filter(({ method }) => method === 'POST' || method === 'PUT')) {
        expect([route.url, await ask(hall, route, supervisor, origin)]).toEqual([
          route.url,
          { status: 403, code: 'origin.wrong' },
        ])
      }
    }
    const crossSite = await hall.server.counter.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: {},
      headers: { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
    })
    expect(crossSite.json()).toMatchObject({ code: 'origin.wrong' })
  })
})

describe('every topic and every actor', () => {
  /** From R23 and P11, by hand: who may follow which kind of topic at all. */
  const FOLLOWERS: Readonly<Record<string, readonly Actor[]>> = {
    hall: ['kiosk', 'wall', 'clerk', 'handler', 'supervisor', 'leader', 'admin'],
    window: ['clerk', 'supervisor'],
    unit: ['handler', 'supervisor'],
    village: ['agent', 'supervisor'],
    supervisor: ['supervisor', 'leader'],
    points: ['supervisor', 'leader'],
    windows: ['supervisor', 'admin'],
    greet: ['clerk', 'supervisor'],
    case: ['clerk', 'handler', 'agent', 'supervisor', 'leader'],
    photos: ['clerk'],
    track: ['token', 'anonymous'],
    deputy: ['clerk', 'handler'],
    letters: ['clerk', 'handler', 'supervisor', 'leader'],
    letter: ['clerk', 'handler', 'supervisor', 'leader'],
  }
  const ARGUMENT: Readonly<Record<string, string>> = {
    window: ':1',
    unit: ':MZ',
    village: ':05',
    case: ':019eb2a0-0000-7000-8000-00000000dead',
    letter: ':019eb2a0-0000-7000-8000-00000000dead',
  }

  // Whose case or point it is decides about the other kinds; here only that nobody else gets one.
  function typeFor(name: string, isFor: boolean, type: string): string {
    if (!isFor) return 'refused'
    return ['hall', 'window', 'supervisor', 'points'].includes(name) ? 'snapshot' : type
  }

  test('[R23, P10, I30] each kind of topic is refused to every actor it is not for', async () => {
    const hall = await startHall()
    const doors = await doorsOf(hall)
    const kinds = hall.server.counter.feed.kinds
    expect(kinds.length).toBeGreaterThanOrEqual(2)
    for (const { name, actors } of kinds) {
      expect([name, actors.filter((actor) => !FOLLOWERS[name]?.includes(actor))]).toEqual([name, []])
    }
    for (const actor of ACTORS) {
      const { cookie, as } = doors[actor]
      const screen = await watch(hall, { as, ...(cookie === '' ? {} : { cookie }) })
      for (const { name, actors } of kinds) {
        const topic = `${name}${ARGUMENT[name] ?? ''}`
        screen.say({ type: 'subscribe', topics: [{ topic }] })
        const { type, state } = await screen.next((message) => message.topic === topic)
        expect([topic, actor, type]).toEqual([topic, actor, typeFor(name, actors.includes(actor), type)])
        expect(state === undefined).toBe(type === 'refused')
      }
    }
  })

  test('[R23] a clerk is refused a window that does not exist, a handler every window', async () => {
    const hall = await startHall()
    const { clerk, handler } = await doorsOf(hall)
    for (const [door, topic] of [
      [clerk, 'window:88'],
      [clerk, 'window:x'],
      [clerk, 'nothing'],
      [handler, 'window:1'],
    ] as const) {
      const screen = await watch(hall, door)
      screen.say({ type: 'subscribe', topics: [{ topic }] })
      expect(await screen.next(({ type }) => type === 'snapshot' || type === 'refused')).toEqual({
        type: 'refused',
        topic,
        code: 'session.forbidden',
      })
    }
  })

  test('[R23, P13] a socket opens only for the exact origin', async () => {
    const hall = await startHall()
    const { clerk } = await doorsOf(hall)
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:8081', '']) {
      const screen = await watch(hall, { ...clerk, origin })
      expect([origin, await screen.closed]).toEqual([origin, 4003])
      expect(screen.heard).toEqual([])
    }
  })
})

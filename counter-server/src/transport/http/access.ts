import '@fastify/cookie'
import { ACTORS, type Actor } from '@counter/shared/vocabulary/actor'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import type { DeviceRow } from '../../store/people.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { Presence } from '../../usecases/hall/presence.ts'
import type { Asker } from '../../usecases/people/asker.ts'
import {
  keepAwake,
  requireDevice,
  requireLostPhone,
  requireSignedIn,
  type SignedIn,
} from '../../usecases/people/sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route without this list is not built (P10). */
    actors?: readonly Actor[]
  }
  interface FastifyRequest {
    asker: Asker
  }
}

export const EVERYBODY: readonly Actor[] = ACTORS
export const STAFF: readonly Actor[] = ['clerk', 'handler', 'agent', 'supervisor', 'leader', 'admin']

/** The cookie of each door that keeps a session (N8). */
export const COOKIES = {
  staff: '__Host-sid',
  kiosk: '__Host-kiosk',
  wall: '__Host-wall',
  rate: '__Host-rate',
  village: '__Host-village',
  lost: '__Host-lost',
} as const
type Door = keyof typeof COOKIES | 'track'
const DOORS = ['kiosk', 'wall', 'rate', 'village', 'lost', 'track'] as const satisfies readonly Door[]

/** Default deny: an undeclared route stops the start; every request passes origin, session and the route's list (P10, P13). */
export function guardRoutes(
  app: FastifyInstance,
  deps: Deps & { readonly presence: Presence },
  origins: readonly string[],
): void {
  app.decorateRequest('asker', null as never)
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.actors === undefined)
      throw new Error(`route ${String(method)} ${url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request) => {
    if (!['GET', 'HEAD'].includes(request.method)) requireOrigin(request, origins)
    const actors = request.routeOptions.config.actors ?? []
    request.asker = askerOf(deps, request, actors)
    if (!actors.includes(request.asker.actor)) throw refusalOf(request.asker.actor, request)
    const { device } = request.asker
    if (device !== null) deps.presence.heard(device.device.id, deps.store.now())
    // A page says of what it asks by itself that nobody is there (P12).
    if (request.asker.staff !== null && request.headers['x-untouched'] === undefined)
      await keepAwake(deps, request.asker.staff.session)
  })
}

/** The exact origin of one of our own pages; an absent one is wrong (P13). */
export function requireOrigin({ headers }: FastifyRequest, origins: readonly string[]): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined || !origins.includes(origin) || (site !== undefined && site !== 'same-origin'))
    throw new Refusal('origin.wrong')
}

// A public page must open although an old cookie has run out, so only a closed route says why.
function askerOf(deps: Deps, request: FastifyRequest, actors: readonly Actor[]): Asker {
  try {
    return readAsker(deps, request, doorOf(request.headers['x-actor']))
  } catch (error) {
    if (error instanceof Refusal && actors.includes('anonymous')) return ANONYMOUS
    throw error
  }
}

const ANONYMOUS: Asker = { actor: 'anonymous', staff: null, device: null }

/** The asker behind the cookie of one door. No cookie: anonymous. Refuses `session.*`, `device.revoked`. */
export function readAsker(
  { store }: Pick<Deps, 'store'>,
  { cookies }: Pick<FastifyRequest, 'cookies'>,
  door: Door,
): Asker {
  if (door === 'track') return { ...ANONYMOUS, actor: 'token' }
  const token = cookies[COOKIES[door]]
  if (token === undefined) return ANONYMOUS
  if (door === 'staff') {
    const staff = store.read((tx) => requireSignedIn(tx, token))
    return { actor: staff.staff.role, staff, device: null }
  }
  if (door === 'lost') {
    const device = store.read((tx) => requireLostPhone(tx, token))
    return { actor: 'lost', staff: null, device }
  }
  const device = store.read((tx) => requireDevice(tx, token))
  if (device.device.kind !== door) throw new Refusal('device.not_enrolled')
  return { actor: door, staff: null, device }
}

export function doorOf(header: unknown): Door {
  return DOORS.find((door) => door === header) ?? 'staff'
}

function refusalOf(actor: Actor, request: FastifyRequest): Refusal {
  if (actor !== 'anonymous' && actor !== 'token') return new Refusal('session.forbidden')
  const door = doorOf(request.headers['x-actor'])
  return new Refusal(door === 'staff' || door === 'track' ? 'session.none' : 'device.not_enrolled')
}

/** What the record keeps of who did it (house.md 5). */
export function originOf({ asker }: FastifyRequest, commandId: CommandId | null): Origin {
  const { actor, staff, device } = asker
  const name =
    staff !== null ? `staff:${staff.staff.id}` : device !== null ? `device:${device.device.id}` : actor
  return { actor: name, role: actor, device: device?.device.id ?? staff?.session.phone ?? null, commandId }
}

/** The signed-in person of a staff route; its actor list makes it certain. */
export function staffOf({ asker }: FastifyRequest): SignedIn {
  if (asker.staff === null) throw new Refusal('session.none')
  return asker.staff
}

/** The enrolled device of a device route. */
export function deviceOf({ asker }: FastifyRequest): DeviceRow {
  if (asker.device === null) throw new Refusal('device.not_enrolled')
  return asker.device.device
}

/** The enrolled phone from which a request comes, whoever speaks; null at any other device (V3). */
export function phoneOf({ store }: Pick<Deps, 'store'>, { cookies }: FastifyRequest): DeviceRow | null {
  const token = cookies[COOKIES.village]
  if (token === undefined) return null
  try {
    return store.read((tx) => requireDevice(tx, token)).device
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The cookie's name of a door and how it is set (P12): host-only, never readable by scripts, same site alone. */
export function cookieOf(door: keyof typeof COOKIES): { readonly name: string; readonly options: object } {
  return { name: COOKIES[door], options: { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } }
}

/** The cookie of a person; at an enrolled phone it outlives the browser, as its session does (V3). */
export function staffCookieOf(
  { session }: SignedIn,
  now: Instant,
): { readonly name: string; readonly options: object } {
  const { name, options } = cookieOf('staff')
  if (session.phone === null) return { name, options }
  return { name, options: { ...options, maxAge: Math.floor((toMs(session.expiresAt) - toMs(now)) / 1000) } }
}

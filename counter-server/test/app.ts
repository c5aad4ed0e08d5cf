import { rmSync } from 'node:fs'
import type { DeviceKind, Role } from '@counter/shared/vocabulary/actor'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished } from 'vitest'

import { type Config, readConfig } from '../src/config.ts'
import { type RunningServer, type ServerOptions, startServer } from '../src/server.ts'
import { compareCases } from '../src/usecases/cases/rebuild-cases.ts'
import { compareLetters } from '../src/usecases/letters/compare-letters.ts'
import { type Enrolled, enrol, openLostSession, openSession } from './enrolled.ts'
import { startedFolder } from './first-start.ts'
import { rebuildAndCompare } from './rebuild.ts'
import { CHEAP, type TestClock, testClock } from './test-clock.ts'

/** Friday 2026-06-12 09:40 in the hall (screens.md 9). */
export const FRIDAY = '2026-06-12T01:40:00.000Z'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is checked by each test, field by field
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** Somebody at a door: what they send carries their cookie. */
export interface Caller {
  get(url: string): Promise<Answer>
  post(url: string, body?: object): Promise<Answer>
  /** Sends a command with a fresh id, or with the given one. */
  command(url: string, body?: object, commandId?: string): Promise<Answer>
  readonly cookie: string
}

/** An enrolled phone of a village point. */
export interface Phone extends Enrolled {
  /** The phone alone, without any agent. */
  readonly door: Caller
  /** Proves its key once more. */
  again(): Promise<Answer>
  signIn(name: string): Promise<Caller>
  /** Speaks as a phone that was reported lost. */
  lost(): Promise<Caller>
}

export interface Hall {
  readonly server: RunningServer
  readonly clock: TestClock
  readonly dataDir: string
  readonly anonymous: Caller
  /** Signs a sample account in; a village's agent does so at the one phone of the point, enrolled for it (V3). */
  signIn(name: string): Promise<Caller>
  /** Another enrolled phone of a village, at which its agent signs in with `phone.signIn('v05')`. */
  phone(village?: string, formerId?: string): Promise<Phone>
  device(kind: DeviceKind, name?: string): Promise<Caller>
  /** A phone that was reported lost, in the session in which it hands over what lies on it (V80). */
  lostPhone(): Promise<Caller>
  /** The same device at this server, after a restart: its session lies in the record. */
  sameDevice(kind: DeviceKind | 'lost', known: Pick<Caller, 'cookie'>): Caller
  /** Signs clerk N in and opens window N. */
  clerkAt(window: number): Promise<Caller>
  roleCaller(role: Role): Promise<Caller>
  /** Stops this server and starts another on the same data, as after a crash or an update. */
  restart(): Promise<Hall>
}

const ORIGIN = 'http://127.0.0.1:8080'

export interface HallOptions extends ServerOptions {
  readonly clock?: TestClock
  readonly dataDir?: string
  /** The test writes rows past the use cases, so they cannot be what the events say. */
  readonly changesRowsByHand?: boolean
  /** The cookies of the points' phones, of the server before. */
  readonly phones?: Map<string, string>
}

const NO_DIFFERENCE = { differences: 0, first: null }

/**
 * A whole server on a real file in a folder of its own, without listening screens; closed when the test ends. Whatever
 * the test did in the hall and to cases is then made again from the events and compared (Q67, C301).
 */
export async function startHall(options: HallOptions = {}): Promise<Hall> {
  const clock = options.clock ?? testClock(FRIDAY)
  const dataDir =
    options.dataDir ??
    (await startedFolder(clock.now(), (folder) =>
      startServer(configOf(folder), clock, { passwordCost: CHEAP, pages: null }),
    ))
  const config = configOf(dataDir, options.logTo === undefined ? 'silent' : 'trace')
  const server = await startServer(config, clock, {
    passwordCost: CHEAP,
    pages: null,
    requestsPerMinute: 1_000_000,
    // A device that is silent because the machine is slow is not silent.
    steadyMs: clock.monotonic,
    ...options,
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    const { store } = server.counter.deps
    const changedByHand = options.changesRowsByHand === true
    const { differences, first } = changedByHand ? NO_DIFFERENCE : rebuildAndCompare(store)
    const ofCases = changedByHand ? NO_DIFFERENCE : store.read(compareCases)
    const ofLetters = changedByHand ? NO_DIFFERENCE : store.read(compareLetters)
    await server.close()
    expect(
      [ofLetters.differences, ofLetters.first],
      'a row of a letter is not what its events say [C1302]',
    ).toEqual([0, null])
    expect([differences, first], 'a row of the hall is not what its events say [Q67]').toEqual([0, null])
    expect([ofCases.differences, ofCases.first], 'a row of a case is not what its events say [C301]').toEqual(
      [0, null],
    )
  }
  onTestFinished(async () => {
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const caller = (cookie: string, door = 'staff'): Caller => {
    const ask = async (method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> => {
      const answer = await server.counter.app.inject({
        method,
        url,
        headers: { origin: ORIGIN, 'x-actor': door, ...(cookie === '' ? {} : { cookie }) },
        ...(body === undefined ? {} : { payload: body }),
      })
      const isJson = String(answer.headers['content-type'] ?? '').includes('json')
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : answer.body,
        headers: answer.headers,
      }
    }
    return {
      cookie,
      get: (url) => ask('GET', url),
      post: (url, body) => ask('POST', url, body ?? {}),
      command: (url, body, commandId) => ask('POST', url, { commandId: commandId ?? uuidv7(), ...body }),
    }
  }

  async function opened(enrolled: Enrolled, kind: DeviceKind): Promise<Caller> {
    const answer = await openSession(caller(''), enrolled)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return caller(cookieOf(answer), kind)
  }

  async function phone(village = '05', formerId?: string): Promise<Phone> {
    const named = { kind: 'village', name: `${village} 村手机`, village: village as VillageCode } as const
    const enrolled = await enrol(server, caller(''), {
      ...named,
      ...(formerId === undefined ? {} : { formerId }),
    })
    const door = await opened(enrolled, 'village')
    let { cookie } = door
    const again = async () => {
      const answer = await openSession(caller(''), enrolled)
      if (answer.status === 200) cookie = cookieOf(answer)
      return answer
    }
    const lost = async () => {
      const answer = await openLostSession(caller(''), enrolled)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return caller(cookieOf(answer), 'lost')
    }
    return { ...enrolled, door, again, lost, signIn: (name) => signInFrom(name, cookie) }
  }

  async function signInFrom(name: string, cookie: string): Promise<Caller> {
    const account = server.accounts?.find(({ signInName }) => signInName === name)
    const answer = await caller(cookie).post('/api/sessions', {
      signInName: name,
      password: account?.password,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return caller(cookieOf(answer))
  }

  const phones = options.phones ?? new Map<string, string>()
  // The phone of a point is enrolled when its agent first signs in, and is the same one ever after (V3).
  async function signIn(name: string): Promise<Caller> {
    const village = /^v(\d\d)$/.exec(name)?.[1]
    if (village === undefined) return signInFrom(name, '')
    const cookie = phones.get(village) ?? (await phone(village)).door.cookie
    phones.set(village, cookie)
    return signInFrom(name, cookie)
  }

  const hall: Hall = {
    server,
    clock,
    dataDir,
    anonymous: caller(''),
    signIn,
    async device(kind, name = kind) {
      const village = kind === 'village' ? { village: '05' as VillageCode } : {}
      const enrolled = await enrol(server, caller(''), { kind, name, ...village })
      return opened(enrolled, kind)
    },
    phone,
    async lostPhone() {
      const enrolled = await phone()
      const supervisor = await hall.roleCaller('supervisor')
      await supervisor.command(`/api/devices/${enrolled.deviceId}/lost`, { reason: '丢了' })
      return enrolled.lost()
    },
    sameDevice: (kind, { cookie }) => caller(cookie, kind),
    async clerkAt(window) {
      const clerk = await signIn(`clerk${window}`)
      expect((await clerk.command(`/api/windows/${window}/open`)).status).toBe(200)
      return clerk
    },
    roleCaller: (role) => signIn(NAME_OF_ROLE[role]),
    async restart() {
      await close()
      return startHall({ ...options, clock, dataDir, phones })
    },
  }
  return hall
}

function configOf(dataDir: string, level = 'silent'): Config {
  return readConfig({ DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: ORIGIN, LOG_LEVEL: level }, [])
}

const NAME_OF_ROLE = {
  clerk: 'clerk1',
  handler: 'mz',
  agent: 'v05',
  supervisor: 'supervisor',
  leader: 'leader',
  admin: 'admin',
} as const satisfies Record<Role, string>

function cookieOf({ headers }: Answer): string {
  return String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? ''
}

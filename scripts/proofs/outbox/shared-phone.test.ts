// @vitest-environment happy-dom
import type { StaffSession } from '@counter/shared/contract/people'
import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { keepAgent, lastAgent } from '../../../clerk-ui/src/outbox/agents.ts'
import { keepPhoneKey } from '../../../clerk-ui/src/outbox/phone-key.ts'
import { dataKey, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { reloadOutbox, sendNow } from '../../../clerk-ui/src/screens/village/village-outbox.ts'
import { leaveToOther, openSession } from '../../../clerk-ui/src/screens/village/village-session.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const A = '0190aaaa-0000-7000-8000-00000000000a' as StaffId
const B = '0190aaaa-0000-7000-8000-00000000000b' as StaffId
const AT = '2026-06-12T01:40:00.000Z' as Instant

function sessionOf(staffId: StaffId): StaffSession {
  const nowhere = { unit: null, unitName: null, village: null, villageName: null, window: null }
  const times = { serverNow: AT, expiresAt: AT, idleMinutes: 15 }
  return { staffId, displayName: '石桥村代办员', role: 'agent', ...nowhere, ...times }
}

/** What each door of the centre answers; one that is not named is a hole in the line. */
let doors: Readonly<Record<string, { readonly status: number; readonly body: unknown }>> = {}
const NONE = { status: 401, body: { code: 'session.none' } }
const KNOWN = { status: 200, body: sessionOf(A) }
const OPEN = { '/api/sessions/switch': KNOWN, '/api/sessions/own': KNOWN }

beforeAll(async () => {
  givePhoneDisk()
  vi.useFakeTimers({ toFake: ['setInterval'] })
  doors = { '/api/sessions/own': NONE }
  standIn()
  await openSession()
})
beforeEach(standIn)
afterEach(async () => {
  vi.restoreAllMocks()
  useSession.setState({ phase: 'asking', session: null })
  await villageBook.write(['agents'], (tx) => tx.objectStore('agents').delete(B))
})

class DeafSocket extends EventTarget {
  static readonly OPEN = 1
  send(): void {}
  close(): void {}
}

// The network and the browser's own reload; everything else is the page's.
function standIn(): void {
  vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  vi.stubGlobal('WebSocket', DeafSocket)
  vi.stubGlobal('fetch', async (path: string) => {
    const answer = doors[path]
    if (answer === undefined) throw new TypeError('no line')
    return Response.json(answer.body, { status: answer.status })
  })
}

async function enrolled(): Promise<void> {
  const how = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey } = await crypto.subtle.generateKey(how, false, ['sign', 'verify'])
  await keepPhoneKey({ deviceId: 'd' as DeviceId, privateKey })
}

test('[V35] another agent who gives the password at a phone is the one whom its next page opens with', async () => {
  await keepAgent(sessionOf(A), Date.now())
  doors = { '/api/sessions/own': { status: 200, body: sessionOf(A) } }
  await useSession.getState().learn()
  expect(useSession.getState().phase).toBe('in')
  await leaveToOther()
  doors = { '/api/sessions': { status: 200, body: sessionOf(B) } }
  await useSession.getState().signIn('b', 'secret words')
  await vi.waitFor(() => expect(location.reload).toHaveBeenCalledTimes(1))
  expect((await lastAgent())?.staffId).toBe(B)
})

test('[V35, V78] a clock that was set back puts no former agent in front', async () => {
  await keepAgent(sessionOf(A), Date.parse('2029-01-01'))
  await keepAgent(sessionOf(B), Date.parse('2026-06-12'))
  expect((await lastAgent())?.staffId).toBe(B)
})

test('[V35] no other tab stays open with what the agent wrote who has handed the phone on', async () => {
  useSession.setState({ phase: 'in', session: sessionOf(A) })
  await setPin(A, '135790')
  expect(dataKey()).not.toBeNull()
  new BroadcastChannel('village-left').postMessage('left')
  await vi.waitFor(() => expect(useSession.getState()).toMatchObject({ phase: 'out', session: null }))
  expect(dataKey()).toBeNull()
  expect((await lastAgent())?.staffId).toBe(A)
})

test.each([
  ['the answer of taking up is lost', { '/api/sessions/own': NONE }],
  ['the phone cannot prove itself for the line', { '/api/sessions/switch': NONE, '/api/sessions/own': NONE }],
  [
    'too many ask at once',
    {
      '/api/sessions/switch': { status: 429, body: { code: 'request.too_many' } },
      '/api/sessions/own': NONE,
    },
  ],
])('[V3, V43, V59] no password is asked for while %s', async (_what, answers) => {
  await enrolled()
  await keepAgent(sessionOf(A), Date.now())
  doors = answers
  await openSession()
  expect(useSession.getState()).toMatchObject({ phase: 'asking', session: { staffId: A } })
  doors = OPEN
  await vi.advanceTimersByTimeAsync(5_000)
  await vi.waitFor(() => expect(useSession.getState().phase).toBe('in'))
})

test('[V3, V57] a session that the centre has lost goes on by the phone’s key, without a password', async () => {
  await enrolled()
  await keepAgent(sessionOf(A), Date.now())
  doors = OPEN
  await openSession()
  expect(useSession.getState().phase).toBe('in')
  doors = { ...OPEN, '/sync': NONE }
  const phases: string[] = []
  const stop = useSession.subscribe(({ phase }) => phases.push(phase))
  await reloadOutbox()
  sendNow()
  // In doubt, and by the key in again without waiting for anybody (V80).
  await vi.waitFor(() => expect(phases).toEqual(expect.arrayContaining(['asking', 'in'])))
  stop()
  expect(phases).not.toContain('out')
  expect(phases).not.toContain('lost')
  expect(phases.at(-1)).toBe('in')
})

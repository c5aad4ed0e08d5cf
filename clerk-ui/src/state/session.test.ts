// @vitest-environment happy-dom
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeLine, hangUp, openFakeLine } from '../test/line-fixture.ts'
import { useDrafts } from './drafts.ts'
import { useSession } from './session.ts'

const OWN = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
const TICKET = '01890a5d-ac96-774b-bcce-b302099a8012' as TicketId
const ENDS: readonly string[] = ['/api/sessions/end']
const session = (staffId: string) => ({
  staffId,
  displayName: '1号窗口值班员',
  role: 'clerk',
  unit: null,
  unitName: null,
  village: null,
  villageName: null,
  window: null,
  serverNow: '2026-06-12T01:40:00.000Z',
  expiresAt: '2026-06-12T09:40:00.000Z',
  idleMinutes: 15,
})
const typed = () => useDrafts.getState().byTicket[TICKET]?.name

let next = OWN
let isOver = false
let line: FakeLine
beforeEach(() => {
  isOver = false
  line = openFakeLine({
    answer: (path) => {
      if (ENDS.includes(path)) line.end(4001)
      if (isOver) return { status: 401, body: { code: 'session.none', params: {} } }
      return { status: 200, body: ENDS.includes(path) ? { done: true } : session(next) }
    },
  })
})
afterEach(() => {
  hangUp()
  vi.restoreAllMocks()
})

async function signIn(staffId: string): Promise<void> {
  next = staffId
  await useSession.getState().signIn('clerk', 'secret words')
}

it('[I39, V80] a page whose line is ended for its session goes to the sign-in by itself', async () => {
  await signIn(OWN)
  isOver = true
  line.end(4001)
  await vi.waitFor(() => expect(useSession.getState().phase).toBe('lost'))
})

it('[P12] who signs out is not told that the session was ended by somebody', async () => {
  await signIn(OWN)
  const phases: string[] = []
  const stop = useSession.subscribe(({ phase }) => phases.push(phase))
  await useSession.getState().signOut()
  stop()
  expect(phases).toEqual(['out'])
})

it('[U15, P33] who signs in again finds what was being typed; another person finds a new page without it', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  await signIn(OWN)
  useDrafts.getState().change(TICKET, { name: '王国' })
  await useSession.getState().signOut()
  await signIn(OWN)
  expect(typed()).toBe('王国')
  expect(reload).not.toHaveBeenCalled()
  await useSession.getState().signOut()
  await signIn(OTHER)
  expect(typed()).toBeUndefined()
  expect(reload).toHaveBeenCalledTimes(1)
  expect(useSession.getState().session).toBeNull()
})

// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import type { OutboxDisk } from '../../outbox/outbox-disk.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { answered, answerSync, completeDraft, sessionOf, silenceCentre } from '../../test/village-fixture.tsx'
import { newFact, withTyped } from './fact-draft.ts'
import type { Point } from './point.tsx'
import { sendFact } from './use-fact.ts'
import { keepSending, reloadOutbox, sendFrom, sendNow } from './village-outbox.ts'

const POINT = { code: '05', name: '石桥村' } as Point

let disk: OutboxDisk

const state = async () => (await disk.read())[0]?.state

// The one-second look of the sender is not there, so what goes goes by what happened.
beforeAll(async () => {
  silenceCentre()
  sendFrom(memoryDisk(), memoryDevice(50))
  vi.stubGlobal('setInterval', () => 0)
  await keepSending()
  vi.unstubAllGlobals()
})

// One item that found nobody, and rests.
beforeEach(async () => {
  silenceCentre()
  isSeen(true)
  useNet.setState({ net: 'offline', since: null })
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  disk = memoryDisk()
  sendFrom(disk, memoryDevice(50))
  await reloadOutbox()
  const note = withTyped(
    newFact('note.add', { caseId: completeDraft().caseId, title: '' }),
    'text',
    '明天送来',
  )
  expect(await sendFact(note, POINT)).toBeNull()
  await vi.waitFor(async () => expect(await state()).toBe('retry'))
})

function isSeen(seen: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    value: seen ? 'visible' : 'hidden',
    configurable: true,
  })
}

function turn(seen: boolean): void {
  isSeen(seen)
  document.dispatchEvent(new Event('visibilitychange'))
}

test.each([
  ['the browser says that there is a network', () => window.dispatchEvent(new Event('online'))],
  ['the page is seen again', () => turn(true)],
  ['the live line is up', () => useNet.setState({ net: 'online' })],
  ['the agent presses 「现在发」', () => sendNow()],
])('[V43] what rests after a silence goes at once when %s', async (_why, happens) => {
  const bodies = answerSync((body) => answered(body, { status: 'applied' }))
  happens()
  await vi.waitFor(async () => expect(await state()).toBe('done'))
  expect(bodies.flatMap(({ commands }) => commands)).toHaveLength(1)
})

// @vitest-environment happy-dom
import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Capture } from '../../outbox/capture.ts'
import { freeze, type VillageFacts } from '../../outbox/command.ts'
import { newCommandMark } from '../../outbox/command-mark.ts'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import type { OutboxDisk } from '../../outbox/outbox-disk.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { completeDraft, sessionOf, show, silenceCentre } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { NewCaseScreen } from './new-case-screen.tsx'
import { PhotoButton } from './photo-button.tsx'
import { handSafely, reloadOutbox, sendFrom } from './village-outbox.ts'
import { useRoom } from './village-room.ts'

let disk: OutboxDisk

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  disk = memoryDisk()
  sendFrom(disk, memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'offline', since: null })
  useRoom.setState({ room: 'enough' })
})
afterEach(cleanup)

const POINT = '05' as VillageCode

async function waitingCase(): Promise<Capture> {
  const facts = { type: 'case.register', itemVersion: 1, payload: {} } as unknown as VillageFacts
  const caseId = newCommandId() as string as CaseId
  const place = {
    ...newCommandMark(),
    authorId: 's' as StaffId,
    caseId,
    pointId: POINT,
    capturedAt: '2026-06-12T01:40:00.000Z' as Instant,
  }
  const what = { photos: [], title: '', slip: null, form: null, author: 's' as StaffId }
  return { ...(await freeze(facts, [], place)), ...what }
}

async function waiting(cases: number): Promise<void> {
  for (let n = 0; n < cases; n += 1) await disk.keep(await waitingCase(), n)
  await reloadOutbox()
}

async function submit() {
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '存好，有网自动发' }))
  return draft
}

test('[V39, V100] the 51st case waits as a form until one has gone out, and a note still goes', async () => {
  await waiting(50)
  const draft = await submit()
  expect(await screen.findByText(/待发已满/)).toBeTruthy()
  expect(Object.values(useDrafts.getState().forms)).toHaveLength(1)
  const note = { type: 'note.add', payload: { text: '还在路上' } } as const
  const place = { ...newCommandMark(), caseId: draft.caseId, pointId: POINT }
  expect(await handSafely({ ...place, facts: note, photos: [], title: '' })).toBeNull()
  expect(await disk.read()).toHaveLength(51)
})

test('[V39] the 50th goes', async () => {
  await waiting(49)
  await submit()
  await vi.waitFor(async () => expect(await disk.read()).toHaveLength(50))
})

test('[V39] as many wait as the centre has set, also when it said so before the network was lost', async () => {
  const phone = { idleMinutes: 10, pinDigits: 6, unsentCases: 2 }
  useSession.setState({ session: { ...sessionOf('agent'), phone } })
  await waiting(1)
  await submit()
  await vi.waitFor(async () => expect(await disk.read()).toHaveLength(2))
  cleanup()
  useDrafts.setState({ forms: {}, isRead: true })
  await submit()
  expect(await screen.findByText(/待发已满/)).toBeTruthy()
  expect(await disk.read()).toHaveLength(2)
})

test('[V40] a phone that is full keeps the form and says what to do, and one that is nearly full takes no photo', async () => {
  useRoom.setState({ room: 'full' })
  await submit()
  expect(await screen.findByText(/手机存不下了/)).toBeTruthy()
  expect(await disk.read()).toEqual([])
  expect(Object.values(useDrafts.getState().forms)).toHaveLength(1)
  cleanup()
  for (const [room, cameras] of [
    ['enough', 1],
    ['no_photos', 0],
  ] as const) {
    useRoom.setState({ room })
    show(<PhotoButton label="拍照" name="拍照：申请书" onPhoto={() => undefined} />)
    expect(screen.queryAllByLabelText('拍照：申请书')).toHaveLength(cameras)
    cleanup()
  }
})

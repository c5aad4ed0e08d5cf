// @vitest-environment happy-dom
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { startVillageWords } from '../../text/village-words.ts'
import { newDraft } from './draft.ts'
import { today, useDrafts } from './draft-store.ts'
import { usePageVersion } from './page-version.ts'
import { PointProvider } from './point.tsx'
import { VillageFrame } from './village-frame.tsx'
import { sendFrom } from './village-outbox.ts'

const NEW = '有新版本，点这里换上'

beforeAll(startVillageWords)
beforeEach(() => {
  sendFrom(memoryDisk(), memoryDevice(50))
  useDrafts.setState({ forms: {}, isRead: true })
  usePageVersion.setState({ waiting: null, isElsewhere: false })
  heldElsewhere([])
})
afterEach(cleanup)

/** What the tabs of this browser hold at the moment. */
function heldElsewhere(names: readonly string[]): void {
  const locks = {
    query: async () => ({ held: names.map((name) => ({ name })) }),
    request: async () => undefined,
  }
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
}

function show() {
  render(
    <PointProvider code={'05' as VillageCode} name="石桥村" agent="石桥村代办员">
      <VillageFrame>
        <p>页面</p>
      </VillageFrame>
    </PointProvider>,
  )
}

test('[V83] a newer page waits while a form is open, and comes only when the agent lets it in', async () => {
  const said: unknown[] = []
  const waiting = { postMessage: (word: unknown) => said.push(word) } as unknown as ServiceWorker
  usePageVersion.setState({ waiting })
  useDrafts.getState().put(newDraft(today()))
  Object.defineProperty(navigator, 'serviceWorker', { value: new EventTarget(), configurable: true })
  show()
  expect(screen.queryByText(NEW)).toBeNull()
  cleanup()
  useDrafts.setState({ forms: {}, isRead: true })
  show()
  expect(said).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: NEW }))
  expect(said).toEqual([{ type: 'SKIP_WAITING' }])
})

test('[V83] a draft that was left holds no newer page back: it lies on the disk', () => {
  usePageVersion.setState({ waiting: { postMessage: () => undefined } as unknown as ServiceWorker })
  const draft = newDraft(today())
  useDrafts.setState({ forms: { new: { draft, at: Date.now() - 11 * 60_000, isHeard: true } }, isRead: true })
  show()
  expect(screen.getByRole('button', { name: NEW })).toBeTruthy()
})

test('[V83] without a newer page nothing is offered', () => {
  show()
  expect(screen.queryByText(NEW)).toBeNull()
})

test('[V83] it waits for another tab that is in the middle of something, and says so', async () => {
  const said: unknown[] = []
  const waiting = { postMessage: (word: unknown) => said.push(word) } as unknown as ServiceWorker
  usePageVersion.setState({ waiting })
  heldElsewhere(['village-sender', 'village-in-hand'])
  show()
  await userEvent.click(screen.getByRole('button', { name: NEW }))
  expect(await screen.findByText('另一个页面还没填完，先把它填完')).toBeTruthy()
  expect(said).toEqual([])
  heldElsewhere(['village-sender'])
  await userEvent.click(screen.getByRole('button', { name: NEW }))
  expect(said).toEqual([{ type: 'SKIP_WAITING' }])
})

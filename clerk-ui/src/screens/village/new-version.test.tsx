// @vitest-environment happy-dom
import type { SyncBody } from '@counter/shared/contract/village'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answered, completeDraft, freshPhone, silenceCentre } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { newDraft } from './draft.ts'
import { today, useDrafts } from './draft-store.ts'
import { newFact, withTyped } from './fact-draft.ts'
import { usePageVersion } from './page-version.ts'
import { type Point, PointProvider } from './point.tsx'
import { sendFact } from './use-fact.ts'
import { VillageFrame } from './village-frame.tsx'

const NEW = '有新版本，点这里换上'

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  freshPhone()
  usePageVersion.setState({ waiting: null, isElsewhere: false })
  heldElsewhere([])
})
afterEach(cleanup)

/** What the tabs of this browser hold at the moment. */
function heldElsewhere(names: readonly string[]): void {
  const locks = {
    query: async () => ({ held: names.map((name) => ({ name })) }),
    request: async (_name: string, _how: unknown, run: (lock: object) => unknown) => run({}),
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

test('[V83] a newer page waits while something is on its way, and is offered when the centre has it', async () => {
  usePageVersion.setState({ waiting: { postMessage: () => undefined } as unknown as ServiceWorker })
  const asked: { readonly body: SyncBody; answer(by: Response): void }[] = []
  vi.stubGlobal(
    'fetch',
    (_url: string, { body }: { readonly body: string }) =>
      new Promise<Response>((answer) => asked.push({ body: JSON.parse(body), answer })),
  )
  show()
  expect(screen.getByRole('button', { name: NEW })).toBeTruthy()
  const note = withTyped(
    newFact('note.add', { caseId: completeDraft().caseId, title: '' }),
    'text',
    '明天送来',
  )
  expect(await sendFact(note, { code: '05', name: '石桥村' } as Point)).toBeNull()
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByText(NEW)).toBeNull()
  for (const { body, answer } of asked) answer(answered(body, { status: 'applied' }))
  expect(await screen.findByRole('button', { name: NEW })).toBeTruthy()
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

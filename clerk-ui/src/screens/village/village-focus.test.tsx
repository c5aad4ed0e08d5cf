// @vitest-environment happy-dom
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { newCaseSlot } from '../../outbox/draft-disk.ts'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { vault } from '../../outbox/vault.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { answerSync, completeDraft, refusal, sessionOf, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { DraftsScreen } from './drafts-screen.tsx'
import { guideOf } from './guide.fixture.ts'
import { HomeScreen } from './home-screen.tsx'
import { ItemPicker } from './item-picker.tsx'
import { VillageApp } from './village-app.tsx'
import { VillageFrame } from './village-frame.tsx'
import { sendFrom } from './village-outbox.ts'

beforeAll(startVillageWords)
beforeEach(() => {
  sendFrom(memoryDisk(), memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'online', since: null })
  answerSync((body) => refusal(body, 'authority.missing'))
})
afterEach(cleanup)

const focused = () => document.activeElement?.tagName

function Picker() {
  const [chosen, setChosen] = useState<ReturnType<typeof guideOf> | null>(guideOf([]))
  return <ItemPicker chosen={chosen} onChoose={setChosen} onChange={() => setChosen(null)} />
}

test('[U43] a row that goes with its button leaves the focus to the page', () => {
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(
    <VillageFrame>
      <DraftsScreen />
    </VillageFrame>,
  )
  screen.getByRole('button', { name: '不办了，删草稿' }).focus()
  act(() => useDrafts.getState().close(newCaseSlot(draft.caseId)))
  expect(screen.getByText('没有草稿')).toBeTruthy()
  expect(focused()).toBe('MAIN')
})

test('[U43] an item that is chosen anew leaves the focus to the page', async () => {
  show(
    <VillageFrame>
      <Picker />
    </VillageFrame>,
  )
  await userEvent.click(screen.getByRole('button', { name: '换一个' }))
  expect(screen.queryByRole('button', { name: '换一个' })).toBeNull()
  expect(focused()).toBe('MAIN')
})

test('[U43] who comes home from another page begins at its heading', () => {
  const { hook, navigate } = memoryLocation({ path: '/village/outbox' })
  show(
    <Router hook={hook}>
      <VillageFrame>
        <HomeScreen />
      </VillageFrame>
    </Router>,
  )
  screen.getByRole('link', { name: '首页' }).focus()
  act(() => navigate('/village'))
  expect(document.activeElement?.textContent).toBe('村代办点')
})

test('[U15, U43] the sign-in over a page takes the focus, and gives it back when it goes', () => {
  const session = { ...sessionOf('agent'), village: '05' as VillageCode }
  vault.setState({ phase: 'locked', staffId: session.staffId, waitUntil: 0 })
  useSession.setState({ phase: 'in', session })
  render(<VillageApp />)
  const digits = screen.getByLabelText('请输 6 位数字密码')
  digits.focus()
  act(() => useSession.setState({ phase: 'lost' }))
  const [layer] = screen.getAllByRole('main')
  expect(document.activeElement).toBe(layer?.querySelector('h1'))
  act(() => useSession.setState({ phase: 'in' }))
  expect(document.activeElement).toBe(digits)
})

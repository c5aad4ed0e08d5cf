// @vitest-environment happy-dom
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { vault } from '../../outbox/vault.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { sessionOf, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { Opening } from './opening.tsx'
import { VillageApp } from './village-app.tsx'
import { VillageFrame } from './village-frame.tsx'
import { sendFrom } from './village-outbox.ts'
import { usePhone } from './village-phone.ts'
import { VillageRefusal } from './village-refusal.tsx'
import { atThisPhone, VillageSignIn } from './village-sign-in.tsx'

beforeAll(startVillageWords)
beforeEach(() => sendFrom(memoryDisk(), memoryDevice(50)))
afterEach(cleanup)

test('[V2, V3] an agent of another village is told that this phone is not of theirs', () => {
  const refused = { code: 'device.not_enrolled', params: {} }
  const { rerender } = render(<VillageRefusal refused={atThisPhone(refused, true)} />)
  expect(screen.getByRole('alert').textContent).toBe('■ 这台手机是别的村的，请用本村开通的手机')
  rerender(<VillageRefusal refused={atThisPhone(refused, false)} />)
  expect(screen.getByRole('alert').textContent).toBe('■ 这台设备还没有登记')
})

test('[V80] the door of a lost phone promises nothing of what was written on it', () => {
  usePhone.setState({ standing: 'enrolled', problem: 'device.lost' })
  render(<VillageSignIn isLayer />)
  expect(screen.getByRole('alert').textContent).toBe('■ 这台手机已挂失，请联系镇中心')
  expect(screen.queryByText(/您写的内容还在/)).toBeNull()
})

test('[V35] another person takes the phone from any page', async () => {
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  show(<VillageFrame>{null}</VillageFrame>)
  await userEvent.click(screen.getByRole('button', { name: '换人' }))
  await vi.waitFor(() => expect(useSession.getState()).toMatchObject({ phase: 'out', session: null }))
})

test('[V37] without a network the strip says on one line what waits, else since when', () => {
  useNet.setState({ net: 'offline', since: '2026-06-12T02:32:00.000Z' as never })
  show(<VillageFrame>{null}</VillageFrame>)
  expect(screen.getByTestId('v1.strip').textContent).toBe('■ 离线（从 10:32 起） · 都发出去了')
})

describe('what is on its way', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test.each([
    ['offline', false, '没有网，手机里没有这一页，有网再看', '没有网，手机里没有这一页，有网再看'],
    ['recovering', false, '正在打开…', '这一块没取到，别的还能用。'],
    ['offline', true, '正在打开（本机）', '还没打开，写的都在。请关掉再打开'],
  ] as const)(
    '[U11] %s: says nothing for 300 ms, then that it comes, after 8 s that it did not (on this phone: %s)',
    async (net, isLocal, slow, lost) => {
      useNet.setState({ net, since: null })
      render(<Opening isLocal={isLocal} />)
      const said = screen.getByRole('status')
      await act(() => vi.advanceTimersByTimeAsync(299))
      expect(said.textContent).toBe('')
      await act(() => vi.advanceTimersByTimeAsync(1))
      expect(said.textContent).toBe(slow)
      await act(() => vi.advanceTimersByTimeAsync(7_700))
      expect(said.textContent).toBe(lost)
    },
  )

  test.each([
    ['asks the centre who may be here', null, '正在问镇中心…', '镇中心还没有答复，还在问'],
    ['opens what lies on it', sessionOf('agent'), '正在打开（本机）', '还没打开，写的都在。请关掉再打开'],
  ] as const)('[U11, V3, V82] a phone that %s says so', async (_what, known, slow, lost) => {
    vault.setState({ phase: 'reading', staffId: null, waitUntil: 0 })
    const session = known && { ...known, village: '05' as VillageCode }
    useSession.setState({ phase: 'asking', session })
    render(<VillageApp />)
    const said = screen.getByRole('status')
    await act(() => vi.advanceTimersByTimeAsync(299))
    expect(said.textContent).toBe('')
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(said.textContent).toBe(slow)
    await act(() => vi.advanceTimersByTimeAsync(7_700))
    expect(said.textContent).toBe(lost)
  })
})

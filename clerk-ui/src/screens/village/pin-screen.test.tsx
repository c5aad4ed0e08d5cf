// @vitest-environment happy-dom
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { vault } from '../../outbox/vault.ts'
import { useSession } from '../../state/session.ts'
import { sessionOf } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { PinGate } from './pin-screen.tsx'

beforeAll(startVillageWords)
afterEach(cleanup)

/** This page's browser promises no storage, so it asks first (V85). */
async function sayOrdinaryWindow(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: '不是，继续' }))
}

test.each([
  [
    'waits as long as was said after the fifth wrong PIN',
    30_000,
    ['试得太多了，请等一等。待发的照常发', '还要等 30 秒'],
  ],
  ['waits for no clock that was set back since', 365 * 86_400_000, ['', undefined]],
] as const)('[V34] %s, and what counts the seconds is no alert', (_what, left, told) => {
  const staffId = 's' as StaffId
  vault.setState({ phase: 'locked', staffId, waitUntil: Date.now() + left })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  expect([screen.getByRole('alert').textContent, screen.queryByRole('timer')?.textContent]).toEqual(told)
})

test.each([
  [undefined, '请给这台手机设 6 位数字密码', '[0-9]{6,6}'],
  [{ idleMinutes: 10, pinDigits: 8 }, '请给这台手机设 8 位数字密码', '[0-9]{8,8}'],
])('[V33] a new PIN has as many digits as the centre said: %o', async (phone, label, pattern) => {
  const session = { ...sessionOf('agent'), ...(phone === undefined ? {} : { phone }) }
  useSession.setState({ phase: 'in', session })
  vault.setState({ phase: 'none', staffId: session.staffId, waitUntil: 0 })
  render(<PinGate staffId={session.staffId}>{null}</PinGate>)
  await sayOrdinaryWindow()
  expect(screen.getByLabelText(label).getAttribute('pattern')).toBe(pattern)
})

test('[V33] a PIN of another length that was chosen before still opens', () => {
  const session = { ...sessionOf('agent'), phone: { idleMinutes: 10, pinDigits: 8 } }
  useSession.setState({ phase: 'in', session })
  vault.setState({ phase: 'locked', staffId: session.staffId, waitUntil: 0 })
  render(<PinGate staffId={session.staffId}>{null}</PinGate>)
  expect(screen.getByLabelText('请输数字密码').getAttribute('pattern')).toBe('[0-9]{6,8}')
})

// This page has no disk at all, as a phone whose disk takes nothing more.
test('[V34, V40] a disk that does not answer is told, and the digits may be typed again', async () => {
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  const staffId = 's' as StaffId
  vault.setState({ phase: 'locked', staffId, waitUntil: 0 })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  await userEvent.type(screen.getByLabelText('请输 6 位数字密码'), '135790')
  await userEvent.click(screen.getByRole('button', { name: '打开' }))
  expect(await screen.findByText('手机存不下了，请腾出空间再试')).toBeTruthy()
  expect(screen.getByRole('button', { name: '打开' }).getAttribute('aria-disabled')).toBe('false')
  cleanup()
  vault.setState({ phase: 'none', staffId, waitUntil: 0 })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  await sayOrdinaryWindow()
  for (const label of ['请给这台手机设 6 位数字密码', '请再输一遍']) {
    await userEvent.type(screen.getByLabelText(label), '135790')
    await userEvent.click(screen.getByRole('button', { name: '设好' }))
  }
  expect(await screen.findByText('手机存不下了，请腾出空间再试')).toBeTruthy()
  expect(screen.getByRole('button', { name: '设好' }).getAttribute('aria-disabled')).toBe('false')
})

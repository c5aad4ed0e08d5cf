// @vitest-environment happy-dom
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { vault } from '../../outbox/vault.ts'
import { useSession } from '../../state/session.ts'
import { sessionOf } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { PinGate } from './pin-screen.tsx'

beforeAll(startVillageWords)
afterEach(cleanup)

test.each([
  ['waits as long as was said after the fifth wrong PIN', 30_000, '试得太多了，请等 30 秒。待发的照常发'],
  ['waits for no clock that was set back since', 365 * 86_400_000, ''],
])('[V34] %s', (_what, left, told) => {
  const staffId = 's' as StaffId
  vault.setState({ phase: 'locked', staffId, waitUntil: Date.now() + left })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  expect(screen.getByRole('alert').textContent).toBe(told)
})

test.each([
  [undefined, '请给这台手机设 6 位数字密码', '[0-9]{6,6}'],
  [{ idleMinutes: 10, pinDigits: 8 }, '请给这台手机设 8 位数字密码', '[0-9]{8,8}'],
])('[V33] a new PIN has as many digits as the centre said: %o', (phone, label, pattern) => {
  const session = { ...sessionOf('agent'), ...(phone === undefined ? {} : { phone }) }
  useSession.setState({ phase: 'in', session })
  vault.setState({ phase: 'none', staffId: session.staffId, waitUntil: 0 })
  render(<PinGate staffId={session.staffId}>{null}</PinGate>)
  expect(screen.getByLabelText(label).getAttribute('pattern')).toBe(pattern)
})

test('[V33] a PIN of another length that was chosen before still opens', () => {
  const session = { ...sessionOf('agent'), phone: { idleMinutes: 10, pinDigits: 8 } }
  useSession.setState({ phase: 'in', session })
  vault.setState({ phase: 'locked', staffId: session.staffId, waitUntil: 0 })
  render(<PinGate staffId={session.staffId}>{null}</PinGate>)
  expect(screen.getByLabelText('请输数字密码').getAttribute('pattern')).toBe('[0-9]{6,8}')
})

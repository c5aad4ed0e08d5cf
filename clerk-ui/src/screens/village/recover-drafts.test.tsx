// @vitest-environment happy-dom
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { vault } from '../../outbox/vault.ts'
import { startVillageWords } from '../../text/village-words.ts'
import { PinGate } from './pin-screen.tsx'
import { usePhone } from './village-phone.ts'

beforeAll(startVillageWords)
afterEach(cleanup)

const staffId = 's' as StaffId

test('[V34] after ten wrong PINs the page sends to the township centre, and says that what waits is sent', () => {
  vault.setState({ phase: 'erased', staffId, waitUntil: 0 })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  expect(screen.getByText('密码错了 10 次，请联系镇中心重新开通。待发的照常发。请先登录')).toBeDefined()
})

test('[V34] the code of a link stands in the form already', () => {
  vault.setState({ phase: 'sealed', staffId, waitUntil: 0 })
  usePhone.setState({ code: 'ABCD-2345' })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  expect(screen.getByLabelText('开通码（8 位）').getAttribute('value')).toBe('ABCD-2345')
})

test('[V34] who does not want the drafts back is asked twice before they are left', async () => {
  vault.setState({ phase: 'sealed', staffId, waitUntil: 0 })
  render(<PinGate staffId={staffId}>{null}</PinGate>)
  await userEvent.click(screen.getByRole('button', { name: '不找回，设新密码' }))
  expect(vault.getState().phase).toBe('sealed')
  await userEvent.click(screen.getByRole('button', { name: '旧草稿会打不开，再按一次' }))
  expect(vault.getState().phase).toBe('none')
})

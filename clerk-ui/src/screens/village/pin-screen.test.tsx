// @vitest-environment happy-dom
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { vault } from '../../outbox/vault.ts'
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

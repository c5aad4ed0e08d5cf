// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Photo } from '../../outbox/photo.ts'
import { startVillageWords } from '../../text/village-words.ts'
import { SignaturePad } from './signature-pad.tsx'

const KEPT: Photo = { sha256: 'a'.repeat(64), size: 1, mime: 'image/png', content: Uint8Array.of(1) }

beforeAll(startVillageWords)
afterEach(cleanup)

test('[V10, V27] a signature that was kept is seen again, and no stray stroke takes its place', async () => {
  const onSigned = vi.fn<(photo: Photo | null) => void>()
  const { rerender } = render(<SignaturePad signature={KEPT} onSigned={onSigned} />)
  const picture = screen.getByRole('img', { name: '签好的名' })
  expect(picture.getAttribute('src')).toMatch(/^blob:/)
  fireEvent.pointerDown(picture)
  fireEvent.pointerUp(picture)
  expect(screen.queryByRole('img', { name: '请在框里签名' })).toBeNull()
  expect(onSigned).not.toHaveBeenCalled()
  expect(screen.getByRole('status').textContent).toBe('已签名 ✓')

  await userEvent.click(screen.getByRole('button', { name: '重签' }))
  expect(onSigned.mock.calls).toEqual([[null]])
  rerender(<SignaturePad signature={null} onSigned={onSigned} />)
  expect(screen.getByRole('img', { name: '请在框里签名' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
})

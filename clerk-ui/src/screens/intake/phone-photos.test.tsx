// @vitest-environment happy-dom
import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { IntakeFiles } from './intake-files.tsx'

const TICKET = '01890a5d-ac96-774b-bcce-b302099a8001' as TicketId
const LINK = '01890a5d-ac96-774b-bcce-b302099a8002'
const TOPIC = `photos:${TICKET}`

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[C410, P41] a QR for the chosen paper; the photo stands at the intake at once, and the closed QR is ended', async () => {
  const line = openFakeLine({
    topics: { [TOPIC]: { photos: [] } },
    answer: (path) => ({
      status: 200,
      body: path.endsWith('/open-photo-link')
        ? { id: LINK, url: 'https://example.test/photo#A', expiresAt: '2099-01-01T00:00:00.000Z' }
        : { done: true },
    }),
  })
  render(<IntakeFiles ticketId={TICKET} materials={[{ name: '户口簿' } as GuideMaterial]} />)
  await userEvent.click(screen.getByText('加附件'))
  await userEvent.click(screen.getByRole('button', { name: '用手机拍：户口簿' }))
  expect(await screen.findByRole('img', { name: 'QR' })).toBeTruthy()
  expect(screen.getByText('还没收到照片')).toBeTruthy()
  const photo = {
    sha256: 'a'.repeat(64),
    material: '户口簿',
    size: 204_800,
    takenAt: '2026-06-12T01:45:00.000Z',
  }
  line.tell(TOPIC, [{ kind: 'photos_changed', photos: [photo] }])
  expect(await screen.findByText('✓ 收到 1 张照片')).toBeTruthy()
  expect(screen.getByText(/手机拍的 · 200 KB/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '关闭（Esc）' }))
  await waitFor(() => expect(line.sent.map(({ path }) => path)).toContain(`/api/photo-links/${LINK}/end`))
  await userEvent.click(screen.getByRole('button', { name: '不传了：户口簿 照片 1' }))
  await waitFor(() =>
    expect(line.sent.map(({ path }) => path)).toContain(`/api/drafts/${TICKET}/take-back-photo`),
  )
})

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { TrackScreen } from './track-screen.tsx'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'

beforeAll(() => startText(phoneCatalogue, phoneRefusals))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('[C1002] a ticket that can no longer be followed still leads to its rating', async () => {
  location.hash = `#${TOKEN}`
  const body = { code: 'code.not_found', message: '', messageEn: '', params: {}, fields: [] }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status: 404 }))
  render(<TrackScreen what="ticket" />)
  expect((await screen.findByText('评价')).getAttribute('href')).toBe(`/rate#${TOKEN}`)
})

// @vitest-environment happy-dom
import { refusalSentence } from '@counter/shared/text/refusal-text'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { freshKiosk } from '../../state/kiosk-machine.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { issuedTicket } from './issued-ticket.fixture.ts'
import { ReturnVisit } from './return-visit.tsx'

let sent: { readonly url: string; readonly body: Record<string, unknown> }[] = []
let speak: () => void

beforeAll(() => startText(hallCatalogue, refusalSentence))
beforeEach(() => {
  sent = []
  const answered = new Promise<void>((resolve) => {
    speak = resolve
  })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: JSON.parse(String(init.body)) })
    if (!url.endsWith('/return-visit')) return new Response('{"done":true}')
    await answered
    return new Response(JSON.stringify(issuedTicket))
  })
  vi.stubGlobal('print', () => undefined)
  useKiosk.setState(freshKiosk(0), true)
  tell({ type: 'opened', place: { at: 'progress' } })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('[Q10] the number of a return visit is shown to whoever asked for it, and asked for once', async () => {
  render(<ReturnVisit by={{ code: '7K3F9QPD' }} />)
  await userEvent.dblClick(screen.getByTestId('k4.return'))
  speak()
  await vi.waitFor(() => expect(useKiosk.getState().place.at).toBe('ticket'))
  expect(sent.filter(({ url }) => url.endsWith('/return-visit'))).toHaveLength(1)
})

test('[U19, U21] a number that comes when its resident has left is shown to nobody and called by nobody', async () => {
  render(<ReturnVisit by={{ code: '7K3F9QPD' }} />)
  await userEvent.click(screen.getByTestId('k4.return'))
  cleanup()
  tell({ type: 'left' })
  // The next resident looks something up too.
  tell({ type: 'opened', place: { at: 'progress' } })
  speak()
  await vi.waitFor(() => expect(sent[1]).toMatchObject({ body: { token: 'b'.repeat(22) } }))
  expect(sent[1]?.url).toBe('/api/track/ticket/cancel')
  expect(useKiosk.getState().place).toEqual({ at: 'progress' })
})

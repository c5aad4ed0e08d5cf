// @vitest-environment happy-dom
import type { DeskTicket } from '@counter/shared/contract/desk'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { startWords } from '../../text/words.ts'
import { PaperPanel } from './paper-panel.tsx'

const JOB = '01890a5d-ac96-774b-bcce-b302099a8001'
const TICKET = '01890a5d-ac96-774b-bcce-b302099a8012'
const paper = (nth: number, more: object) => ({
  printJobId: JOB.slice(0, -1) + nth,
  nth,
  state: 'printed',
  fault: null,
  queuedAt: '2026-06-12T01:40:00.000Z',
  kiosk: '取号机 1',
  ...more,
})

beforeAll(startWords)
afterEach(cleanup)

it('[U30] the trail of a number names each paper: when, where, what became of it, and whether it is a copy', async () => {
  const items = [paper(1, { state: 'failed', fault: 'cover_open' }), paper(2, { kiosk: null })]
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items, next: null }))))
  render(
    <DesignFrame>
      <PaperPanel
        tickets={[{ id: TICKET, number: '综 012' } as unknown as DeskTicket]}
        onClose={() => undefined}
      />
    </DesignFrame>,
  )
  const lines = within(await screen.findByTestId('desk.papers'))
  const [first, second] = await lines.findAllByRole('listitem')
  expect(first?.textContent).toBe('09:40取号机 1没打出来 · 打印机盖子开着')
  expect(second?.textContent).toBe('09:40窗口补打打出来了')
})

it('[U30] a copy that is refused says why and leaves the trail as it is', async () => {
  const answers = new Map([
    ['GET', () => new Response(JSON.stringify({ items: [paper(1, {})], next: null }))],
    ['POST', () => new Response(JSON.stringify({ code: 'print.not_found', params: {} }), { status: 404 })],
  ])
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) =>
    Promise.resolve(answers.get(init.method ?? 'GET')?.()),
  )
  render(
    <DesignFrame>
      <PaperPanel
        tickets={[{ id: TICKET, number: '综 012' } as unknown as DeskTicket]}
        onClose={() => undefined}
      />
    </DesignFrame>,
  )
  await userEvent.click(await screen.findByRole('button', { name: '补打' }))
  expect(await screen.findByText('没有这张小票的打印记录')).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

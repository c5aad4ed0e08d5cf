// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startWords } from '../text/words.ts'
import { SheetChoice } from './sheet-choice.tsx'

beforeAll(() => startWords())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Answers `/api/sheets` as the server would and keeps what was sent. */
function answering(status: number, body: object): unknown[] {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify(body), { status })
  })
  return sent
}

function choose(text: string): void {
  fireEvent.change(screen.getByLabelText('选表格'), { target: { files: [new File([text], '台账.csv')] } })
}

it('[K52] a chosen sheet is read by the server and comes back as rows', async () => {
  const sheets = [{ name: '', rows: [{ line: 1, cells: ['编号'] }] }]
  const sent = answering(200, { sheets })
  const onRead = vi.fn()
  render(<SheetChoice label="选表格" onRead={onRead} />)
  choose('AB')
  await waitFor(() => expect(onRead).toHaveBeenCalledWith(sheets, '台账.csv'))
  // "AB" in base64 (RFC 4648).
  expect(sent).toEqual([{ content: 'QUI=' }])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('[K52] a file of another kind is refused in words, and another may be chosen', async () => {
  answering(409, { code: 'sheet.unreadable', params: {}, message: '' })
  const onRead = vi.fn()
  render(<SheetChoice label="选表格" onRead={onRead} />)
  choose('x')
  expect((await screen.findByRole('alert')).textContent).toContain('读不出这个文件')
  expect(onRead).not.toHaveBeenCalled()
})

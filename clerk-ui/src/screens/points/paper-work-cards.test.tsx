// @vitest-environment happy-dom
import type { Finding, GonePhone } from '@counter/shared/contract/paper-work'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { FindingRows } from './finding-rows.tsx'
import { GonePhoneCard } from './gone-phone-card.tsx'

const PHONE = {
  device: 'one',
  name: '石桥村 手机',
  village: '05',
  villageName: '石桥村',
  agent: null,
  heardAt: null,
  isLost: true,
  goneAt: '2026-06-12T01:40:00.000Z',
  onSlips: null,
  numbers: [
    { number: '2026-05-0001-7', lentAt: '2026-06-12T01:00:00.000Z' },
    { number: '2026-05-0002-3', lentAt: '2026-06-12T01:00:00.000Z' },
  ],
} as GonePhone
const FINDING = {
  id: '0190aaaa-0000-7000-8000-0000000000aa',
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  number: null,
  foundAt: '2026-06-12T01:40:00.000Z',
} as Finding

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const nothing = () => undefined

function Findings() {
  const [findings, setFindings] = useState([FINDING])
  return (
    <main tabIndex={-1}>
      <FindingRows findings={findings} onEnter={nothing} onDone={() => setFindings([])} />
    </main>
  )
}

test('[V62] numbers are made void after they were chosen, and a press before that says so', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: { done: true } }) })
  render(<GonePhoneCard phone={PHONE} onEnter={nothing} onDone={nothing} />)
  await userEvent.click(screen.getByRole('button', { name: /2/ }))
  await userEvent.type(screen.getByLabelText('为什么说没有用过'), '整本没动')
  await userEvent.click(screen.getByRole('button', { name: '选中的 0 个没有用过，作废' }))
  expect(screen.getByRole('alert').textContent).toBe('请先选没有用过的编号')
  expect(line.sent).toEqual([])
  await userEvent.click(screen.getByLabelText('选中 2026-05-0002-3'))
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '选中的 1 个没有用过，作废' }))
  await waitFor(() => expect(line.sent).toHaveLength(1))
  expect(line.sent).toMatchObject([
    { path: '/api/points/paper-work/void', body: { numbers: ['2026-05-0002-3'], reason: '整本没动' } },
  ])
})

test('[U43, V56] a finding that is settled by Enter leaves the focus to the page', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: { done: true } }) })
  render(<Findings />)
  await userEvent.type(screen.getByRole('textbox'), '已经补录{Enter}')
  await waitFor(() => expect(screen.queryByTestId('l7.finding')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

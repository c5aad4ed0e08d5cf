// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseDuplicates } from './case-duplicates.tsx'

beforeAll(startWords)
afterEach(cleanup)

const NONE = { open: [], linked: [], mergedInto: null, absorbed: [], mayUnmerge: false }
const alike = {
  id: '019eb2a0-0000-7000-8000-000000000002' as never,
  number: '2026-05-0001-X',
  status: 'received',
  channel: 'village',
  villageName: '石桥村',
  receivedAt: '2026-06-10T01:40:00.000Z' as never,
} as const
const pair = { ...alike, isLater: false, mayMerge: true, mayJudge: true }

it('[C445] says what looks the same, and before a merge which of the two is kept', () => {
  const detail = aDetail({ duplicates: { ...NONE, open: [pair] } })
  render(<CaseDuplicates detail={detail} />)
  expect(screen.getByRole('listitem').textContent).toContain(
    '▲ 可能重复 2026-05-0001-X 6月10日 石桥村代办点收件 · 已收件',
  )
  fireEvent.click(screen.getByRole('button', { name: '合并' }))
  const { number } = detail.row
  expect(
    screen.getByText(`${number} 并入 2026-05-0001-X，期限按 2026-05-0001-X 的算。并错了可以撤销。`),
  ).toBeDefined()
})

it('[V74] names no case that the reader may not open, and offers nothing with it', () => {
  const hidden = { ...pair, id: null, number: null, mayMerge: false, mayJudge: false }
  render(<CaseDuplicates detail={aDetail({ duplicates: { ...NONE, open: [hidden] } })} />)
  expect(screen.getByText(/别处的一件/)).toBeDefined()
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

it('[C445] shows what was merged with its papers and notes, and nothing where there is nothing', () => {
  const notes = [{ at: '2026-06-10T01:40:00.000Z' as never, by: '窗口', text: '说是急用' }]
  const absorbed = [{ ...alike, materials: [{ name: '户口簿', state: 'received' as const }], notes }]
  const { rerender } = render(<CaseDuplicates detail={aDetail({ duplicates: { ...NONE, absorbed } })} />)
  expect(screen.getByText('户口簿 收到')).toBeDefined()
  expect(screen.getByText(/说是急用/)).toBeDefined()
  rerender(<CaseDuplicates detail={aDetail({ duplicates: NONE })} />)
  expect(screen.queryByText('重复核对')).toBeNull()
})

// @vitest-environment happy-dom
import type { CaseDetail } from '@counter/shared/contract/cases'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { startWords } from '../../text/words.ts'
import { CaseItemMark } from './case-item-mark.tsx'

beforeAll(startWords)
afterEach(cleanup)

const show = (itemMark: object) =>
  render(<CaseItemMark detail={{ itemVersion: 1, itemMark } as unknown as CaseDetail} />)

it('[C101, C107] a case that follows an older version says so, and what the present one changed', () => {
  const newer = { version: 3, effectiveFrom: '2026-07-01', changed: ['committed', 'materials'] }
  show({ isUnverified: true, newer })
  const mark = screen.getByTestId('case.itemMark')
  expect(mark.textContent).toContain('▲ 法定时限待核')
  expect(mark.textContent).toContain(
    '这件按第 1 版事项办。 现行第 3 版，2026年7月1日 起生效。 改了：承诺时限、材料',
  )
})

it('[C107] a case of the present, confirmed version says nothing of it', () => {
  show({ isUnverified: false, newer: null })
  expect(screen.queryByTestId('case.itemMark')).toBeNull()
})

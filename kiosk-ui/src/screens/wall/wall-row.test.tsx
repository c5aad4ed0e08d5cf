// @vitest-environment happy-dom
import { refusalSentence } from '@counter/shared/text/refusal-text'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { WallRowLine } from './wall-row.tsx'
import type { WallRow } from './wall-rows.ts'

beforeAll(() => startText(hallCatalogue, refusalSentence))
afterEach(cleanup)

const called: WallRow = {
  window: 2,
  state: 'called',
  number: '综 012',
  callNo: 1,
  isFresh: true,
  seq: 1,
  movedAt: null,
}
const wordsOf = (row: WallRow) => {
  render(
    <ul>
      <WallRowLine row={row} />
    </ul>,
  )
  return screen.getByTestId('wall.row').textContent
}

test('[U24] a new call stands beside its window, marked 「◀ 刚叫」', () => {
  expect(wordsOf(called)).toBe('综 012→2 号窗口◀ 刚叫')
})

test('[U24] a recall says 「第 2 次」 for as long as nobody has come', () => {
  expect(wordsOf({ ...called, callNo: 2 })).toBe('综 012→2 号窗口◀ 刚叫第 2 次')
  cleanup()
  expect(wordsOf({ ...called, callNo: 2, state: 'serving', isFresh: false })).toBe('综 012→2 号窗口办理中')
})

test('[Q57] a window without a number says whether it is paused', () => {
  const free = { ...called, number: null, isFresh: false }
  expect(wordsOf({ ...free, state: 'idle' })).toBe('请等候叫号2 号窗口')
  cleanup()
  expect(wordsOf({ ...free, state: 'paused' })).toBe('暂停服务2 号窗口')
})

// @vitest-environment happy-dom
import { refusalSentence } from '@counter/shared/text/refusal-text'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { CodeKeys } from './code-keys.tsx'

beforeAll(() => startText(hallCatalogue, refusalSentence))
afterEach(cleanup)

function key(sign: string): HTMLElement {
  return screen.getByRole('button', { name: sign })
}

function typed(): string | null {
  return screen.getByRole('status', { name: '查询码' }).textContent
}

function show(): void {
  render(<CodeKeys isBusy={false} code="查询码" go="查一下" onCode={() => undefined} />)
}

test('[QT18] two fingers that overlap type both signs, and a hand that is faster than the clicks loses none', () => {
  show()
  fireEvent.pointerDown(key('7'), { button: 0, pointerId: 1 })
  fireEvent.pointerDown(key('K'), { button: 0, pointerId: 2 })
  fireEvent.pointerUp(key('7'), { pointerId: 1 })
  fireEvent.pointerUp(key('K'), { pointerId: 2 })
  for (const pointerId of [3, 4]) {
    fireEvent.pointerDown(key('3'), { button: 0, pointerId })
    fireEvent.pointerUp(key('3'), { pointerId })
  }
  expect(typed()).toBe('7K33-____')
})

test('[QT18] a finger, its late click and a key of the keyboard each count once', () => {
  show()
  fireEvent.pointerDown(key('7'), { button: 0, pointerId: 1 })
  fireEvent.pointerUp(key('7'), { pointerId: 1 })
  fireEvent.click(key('7'), { detail: 1 })
  fireEvent.click(key('F'), { detail: 0 })
  expect(typed()).toBe('7F__-____')
})

test('[QT18] a finger that leaves its key before it lets go, or that begins to scroll, types nothing', () => {
  show()
  fireEvent.pointerDown(key('7'), { button: 0, pointerId: 1 })
  fireEvent.pointerUp(key('7'), { pointerId: 1, clientX: 500 })
  fireEvent.pointerDown(key('7'), { button: 0, pointerId: 2 })
  fireEvent.pointerCancel(key('7'), { pointerId: 2 })
  fireEvent.pointerUp(key('7'), { pointerId: 2 })
  expect(typed()).toBe('____-____')
})

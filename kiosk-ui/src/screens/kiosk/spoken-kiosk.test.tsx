// @vitest-environment happy-dom
import { refusalSentence } from '@counter/shared/text/refusal-text'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { freshKiosk } from '../../state/kiosk-machine.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { PinKeys } from './pin-keys.tsx'
import { SpokenKiosk } from './spoken-kiosk.ts'

let said: string[] = []

beforeAll(() => startText(hallCatalogue, refusalSentence))
beforeEach(() => {
  said = []
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend = () => {}
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'zh-CN' }],
    cancel: () => undefined,
    speak(words: { text: string; onend: () => void }) {
      said.push(words.text)
      words.onend()
    },
  })
  useKiosk.setState(freshKiosk(0), true)
  tell({ type: 'opened', place: { at: 'staff' } })
  tell({ type: 'looks', looks: { isSpoken: true } })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('[S8, P16] what has the focus is said aloud, but never a key of the PIN', async () => {
  render(
    <>
      <SpokenKiosk />
      <PinKeys onRight={() => undefined} />
      <button type="button">{'离开'}</button>
    </>,
  )
  screen.getByRole('button', { name: '7' }).focus()
  // Long enough to be said, were it said.
  await new Promise((resolve) => setTimeout(resolve, 20))
  screen.getByRole('button', { name: '离开' }).focus()
  await vi.waitFor(() => expect(said).toContain('离开，按钮。'))
  expect(said.filter((words) => words.startsWith('7'))).toEqual([])
})

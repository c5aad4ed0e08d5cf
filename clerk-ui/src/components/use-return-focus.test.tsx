// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useReturnFocus } from './use-return-focus.ts'

afterEach(cleanup)

function Panel() {
  const part = useRef<HTMLElement>(null)
  useReturnFocus(part)
  return (
    <section ref={part}>
      <button type="button">在里面</button>
    </section>
  )
}

function Page({ isOpen, hasOpener }: { readonly isOpen: boolean; readonly hasOpener: boolean }) {
  return (
    <main tabIndex={-1}>
      {hasOpener && <button type="button">打开</button>}
      <button type="button">别的</button>
      {isOpen && <Panel />}
    </main>
  )
}

function openPanel() {
  const page = render(<Page isOpen={false} hasOpener />)
  const opener = screen.getByText('打开')
  opener.focus()
  page.rerender(<Page isOpen hasOpener />)
  screen.getByText('在里面').focus()
  return { page, opener }
}

it('[U43] a panel that closes gives the focus back to what opened it', () => {
  const { page, opener } = openPanel()
  page.rerender(<Page isOpen={false} hasOpener />)
  expect(document.activeElement).toBe(opener)
})

it('[U43] when the row that opened it has gone in the same moment, the page has the focus', () => {
  const { page } = openPanel()
  page.rerender(<Page isOpen={false} hasOpener={false} />)
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

it('[U43] who has gone on elsewhere is not called back', () => {
  const { page } = openPanel()
  screen.getByText('别的').focus()
  page.rerender(<Page isOpen={false} hasOpener />)
  expect(document.activeElement).toBe(screen.getByText('别的'))
})

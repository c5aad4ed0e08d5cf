// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { forgetAdminDrafts } from '../../state/admin-drafts.ts'
import { useSession } from '../../state/session.ts'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseActs } from './case-acts.tsx'

const CLERK = 'clerk'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  forgetAdminDrafts()
  hangUp()
  useSession.setState({ session: null })
})

function show(status: number, body: object) {
  const line = openFakeLine({ answer: () => ({ status, body }) })
  hangUp()
  render(
    <CaseActs detail={aDetail({ actions: ['convert', 'urge'] })} role={CLERK} onAnswer={() => undefined} />,
  )
  return line
}

async function openByKey() {
  const button = screen.getByRole('button', { name: '转承诺' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  return button
}

it('[U43] an act that is opened by the keyboard takes the focus to its first field; Esc closes it and gives it back', async () => {
  show(200, {})
  const button = await openByKey()
  expect(document.activeElement).toBe(screen.getByLabelText(/理由/))
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('form')).toBeNull()
  expect(document.activeElement).toBe(button)
})

it('[U43, U15] a refusal leaves the focus where it was written, and what was written', async () => {
  const line = show(409, { code: 'case.changed', params: {} })
  await openByKey()
  await userEvent.keyboard('要会签{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(line.sent).toHaveLength(1)
  const field = screen.getByLabelText(/理由/) as HTMLTextAreaElement
  expect(document.activeElement).toBe(field)
  expect(field.value).toBe('要会签')
})

it('[U43] an act that is done gives the focus back to the button that opened it', async () => {
  show(200, { case: aDetail(), receipt: null })
  const button = await openByKey()
  await userEvent.keyboard('要会签{Control>}{Enter}{/Control}')
  expect(await screen.findByText('转承诺：已办好')).toBeTruthy()
  expect(document.activeElement).toBe(button)
})

it('[U15] what is half written outlives another page, and is given up with the form', async () => {
  show(200, {})
  await openByKey()
  await userEvent.keyboard('要会签')
  cleanup()
  show(200, {})
  await openByKey()
  expect((screen.getByLabelText(/理由/) as HTMLTextAreaElement).value).toBe('要会签')
  await userEvent.keyboard('{Escape}')
  await openByKey()
  expect((screen.getByLabelText(/理由/) as HTMLTextAreaElement).value).toBe('')
})

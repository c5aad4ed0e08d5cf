// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { useNet } from '../../state/live.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { type FakeLine, hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { agentOnline, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { VillageCaseScreen } from './village-case-screen.tsx'

const { id } = aRow()
const topics = { [`case:${id}`]: aDetail() }
const looks = ({ sent }: FakeLine) => sent.filter(({ path }) => path.endsWith('/reveal'))
const told = (value: string) => ({ status: 200, body: { value } })

beforeAll(startVillageWords)
beforeEach(agentOnline)
afterEach(() => {
  cleanup()
  hangUp()
})

test('[V4, U16, U43] the phone is asked for by a press, with its reason, and the next press calls it', async () => {
  const line = openFakeLine({ topics, answer: () => told('19900000001') })
  show(<VillageCaseScreen id={id} />)
  expect(await screen.findByText('每看一件都会记下，群众查得到')).toBeTruthy()
  expect(looks(line)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '看电话，打给群众' }))
  const call = await screen.findByRole('link', { name: '打电话 19900000001' })
  expect(call.getAttribute('href')).toBe('tel:19900000001')
  expect(document.activeElement).toBe(call)
  expect(looks(line)).toEqual([
    { path: `/api/cases/${id}/reveal`, body: { field: 'phone', kind: 'contact' } },
  ])
})

test('[V4, C1107, U43] who has no phone is reached through the contact, which is read next', async () => {
  const answer = (_path: string, { field }: Record<string, unknown>) =>
    told(field === 'contact' ? '示例乙 19900000002' : '')
  openFakeLine({ topics, answer })
  show(<VillageCaseScreen id={id} />)
  await userEvent.click(await screen.findByRole('button', { name: '看电话，打给群众' }))
  const contact = await screen.findByText('没有电话，找 示例乙 19900000002')
  expect(document.activeElement).toBe(contact)
})

test('[U43] who went on while the phone was looked up is left there', async () => {
  openFakeLine({ topics, answer: () => told('19900000001') })
  show(
    <>
      <input aria-label="别处" />
      <VillageCaseScreen id={id} />
    </>,
  )
  fireEvent.click(await screen.findByRole('button', { name: '看电话，打给群众' }))
  screen.getByRole('textbox', { name: '别处' }).focus()
  await screen.findByRole('link', { name: '打电话 19900000001' })
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '别处' }))
})

test('[V4, P34] what was not written is not shown, and says why; without a network it is not offered', async () => {
  const body = { code: 'reveal.not_recorded', params: {} }
  openFakeLine({ topics, answer: () => ({ status: 503, body }) })
  show(<VillageCaseScreen id={id} />)
  await userEvent.click(await screen.findByRole('button', { name: '看电话，打给群众' }))
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(screen.queryByRole('link', { name: /打电话/ })).toBeNull()
  useNet.setState({ net: 'offline', since: null })
  await expect.poll(() => screen.queryByRole('button', { name: '看电话，打给群众' })).toBeNull()
})

// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { useNet } from '../../state/live.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords, switchVillageLanguage } from '../../text/village-words.ts'
import { Attention } from './attention-part.tsx'
import { FROM_LOST, SLIP_CASE } from './from-lost-phone.fixture.ts'
import { FromLostPhone } from './from-lost-phone.tsx'

beforeAll(startVillageWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const answer = {
  code: 'case.revision_changed',
  message: '镇中心的电话已改过，请核对',
  messageEn: 'The centre has another phone meanwhile. Compare the two',
}
const refused = { header: { id: 'c' }, state: 'attention', author: 's2', answer } as unknown as OutboxItem

test('[V73, U13] why the centre did not take it names the fields in either language', async () => {
  show(<Attention item={refused} isOwn={false} />)
  expect(screen.getByRole('alert').textContent).toContain('镇中心的电话已改过')
  await switchVillageLanguage()
  expect((await screen.findByText(/another phone meanwhile/)).textContent).not.toContain('…')
  // A centre of before tells it in Chinese alone.
  cleanup()
  show(
    <Attention item={{ ...refused, answer: { ...answer, messageEn: undefined } as never }} isOwn={false} />,
  )
  expect(screen.getByRole('alert').textContent).not.toMatch(/[一-龥]/)
  await switchVillageLanguage()
})

test('[V80] whose entry of a lost phone it is, its author says with one press, and the row goes', async () => {
  const items = [FROM_LOST]
  const line = openFakeLine({
    answer: (path) => {
      if (path === '/api/village-attention/own') return { status: 200, body: { items: [...items] } }
      items.pop()
      return { status: 200, body: { done: true } }
    },
  })
  useNet.setState({ net: 'online' })
  show(<FromLostPhone />)
  expect((await screen.findByRole('heading')).textContent).toBe('丢失的手机里有 1 件，请认一认')
  await userEvent.click(screen.getByRole('button', { name: '是我登记的' }))
  await waitFor(() => expect(screen.queryByRole('heading')).toBeNull())
  expect(line.sent.find(({ path }) => path.endsWith('/confirm'))).toMatchObject({
    path: `/api/village-attention/${FROM_LOST.id}/confirm`,
    body: { isOwn: true },
  })
})

test('[V80] what came of a lost phone is told from others by what is known of it, and nothing stands for the rest', async () => {
  const items = [FROM_LOST, { ...FROM_LOST, id: FROM_LOST.id.replace('a1', 'a2'), topic: null }]
  openFakeLine({ answer: () => ({ status: 200, body: { items } }) })
  useNet.setState({ net: 'online' })
  show(<FromLostPhone />)
  const rows = await screen.findAllByTestId('v3.from-lost')
  expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual(['咨询 · 养老金几时发', '咨询'])
})

test('[V80] a slip that the centre entered again meanwhile is shown beside it, and another matter is said with a reason', async () => {
  useNet.setState({ net: 'online' })
  const item = { ...FROM_LOST, type: 'case.register', applicant: '示*丙', topic: null, slipCase: SLIP_CASE }
  const line = openFakeLine({ answer: () => ({ status: 200, body: { items: [item] } }) })
  show(<FromLostPhone />)
  const facts = (await screen.findByTestId('v3.slip-case')).textContent
  for (const words of ['已按回执补录为 2026-05-0001-7', '由镇中心核对', '姓名：镇中心 示*甲，手机 示*丙'])
    expect(facts).toContain(words)
  expect(screen.getByRole('button', { name: '是我登记的，同一件' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '是我登记的，另一件' }))
  const why = screen.getByRole('textbox', { name: '为什么是另一件' })
  expect(document.activeElement).toBe(why)
  await userEvent.type(why, '补录时抄错了编号')
  await userEvent.click(screen.getByRole('button', { name: '另编号办理' }))
  const said = line.sent.find(({ path }) => path.endsWith('/confirm'))?.body
  expect(said).toMatchObject({ isOwn: true, apart: '补录时抄错了编号' })
})

test('[V80] a slip whose second entry is void is said to be so, and is joined to nothing', async () => {
  useNet.setState({ net: 'online' })
  const slipCase = { ...SLIP_CASE, isVoid: true }
  const item = { ...FROM_LOST, type: 'case.register', applicant: '示*丙', topic: null, slipCase }
  openFakeLine({ answer: () => ({ status: 200, body: { items: [item] } }) })
  show(<FromLostPhone />)
  const facts = (await screen.findByTestId('v3.slip-case')).textContent
  expect(facts).toContain('镇中心按回执补录的 2026-05-0001-7 已作废')
  expect(screen.queryByRole('button', { name: '是我登记的，同一件' })).toBeNull()
  expect(screen.getByRole('button', { name: '是我登记的，另一件' })).toBeTruthy()
})

// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { openPoints, WAITING } from './points.fixture.ts'
import { PointsScreen } from './points-screen.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[V80] what came of a lost phone says to the centre what the centre does', async () => {
  const lost = { ...WAITING, code: 'device.lost', message: '这台手机已挂失，请联系镇中心' }
  openPoints([lost])
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText('■ 从挂失的手机来的，问过代办员再办')).toBeTruthy()
  expect(card.queryByText(/请联系镇中心/)).toBeNull()
})

it('[V80, V84] what opened no more on a lost phone is named, and only noted: there is nothing to apply', async () => {
  const unread = {
    ...WAITING,
    code: 'command.unreadable',
    missing: [],
    number: null,
    topic: '2026-05-0001-7',
  }
  const line = openPoints([unread])
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText('■ 挂失的手机上打不开了，问过代办员再补录')).toBeTruthy()
  expect(card.getByText(/2026-05-0001-7/)).toBeTruthy()
  expect(card.queryByText(/代办员/, { selector: 'p' })?.textContent).not.toContain('代办员还没处理')
  const ways = card.getAllByRole('option').map(({ textContent }) => textContent)
  expect(ways).toEqual(['已另办，或不用办了'])
  expect(card.queryByRole('textbox', { name: /身份证号/ })).toBeNull()
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '按回执补录了')
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  const sent = line.sent.find(({ path }) => path === `/api/village-attention/${WAITING.id}/solve`)
  expect(sent?.body).toMatchObject({ how: 'reject', reason: '按回执补录了' })
})

it('[V51, V90] what a point could not get through is put right and applied, or refused with a reason', async () => {
  const line = openPoints()
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText(/石桥村 · 石桥村代办员 · 6月12日（周五）9:25 采集 · 代办员已交镇中心/)).toBeTruthy()
  await userEvent.type(card.getByRole('textbox', { name: '身份证号（不改就空着）' }), '11010519491231002X')
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '按身份证改')
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  const sent = line.sent.find(({ path }) => path === `/api/village-attention/${WAITING.id}/solve`)
  expect(sent?.body).toMatchObject({
    how: 'apply',
    mend: { idNo: '11010519491231002X' },
    reason: '按身份证改',
  })
})

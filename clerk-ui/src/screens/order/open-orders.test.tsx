// @vitest-environment happy-dom
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { anOrder } from '../../test/order-fixture.ts'
import { startWords } from '../../text/words.ts'
import { OpenOrders } from './open-orders.tsx'

const at = (text: string) => text as Instant
const TUESDAY = at('2026-06-23T01:00:00.000Z')

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function shown(items: readonly unknown[], now = TUESDAY, empty: 'order.none' | null = 'order.none') {
  const line = openFakeLine({
    answer: (path) =>
      path.startsWith('/api/orders')
        ? { status: 200, body: { items, next: null } }
        : { status: 200, body: { case: aDetail(), receipt: null } },
  })
  const view = render(<OpenOrders news="1" now={now} empty={empty} />)
  return { line, view }
}

it.each([
  ['2026-06-23T01:00:00.000Z', 'green', '待回复 · 6月24日前回复'],
  ['2026-06-24T01:00:00.000Z', 'yellow', '待回复 · 今天 17:30 前回复'],
  ['2026-06-24T09:30:00.001Z', 'red', '回复超期 · 该 6月24日（周三）17:30 前回复'],
])('[C705] at %s the order itself is %s in shape and words', async (now, light, words) => {
  shown([anOrder()], at(now))
  const found = await screen.findByText(words)
  expect(found.closest('.light')?.getAttribute('data-light')).toBe(light)
})

it('[C705] the handler answers from the list; an answer without words is not sent', async () => {
  const { line } = shown([anOrder({ acts: ['reply'] })])
  await userEvent.click(await screen.findByRole('button', { name: /回复督办/ }))
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  expect(line.sent.filter(({ path }) => path.endsWith('/reply-order'))).toHaveLength(0)
  await userEvent.type(screen.getByLabelText('回复'), '材料已补齐，明天办结')
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  await screen.findByText('回复督办：已办好')
  const sent = line.sent.filter(({ path }) => path.endsWith('/reply-order'))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toMatchObject({ order: anOrder().id, reply: '材料已补齐，明天办结' })
})

it('[C705, C1302] an order on a letter names it and is answered at the letter', async () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8058'
  const about = { kind: 'letter', id, number: '2026-99-0001-2', channel: 'phone', topic: 'help' }
  const { line } = shown([anOrder({ about, acts: ['reply'] })])
  const link = await screen.findByRole('link', { name: '2026-99-0001-2' })
  expect(link.getAttribute('href')).toBe(`/letters/${id}`)
  expect(screen.getByText(/24小时电话 求助/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /回复督办/ }))
  await userEvent.type(screen.getByLabelText('回复'), '今天修')
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  const sent = line.sent.filter(({ path }) => path === `/api/letters/${id}/reply-order`)
  expect(sent.map(({ body }) => body)).toMatchObject([{ order: anOrder().id, reply: '今天修' }])
})

it('[C705] an answered order shows the answer and waits for its issuer', async () => {
  shown([anOrder({ acts: ['close'], repliedAt: '2026-06-23T01:00:00.000Z', reply: '已办结', light: 'done' })])
  expect(await screen.findByText('已回复，待办结')).toBeTruthy()
  expect(screen.getByText(/已办结$/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /办结督办/ })).toBeTruthy()
})

it('[U11] without orders it says so, or leaves the work list alone', async () => {
  shown([])
  expect(await screen.findByText('没有督办中的件')).toBeTruthy()
  cleanup()
  const { view } = shown([], TUESDAY, null)
  await new Promise((done) => setTimeout(done))
  expect(view.container.textContent).toBe('')
})

it('[U11] a failed reading says so and is asked again by a press', async () => {
  let isBroken = true
  openFakeLine({
    answer: () =>
      isBroken
        ? { status: 500, body: { code: 'fault' } }
        : { status: 200, body: { items: [anOrder()], next: null } },
  })
  render(<OpenOrders news="1" now={TUESDAY} empty={null} />)
  expect((await screen.findByRole('alert')).textContent).toContain('督办单没取到')
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: '再试' }))
  expect(await screen.findByText('督〔2026〕1号 · 单位负责人')).toBeTruthy()
})

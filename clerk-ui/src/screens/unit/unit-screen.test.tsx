// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { type FakeLine, hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { UnitScreen } from './unit-screen.tsx'

const FIRST = '01890a5d-ac96-774b-bcce-b302099a8057'
const SECOND = '01890a5d-ac96-774b-bcce-b302099a8058'
const counts = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }

const commandsOf = (line: FakeLine) => line.sent.filter(({ body }) => 'commandId' in body)

beforeAll(startWords)
beforeEach(() => {
  useSession.setState({ phase: 'in', session: { role: 'handler', unit: 'MZ', unitName: '民政办' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

it('[U31] a case is decided with five command keys and no mouse', async () => {
  const detail = aDetail({ actions: ['decide', 'add_note'] })
  const decided = aDetail({ actions: [] }, { status: 'decided', version: 4, light: 'done' })
  const line = openFakeLine({
    topics: { 'unit:MZ': { cases: [aRow()], counts }, [`case:${FIRST}`]: detail },
    answer: () => ({ status: 200, body: { case: decided, receipt: null } }),
  })
  render(<UnitScreen />)
  await screen.findByTestId('board.row')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await screen.findByLabelText('意见')
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(screen.getByLabelText('意见'))
  await userEvent.keyboard('符合条件，准予')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(screen.getByText('2026-00-0001-X：办结。定了不能撤回。')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  await screen.findByText('已办结待送达')
  expect(commandsOf(line).map(({ path }) => path)).toEqual([`/api/cases/${FIRST}/decide`])
  expect(commandsOf(line)[0]?.body).toMatchObject({
    decision: 'granted',
    result: '符合条件，准予',
    expectedVersion: 3,
  })
})

it('[U34] the counters are the list, and a change moves both', async () => {
  const cases = [aRow({ handler: null, status: 'accepted', light: 'paused', dueAt: null, dueOn: null })]
  const line = openFakeLine({ topics: { 'unit:MZ': { cases, counts } } })
  render(<UnitScreen />)
  expect((await screen.findByTestId('board.count.paused')).textContent).toBe('计时暂停 1')
  expect(screen.getByText('新到 1')).toBeTruthy()
  const arrived = aRow({ id: SECOND, number: '2026-00-0002-K', light: 'paused', dueAt: null, dueOn: null })
  act(() => line.tell('unit:MZ', [{ kind: 'case_changed', case: arrived }]))
  expect((await screen.findByTestId('board.count.paused')).textContent).toBe('计时暂停 2')
  expect(screen.getAllByTestId('board.row')).toHaveLength(2)
})

it('[U34] an empty list says so', async () => {
  openFakeLine({ topics: { 'unit:MZ': { cases: [], counts } } })
  render(<UnitScreen />)
  expect(await screen.findByText('现在没有在办的办件')).toBeTruthy()
})

it('[U15] the opinion that stays open goes with the version that an own act made', async () => {
  const detail = aDetail({ actions: ['decide', 'take'] })
  const taken = aDetail({ actions: ['decide'] }, { version: 4 })
  const line = openFakeLine({
    topics: { 'unit:MZ': { cases: [aRow()], counts }, [`case:${FIRST}`]: detail },
    answer: () => ({ status: 200, body: { case: taken, receipt: null } }),
  })
  render(<UnitScreen />)
  await screen.findByTestId('board.row')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await userEvent.type(await screen.findByLabelText('意见'), '符合条件')
  await userEvent.click(screen.getByRole('button', { name: '承办' }))
  await userEvent.click(screen.getByRole('button', { name: '确定' }))
  await screen.findByText('承办：已办好')
  await userEvent.click(screen.getByLabelText('意见'))
  await userEvent.keyboard('{Control>}{Enter}{/Control}{Enter}')
  expect(commandsOf(line).map(({ body }) => body['expectedVersion'])).toEqual([3, 4])
})

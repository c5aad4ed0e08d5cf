// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useHall } from '../../state/hall.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { PaperDayScreen } from './paper-day-screen.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const screenOf = () => {
  useHall.setState({
    hall: {
      centre: { name: '示例镇' },
      topics: [{ topic: 'relief', unitName: '民政办', isUnsure: false }],
    } as never,
  })
  return render(
    <DesignFrame>
      <PaperDayScreen />
    </DesignFrame>,
  )
}

it('[Q35] numbers are entered by keyboard, a wrong row is named in words, and the right ones are kept together', async () => {
  const answers = [
    { status: 409, body: { code: 'paper.rows_wrong', params: { n: 1, rows: '1:used' } } },
    { status: 200, body: { entered: 1 } },
  ]
  const line = openFakeLine({
    answer: (path) =>
      path === '/api/paper-days/enter'
        ? (answers.shift() ?? { status: 500, body: {} })
        : { status: 200, body: { items: [], next: null } },
  })
  screenOf()
  await userEvent.keyboard('备用 003{Tab}{Tab}')
  await userEvent.selectOptions(screen.getByLabelText('第 1 行 事项'), 'relief')
  for (const [label, time] of [
    ['取号', '0900'],
    ['开始', '910'],
    ['结束', '09:20'],
  ] as const)
    await userEvent.type(screen.getByLabelText(`第 1 行 ${label}`), time)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByText('■ 第 1 行 这个备用号已补录过')).id).toBe(
    screen.getByLabelText('第 1 行 号').getAttribute('aria-describedby'),
  )
  await userEvent.clear(screen.getByLabelText('第 1 行 号'))
  await userEvent.type(screen.getByLabelText('第 1 行 号'), '备用 004')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('✓ 已补录 1 个号，标明为补录')).toBeTruthy()
  const sent = line.sent
    .filter(({ path }) => path === '/api/paper-days/enter')
    .map(({ body }) => body['rows'])
  expect(sent[1]).toEqual([
    {
      number: '备用 004',
      window: 1,
      topic: 'relief',
      cls: 'ordinary',
      takenAt: '09:00',
      startedAt: '09:10',
      endedAt: '09:20',
      outcome: 'accepted',
    },
  ])
})

it('[Q67] a double click makes one sheet of spare numbers', async () => {
  const line = openFakeLine({
    answer: (path, body) => ({
      status: 200,
      body:
        'commandId' in body && path === '/api/spare-sheets'
          ? {
              first: 1,
              last: 40,
              printedAt: '2026-06-12T01:40:00.000Z',
              by: '导服台',
            }
          : { items: [], next: null },
    }),
  })
  screenOf()
  await userEvent.setup({ delay: 20 }).dblClick(screen.getByRole('button', { name: '打印备用号' }))
  expect(line.sent.filter(({ body }) => 'commandId' in body)).toHaveLength(1)
})

// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { LedgerScreen } from './ledger-screen.tsx'

const LIGHTS = { green: 1, yellow: 0, red: 1, paused: 0, done: 0, none: 0 }
const LINE = {
  line: 2,
  oldNumber: '林26-007',
  itemName: '林木采伐许可',
  applicant: '示*乙',
  unitName: '林业站',
  receivedOn: '2026-06-03',
  acceptedOn: '2026-06-04',
  promisedOn: '2026-06-18',
  status: 'accepted',
  dueOn: '2026-06-18',
  light: 'green',
}
const GOOD = {
  preview: 'p1',
  rows: 2,
  problemCount: 0,
  warningCount: 1,
  lights: LIGHTS,
  problems: [],
  warnings: [{ line: 3, column: 'promisedOn', code: 'red_at_once', words: '2026-06-10' }],
  lines: [LINE],
}
const FAULTY = {
  ...GOOD,
  problemCount: 2,
  problems: [
    { line: 3, column: 'item', code: 'unknown_item', words: '砍树' },
    { line: 4, column: 'idNo', code: 'id_check', words: '' },
  ],
  lines: [],
}
const IMPORT = {
  id: '019eb2a0-0000-7000-8000-00000000c001',
  state: 'entered',
  isComing: false,
  fileName: '旧台账.xlsx',
  rows: 2,
  firstNumber: null,
  lastNumber: null,
  enteredBy: '系统管理员',
  enteredAt: '2026-06-12T01:40:00.000Z',
  settledBy: null,
  settledAt: null,
}
const SHEETS = { sheets: [{ name: '旧台账', rows: [{ line: 1, cells: ['旧编号'] }] }] }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

function open(role: 'admin' | 'supervisor', { seen = GOOD as object, items = [] as readonly object[] } = {}) {
  let listed = items
  const line = openFakeLine({
    answer: (path) => {
      if (path === '/api/sheets') return { status: 200, body: SHEETS }
      if (path === '/api/ledgers/check' || path.endsWith('/preview')) return { status: 200, body: seen }
      const done = {
        ...IMPORT,
        state: 'imported',
        firstNumber: '2026-00-0001-A',
        lastNumber: '2026-00-0002-C',
        settledBy: '督查',
        settledAt: IMPORT.enteredAt,
      }
      if (path.endsWith('/import')) listed = [done]
      if (path.endsWith('/import')) return { status: 200, body: done }
      if (line.sent[line.sent.length - 1]?.body['commandId'] !== undefined) {
        listed = [IMPORT]
        return { status: 200, body: IMPORT }
      }
      return { status: 200, body: { items: listed, next: null } }
    },
  })
  hangUp()
  useSession.setState({ session: { role } as never })
  render(
    <DesignFrame>
      <LedgerScreen />
    </DesignFrame>,
  )
  return line
}

const choose = async () =>
  userEvent.upload(await screen.findByLabelText('选旧台账（xlsx 或 csv）'), new File(['x'], '旧台账.xlsx'))

it('[K52] a sheet with errors shows each by line and column, and cannot be sent', async () => {
  open('admin', { seen: FAULTY })
  await choose()
  expect(await screen.findByText('■ 有 2 处错误，一件也不会导入。请改好再选')).toBeTruthy()
  const table = screen.getByRole('region', { name: '错误' })
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent)
  expect(cells).toEqual(['行列问题', '3事项没有这个事项：砍树', '4身份证号身份证号校验不对，请核对'])
  expect(screen.queryByText('提交，等主管确认')).toBeNull()
})

it('[K52] a faultless sheet shows what comes of it and is sent as its rows', async () => {
  const line = open('admin')
  await choose()
  expect(await screen.findByText('导入后：正常 1 件，临期 0 件，超期 1 件')).toBeTruthy()
  expect(screen.getByText('2026-06-10 已到期，导入后就是红灯')).toBeTruthy()
  expect(screen.getByRole('row', { name: /林26-007.*示\*乙.*6月18日/ })).toBeTruthy()
  await userEvent.click(screen.getByText('提交，等主管确认'))
  expect(await screen.findByText('✓ 已提交，请主管确认')).toBeTruthy()
  expect(line.sent.find(({ path, body }) => path === '/api/ledgers' && body['rows'])?.body).toMatchObject({
    fileName: '旧台账.xlsx',
    rows: [{ line: 1, cells: ['旧编号'] }],
  })
})

it('[C603] a supervisor looks first and then takes the cases over', async () => {
  const line = open('supervisor', { items: [IMPORT] })
  expect(await screen.findByText('待主管确认')).toBeTruthy()
  expect(screen.queryByText('导入 2 件')).toBeNull()
  await userEvent.click(screen.getByText('看会导入什么'))
  await userEvent.click(await screen.findByText('导入 2 件'))
  expect(await screen.findByText('已导入 2 件')).toBeTruthy()
  expect(screen.getByText(/编号 2026-00-0001-A 至 2026-00-0002-C/)).toBeTruthy()
  expect(line.sent.find(({ path }) => path.endsWith('/import'))?.body).toMatchObject({ preview: 'p1' })
})

it('[K52] a ledger that is coming in says so, and can be neither taken over again nor sent back', async () => {
  open('supervisor', { items: [{ ...IMPORT, isComing: true }] })
  expect(await screen.findByText('正在导入，中断后会自动继续')).toBeTruthy()
  expect(screen.queryByText('待主管确认')).toBeNull()
  expect(screen.queryByRole('button', { name: /看会导入什么|退回/ })).toBeNull()
})

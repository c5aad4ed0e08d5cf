// @vitest-environment happy-dom
import type { CatalogueList, CataloguePreview } from '@counter/shared/contract/catalogue'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CatalogueScreen } from './catalogue-screen.tsx'

const ROW = {
  code: 'MZ-001',
  name: '最低生活保障审核确认',
  unit: 'MZ',
  unitName: '民政办',
  category: '社会救助',
  caseType: 'deadline',
  committedText: '25个工作日',
  verify: true,
  version: 1,
  upcomingFrom: '2026-07-01',
  stoppedOn: null,
  draft: 'submitted',
} as unknown as CatalogueList['items'][number]

const PREVIEW = {
  same: 59,
  drafts: [
    {
      code: 'MZ-001',
      name: '最低生活保障审核确认',
      isNew: false,
      effectiveFrom: '2026-06-13',
      changed: ['committed', 'pledge'],
      problems: [{ code: 'item.limit_over_statutory', part: 'committed', params: {} }],
    },
  ],
  problemCount: 0,
  problems: [],
} as unknown as CataloguePreview

const FAULTY = {
  ...PREVIEW,
  drafts: [],
  problemCount: 1,
  problems: [
    { sheet: '材料', line: 7, column: '来源', problem: 'choice', allowed: '申请人自备、自备或共享' },
  ],
} as CataloguePreview

beforeAll(startWords)
beforeEach(() => useSession.setState({ session: { role: 'admin', displayName: '系统管理员' } as never }))
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

/** The screen over a network that answers lists from `items`, sheets from `preview`. */
function open(items: CatalogueList['items'], preview: CataloguePreview = PREVIEW) {
  const line = openFakeLine({
    answer: (path) => {
      if (path.startsWith('/api/catalogue?'))
        return {
          status: 200,
          body: { units: [{ code: 'MZ', name: '民政办' }], items, next: null },
        }
      if (path === '/api/sheets')
        return { status: 200, body: { sheets: [{ name: '事项', rows: [{ line: 1, cells: ['编号'] }] }] } }
      if (path === '/api/catalogue/check') return { status: 200, body: preview }
      if (path === '/api/catalogue/import') return { status: 200, body: { made: 1 } }
      return { status: 404, body: { code: 'request.not_found', params: {} } }
    },
  })
  hangUp()
  const { hook, searchHook, history } = memoryLocation({ path: '/admin/items', record: true })
  render(
    <DesignFrame>
      <Router hook={hook} searchHook={searchHook}>
        <CatalogueScreen />
      </Router>
    </DesignFrame>,
  )
  return { line, history }
}

async function choose(): Promise<void> {
  await userEvent.click(await screen.findByText('用表格导出、导入'))
  const file = new File(['x'], '事项目录.xlsx')
  fireEvent.change(screen.getByLabelText('选改好的表格'), { target: { files: [file] } })
}

it('[C101, C107] each item says its version, what comes, what waits, and what is still to be confirmed', async () => {
  open([ROW])
  const row = (await screen.findByRole('link', { name: 'MZ-001 最低生活保障审核确认' })).closest('tr')
  expect(row?.textContent).toContain('第 1 版')
  for (const mark of ['▲ 新版 2026年7月1日 生效', '▲ 待审核发布', '▲ 法定时限待核'])
    expect(within(row as HTMLElement).getByText(mark)).toBeTruthy()
})

it('[U10] the field stays while one types, what is looked for stands in the address, and nothing found is said', async () => {
  const { history } = open([])
  expect(await screen.findByText('目录里还没有事项')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('找事项'), 'db')
  expect(await screen.findByText('没有符合的事项')).toBeTruthy()
  expect(history[history.length - 1]).toContain('find=db')
})

it('[U11] while the line is cut the list stays to be read, and nothing on the page can be changed', async () => {
  open([ROW])
  const link = await screen.findByRole('link', { name: /MZ-001/ })
  act(() => useNet.setState({ net: 'offline', since: '2026-06-12T01:40:00.000Z' as never }))
  expect(screen.getByText('▲ 离线，只能看，不能改（09:40 的内容）')).toBeTruthy()
  expect(link.isConnected).toBe(true)
  const add = screen.getByRole('button', { name: '新增事项' })
  expect(add.closest('fieldset[disabled]')).not.toBeNull()
  act(() => useNet.setState({ net: 'online', since: null }))
  expect(add.closest('fieldset[disabled]')).toBeNull()
})

it('[K52] a chosen sheet is looked at first, and comes in with one press of a key', async () => {
  const { line } = open([ROW])
  await choose()
  expect(await screen.findByText('有改动 1 项，没有变化 59 项')).toBeTruthy()
  const brought = screen.getByRole('region', { name: '改成' })
  expect(brought.textContent).toContain('承诺时限、告知承诺')
  expect(brought.textContent).toContain('▲ 还有 1 处要改，才能提交')
  expect(line.sent.some(({ path }) => path === '/api/catalogue/import')).toBe(false)
  const button = screen.getByRole('button', { name: '导入为 1 份草稿' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('✓ 已导入 1 份草稿，请逐份提交审核')).toBeTruthy()
  const sent = line.sent.filter(({ path }) => path === '/api/catalogue/import')
  expect(sent.map(({ body }) => body['sheets'])).toEqual([
    [{ name: '事项', rows: [{ line: 1, cells: ['编号'] }] }],
  ])
})

it('[K52] a sheet with a wrong cell names sheet, row and column, and cannot be brought in', async () => {
  open([ROW], FAULTY)
  await choose()
  expect((await screen.findByRole('alert')).textContent).toContain('有 1 处错误，改好再选，现在什么也没导入')
  const cells = within(screen.getByRole('table', { name: '' }))
    .getAllByRole('row')
    .pop()
  expect(cells?.textContent).toBe('材料 第 7 行来源只能写：申请人自备、自备或共享')
  expect(screen.queryByRole('button', { name: /导入为/ })).toBeNull()
})

it('[C101] who only reviews sees the list and takes the sheet out, and is offered neither a new item nor an import', async () => {
  useSession.setState({ session: { role: 'supervisor', displayName: '中心负责人' } as never })
  open([ROW])
  await screen.findByRole('link', { name: /MZ-001/ })
  expect(screen.queryByRole('button', { name: '新增事项' })).toBeNull()
  await userEvent.click(screen.getByText('用表格导出、导入'))
  expect(screen.getByRole('link', { name: '导出全部事项（XLSX）' }).getAttribute('href')).toBe(
    '/api/catalogue/sheet',
  )
  expect(screen.queryByLabelText('选改好的表格')).toBeNull()
})

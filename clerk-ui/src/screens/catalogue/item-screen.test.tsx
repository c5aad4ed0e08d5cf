// @vitest-environment happy-dom
import type { CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { forgetAdminDrafts } from '../../state/admin-drafts.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ItemScreen } from './item-screen.tsx'

const ITEM = {
  name: '临时救助',
  unit: 'MZ',
  effectiveFrom: '2026-01-01',
  caseType: 'deadline',
  villageAgency: true,
  inPersonRequired: false,
  committeeMayAsk: false,
  relativeFiling: false,
  confidentiality: 'normal',
  content: {
    aliases: [],
    summary: '',
    category: '社会救助',
    basicCode: '',
    implementationCode: '',
    businessCode: '',
    powerTypeCode: '05',
    level: '5',
    serves: ['1'],
    conditions: ['遇到急难的本镇居民'],
    place: '',
    hours: '',
    consultPhone: '',
    supervisionPhone: '',
    onlineAddress: '',
    visits: 1,
    booking: true,
    courier: true,
    keepOriginal: false,
    committedLimit: { value: 10, unit: 'workday', text: '', reason: '' },
    statutoryLimit: { value: 15, unit: 'workday', scope: 'whole', starts: 'acceptance', text: '' },
    withoutStatutory: false,
    extension: null,
    pauseReasons: [],
    publicNotice: null,
    townshipRole: 'decide',
    twoPersonCheck: false,
    jointUnits: [],
    pledge: null,
    quantityLimit: '',
    steps: [],
    materials: [],
    withoutMaterials: true,
    legalBasis: ['《社会救助暂行办法》'],
    fee: { amountFen: 0, basis: '', text: '不收费' },
    resultName: '救助决定',
    resultSample: null,
    delivery: [],
    deliveryWorkdays: null,
    faq: [],
    seasonal: false,
    handlingNote: '',
    verify: false,
  },
} as unknown as ItemDraft

const DRAFT = {
  id: '019eb2a0-0000-7000-8000-00000000d001',
  code: 'MZ-004',
  baseVersion: 1,
  state: 'draft',
  rev: 1,
  draft: { ...ITEM, effectiveFrom: '2026-07-01' },
  authors: ['系统管理员'],
  savedAt: '2026-06-12T01:40:00.000Z',
  submittedBy: null,
  settledBy: null,
  settledAt: null,
  note: '',
  problems: [],
  changed: [],
} as unknown as DraftView

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  forgetAdminDrafts()
  useSession.setState({ session: null })
})

function open(role: 'admin' | 'supervisor', draft: DraftView) {
  let now = draft
  const line = openFakeLine({
    answer: (path, body) => {
      if (path.endsWith('/save')) {
        const problems = [{ code: 'item.limit_over_statutory', part: 'committed', params: {} }]
        now = {
          ...now,
          rev: 2,
          draft: body['draft'] as ItemDraft,
          problems,
          changed: ['committed'],
        } as DraftView
        return { status: 200, body: now }
      }
      if (path.endsWith('/publish')) {
        now = { ...now, state: 'published', rev: 4 }
        return { status: 200, body: now }
      }
      const item = {
        code: 'MZ-004',
        versions: [
          { version: 1, isInForce: true, publishedBy: null, publishedAt: null, stoppedOn: null, item: ITEM },
        ],
        stops: [],
        drafts: [now],
        units: [{ code: 'MZ', name: '民政办' }],
        centre: { place: '一楼大厅', hours: '工作日', consultPhone: '0000', supervisionPhone: '0001' },
      } as unknown as CatalogueItem
      return path.startsWith('/api/catalogue/')
        ? { status: 200, body: item }
        : { status: 404, body: { code: 'request.not_found', params: {} } }
    },
  })
  hangUp()
  const displayName = role === 'admin' ? '系统管理员' : '中心负责人'
  useSession.setState({ session: { role, displayName } as never })
  render(
    <DesignFrame>
      <ItemScreen code="MZ-004" />
    </DesignFrame>,
  )
  return line
}

it('[C102, U40] what is typed is saved by Ctrl+S, and what is wrong stands beside its field', async () => {
  const line = open('admin', DRAFT)
  expect(await screen.findByText('✓ 可以提交审核')).toBeTruthy()
  const committed = document.querySelector('[data-part="committed"]') as HTMLElement
  await userEvent.clear(within(committed).getByLabelText('天数'))
  await userEvent.type(within(committed).getByLabelText('天数'), '20')
  expect(within(committed).getByText('不填就写“20个工作日”')).toBeTruthy()
  expect(screen.getByText('▲ 有改动没保存')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '提交审核' })).toBeNull()
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('▲ 还有 1 处要改，才能提交')).toBeTruthy()
  expect(within(committed).getByRole('alert').textContent).toContain('承诺时限不能长于法定时限')
  const sent = line.sent.find(({ path }) => path.endsWith('/save'))?.body
  expect(sent).toMatchObject({ expectedVersion: 1, draft: { content: { committedLimit: { value: 20 } } } })
  const table = screen.getByRole('table', { name: '和现行版本比' })
  expect(within(table).getByText('10个工作日')).toBeTruthy()
  expect(within(table).getByText('20个工作日')).toBeTruthy()
})

it('[U40] rows are added, moved and taken out by their own buttons', async () => {
  open('admin', DRAFT)
  await userEvent.click(await screen.findByRole('button', { name: '加一个环节' }))
  await userEvent.click(screen.getByRole('button', { name: '加一个环节' }))
  const [, second] = screen.getAllByLabelText('环节名称')
  await userEvent.type(second as HTMLElement, '入户调查')
  await userEvent.click(screen.getByRole('button', { name: '上移 环节 2' }))
  await userEvent.click(screen.getByRole('button', { name: '去掉 环节 2' }))
  expect((screen.getByLabelText('环节名称') as HTMLInputElement).value).toBe('入户调查')
  await userEvent.click(screen.getByRole('button', { name: '放弃' }))
  expect(screen.queryByLabelText('环节名称')).toBeNull()
})

it('[C101] who wrote a draft cannot publish it; a second person sees what changes and does', async () => {
  const waiting = {
    ...DRAFT,
    state: 'submitted',
    draft: { ...DRAFT.draft, content: { ...ITEM.content, resultName: '救助告知书' } },
    changed: ['result'],
  } as DraftView
  open('admin', waiting)
  expect(await screen.findByText('您写过这份草稿，要由另一人发布')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '审核通过，发布' })).toBeNull()
  cleanup()
  hangUp()
  const line = open('supervisor', waiting)
  const table = await screen.findByRole('table', { name: '和现行版本比' })
  const row = within(table).getByText('救助告知书').closest('tr') as HTMLElement
  expect(within(row).getByText('救助决定')).toBeTruthy()
  expect(screen.queryByLabelText('名称')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '审核通过，发布' }))
  expect(await screen.findByText(/已发布，2026年7月1日 起生效/)).toBeTruthy()
  expect(line.sent.find(({ path }) => path.endsWith('/publish'))?.body).toMatchObject({ expectedVersion: 1 })
})

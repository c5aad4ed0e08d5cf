// @vitest-environment happy-dom
import type { WordingDraft, WordingView } from '@counter/shared/contract/wordings'
import { shippedWording } from '@counter/shared/vocabulary/shipped-wording'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { forgetAdminDrafts } from '../../state/admin-drafts.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { WordingScreen } from './wording-screen.tsx'
import { WordingsScreen } from './wordings-screen.tsx'

const DRAFT = {
  id: '019eb2a0-0000-7000-8000-00000000d001',
  kind: 'pause',
  baseVersion: 3,
  state: 'draft',
  rev: 1,
  wording: shippedWording('pause'),
  authors: ['系统管理员'],
  savedAt: '2026-06-12T01:40:00.000Z',
  submittedBy: null,
  settledBy: null,
  note: '',
  problems: [],
  changed: [],
} as unknown as WordingDraft

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  forgetAdminDrafts()
  useSession.setState({ session: null })
})

function open(role: 'admin' | 'supervisor', draft: WordingDraft) {
  let now = draft
  const line = openFakeLine({
    answer: (path, body) => {
      if (path.endsWith('/save')) {
        const wording = body['wording'] as WordingDraft['wording']
        const problems = [{ code: 'wording.unknown_field', part: 'opening', params: { name: '姓名' } }]
        now = { ...now, rev: 2, wording, problems, changed: ['opening'] } as WordingDraft
        return { status: 200, body: now }
      }
      if (path.endsWith('/publish')) {
        now = { ...now, state: 'published', rev: 4 }
        return { status: 200, body: now }
      }
      if (path === '/api/wordings')
        return {
          status: 200,
          body: { items: [{ kind: 'pause', version: 4, draft: 'submitted' }], next: null },
        }
      return path === '/api/wordings/pause'
        ? { status: 200, body: { kind: 'pause', versions: [], drafts: [now] } satisfies WordingView }
        : { status: 404, body: { code: 'request.not_found', params: {} } }
    },
  })
  hangUp()
  const displayName = role === 'admin' ? '系统管理员' : '中心负责人'
  useSession.setState({ session: { role, displayName } as never })
  return line
}

const show = () =>
  render(
    <DesignFrame>
      <WordingScreen kind="pause" />
    </DesignFrame>,
  )

it('[C901] what is typed is seen on the paper at once, and the problem of a save stands beside its text', async () => {
  const line = open('admin', DRAFT)
  show()
  const opening = await screen.findByLabelText('开头')
  await userEvent.type(opening, '您好：')
  await userEvent.click(screen.getByRole('button', { name: '申请人' }))
  await userEvent.click(screen.getByRole('button', { name: '理由' }))
  expect((opening as HTMLTextAreaElement).value).toBe('您好：{申请人}{理由}')
  const paper = screen.getByRole('figure', { name: '印出来是这样（示例）' })
  expect(within(paper).getByText('您好：示*甲示例理由')).toBeTruthy()
  expect(within(paper).getByText('从今天起计时暂停，恢复后另行通知最迟办结日')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '提交审核' })).toBeNull()
  await userEvent.keyboard('{Control>}s{/Control}')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('这种文书没有“姓名”这一项')
  expect(alert.closest('[data-part]')?.getAttribute('data-part')).toBe('opening')
  const sent = line.sent.find(({ path }) => path.endsWith('/save'))?.body
  expect(sent).toMatchObject({
    expectedVersion: 1,
    wording: { opening: { zh: '您好：{申请人}{理由}', en: '' } },
  })
})

it('[C901] a second person reads the paper as it will be, sees what changes, and publishes', async () => {
  const wording = { ...DRAFT.wording, title: { zh: '暂停计时告知书', en: '' } }
  const line = open('supervisor', { ...DRAFT, state: 'submitted', wording, changed: ['title'] })
  show()
  const paper = await screen.findByRole('figure', { name: '印出来是这样（示例）' })
  expect(within(paper).getByRole('heading', { name: '暂停计时告知书' })).toBeTruthy()
  const row = within(screen.getByRole('region', { name: '和现行版本比' })).getByRole('row', {
    name: /标题/,
  })
  expect(within(row).getByText('特别程序告知书')).toBeTruthy()
  expect(screen.queryByLabelText('开头')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '审核通过，发布' }))
  expect(await screen.findByText('✓ 已发布，从现在起出的文书用新的')).toBeTruthy()
  expect(line.sent.find(({ path }) => path.endsWith('/publish'))?.body).toMatchObject({ expectedVersion: 1 })
})

it('[C901] the list says which papers have words of the township and what waits', async () => {
  open('supervisor', DRAFT)
  render(
    <DesignFrame>
      <WordingsScreen />
    </DesignFrame>,
  )
  const row = (await screen.findByText('特别程序告知书')).closest('tr') as HTMLElement
  expect(row.textContent).toContain('第 1 版')
  expect(row.textContent).toContain('▲ 待审核发布')
})

// @vitest-environment happy-dom
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { addDays } from '@counter/shared/vocabulary/plain-date'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { completeDraft, sessionOf, show, silenceCentre } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { newDraft, withAllMaterials, withItem } from './draft.ts'
import { today, useDrafts } from './draft-store.ts'
import { DraftsScreen } from './drafts-screen.tsx'
import { guideOf } from './guide.fixture.ts'
import { GuideScreen } from './guide-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { changeNewCase } from './new-cases.ts'
import { NextCaseScreen } from './next-case-screen.tsx'
import { sendFrom } from './village-outbox.ts'

const OTHER = guideOf([{ name: '死亡证明', required: true, source: 'applicant' }], {
  code: 'GA-004',
  name: '注销登记',
})
const ROW = { ...OTHER, committedText: '1个工作日' }

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  sendFrom(memoryDisk(), memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'online', since: null })
  history.replaceState(null, '', '/village')
})
afterEach(cleanup)

const halfWritten = (name: string) => ({ ...newDraft(today()), name })
const drafts = () => Object.values(useDrafts.getState().forms).map(({ draft }) => draft)

// The catalogue has one item.
function stubGuide(): void {
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(path === '/api/guide' ? { units: [], items: [ROW], next: null } : OTHER),
  )
}

test('[V36] while one form is half written the next resident is served all the same', () => {
  useDrafts.getState().put(halfWritten('示例甲'))
  show(<HomeScreen />)
  expect(screen.getByRole('link', { name: '＋ 帮群众办件' }).getAttribute('href')).toBe('/village/new')
  expect(screen.getByRole('link', { name: '1 草稿' }).getAttribute('href')).toBe('/village/drafts')
})

test('[V36] 「代办这一件」 opens a form of its own and leaves one that is half written as it is', async () => {
  const photo = { sha256: 'b'.repeat(64), size: 1, mime: 'image/png' as const, content: Uint8Array.of(1) }
  const item = guideOf([{ name: '申请书', required: true, source: 'applicant' }])
  const kept = {
    ...withItem(halfWritten('示例甲'), item),
    photos: [{ ...photo, role: '申请书' }],
  }
  useDrafts.getState().put(kept)
  stubGuide()
  show(<GuideScreen />)
  const line = (await screen.findByText(OTHER.name)).closest('details') as HTMLDetailsElement
  line.open = true
  await userEvent.click(await within(line).findByRole('button', { name: '代办这一件' }))
  await waitFor(() => expect(drafts()).toHaveLength(2))
  expect(drafts()).toContainEqual(kept)
  expect(drafts()).toContainEqual(
    expect.objectContaining({ item: expect.objectContaining({ code: OTHER.code }), name: '', photos: [] }),
  )
})

test('[V27, U11] 「代办这一件」 pressed before the disk has said which drafts there are waits, and opens the form then', async () => {
  useDrafts.setState({ isRead: false })
  stubGuide()
  show(<GuideScreen />)
  const line = (await screen.findByText(OTHER.name)).closest('details') as HTMLDetailsElement
  line.open = true
  await userEvent.click(await within(line).findByRole('button', { name: '代办这一件' }))
  expect(await within(line).findByText('正在打开（本机）')).toBeTruthy()
  expect(drafts()).toEqual([])
  const kept = halfWritten('示例甲')
  useDrafts.getState().put(kept)
  useDrafts.setState({ isRead: true })
  await waitFor(() => expect(drafts()).toHaveLength(2))
  const opened = drafts().find(({ caseId }) => caseId !== kept.caseId)
  expect(opened).toMatchObject({ item: { code: OTHER.code } })
  expect(location.pathname).toBe(`/village/new/${opened?.caseId}`)
})

test('[V36] a form whose item was taken back goes to the next resident without the ticks of the one before', async () => {
  const item = guideOf([{ name: '申请书', required: true, source: 'applicant' }])
  const before = { ...withAllMaterials(withItem(newDraft(today()), item)), item: null }
  useDrafts.getState().put(before)
  show(<NextCaseScreen />)
  await waitFor(() => expect(location.pathname).toBe(`/village/new/${before.caseId}`))
  changeNewCase(before.caseId, (draft) => withItem(draft, item))
  expect(drafts()).toEqual([
    expect.objectContaining({ materials: [{ name: '申请书', state: 'missing', promisedOn: '' }] }),
  ])
})

test('[V36] with 20 half-written forms the next one is not opened, which is said, and the drafts are one press away', async () => {
  for (let turn = 1; turn <= 20; turn += 1) useDrafts.getState().put(halfWritten(`示例${turn}`))
  show(<NextCaseScreen />)
  expect((await screen.findByRole('alert')).textContent).toBe('草稿已有 20 份，请先提交或删掉一些')
  expect(screen.getByRole('link', { name: '草稿' }).getAttribute('href')).toBe('/village/drafts')
  expect(drafts()).toHaveLength(20)
})

test('[V27, V36] a form has an address of its own, to which a closed page comes back; after it was sent there is none', async () => {
  show(<NextCaseScreen />)
  await waitFor(() => expect(drafts()).toHaveLength(1))
  const [opened] = drafts()
  if (opened === undefined) throw new Error('no form was opened')
  expect(location.pathname).toBe(`/village/new/${opened.caseId}`)
  cleanup()
  show(<NewCaseScreen id={opened.caseId} />)
  expect(screen.getByLabelText('姓名')).toBeTruthy()
  cleanup()
  useDrafts.getState().close(`new:${opened.caseId}`)
  show(<NewCaseScreen id={opened.caseId} />)
  expect(screen.getByText('这张表已提交或删掉')).toBeTruthy()
})

test('[V36] each draft says for itself when it goes, and is deleted alone', async () => {
  const day = 86_400_000
  const [old, fresh] = [halfWritten('示例甲'), halfWritten('示例乙')]
  const now = Date.now()
  useDrafts.setState({
    forms: {
      [`new:${old.caseId}`]: { draft: old, at: now - 28 * day, isHeard: true, warnedAt: now - day },
      [`new:${fresh.caseId}`]: { draft: fresh, at: now, isHeard: true },
    },
  })
  show(<DraftsScreen />)
  const [first, second] = screen.getAllByTestId('v1.draft')
  expect(first?.textContent).not.toContain('就删掉')
  expect(second?.textContent).toContain('草稿再过 2 天就删掉，请尽快提交')
  expect(
    within(first as HTMLElement)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe(`/village/new/${fresh.caseId}`)
})

test('[V10] who asks by telephone gets a draft and a day, of which the phone reminds until it is signed', async () => {
  const draft = halfWritten('示例甲')
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByLabelText('打电话来的，以后上门签字'))
  const on = addDays(today(), 1)
  expect((screen.getByLabelText('哪天上门') as HTMLInputElement).value).toBe(on)
  expect(screen.getByTestId('v2.save').getAttribute('aria-disabled')).toBe('true')
  // No day yet is no "not by telephone".
  fireEvent.change(screen.getByLabelText('哪天上门'), { target: { value: '' } })
  expect(screen.getByLabelText<HTMLInputElement>('打电话来的，以后上门签字').checked).toBe(true)
  cleanup()
  show(<DraftsScreen />)
  expect(screen.getByText('要上门签字：哪天还没定')).toBeTruthy()
  cleanup()
  show(<HomeScreen />)
  expect(screen.queryByTestId('v1.visits')).toBeNull()
  cleanup()
  show(<NewCaseScreen id={draft.caseId} />)
  fireEvent.change(screen.getByLabelText('哪天上门'), { target: { value: on } })
  cleanup()
  show(<DraftsScreen />)
  expect(screen.getByText(`要上门签字：${dateWords(on, 'zh')}`)).toBeTruthy()
  cleanup()
  show(<HomeScreen />)
  expect(screen.queryByTestId('v1.visits')).toBeNull()
  cleanup()
  changeNewCase(draft.caseId, (before) => ({ ...before, visitOn: today() }))
  show(<HomeScreen />)
  expect(screen.getByTestId('v1.visits').textContent).toBe('▲ 该上门签字了：1 份草稿')
  cleanup()
  changeNewCase(draft.caseId, (before) => ({ ...before, signature: completeDraft().signature }))
  show(<HomeScreen />)
  expect(screen.queryByTestId('v1.visits')).toBeNull()
})

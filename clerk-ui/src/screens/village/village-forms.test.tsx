// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { answerSync, completeDraft, freshPhone, refusal, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { CorrectConsultation } from './correct-consultation.tsx'
import { useDrafts } from './draft-store.ts'
import { DraftsScreen } from './drafts-screen.tsx'
import { ConsultScreen, FactScreen, VoidNumberScreen } from './fact-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { SignOut } from './sign-out.tsx'
import { WalkScreen } from './walk-screen.tsx'

const CASE = '01890a5d-ac96-774b-bcce-b302099a8057'
const DAY_MS = 86_400_000

beforeAll(startVillageWords)
beforeEach(freshPhone)
afterEach(() => {
  cleanup()
  hangUp()
})

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const lacks = () => screen.getByText(/^(还缺 .*|都填好了)$/).textContent

test('[U36, V35] who has unsent work cannot sign out, and may hand the phone to another', async () => {
  answerSync((body) => refusal(body, 'authority.missing'))
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await press('提交到镇中心')
  await waitFor(() => expect(useDrafts.getState().forms).toEqual({}))
  cleanup()
  show(<SignOut />)
  await press('退出登录')
  expect(screen.getByRole('alert').textContent).toBe('还有 1 件没发出去，不能退出；可以换人')
  expect(screen.getByRole('button', { name: '换人' })).toBeTruthy()
  expect(useSession.getState().phase).toBe('in')
})

test('[V28, V37, V93] a result is handed over without a network: who took it, and the signature', async () => {
  openFakeLine({ topics: { [`case:${CASE}`]: aDetail({}, { status: 'decided' }) } })
  show(<FactScreen id={CASE} kind="result.deliver" />)
  expect((await screen.findByText(/低保申请 · 王\*国/)).textContent).toContain('2026-00-0001-X')
  useNet.setState({ net: 'offline', since: null })
  const go = () => screen.getByRole('button', { name: '存好，有网自动发' })
  await waitFor(() => expect(go().getAttribute('aria-disabled')).toBe('true'))
  expect(lacks()).toBe('还缺 签收人姓名、签收')
  await userEvent.type(screen.getByLabelText('签收人姓名'), '示例甲')
  expect(lacks()).toBe('还缺 签收')
  expect(screen.getByRole('img', { name: '请在框里签名' })).toBeTruthy()
  await userEvent.click(screen.getByLabelText('纸上签，拍照'))
  expect(screen.getByLabelText('拍签收单')).toBeTruthy()
  expect(screen.queryByRole('img', { name: '请在框里签名' })).toBeNull()
  expect(screen.getByLabelText('送达日期（可不填）').getAttribute('type')).toBe('date')
})

test('[V16] a consultation is one line of what was asked and answered, and of no case', async () => {
  const bodies = answerSync((body) => refusal(body, 'fault'))
  show(<ConsultScreen />)
  expect(lacks()).toBe('还缺 群众问什么、怎么答的、请群众去镇中心了吗')
  await userEvent.type(screen.getByLabelText('群众问什么'), '养老金几时发')
  await userEvent.type(screen.getByLabelText('怎么答的'), '每月十号')
  await userEvent.click(screen.getByLabelText('没有'))
  await press('记下咨询')
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]?.commands).toMatchObject([
    {
      header: { type: 'consult.log' },
      payload: { item: null, question: '养老金几时发', answer: '每月十号', isReferred: false },
    },
  ])
})

test('[V62] a number that shall stand on no slip is checked before it is sent', async () => {
  const bodies = answerSync((body) => refusal(body, 'fault'))
  show(<VoidNumberScreen />)
  await userEvent.type(screen.getByLabelText('单子上的编号'), '2026-07-0001-x')
  await userEvent.type(screen.getByLabelText('为什么作废'), '打坏了')
  expect(lacks()).toBe('还缺 正确的编号')
  await press('作废这个编号')
  expect(bodies).toEqual([])
  await userEvent.clear(screen.getByLabelText('单子上的编号'))
  await userEvent.type(screen.getByLabelText('单子上的编号'), '2026-07-0001-q')
  await press('作废这个编号')
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]?.commands).toMatchObject([
    { header: { type: 'number.void' }, payload: { number: '2026-07-0001-Q', reason: '打坏了' } },
  ])
})

test('[V16] a consultation is corrected with a reason, and says as it was written what nobody changed', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: { done: true } }) })
  const consultation = { id: 'k', question: '问', answer: '答', isReferred: false } as never
  let done = 0
  render(<CorrectConsultation consultation={consultation} onDone={() => (done += 1)} />)
  await userEvent.click(screen.getByText('更正这条咨询'))
  await press('记下更正')
  expect(line.sent).toEqual([])
  await userEvent.type(screen.getByLabelText('怎么答的'), '对')
  await userEvent.type(screen.getByLabelText('为什么更正'), '写错了')
  await press('记下更正')
  await waitFor(() => expect(done).toBe(1))
  expect(line.sent).toMatchObject([
    {
      path: '/api/log-book/consultations/k/correct',
      body: { question: '问', answer: '答对', isReferred: false, reason: '写错了' },
    },
  ])
})

test('[V42] a walk takes ten cases at most, and a refusal of the centre is said', async () => {
  const cases = Array.from({ length: 11 }, (_, place) => ({
    ...aDetail().row,
    id: CASE.replace(/..$/, String(10 + place)),
    applicant: `示*${place}`,
  }))
  const counts = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
  const line = openFakeLine({
    topics: { 'village:05': { cases, counts } },
    answer: () => ({ status: 409, body: { code: 'reveal.limit', params: {}, message: '', fields: [] } }),
  })
  show(<WalkScreen />)
  const ticks = await screen.findAllByRole('checkbox')
  for (const tick of ticks) fireEvent.click(tick)
  expect(screen.getByText('一次最多带 10 件')).toBeTruthy()
  await press('带上电话和组，11 件')
  expect(line.sent.filter(({ path }) => path === '/api/walks')).toEqual([])
  for (const tick of ticks.slice(2)) fireEvent.click(tick)
  expect(screen.queryByText('一次最多带 10 件')).toBeNull()
  await press('带上电话和组，2 件')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^■ /)
  expect(line.sent.filter(({ path }) => path === '/api/walks')).toMatchObject([
    { body: { cases: cases.slice(0, 2).map(({ id }) => id) } },
  ])
})

test('[V36] a form that is let go in three days says so, one of yesterday does not', () => {
  const now = Date.now()
  const draft = completeDraft()
  const form = (at: number, told: object = {}) => ({
    forms: { a: { draft, at, isHeard: true, ...told } },
    isRead: true,
  })
  useDrafts.setState(form(now - 28 * DAY_MS, { warnedAt: now - DAY_MS }))
  show(<DraftsScreen />)
  expect(screen.getByRole('note').textContent).toBe('▲ 草稿再过 2 天就删掉，请尽快提交')
  cleanup()
  useDrafts.setState(form(now - DAY_MS))
  show(<DraftsScreen />)
  expect(screen.queryByRole('note')).toBeNull()
})

// @vitest-environment happy-dom
import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import {
  answered,
  answerSync,
  completeDraft,
  refusal,
  sessionOf,
  show,
  silenceCentre,
} from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { type Draft, newDraft } from './draft.ts'
import { today, useDrafts } from './draft-store.ts'
import { guideOf } from './guide.fixture.ts'
import { GuideScreen } from './guide-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { newCasesOf } from './new-cases.ts'
import { OutboxScreen } from './outbox-screen.tsx'
import { SentScreen } from './sent-screen.tsx'
import { VillageApp } from './village-app.tsx'
import { sendFrom } from './village-outbox.ts'

beforeAll(startVillageWords)
beforeEach(() => {
  silenceCentre()
  sendFrom(memoryDisk(), memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'online', since: null })
})
afterEach(cleanup)

const newCases = () => newCasesOf(useDrafts.getState())

/** The page of this form. */
function showForm(draft: Draft): void {
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
}

describe('the page of a new case', () => {
  test.each([
    ['online', '提交到镇中心'],
    ['slow', '提交到镇中心'],
    ['offline', '存好，有网自动发'],
    ['recovering', '存好，有网自动发'],
  ] as const)('[V37] button-tells-truth: when %s the button says 「%s」', async (net, label) => {
    useNet.setState({ net, since: null })
    showForm(completeDraft())
    expect(screen.getByRole('button', { name: label }).getAttribute('aria-disabled')).toBe('false')
  })

  test('[V36] incomplete-stays-draft: says what is missing and sends nothing', async () => {
    const bodies = answerSync((body) => refusal(body, 'authority.missing'))
    showForm({ ...completeDraft(), phone: '', isRelative: null })
    expect(screen.getByText('还缺 电话、近亲属的回答')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
    expect(bodies).toEqual([])
    expect(newCases()).toHaveLength(1)
  })

  test('[V68, V95] takes no more photos than one command carries beside the signature, and says so', () => {
    const photo = { size: 1, mime: 'image/png' as const, content: Uint8Array.of(1), role: '申请书' }
    const photos = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ ...photo, sha256: String(i).padStart(64, '0') }))
    showForm({ ...completeDraft(), photos: photos(18) })
    expect(screen.getByLabelText('拍照：申请书')).toBeTruthy()
    cleanup()
    showForm({ ...completeDraft(), photos: photos(19) })
    expect(screen.queryByLabelText('拍照：申请书')).toBeNull()
    expect(screen.getByText('照片已有 19 张，多的以后补交')).toBeTruthy()
  })

  test('[V6, V15] always says that agency is free and when the promise begins', () => {
    showForm(completeDraft())
    expect(screen.getByText('代办不收费')).toBeTruthy()
    expect(screen.getByText('承诺时间从镇中心受理时开始算')).toBeTruthy()
  })

  test('[V13] shows the notice before the field of the ID number', () => {
    showForm(completeDraft())
    const consent = screen.getByLabelText('本人同意由我代办')
    const idNo = screen.getByLabelText('身份证号')
    expect(consent.compareDocumentPosition(idNo) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  test('[V11] asks to think of it when the resident bears the agent’s name, and sends it all the same', () => {
    showForm({ ...completeDraft(), name: '石桥村代办员' })
    expect(screen.getByText('▲ 和您同名。自己的事请交别人代办')).toBeTruthy()
    expect(screen.getByRole('button', { name: '提交到镇中心' }).getAttribute('aria-disabled')).toBe('false')
    cleanup()
    showForm({ ...completeDraft(), idNo: '110105201501010017' })
    expect(screen.queryByText(/和您同名/)).toBeNull()
    expect(screen.getByText('还缺 监护人和证明')).toBeTruthy()
  })

  test('[V8] says where a resident of another village goes', async () => {
    showForm(completeDraft())
    await userEvent.click(screen.getByLabelText('别的村'))
    expect(screen.getByText(/请到本村代办点或镇中心/)).toBeTruthy()
  })
})

describe('a refused submission', () => {
  test('[V36] rejected-item-stays: shows why, keeps everything and opens again', async () => {
    answerSync((body) => refusal(body, 'authority.missing'))
    const draft = completeDraft()
    showForm(draft)
    await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
    await waitFor(() => expect(newCases()).toEqual([]))
    cleanup()
    show(<SentScreen id={draft.id} />)
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('缺委托书'))
    cleanup()
    show(<OutboxScreen />)
    expect(screen.getByRole('button', { name: '撤回' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '修改' }))
    await waitFor(() => expect(newCases()).toHaveLength(1))
    expect(newCases()[0]).toMatchObject({
      name: '示例甲',
      caseId: draft.caseId,
      replaces: draft.id,
    })
  })
})

async function refuseOne(stored = true) {
  answerSync((body) => refusal(body, 'authority.missing', stored))
  const draft = completeDraft()
  showForm(draft)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  await waitFor(() => expect(newCases()).toEqual([]))
  cleanup()
  return draft
}

describe('what was written is not lost', () => {
  test('[V36] the page of a submission that was refused at once has every way out, and the slip', async () => {
    const draft = await refuseOne()
    show(<SentScreen id={draft.id} />)
    expect(await screen.findByRole('button', { name: '修改' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '交镇中心处理' })).toBeTruthy()
    expect(screen.getByTestId('v2.slip')).toBeTruthy()
    expect(screen.getByRole('link', { name: '去待发' }).getAttribute('href')).toBe('/village/outbox')
    await userEvent.click(screen.getByRole('button', { name: '撤回' }))
    await userEvent.click(screen.getByRole('button', { name: /^确定撤回/ }))
    await waitFor(() => expect(location.pathname).toBe('/village/outbox'))
  })

  test('[V36] what is half written stands in the outbox as a draft, with what it lacks', () => {
    const draft = { ...completeDraft(), phone: '' }
    useDrafts.getState().put(draft)
    show(<OutboxScreen />)
    const row = screen.getByTestId('v3.draft')
    expect(row.dataset['state']).toBe('draft')
    expect(row.textContent).toContain('草稿：还缺 电话')
    expect(screen.getByRole('link', { name: /草稿：还缺 电话/ }).getAttribute('href')).toBe(
      `/village/new/${draft.caseId}`,
    )
  })

  test('[V27, V36] a refused form opens beside one that is half written, and leaves it as it is', async () => {
    const draft = await refuseOne()
    const other = { ...newDraft(today()), name: '示例乙' }
    useDrafts.getState().put(other)
    show(<OutboxScreen />)
    await userEvent.click(await screen.findByRole('button', { name: '修改' }))
    await waitFor(() => expect(newCases()).toHaveLength(2))
    expect(newCases()).toContainEqual(other)
    expect(newCases()).toContainEqual(expect.objectContaining({ caseId: draft.caseId, name: '示例甲' }))
    expect(location.pathname).toBe(`/village/new/${draft.caseId}`)
  })

  test.each([
    [true, 1],
    [false, 0],
  ])(
    '[V36, V51] what was refused is given to the centre where the centre has it: %s',
    async (stored, buttons) => {
      await refuseOne(stored)
      show(<OutboxScreen />)
      expect(await screen.findByRole('button', { name: '撤回' })).toBeTruthy()
      expect(screen.queryAllByRole('button', { name: '交镇中心处理' })).toHaveLength(buttons)
    },
  )

  test('[V35] what another agent of the phone wrote is neither opened nor withdrawn', async () => {
    await refuseOne()
    useSession.setState({ phase: 'in', session: { ...sessionOf('agent'), staffId: 't' as StaffId } })
    show(<OutboxScreen />)
    expect(await screen.findByText('要您处理：缺委托书')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '撤回' })).toBeNull()
    expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
  })

  test('[V41, V50] two tabs: other content of a form that was frozen goes as a case of its own', async () => {
    const draft = await refuseOne()
    showForm({ ...draft, name: '示例乙' })
    await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
    await waitFor(() => expect(newCases().map(({ caseId }) => caseId)).not.toContain(draft.caseId))
    const [own] = newCases()
    expect(own).toMatchObject({ name: '示例乙' })
    expect(location.pathname).toBe(`/village/new/${own?.caseId}`)
    cleanup()
    show(<NewCaseScreen id={own?.caseId as CaseId} />)
    await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
    await waitFor(() => expect(newCases()).toEqual([]))
    cleanup()
    show(<OutboxScreen />)
    expect(screen.getAllByTestId('v3.row')).toHaveLength(2)
  })
})

test('[V78] clock-stops-nobody: a phone whose clock is months off sends all the same, and is told', async () => {
  const months = instantOf(Date.now() - 150 * 86_400_000)
  answerSync((body) => answered(body, { status: 'attention', code: 'authority.missing' }, months))
  showForm(completeDraft())
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  await waitFor(() => expect(newCases()).toEqual([]))
  cleanup()
  show(<HomeScreen />)
  expect(await screen.findByText(/^手机时间差 \d+ 分钟，请校准$/)).toBeTruthy()
})

test('[V5] the app takes no complaint and says where they are taken', async () => {
  answerSync(
    (body) => refusal(body, 'fault'),
    () => Response.json({ supervisionPhone: '0550-7000001', dutyPhone: '' }),
  )
  show(<GuideScreen />)
  expect(
    await screen.findByText('投诉举报不在这里写，请打监督电话 0550-7000001，或投大厅的意见箱'),
  ).toBeTruthy()
})

test('[U12] a search of the guides that finds nothing says so', async () => {
  const row = { ...guideOf([]), committedText: '25个工作日' }
  answerSync(
    (body) => refusal(body, 'fault'),
    () => Response.json({ supervisionPhone: '', dutyPhone: '', units: [], items: [row], next: null }),
  )
  show(<GuideScreen />)
  expect(await screen.findByText('最低生活保障审核确认')).toBeTruthy()
  expect(screen.queryByText('没有找到这个事项')).toBeNull()
  await userEvent.type(screen.getByLabelText('找事项'), '没有的事')
  expect(screen.getByText('没有找到这个事项')).toBeTruthy()
})

describe('the village app', () => {
  test('[V2] has nothing for another role and says where its page is', () => {
    useSession.setState({ phase: 'in', session: sessionOf('clerk') })
    render(<VillageApp />)
    expect(screen.getByRole('link', { name: '去工作台' }).getAttribute('href')).toBe('/desk')
    expect(screen.queryByText('＋ 帮群众办件')).toBeNull()
  })
})

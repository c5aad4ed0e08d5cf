// @vitest-environment happy-dom
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { answered, answerSync, completeDraft, sessionOf, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { MergedPart } from './merged-part.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { OutboxScreen } from './outbox-screen.tsx'
import { SentScreen } from './sent-screen.tsx'
import { sendFrom } from './village-outbox.ts'

beforeAll(startVillageWords)
afterEach(cleanup)

test('[V36, V73] what was merged says what others put right meanwhile, when and who', async () => {
  sendFrom(memoryDisk(), memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'online', since: null })
  const at = '2026-06-12T01:40:00.000Z' as Instant
  const fields = [{ field: 'phone' as const, theirs: '199****0003', by: '1号窗口值班员', at }]
  const conflicts = { caseRev: 5, fields }
  answerSync((body) => answered(body, { status: 'merged', conflicts }))
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  cleanup()
  show(<OutboxScreen />)
  expect(await screen.findByText('已收到，有改动请看一眼')).toBeTruthy()
  await screen.findByText(/电话已改成/)
  expect(screen.getByTestId('v3.merged').textContent).toBe(
    '电话已改成：199****0003 1号窗口值班员 · 6月12日（周五）9:40',
  )
})

test('[V36, V66] a number that is another than the slip’s is said, and that the slip is good still', () => {
  sendFrom(memoryDisk(), memoryDevice(1))
  const header = { id: 'c', number: '2026-05-0001-A' }
  const of = (number: string) => ({ header, answer: { number } }) as never
  show(<MergedPart item={of('2026-05-0099-Z')} />)
  expect(screen.getByTestId('v3.merged').textContent).toBe(
    '编号是 2026-05-0099-Z · 小票上的 2026-05-0001-A 也能查',
  )
  cleanup()
  show(<MergedPart item={of('2026-05-0001-A')} />)
  expect(screen.queryByTestId('v3.merged')).toBeNull()
})

test('[V4, V66, V80] a slip that opens no more, or whose number is another matter’s, is called so, and never good', () => {
  sendFrom(memoryDisk(), memoryDevice(1))
  const header = { id: 'c', number: '2026-05-0001-A' }
  const shown = (number: string | null, slip: string) => {
    cleanup()
    show(<MergedPart item={{ header, answer: { number, slip } } as never} />)
    return screen.getByTestId('v3.merged').textContent
  }
  expect(shown('2026-05-0099-Z', 'other_matter')).toBe(
    '编号是 2026-05-0099-Z · 小票上的 2026-05-0001-A 是另一件',
  )
  // The case that stands is another person's: an answer of before still has its number (V4).
  expect(shown('2026-05-0099-Z', 'shut')).toBe('编号是 2026-05-0001-A · 手上的小票查不了，请告诉群众')
  expect(shown(null, 'shut')).toBe('编号是 2026-05-0001-A · 手上的小票查不了，请告诉群众')
})

test('[V4, V64, V80] the slip of a resident whose secrets open nothing shows neither code nor picture', async () => {
  sendFrom(memoryDisk(), memoryDevice(50))
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useDrafts.setState({ forms: {}, isRead: true })
  useNet.setState({ net: 'online', since: null })
  let id = ''
  answerSync((body) => {
    id = (body.commands[0]?.header as { id?: string } | undefined)?.id ?? id
    return answered(body, { status: 'merged', number: '2026-05-0099-Z', slip: 'shut' })
  })
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  cleanup()
  show(<SentScreen id={id} />)
  expect(await screen.findByText('手上的小票查不了，请告诉群众')).toBeTruthy()
  expect(screen.queryByText(/2026-05-0099-Z/)).toBeNull()
  expect(screen.getByText('已登记，镇中心已收到')).toBeTruthy()
  expect(screen.queryByTestId('v2.code')).toBeNull()
  expect(screen.queryByText('给群众看的二维码')).toBeNull()
  expect(screen.queryByText('请群众拍下二维码，或记下编号和查询码')).toBeNull()
})

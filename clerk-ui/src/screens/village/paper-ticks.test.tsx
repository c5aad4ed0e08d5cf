// @vitest-environment happy-dom
import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { answered, answerSync, completeDraft, freshPhone, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { NewCaseScreen } from './new-case-screen.tsx'
import { newCasesOf } from './new-cases.ts'
import { SentScreen } from './sent-screen.tsx'

beforeAll(startVillageWords)
beforeEach(freshPhone)
afterEach(cleanup)

test('[V17, V21, V65] what stays at the point is a tap, goes to the centre, and stands on the slip of whose it is', async () => {
  const bodies = answerSync((body) => answered(body, { number: '2026-05-0001-A' }))
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  expect(screen.queryByLabelText('原件几份：申请书')).toBeNull()
  await userEvent.click(screen.getByLabelText('收下原件：申请书'))
  await userEvent.selectOptions(screen.getByLabelText('原件几份：申请书'), '2 份')
  await userEvent.click(screen.getByLabelText('收下复印件：申请书'))
  await userEvent.click(screen.getByLabelText('急件，当天交到镇中心'))
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  await waitFor(() => expect(newCasesOf(useDrafts.getState())).toEqual([]))
  await waitFor(() => expect(bodies.flatMap(({ commands }) => commands)).toHaveLength(1))
  const [sent] = bodies.flatMap(({ commands }) => commands)
  expect(sent?.payload as RegisterPayload).toMatchObject({
    papers: [
      { name: '申请书', form: 'original', count: 2 },
      { name: '申请书', form: 'copy', count: 1 },
    ],
    isUrgent: true,
  })
  cleanup()
  show(<SentScreen id={draft.id} />)
  const slip = within(screen.getByTestId('v2.slip'))
  expect(slip.getByText('申请书 原件 2 份')).toBeTruthy()
  expect(slip.getByText('申请书 复印件 1 份')).toBeTruthy()
  expect(screen.getByText('▲ 急件，请当天交到镇中心')).toBeTruthy()
})

test('[V17] a slip on which nothing was left says so', async () => {
  answerSync((body) => answered(body, { number: '2026-05-0001-A' }))
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  await waitFor(() => expect(newCasesOf(useDrafts.getState())).toEqual([]))
  cleanup()
  show(<SentScreen id={draft.id} />)
  expect(screen.getByText('没有留原件和复印件')).toBeTruthy()
  expect(screen.queryByText(/急件/)).toBeNull()
})

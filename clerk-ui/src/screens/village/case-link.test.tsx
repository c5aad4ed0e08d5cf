// @vitest-environment happy-dom
import type { SyncResult } from '@counter/shared/contract/village'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { answered, answerSync, completeDraft, freshPhone, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { useDrafts } from './draft-store.ts'
import { NewCaseScreen } from './new-case-screen.tsx'
import { OutboxScreen } from './outbox-screen.tsx'
import { SentScreen } from './sent-screen.tsx'

const STANDS = '0190aaaa-0000-7000-8000-0000000000c1'

beforeAll(startVillageWords)
beforeEach(freshPhone)
afterEach(cleanup)

async function submitted(result: Partial<SyncResult>): Promise<string> {
  answerSync((body) => answered(body, result))
  const draft = completeDraft()
  useDrafts.getState().put(draft)
  show(<NewCaseScreen id={draft.caseId} />)
  await userEvent.click(screen.getByRole('button', { name: '提交到镇中心' }))
  cleanup()
  return draft.id
}

test('[V51] 「看这个办件」 leads to the case in which a registration stands now, from the slip and from the outbox', async () => {
  const id = await submitted({ status: 'merged', number: '2026-05-0001-A', caseId: STANDS })
  show(<SentScreen id={id} />)
  const link = await screen.findByRole('link', { name: '看这个办件' })
  expect(link.getAttribute('href')).toBe(`/village/cases/${STANDS}`)
  cleanup()
  show(<OutboxScreen />)
  expect(screen.getByRole('link', { name: '看这个办件' }).getAttribute('href')).toBe(
    `/village/cases/${STANDS}`,
  )
})

test('[V4, V51] what stands in no case that the agent may open has no way there', async () => {
  await submitted({ status: 'merged', number: '2026-06-0001-A', caseId: null })
  show(<OutboxScreen />)
  expect(await screen.findByText('已收到，有改动请看一眼')).toBeTruthy()
  expect(screen.queryByRole('link', { name: '看这个办件' })).toBeNull()
})

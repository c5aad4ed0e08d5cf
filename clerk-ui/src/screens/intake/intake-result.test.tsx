// @vitest-environment happy-dom
import type { Receipt } from '@counter/shared/contract/receipt'
import { shippedWording } from '@counter/shared/vocabulary/shipped-wording'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { sampleReceipt } from '../wording/sample-receipt.ts'
import { IntakeResult } from './intake-result.tsx'
import type { IntakeDone } from './use-intake.ts'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  document.getElementById('paper')?.remove()
  delete window.__printLog
})

it('[C904, U30] a paper that did not come out is printed once more as a copy with its trail, and what was done stands', async () => {
  const receipt: Receipt = sampleReceipt('acceptance', shippedWording('acceptance'))
  const line = openFakeLine({ answer: () => ({ status: 200, body: { ...receipt, nth: 1 } }) })
  hangUp()
  const detail = aDetail()
  const done = { step: 'accept', answer: { case: detail, receipt }, files: [] } as unknown as IntakeDone
  render(<IntakeResult done={done} onAnother={() => {}} />)
  expect(screen.getByText(`✓ 已受理，编号 ${detail.row.number}`)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '没打出来，再打一次' }))
  expect(line.sent.map(({ path }) => path)).toContain(
    `/api/cases/${detail.row.id}/papers/${receipt.id}/print`,
  )
  expect(window.__printLog).toMatchObject([{ kind: 'acceptance', number: receipt.caseNumber }])
  expect(document.querySelector('#paper h1')?.textContent).toBe('受理通知书')
  expect(document.querySelector('#paper')?.textContent).toContain('补打 1')
  // The act is not sent again, and its number stays in sight.
  expect(line.sent.filter(({ path }) => path === '/api/cases')).toEqual([])
  expect(screen.getByText(`✓ 已受理，编号 ${detail.row.number}`)).toBeTruthy()
})

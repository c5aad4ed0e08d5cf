// @vitest-environment happy-dom
import type { CaseDetail } from '@counter/shared/contract/cases'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseAgency } from './case-agency.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

const AGENCY = {
  agent: '石桥村代办员',
  relation: '本人',
  powers: ['submit', 'receive_notice', 'receive_result'],
  until: '2026-12-12',
  capturedAt: '2026-06-12T01:30:00.000Z',
  claim: null,
  isRelative: false,
  handUpWorkdays: 0,
  isHandUpLate: false,
  revokedAt: null,
}
const ROW = { id: 'c', village: '05', villageName: '石桥村', receivedAt: '2026-06-12T01:40:00.000Z' }
const detailOf = (agency: object) => ({ agency, row: ROW }) as unknown as CaseDetail

test('[V9] the powers of an authority stand on the page of its case in the words they were ticked in', () => {
  render(<CaseAgency detail={detailOf(AGENCY)} />)
  expect(screen.getByText('委托事项 提交材料、代收告知书、代收结果')).toBeTruthy()
})

test('[U43, V78] the time is set, its form closes, and the focus stays with its heading', async () => {
  const claim = {
    claimedAt: '2026-06-12T03:30:00.000Z',
    aheadMinutes: 120,
    confidence: 'poor',
    isUnsure: true,
    from: '2026-06-12T01:00:00.000Z',
    to: '2026-06-12T01:40:00.000Z',
  }
  openFakeLine({ answer: () => ({ status: 200, body: { case: aDetail(), receipt: null } }) })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  const page = render(<CaseAgency detail={detailOf({ ...AGENCY, claim })} />)
  await userEvent.type(screen.getByLabelText(/登记时间/), '2026-06-12T09:20')
  await userEvent.type(screen.getByRole('textbox'), '照纸上写的')
  await userEvent.click(screen.getByRole('button', { name: /^核\s*定$/ }))
  page.rerender(<CaseAgency detail={detailOf({ ...AGENCY, claim: { ...claim, isUnsure: false } })} />)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('核定登记时间')))
})

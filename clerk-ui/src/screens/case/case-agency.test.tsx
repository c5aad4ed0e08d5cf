// @vitest-environment happy-dom
import type { CaseDetail } from '@counter/shared/contract/cases'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { startWords } from '../../text/words.ts'
import { CaseAgency } from './case-agency.tsx'

beforeAll(startWords)
afterEach(cleanup)

test('[V9] the powers of an authority stand on the page of its case in the words they were ticked in', () => {
  const agency = {
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
  const row = { id: 'c', village: '05', villageName: '石桥村', receivedAt: '2026-06-12T01:40:00.000Z' }
  render(<CaseAgency detail={{ agency, row } as unknown as CaseDetail} />)
  expect(screen.getByText('委托事项 提交材料、代收告知书、代收结果')).toBeTruthy()
})

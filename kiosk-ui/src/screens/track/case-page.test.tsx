// @vitest-environment happy-dom
import type { TrackCase } from '@counter/shared/contract/public/track'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { CasePage } from './case-page.tsx'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'

function aCase(status: TrackCase['status']): TrackCase {
  return {
    what: 'case',
    number: '2026-00-0001-X',
    mergedNumber: null,
    itemChangedOn: null,
    jointUnits: [],
    pledgeCheckOn: null,
    itemName: '林木采伐许可',
    applicant: '王*国',
    unitName: '林业站',
    status,
    light: 'done',
    dueOn: '2026-06-22',
    dueAt: '2026-06-22T09:30:00.000Z',
    yellowAt: null,
    clockState: 'stopped',
    left: 5,
    overdue: 0,
    isProvisional: false,
    statutoryDueOn: null,
    toldDueOn: null,
    reasons: { extended: 0, unit: 'workday', nominalOn: null, isDeemed: false, isCut: false, notices: [] },
    segments: [],
    todo: null,
    stages: [],
    materials: [],
    result: null,
    pickUp: null,
    canUrge: false,
    consultPhone: '0000-0000000',
  }
}

beforeAll(() => startText(phoneCatalogue, phoneRefusals))
afterEach(cleanup)

test.each([
  ['decided', true],
  ['closed', true],
  ['refused', true],
  ['reviewing', false],
  ['withdrawn', false],
] as const)('[C1002] the page of a case that is %s leads to its rating: %s', (status, leads) => {
  const secret = { token: TOKEN } as unknown as Parameters<typeof CasePage>[0]['secret']
  render(<CasePage found={aCase(status)} token={TOKEN} secret={secret} />)
  const link = screen.queryByText('评价')
  expect(link?.getAttribute('href') ?? null).toBe(leads ? `/rate#${TOKEN}` : null)
})

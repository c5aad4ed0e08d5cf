/** Cases as they stand before an act, and what the acts' tests ask of them. */
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect } from 'vitest'
import type { CaseState } from '../src/domain/case/case-state.ts'
import type { CaseEvent, CaseFact } from '../src/domain/case/event.ts'
import type { ItemRules } from '../src/domain/case/item-rules.ts'
import type { MaterialMark } from '../src/domain/case/material-mark.ts'
import { applyEvent, projectCase } from '../src/domain/case/projection.ts'
import { ACCEPTED, hall, ITEM, received, record } from './case-fixture.ts'

export const LISTED: ItemRules = {
  ...ITEM,
  materials: [
    { name: '申请书', required: true, deferrable: false, source: 'applicant' },
    { name: '收入证明', required: true, deferrable: true, source: 'applicant' },
    { name: '户口簿', required: true, deferrable: false, source: 'applicant-or-shared' },
    { name: '婚姻信息', required: true, deferrable: false, source: 'shared' },
    { name: '照片', required: false, deferrable: false, source: 'applicant' },
  ],
}
export const IN_HAND: readonly MaterialMark[] = [
  mark('申请书'),
  mark('收入证明'),
  mark('户口簿', 'not_needed'),
]

export const RECEIVED = projectCase(record(['2026-07-06', received()]))
export const AT_WINDOW = projectCase(record(['2026-07-06', received({ caseType: 'immediate' })]))
export const IN_UNIT = projectCase(record(['2026-07-06', received()], ['2026-07-06', ACCEPTED]))
export const DECIDED = after(IN_UNIT, '2026-07-08', {
  type: 'case.decided',
  payload: { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
})

export function mark(
  name: string,
  state: MaterialMark['state'] = 'received',
  promisedOn: PlainDate | null = null,
): MaterialMark {
  return { name, state, promisedOn }
}

export function after(state: CaseState, when: string, fact: CaseFact): CaseState {
  const at = hall(when)
  return applyEvent(state, { ...fact, seq: 99, id: 'x', occurredAt: at, recordedAt: at } as CaseEvent)
}

export function refusal(code: string, params?: Readonly<Record<string, string | number>>) {
  return expect.objectContaining({ code, ...(params && { params }) })
}

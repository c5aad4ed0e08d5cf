// @vitest-environment happy-dom
import type { CaseDetail } from '@counter/shared/contract/cases'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { EventLine } from './event-line.tsx'

type Event = CaseDetail['events'][number]

beforeAll(startVillageWords)
afterEach(cleanup)

test.each([
  ['withdrawal.asked', '这次不办了', '申请撤件 · 石桥村代办员 · 这次不办了'],
  [
    'case.edited',
    '电话 199****0001 → 199****0002',
    '改联系方式 · 石桥村代办员 · 电话 199****0001 → 199****0002',
  ],
  ['case.registered', null, '村里登记 · 石桥村代办员'],
  ['case.noted', null, '照片和材料已到 · 石桥村代办员'],
] as const)(
  '[V73] %s is told by its own word, also while the case stays where it was',
  (type, text, told) => {
    const event = {
      id: 1,
      type,
      text,
      to: 'received',
      by: '石桥村代办员',
      occurredAt: '2026-06-12T01:40:00.000Z',
    } as unknown as Event
    const { container } = show(<EventLine event={event} />)
    expect(container.querySelector('li')?.textContent).toBe(`6月12日（周五）9:40${told}`)
  },
)

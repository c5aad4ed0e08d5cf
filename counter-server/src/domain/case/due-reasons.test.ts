import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  CONTEXT,
  day,
  hall,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { chargedDays } from './charged-days.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { projectCase } from './projection.ts'

const EXTENDED: CaseFact = {
  type: 'case.extended',
  payload: { days: 2, reason: '复杂', approvedBy: person('l') },
}

function clocksOf(item: ItemRules, when: string, ...steps: readonly (readonly [string, CaseFact])[]) {
  return caseClocks(projectCase(record(...steps)), item, CONTEXT, hall(when))
}

describe('why a due date is what it is', () => {
  test('[U9] names the notice of the days off and the make-up days, and of no others', () => {
    const { committed } = clocksOf(
      ITEM,
      '2026-09-30',
      ['2026-09-30', received()],
      ['2026-09-30 15:00', ACCEPTED],
    )
    expect(committed?.reasons).toEqual({
      extended: 0,
      nominalOn: null,
      isDeemed: false,
      isCut: false,
      notices: ['国办发明电〔2025〕7号'],
    })
    const plain = clocksOf(ITEM, '2026-07-06', ['2026-07-06', received()], ['2026-07-06', ACCEPTED])
    expect(plain.committed?.reasons.notices).toEqual([])
  })

  test('[C513] shows the days of the extension apart', () => {
    const steps = [
      ['2026-07-06', received()],
      ['2026-07-06', ACCEPTED],
      ['2026-07-07', EXTENDED],
    ] as const
    const { committed } = clocksOf(ITEM, '2026-07-08', ...steps)
    // Five working days end on Monday the 13th; two more on Wednesday the 15th.
    expect(committed?.reasons.extended).toBe(2)
    expect(committed?.segments.filter(({ reason }) => reason === 'extended')).toMatchObject([
      { from: '2026-07-14', to: '2026-07-15', counted: 2 },
    ])
  })

  test('[C507] keeps the last natural day beside the one it was moved to', () => {
    const item: ItemRules = {
      ...ITEM,
      committed: { value: 60, unit: 'day' },
      statutory: { value: 60, unit: 'day', scope: 'whole', starts: 'acceptance' },
    }
    const { committed, statutory } = clocksOf(
      item,
      '2026-08-04',
      ['2026-08-03', received()],
      ['2026-08-03', ACCEPTED],
    )
    expect([committed?.dueOn, committed?.reasons.nominalOn]).toEqual(['2026-09-30', '2026-10-02'])
    expect([statutory?.dueOn, statutory?.reasons.nominalOn]).toEqual(['2026-10-08', '2026-10-02'])
  })

  test('[C514] says that it was accepted by silence', () => {
    const deemed: CaseFact = { type: 'case.deemed_accepted', payload: { noticeDueOn: day('2026-07-13') } }
    const { committed } = clocksOf(
      ITEM,
      '2026-07-14 10:00',
      ['2026-07-06', received()],
      ['2026-07-14 00:00', deemed],
    )
    expect(committed).toMatchObject({ startedOn: '2026-07-06', reasons: { isDeemed: true } })
  })

  test('[C801] charges awaited papers to the resident and a pause to the third party', () => {
    const clocks = clocksOf(
      ITEM,
      '2026-07-15 10:00',
      ['2026-07-01', received()],
      [
        '2026-07-01 10:00',
        { type: 'supplement.requested', payload: { lines: [{ name: '户口簿', problem: '缺' }] } },
      ],
      ['2026-07-03 10:00', { type: 'supplement.handed_in', payload: { names: ['户口簿'] } }],
      ['2026-07-03 11:00', ACCEPTED],
      ['2026-07-06 10:00', PAUSED],
      ['2026-07-09 10:00', RESUMED],
    )
    // Two working days for the papers, the 2nd and the 3rd; paused on the 7th, 8th and 9th.
    expect(chargedDays(clocks, day('2026-07-15'))).toEqual({ resident: 2, thirdParty: 3 })
    expect(chargedDays(clocks, day('2026-07-08'))).toEqual({ resident: 2, thirdParty: 2 })
  })
})

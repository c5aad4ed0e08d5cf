import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { CONTEXT, day, hall, IMMEDIATE, ITEM } from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { caseLight } from './case-light.ts'
import type { CaseEvent } from './event.ts'
import { type Importing, importCase } from './import-case.ts'
import type { ItemRules } from './item-rules.ts'
import { projectCase } from './projection.ts'

function stateOf(row: Partial<Importing>, item: ItemRules = ITEM) {
  const { fact, at } = importCase(item, {
    ledger: 'l',
    oldNumber: '民-17',
    unit: 'MZ' as UnitCode,
    itemCode: 'MZ-001' as ItemCode,
    itemVersion: 1,
    receivedOn: day('2026-06-03'),
    acceptedOn: day('2026-06-04'),
    promisedOn: null,
    isRepeated: false,
    ...row,
  })
  const event: CaseEvent = { ...fact, seq: 1, id: 'e1', occurredAt: at, recordedAt: hall('2026-06-12 09:40') }
  return projectCase([event])
}
const NOW = hall('2026-06-12 09:40')
const clocksOf = (row: Partial<Importing>, item: ItemRules = ITEM) =>
  caseClocks(stateOf(row, item), item, CONTEXT, NOW)

describe('a case of an old ledger', () => {
  test('[C520] keeps its promised day as promise and as told, whatever the item says', () => {
    // Five working days of the item would end on 11 June.
    const promisedOn = day('2026-06-18')
    const { committed } = clocksOf({ promisedOn })
    expect(committed).toMatchObject({
      startedOn: '2026-06-04',
      dueOn: '2026-06-18',
      limit: { value: 10, unit: 'workday' },
      used: 6,
      left: 4,
    })
    expect(stateOf({ promisedOn }).told).toEqual([{ eventId: 'e1', dueOn: '2026-06-18' }])
  })

  test('[C520] promised for a day off is due on the working day before; the day told stays', () => {
    // 20 June is a Saturday, 19 June the Dragon Boat holiday.
    const row = { promisedOn: day('2026-06-20') }
    expect(clocksOf(row).committed?.dueOn).toBe('2026-06-18')
    expect(stateOf(row).told[0]?.dueOn).toBe('2026-06-20')
  })

  test('[C520] whose promise is past is red at once', () => {
    const row = { promisedOn: day('2026-06-10') }
    expect(caseLight(stateOf(row), clocksOf(row), NOW)).toBe('red')
  })

  test('[C502] without a promise is counted from its acceptance by its item', () => {
    expect(clocksOf({}).committed).toMatchObject({ startedOn: '2026-06-04', dueOn: '2026-06-11' })
  })

  test('[C514] only received, waits for acceptance from the day of its receipt', () => {
    const row = { acceptedOn: null, receivedOn: day('2026-06-10') }
    expect(stateOf(row)).toMatchObject({ status: 'received', acceptedAt: null })
    expect(clocksOf(row)).toMatchObject({
      committed: null,
      notice: { startedOn: '2026-06-10', dueOn: '2026-06-17' },
    })
  })

  test('[C520] with a promise and no acceptance counts as accepted at its receipt', () => {
    const row = { acceptedOn: null, promisedOn: day('2026-06-18') }
    expect(stateOf(row)).toMatchObject({ status: 'accepted', acceptedAt: hall('2026-06-03 08:00') })
  })

  test('[C202] of an immediate item goes on as a converted one up to its promise', () => {
    const row = { promisedOn: day('2026-06-15') }
    expect(stateOf(row, IMMEDIATE).flags).toEqual(['imported', 'converted'])
    expect(clocksOf(row, IMMEDIATE).committed).toMatchObject({ startedOn: '2026-06-03', dueOn: '2026-06-15' })
  })
})

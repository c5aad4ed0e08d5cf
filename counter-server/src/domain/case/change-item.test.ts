import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  acting,
  CONTEXT,
  hall,
  IMMEDIATE,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { changeItem, type RightItem } from './change-item.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { projectCase } from './projection.ts'

const LONGER: ItemRules = { ...ITEM, committed: { value: 10, unit: 'workday' } }
const TAKEN: CaseFact = { type: 'case.taken', payload: { person: person('h') } }
const REQUESTED: CaseFact = {
  type: 'supplement.requested',
  payload: { lines: [{ name: '老表格', problem: '缺' }] },
}

type Entry = readonly [string, CaseFact]

/** Changes the item of a case on Monday 15 June and gives what was recorded, and how the case stands after it. */
function changed(entries: readonly Entry[], rules: ItemRules = LONGER, right: Partial<RightItem> = {}) {
  const state = projectCase(record(...entries))
  const at = '2026-06-15 10:00'
  const wanted = changeItem(
    acting(state, 'clerk', at),
    {
      code: 'MZ-002' as ItemCode,
      version: 1,
      unit: 'MZ' as UnitCode,
      rules,
      stoppedOn: null,
      missing: () => [],
      isRepeated: false,
      ...right,
    },
    '选错了',
  )
  const after = projectCase(record(...entries, [at, wanted]))
  return { wanted, state: after, clocks: caseClocks(after, rules, CONTEXT, hall(at)) }
}

const FRIDAY = '2026-06-12 09:40'
const RECEIVED: Entry = [FRIDAY, received()]
const ACCEPTANCE: Entry = [FRIDAY, ACCEPTED]

describe('改事项', () => {
  test('[C101, C520] counts an accepted case anew from the same acceptance, and keeps both dates', () => {
    const { wanted, state, clocks } = changed([RECEIVED, ACCEPTANCE])
    // Five working days from Friday 12 June end on the 22nd, ten on the 29th: the 19th is the Dragon Boat holiday.
    expect(clocks.committed).toMatchObject({ startedOn: '2026-06-12', dueOn: '2026-06-29', used: 1 })
    expect(wanted.payload.moves).toEqual([{ kind: 'committed', from: '2026-06-22', to: '2026-06-29' }])
    expect(state).toMatchObject({ status: 'accepted', itemCode: 'MZ-002', acceptedAt: hall(FRIDAY) })
    expect(wanted.payload).toMatchObject({ fromItem: 'MZ-001', fromVersion: 1 })
  })

  test('[C101] an immediate item makes it received again, due on the day of its receipt', () => {
    const { state, clocks, wanted } = changed([RECEIVED, ACCEPTANCE, [FRIDAY, TAKEN]], IMMEDIATE)
    expect(state).toMatchObject({ status: 'received', acceptedAt: null, person: null })
    expect(clocks.committed).toMatchObject({ startedOn: '2026-06-12', dueOn: '2026-06-12', overdue: 1 })
    expect(clocks.notice).toBeNull()
    expect(wanted.payload.moves).toEqual([
      { kind: 'notice', from: '2026-06-22', to: null },
      { kind: 'committed', from: '2026-06-22', to: '2026-06-12' },
    ])
  })

  test('[C101] an immediate case that gets a deadline item waits for its acceptance', () => {
    const { state, clocks } = changed([[FRIDAY, received({ caseType: 'immediate' })]])
    expect(state).toMatchObject({ status: 'received', caseType: 'deadline' })
    expect(clocks).toMatchObject({
      committed: null,
      notice: { startedOn: '2026-06-12', dueOn: '2026-06-22' },
    })
  })

  test('[C404] one that waits for the wrong papers is told the right ones, as the one list it has', () => {
    const lines = [{ name: '新表格', problem: '原件1份' }]
    const { state, clocks } = changed([RECEIVED, [FRIDAY, REQUESTED]], LONGER, { missing: () => lines })
    expect(state.status).toBe('supplement')
    expect(state.supplements).toHaveLength(1)
    expect(state.supplements[0]).toMatchObject({ lines, handedIn: [] })
    expect(clocks.waiting?.startedOn).toBe('2026-06-15')
  })

  test('[C404] one that had every paper of the right item was complete at its receipt', () => {
    const { state, clocks } = changed([RECEIVED, [FRIDAY, REQUESTED]])
    expect(state).toMatchObject({ status: 'received', completeAt: hall(FRIDAY) })
    expect(clocks.notice).toMatchObject({ state: 'running', dueOn: '2026-06-22' })
  })

  test('[C801] goes to the unit of the right item, which takes it anew', () => {
    const { state } = changed([RECEIVED, ACCEPTANCE, [FRIDAY, TAKEN]], LONGER, { unit: 'SB' as UnitCode })
    expect(state).toMatchObject({ unit: 'SB', status: 'accepted', person: null, handOver: null })
    expect(state.legs.map(({ unit }) => unit)).toEqual(['MZ', 'SB'])
  })

  test('[C513] days that were granted to the wrong item are not days of the right one; a pause stays a pause', () => {
    const extended: CaseFact = {
      type: 'case.extended',
      payload: { days: 10, reason: '复杂', approvedBy: person('l') },
    }
    const { state, clocks } = changed([
      ['2026-06-01 09:00', received()],
      ['2026-06-01 09:00', ACCEPTED],
      ['2026-06-02 09:00', PAUSED],
      ['2026-06-04 09:00', RESUMED],
      ['2026-06-05 09:00', extended],
    ])
    expect(state).toMatchObject({ extendedDays: 0, flags: [] })
    // Ten working days from 1 June end on the 15th, and two stood still.
    expect(clocks.committed?.dueOn).toBe('2026-06-17')
  })

  test.each([
    ['a blank reason', 'reason.required', {}, ' '],
    ['the same item', 'item.same', { code: 'MZ-001' as ItemCode }, '错'],
    ['one that took no case at the receipt', 'item.stopped', { stoppedOn: '2026-06-12' }, '错'],
  ] as const)('[C406] %s is refused: %s', (_name, code, right, reason) => {
    const state = projectCase(record(RECEIVED))
    const wanted = () =>
      changeItem(
        acting(state, 'clerk', '2026-06-15 10:00'),
        {
          code: 'MZ-002' as ItemCode,
          version: 1,
          unit: 'MZ' as UnitCode,
          rules: LONGER,
          stoppedOn: null,
          missing: () => [],
          isRepeated: false,
          ...(right as object),
        },
        reason,
      )
    expect(wanted).toThrow(expect.objectContaining({ code }))
  })
})

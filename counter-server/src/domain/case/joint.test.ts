import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { expect, test } from 'vitest'
import { ACCEPTED, acting, day, ITEM, person, received, record } from '../../../test/case-fixture.ts'
import { fact } from './act.ts'
import { openJointParts, withJointLimits } from './joint.ts'
import { projectCase } from './projection.ts'

const unit = (code: string) => code as UnitCode
const JOINT = { ...ITEM, jointUnits: [unit('LY'), unit('ZZ'), unit('MZ')] }
const law = { value: 45, unit: 'workday', scope: 'whole', starts: 'acceptance' } as const

test('[C207] joint handling has 45 working days by law and may be extended by 15, whatever the item says', () => {
  const limitsOf = (changes: object) => {
    const { statutory, extension } = withJointLimits({ ...JOINT, ...changes })
    return [statutory, extension]
  }
  expect(limitsOf({ extension: null })).toEqual([law, null])
  expect(limitsOf({ extension: { value: 20, unit: 'workday' } })).toEqual([
    law,
    { value: 15, unit: 'workday' },
  ])
  expect(limitsOf({ statutory: { ...law, value: 60 } })[0]).toEqual(law)
  expect(limitsOf({ statutory: { ...law, value: 20 } })[0]).toEqual({ ...law, value: 20 })
  expect(withJointLimits({ ...ITEM, extension: { value: 20, unit: 'workday' } }).extension?.value).toBe(20)
})

test('[C207, C805] each joint unit but the own gets one part, due with the case', () => {
  const accepted = record(['2026-06-12', received()], ['2026-06-12', ACCEPTED])
  const parts = openJointParts(acting(projectCase(accepted), 'clerk', '2026-06-12', JOINT))
  // Five working days from Friday 12 June, the 19th off.
  expect(parts).toEqual([
    fact('subtask.opened', { unit: unit('LY'), dueOn: day('2026-06-22'), isJoint: true }),
    fact('subtask.opened', { unit: unit('ZZ'), dueOn: day('2026-06-22'), isJoint: true }),
  ])
})

test('[C207, C804] none to a unit that has its part already or that the case concerns', () => {
  const asked = fact('subtask.opened', { unit: unit('LY'), dueOn: day('2026-06-18') })
  const recused = fact('recusal.noted', { unit: unit('ZZ'), person: null, reason: '当事单位' })
  const events = record(
    ['2026-06-12', received()],
    ['2026-06-12', recused],
    ['2026-06-12', ACCEPTED],
    ['2026-06-12', fact('case.taken', { person: person('h') })],
    ['2026-06-12', asked],
  )
  expect(openJointParts(acting(projectCase(events), 'clerk', '2026-06-12', JOINT))).toEqual([])
})

test('[C207, C802] a part that opens with the acceptance does not take over for the unit that the case was handed to', () => {
  const part = fact('subtask.opened', { unit: unit('ZZ'), dueOn: day('2026-06-22'), isJoint: true })
  const { handOver } = projectCase(
    record(
      ['2026-06-12', received()],
      ['2026-06-12', fact('case.transferred', { unit: unit('NJ'), reason: '归口', needsTakeOver: true })],
      ['2026-06-12', ACCEPTED],
      ['2026-06-12', part],
    ),
  )
  expect(handOver).toMatchObject({ to: 'NJ' })
})

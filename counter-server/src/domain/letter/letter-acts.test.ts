import { describe, expect, test } from 'vitest'
import {
  ANSWERED,
  ASSIGNED,
  letterAt,
  type MZ,
  registered,
  SIGNED,
  TAKEN,
} from '../../../test/letter-fixture.ts'
import { possibleLetterActs } from './letter-act.ts'
import { letterFact } from './letter-event.ts'
import { needsOrder, superviseLetter } from './letter-orders.ts'

const NOW = '2026-09-18 10:00'
const CAME = [NOW, registered()] as const
const GIVEN = [NOW, ASSIGNED] as const
const TAKEN_ON = [NOW, TAKEN] as const
const ANSWERED_ON = [NOW, ANSWERED] as const
const SIGNED_ON = [NOW, SIGNED] as const
const CONVERTED = [NOW, letterFact('letter.converted', {})] as const
const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('[C705] an order on a letter', () => {
  const asked = { number: '督〔2026〕1号', level: 'unit_head', rule: 'overdue', issuer: 'system' } as const

  test('is one per level, goes to the unit that has it, and moves with it', () => {
    const order = [NOW, superviseLetter(letterAt(NOW, 'system', CAME, GIVEN), asked)] as const
    const ordered = letterAt(NOW, 'system', CAME, GIVEN, order)
    expect(ordered.state).toMatchObject({
      flags: ['supervised'],
      orders: [{ unit: 'MZ', replyDueOn: '2026-09-20' }],
    })
    expect(() => superviseLetter(ordered, asked)).toThrow(refusal('order.already_open'))
    const other = [NOW, letterFact('letter.assigned', { unit: 'NJ' as typeof MZ })] as const
    expect(letterAt(NOW, 'system', CAME, GIVEN, order, other).state.orders[0]?.unit).toBe('NJ')
  })

  test('is not made while no unit has the letter', () => {
    expect(needsOrder(letterAt(NOW, 'system', CAME), 'unit_head')).toBeNull()
    expect(needsOrder(letterAt(NOW, 'system', CAME, GIVEN), 'unit_head')).toBe('unit_head')
    expect(needsOrder(letterAt(NOW, 'system', CAME, GIVEN), 'red')).toBeNull()
  })
})

test('[C1302] what a page offers leaves out what this letter cannot have', () => {
  const offered = (
    actor: 'leader' | 'supervisor' | 'handler',
    ...entries: Parameters<typeof letterAt>[2][]
  ) => possibleLetterActs(letterAt(NOW, actor, ...entries))
  expect(offered('leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON)).toEqual([
    'sign',
    'rework',
    'supervise',
    'add_note',
  ])
  expect(offered('leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, SIGNED_ON)).toEqual([
    'rework',
    'reply',
    'supervise',
    'add_note',
  ])
  expect(offered('supervisor', CAME)).not.toContain('give_notice')
  expect(offered('supervisor', CAME, CONVERTED)).toContain('give_notice')
  expect(offered('handler', CAME, GIVEN, TAKEN_ON, CONVERTED)).not.toContain('answer')
})

import fc from 'fast-check'
import {
  type Act,
  type ItemName,
  nameOf,
  type OracleCase,
  type Person,
  PLAIN_ACTS,
  unitOf,
} from './case-facts.ts'

/*
 * What is pressed: mostly an act that the status knows by somebody who may, or little would ever happen.
 */

const UNITS = ['LY', 'NJ', 'ZZ'] as const
const aUnit = fc.constantFrom(...UNITS)
const anItem = fc.constantFrom<ItemName>('LY-001', 'NJ-003')
const aHandler = fc
  .tuple(fc.constantFrom('LY', 'NJ'), fc.constantFrom(1, 2))
  .map(([unit, who]) => `${unit}${who}`)

const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PLAIN_ACTS).map((does) => ({ does })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 12 }).map((days) => ({ does: 'extend' as const, days })),
  },
  { weight: 2, arbitrary: fc.constantFrom('LY', 'NJ').map((to) => ({ does: 'transfer' as const, to })) },
  { weight: 1, arbitrary: anItem.map((to) => ({ does: 'change_item' as const, to })) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('assign' as const), from: aHandler, to: aHandler }),
  },
  { weight: 1, arbitrary: aUnit.map((unit) => ({ does: 'ask_part' as const, unit })) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('answer_part' as const, 'waive_part' as const),
      part: fc.integer({ min: 0, max: 3 }),
    }),
  },
)

/** One press: how long after the last one, what, and by whom; now and then the last step is taken back instead. */
export const aPress = fc.record({
  days: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2, 5, 18),
  act: anAct,
  fit: fc.integer({ min: 0, max: 99 }),
  by: fc.record({
    role: fc.constantFrom<Person['role']>('clerk', 'handler', 'handler', 'supervisor', 'leader'),
    unit: aUnit,
    who: fc.constantFrom<Person['who']>(1, 2),
  }),
  isLikely: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  isCorrection: fc.integer({ min: 0, max: 14 }).map((n) => n === 0),
  /** Seldom, or soon everybody would have to stand aside. */
  isRecusal: fc.integer({ min: 0, max: 39 }).map((n) => n === 0),
})
export type Press = typeof aPress extends fc.Arbitrary<infer One> ? One : never

/** What may come at a status; ends come seldom. */
const LIKELY: { readonly [Status in OracleCase['status']]?: readonly Act['does'][] } = {
  received: [
    'accept',
    'accept',
    'bring',
    'accept',
    'request_supplement',
    'request_again',
    'transfer',
    'refuse',
    'change_item',
    'pledge',
  ],
  supplement: ['hand_in', 'hand_in', 'hand_in', 'return_case', 'refuse', 'change_item', 'bring'],
  accepted: [
    'take',
    'pause',
    'extend',
    'take',
    'transfer',
    'take_over',
    'send_back',
    'ask_part',
    'change_item',
    'ask_papers',
    'merge',
  ],
  reviewing: [
    'pause',
    'extend',
    'transfer',
    'take_over',
    'send_back',
    'return_case',
    'decide',
    'deny',
    'assign',
    'change_item',
    'ask_part',
    'pledge',
    'decide',
  ],
  paused: ['resume', 'resume', 'transfer', 'take_over', 'send_back', 'assign'],
  decided: ['deliver', 'add_note', 'assign', 'add_note'],
  voided: ['unmerge', 'unmerge', 'add_note', 'bring'],
}

const CLERKS: ReadonlySet<Act['does']> = new Set([
  'refuse',
  'hand_in',
  'withdraw',
  'deliver',
  'accept',
  'request_supplement',
  'request_again',
  'bring',
  'change_item',
  'merge',
  'unmerge',
])

/** What this press does to such a case. */
export function actOf({ act, fit, by, isRecusal }: Press, found: OracleCase): Act {
  if (isRecusal)
    return fit % 2 === 0
      ? { does: 'recuse', unit: UNITS[fit % 3] ?? 'ZZ', person: null }
      : { does: 'recuse', unit: null, person: nameOf(by) }
  if (fit >= 75) return act
  return waitingAct(found, fit) ?? likelyAct(found, fit) ?? act
}

// What waits for a second person or another unit is mostly settled first.
function waitingAct({ pending, handOver, parts }: OracleCase, fit: number): Act | null {
  if (pending !== null && fit % 3 === 0) return { does: fit % 4 === 0 ? 'decline' : 'approve' }
  if (handOver !== null && fit % 2 === 0) return { does: fit % 4 === 0 ? 'take_over' : 'send_back' }
  const part = parts.findIndex(({ ended }) => ended === null)
  return part < 0 || fit % 4 !== 1 ? null : { does: fit % 5 === 1 ? 'waive_part' : 'answer_part', part }
}

function likelyAct(found: OracleCase, fit: number): Act | null {
  const likely = LIKELY[found.status] ?? []
  const does = likely[fit % Math.max(1, likely.length)]
  switch (does) {
    case undefined:
      return null
    case 'transfer':
      return { does, to: found.unit === 'LY' ? 'NJ' : 'LY' }
    case 'extend':
      return { does, days: 1 + (fit % 13) }
    case 'change_item':
      return { does, to: found.item === 'LY-001' ? 'NJ-003' : 'LY-001' }
    case 'ask_part':
      return { does, unit: UNITS[fit % 3] ?? 'ZZ' }
    case 'assign':
      return assignment(found, fit)
    case 'hand_in':
      return { does, names: fit % 3 === 0 ? found.list.slice(0, 1) : found.list }
    default:
      return { does } as Act
  }
}

function assignment({ person, unit }: OracleCase, fit: number): Act {
  const from = person ?? `${unit}1`
  const to = fit % 7 === 0 ? 'ZZ1' : `${unitOf(from)}${from.endsWith('1') ? 2 : 1}`
  return { does: 'assign', from, to }
}

/** Whoever the act fits: the unit that has the case or was asked, the clerk, or who signs what is asked. */
export function fitting(act: Act, { by, isLikely }: Press, found: OracleCase): Person {
  if (!isLikely || act.does === 'transfer' || act.does === 'add_note') return by
  if (act.does === 'assign' && by.role !== 'supervisor')
    return { role: 'handler', unit: unitOf(act.from), who: act.from.endsWith('1') ? 1 : 2 }
  const unit = act.does === 'answer_part' ? (found.parts[act.part]?.unit ?? by.unit) : found.unit
  return { role: roleOf(act, found), unit, who: by.who }
}

function roleOf({ does }: Act, { pending }: OracleCase): Person['role'] {
  if (does === 'approve' || does === 'decline') return pending?.kind === 'extend' ? 'leader' : 'supervisor'
  if (does === 'void' || does === 'waive_part' || does === 'recuse') return 'supervisor'
  return CLERKS.has(does) ? 'clerk' : 'handler'
}

import type { OrderLevel } from '@counter/shared/vocabulary/supervision'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  acting,
  CONTEXT,
  hall,
  ITEM,
  PAUSED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { fact } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { CaseFact } from './event.ts'
import { dueMarksOf, nextMarkAt } from './marks.ts'
import { projectCase } from './projection.ts'
import { closeOrder, issueOrder, orderActs, orderLight, replyToOrder } from './supervision.ts'

const FRIDAY = '2026-06-12 10:00'
const open = () => projectCase(record([FRIDAY, received()], [FRIDAY, ACCEPTED]))
const asked = {
  number: '督〔2026〕1号',
  level: 'unit_head',
  rule: 'complaint',
  issuer: 'supervisor',
} as const

/** The accepted case with one order issued by hand on Friday morning. */
function supervised(...later: readonly (readonly [string, CaseFact])[]) {
  const order = issueOrder(acting(open(), 'supervisor', FRIDAY), asked)
  return projectCase(record([FRIDAY, received()], [FRIDAY, ACCEPTED], [FRIDAY, order], ...later))
}

const REPLIED = fact('order.replied', { order: 'e3' })
const DECIDED = fact('case.decided', {
  decision: 'granted',
  onSpot: false,
  reason: '',
  remedies: '',
  approvedBy: null,
})

describe('a supervision order', () => {
  test('[C705] asks for an answer within one working day, with a light of its own', () => {
    const [order] = supervised().orders
    // Issued on Friday the 12th: Monday is day 1.
    expect(order).toMatchObject({
      replyDueOn: '2026-06-15',
      replyDueAt: hall('2026-06-15 17:30'),
      unit: 'MZ',
    })
    const lightAt = (when: string, repliedAt = null as ReturnType<typeof hall> | null) =>
      order === undefined ? null : orderLight({ ...order, repliedAt }, hall(when))
    expect(lightAt('2026-06-14 23:59')).toBe('green')
    expect(lightAt('2026-06-15 00:00')).toBe('yellow')
    expect(lightAt('2026-06-15 17:30')).toBe('yellow')
    expect(lightAt('2026-06-15 17:30:00.001')).toBe('red')
    expect(lightAt('2026-06-16', hall('2026-06-15'))).toBe('done')
  })

  test('[C705] is open once per level', () => {
    const state = supervised()
    const again = (level: OrderLevel) => () =>
      issueOrder(acting(state, 'supervisor', FRIDAY), { ...asked, level })
    expect(again('unit_head')).toThrow('order.already_open')
    expect(again('deputy_leader')()).toMatchObject({ payload: { level: 'deputy_leader' } })
    const closed = supervised([FRIDAY, REPLIED], [FRIDAY, fact('order.closed', { order: 'e3' })])
    expect(issueOrder(acting(closed, 'supervisor', FRIDAY), asked).type).toBe('order.issued')
  })

  test('[C705] is answered by the unit once and closed by its issuer, not by the end of the case', () => {
    const done = supervised([FRIDAY, DECIDED])
    expect(done).toMatchObject({ status: 'decided', flags: ['supervised'] })
    expect(() => replyToOrder(acting(done, 'supervisor', FRIDAY), 'e3', '已办')).toThrow('case.forbidden')
    expect(() => replyToOrder(acting(done, 'handler', FRIDAY), 'e3', ' ')).toThrow('reason.required')
    expect(() => replyToOrder(acting(done, 'handler', FRIDAY), 'e9', '已办')).toThrow('order.not_found')
    expect(() => closeOrder(acting(done, 'supervisor', FRIDAY), 'e3', '属实')).toThrow('order.not_replied')
    const replied = supervised([FRIDAY, DECIDED], [FRIDAY, REPLIED])
    expect(() => replyToOrder(acting(replied, 'handler', FRIDAY), 'e3', '已办')).toThrow(
      'order.already_replied',
    )
    expect(() => closeOrder(acting(replied, 'leader', FRIDAY), 'e3', '属实')).toThrow('order.not_yours')
    expect(() => closeOrder(acting(replied, 'handler', FRIDAY), 'e3', '属实')).toThrow('case.forbidden')
    const closing = closeOrder(acting(replied, 'supervisor', FRIDAY), 'e3', '属实')
    const closed = supervised([FRIDAY, DECIDED], [FRIDAY, REPLIED], [FRIDAY, closing])
    expect(closed.flags).toEqual([])
    expect(() => closeOrder(acting(closed, 'supervisor', FRIDAY), 'e3', '属实')).toThrow('order.closed')
  })

  test('[C436] is issued while the case is open, by supervisor, leader or the ladder', () => {
    expect(() => issueOrder(acting(open(), 'clerk', FRIDAY), asked)).toThrow('case.forbidden')
    const ended = projectCase(record([FRIDAY, received()], [FRIDAY, fact('case.withdrawn', { reason: '' })]))
    expect(() => issueOrder(acting(ended, 'supervisor', FRIDAY), asked)).toThrow('case.wrong_status')
  })

  test('[C801] goes with the case to another unit until it is answered', () => {
    const moved = fact('case.transferred', { unit: 'SB' as never, reason: '归口', needsTakeOver: true })
    expect(supervised([FRIDAY, moved]).orders[0]?.unit).toBe('SB')
    expect(supervised([FRIDAY, REPLIED], [FRIDAY, moved]).orders[0]?.unit).toBe('MZ')
  })

  test.each([
    ['system', false, 'handler', ['reply']],
    ['system', true, 'leader', ['close']],
    ['system', true, 'supervisor', ['close']],
    ['supervisor', true, 'leader', []],
    ['leader', true, 'leader', ['close']],
    ['leader', false, 'leader', []],
    ['system', true, 'handler', []],
    ['system', false, 'clerk', []],
  ] as const)('[C705] of %s, answered: %s, offers %s %j', (issuer, isReplied, actor, acts) => {
    expect(orderActs({ issuer, isReplied, isClosed: false }, actor)).toEqual(acts)
    expect(orderActs({ issuer, isReplied, isClosed: true }, actor)).toEqual([])
  })
})

describe('the ladder', () => {
  const marksAt = (when: string, events = record([FRIDAY, received()], [FRIDAY, ACCEPTED])) =>
    dueMarksOf(CONTEXT, caseClocks(projectCase(events), ITEM, CONTEXT, hall(when)), hall(when)).map(
      ({ threshold }) => threshold,
    )

  test('[C704] climbs to the unit head with red, to the deputy after one working day, to the chief after three', () => {
    // Due on Monday 22 June at 17:30; the instant itself is in time.
    expect(marksAt('2026-06-22 17:30')).toEqual(['yellow'])
    expect(marksAt('2026-06-22 17:30:00.001')).toEqual(['yellow', 'red', 'unit_head'])
    expect(marksAt('2026-06-23 17:30')).toEqual(['yellow', 'red', 'unit_head'])
    expect(marksAt('2026-06-23 17:30:00.001')).toContain('deputy_leader')
    expect(marksAt('2026-06-25 17:30')).not.toContain('chief_leader')
    expect(marksAt('2026-06-25 17:30:00.001')).toContain('chief_leader')
  })

  test('[C704] stands still while the case is paused and after it is decided', () => {
    const late = '2026-06-22 18:00'
    expect(marksAt('2026-07-10', record([FRIDAY, received()], [FRIDAY, ACCEPTED], [late, PAUSED]))).toEqual([
      // The time told for the pause is over, which is no step of the ladder.
      'red',
    ])
    // The delivery clock runs on, and has no ladder.
    expect(marksAt('2026-07-10', record([FRIDAY, received()], [FRIDAY, ACCEPTED], [late, DECIDED]))).toEqual([
      'red',
    ])
  })

  test('[C521] names one crossing after the other, none twice and none before its time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }),
        (days, hours) => {
          const item = { ...ITEM, committed: { value: days, unit: 'workday' as const } }
          const events = record([FRIDAY, received()], [FRIDAY, ACCEPTED])
          const fired: ReturnType<typeof dueMarksOf>[number][] = []
          let at = Date.parse(hall(FRIDAY))
          for (const hour of hours) {
            at += hour * 3_600_000
            const now = new Date(at).toISOString() as ReturnType<typeof hall>
            const { committed } = caseClocks(projectCase(events), item, CONTEXT, now)
            if (committed === null) throw new Error('the clock runs')
            const next = nextMarkAt(CONTEXT, committed, fired)
            const fresh = dueMarksOf(CONTEXT, { ...NONE, committed }, now).filter(
              (mark) => !fired.some(({ threshold }) => threshold === mark.threshold),
            )
            // The stored instant wakes the tick exactly when something is to be marked.
            expect(fresh.length > 0).toBe(next !== null && next <= now)
            for (const { crossedAt } of fresh) expect(crossedAt <= now).toBe(true)
            fired.push(...fresh)
          }
          expect(new Set(fired.map(({ threshold }) => threshold)).size).toBe(fired.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

const NONE = {
  notice: null,
  waiting: null,
  committed: null,
  statutory: null,
  delivery: null,
  pause: null,
  promise: null,
  handup: null,
  handup_hard: null,
  relay: null,
  deliver: null,
  followup: null,
}

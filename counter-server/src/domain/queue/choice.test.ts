import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, refusal } from '../../../test/queue-fixtures.ts'
import { chooseNext, choosePicked } from './choice.ts'
import { hasBecomeProtected, overtake } from './overtaking.ts'
import { QUEUE_DEFAULTS } from './settings.ts'
import type { Ticket } from './ticket.ts'

const ordinary = (serial: number, time: string) => aTicket({ serial, issuedAt: at(time), issueOrder: serial })
const priority = (serial: number, time: string) =>
  aTicket({
    serial,
    issuedAt: at(time),
    issueOrder: serial,
    cls: 'priority',
    prefix: '优先',
    number: `优先 00${serial}`,
  })

/** Calls until nobody is left, carrying the raised counts along as the store does. */
function callAll(waiting: readonly Ticket[], now = at('09:40')): Ticket[] {
  const order: Ticket[] = []
  let left = waiting
  while (left.length > 0) {
    const { ticket, overtaken } = chooseNext(aWindow(1), aHall({ waiting: left, now }))
    const raised = new Map(overtaken.map((each) => [each.id, each]))
    left = left.filter((each) => each.id !== ticket.id).map((each) => raised.get(each.id) ?? each)
    order.push(ticket)
  }
  return order
}

const MORNING = [
  ordinary(1, '09:15'),
  ordinary(2, '09:25'),
  ordinary(3, '09:30'),
  ordinary(4, '09:35'),
  priority(5, '09:40'),
]

describe('the next ticket', () => {
  test('[Q14] is 09:15, then priority of 09:40, then 09:25, 09:30, 09:35', () => {
    expect(callAll(MORNING).map(({ number }) => number)).toEqual([
      '综 001',
      '优先 005',
      '综 002',
      '综 003',
      '综 004',
    ])
  })

  test('[Q19] is explained by the keys of those it passed', () => {
    const { explanation } = chooseNext(aWindow(1), aHall({ waiting: MORNING.slice(1) }))
    expect(explanation).toMatchObject({ kind: 'next', tier: 1, reason: null })
    expect(explanation.chosen).toMatchObject({ number: '优先 005', callKey: toMs(at('09:40')), delayMs: 0 })
    expect(explanation.passed.map(({ number, callKey }) => [number, callKey])).toEqual([
      ['综 002', toMs(at('09:45'))],
      ['综 003', toMs(at('09:50'))],
      ['综 004', toMs(at('09:55'))],
    ])
    expect(explanation.runnerUp?.number).toBe('综 002')
  })

  test('[Q15] is refused in words when nobody waits for this window', () => {
    expect(() => chooseNext(aWindow(1), aHall())).toThrow(expect.objectContaining(refusal('queue.empty')))
  })

  test('[QT1] is never the same one twice', () => {
    const serials = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 40 })
    fc.assert(
      fc.property(serials, (given) => {
        const called = callAll(given.map((serial) => aTicket({ serial })))
        expect(called.map(({ serial }) => serial).toSorted((a, b) => a - b)).toEqual(
          given.toSorted((a, b) => a - b),
        )
      }),
    )
  })
})

describe('overtaking', () => {
  test('[Q17] counts for everyone who came earlier and still waits', () => {
    const { overtaken } = chooseNext(aWindow(1), aHall({ waiting: MORNING.slice(1) }))
    expect(overtaken.map(({ number, overtaken: count }) => [number, count])).toEqual([
      ['综 002', 1],
      ['综 003', 1],
      ['综 004', 1],
    ])
  })

  test('[Q17] does not count for somebody who came later', () => {
    expect(chooseNext(aWindow(1), aHall({ waiting: MORNING })).overtaken).toEqual([])
  })

  test('[Q17] for the sixth time makes the base time the key, which protects', () => {
    const before = aTicket({ issuedAt: at('09:25'), overtaken: 5 })
    const after = overtake(before, at('09:40'), QUEUE_DEFAULTS)
    expect(after).toMatchObject({
      overtaken: 6,
      callKey: toMs(at('09:25')),
      protectedAt: at('09:40'),
      version: 2,
    })
    expect(hasBecomeProtected(before, after)).toBe(true)
    expect(overtake({ ...before, overtaken: 4 }, at('09:40'), QUEUE_DEFAULTS)).toMatchObject({
      overtaken: 5,
      callKey: toMs(at('09:45')),
      protectedAt: null,
      version: 1,
    })
  })

  test('[Q17] has no bound when the bound is set to 0', () => {
    const after = overtake(aTicket({ overtaken: 40 }), at('09:40'), { ...QUEUE_DEFAULTS, maxOvertakes: 0 })
    expect(after).toMatchObject({ overtaken: 41, protectedAt: null })
  })

  test('[QT5] lets six priority tickets pass an ordinary one, and the seventh not', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => priority(n + 1, `09:3${n}`))
    const order = callAll([ordinary(1, '09:30'), ...eight]).map(({ serial }) => serial)
    expect(order).toEqual([2, 3, 4, 5, 6, 7, 1, 8, 9])
  })

  test('[Q17] never exceeds the bound, whatever comes and whoever calls', () => {
    const step = fc.record({
      gap: fc.integer({ min: 0, max: 120 }),
      cls: fc.constantFrom('ordinary', 'priority', 'appointment'),
      topic: fc.constantFrom('relief', 'social'),
      calls: fc.array(fc.constantFrom(0, 1), { maxLength: 2 }),
    })
    const windows = [
      aWindow(1, { services: { relief: 'main', social: 'helps' } }),
      aWindow(2, { services: { social: 'main', relief: 'helps' } }),
    ]
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        let now = toMs(at('09:00'))
        let waiting: Ticket[] = []
        steps.forEach(({ gap, cls, topic, calls }, index) => {
          now += gap * 1000
          waiting.push(
            aTicket({ issueOrder: index + 1, cls, topic: topic as Ticket['topic'], baseTime: now }),
          )
          for (const which of calls) waiting = afterCall(windows, which, waiting, now)
          for (const { overtaken } of waiting) expect(overtaken).toBeLessThanOrEqual(6)
        })
      }),
    )
  })
})

function afterCall(
  windows: readonly ReturnType<typeof aWindow>[],
  which: number,
  waiting: Ticket[],
  nowMs: number,
): Ticket[] {
  const window = windows[which]
  const now = instantOf(nowMs)
  if (window === undefined || !waiting.some(({ topic }) => window.services.has(topic))) return waiting
  const choice = chooseNext(window, aHall({ windows, waiting, now }))
  const raised = new Map(choice.overtaken.map((each) => [each.id, each]))
  return waiting.filter(({ id }) => id !== choice.ticket.id).map((each) => raised.get(each.id) ?? each)
}

describe('a picked ticket', () => {
  test('[Q18] needs a reason and counts for everyone it passes', () => {
    const last = MORNING[3] as Ticket
    const { ticket, overtaken, explanation } = choosePicked(
      aWindow(1),
      last.id,
      '赶车',
      aHall({ waiting: MORNING }),
    )
    expect(ticket).toBe(last)
    expect(overtaken.map(({ number, overtaken: count }) => [number, count])).toEqual([
      ['综 001', 1],
      ['优先 005', 1],
      ['综 002', 1],
      ['综 003', 1],
    ])
    expect(explanation).toMatchObject({ kind: 'pick', reason: '赶车' })
    expect(() => choosePicked(aWindow(1), last.id, '', aHall({ waiting: MORNING }))).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
  })

  test('[Q18] must be one that this window may call', () => {
    const directed = aTicket({ directedWindow: 2 })
    expect(() => choosePicked(aWindow(1), directed.id, '赶车', aHall({ waiting: [directed] }))).toThrow(
      expect.objectContaining(refusal('ticket.not_served_here')),
    )
  })
})

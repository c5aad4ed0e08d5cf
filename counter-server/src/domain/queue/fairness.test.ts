import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow } from '../../../test/queue-fixtures.ts'
import { type Choice, chooseNext, choosePicked } from './choice.ts'
import type { HallWindow } from './hall-window.ts'
import type { Ticket } from './ticket.ts'

const WINDOWS = [
  aWindow(1, { services: { relief: 'main', social: 'helps' } }),
  aWindow(2, { services: { social: 'main', relief: 'helps' } }),
  aWindow(3, { services: { relief: 'main', social: 'main' } }),
]
const MINUTE_MS = 60_000

const step = fc.record({
  gap: fc.integer({ min: 0, max: 240 }),
  cls: fc.constantFrom('ordinary', 'ordinary', 'priority', 'appointment'),
  topic: fc.constantFrom('relief', 'social'),
  calls: fc.array(fc.record({ window: fc.constantFrom(0, 1, 2), picks: fc.nat(19) }), { maxLength: 2 }),
})

interface Called {
  readonly choice: Choice
  readonly window: HallWindow
  readonly waiting: readonly Ticket[]
  readonly nowMs: number
}

/** Plays arrivals and calls; about one call in ten is a pick with a reason. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Called[] {
  let nowMs = toMs(at('09:00'))
  let waiting: Ticket[] = []
  const called: Called[] = []
  for (const [place, { gap, cls, topic, calls }] of steps.entries()) {
    nowMs += gap * 1000
    const arrival = {
      issueOrder: place + 1,
      cls,
      topic: topic as Ticket['topic'],
      baseTime: nowMs,
      issuedAt: instantOf(nowMs),
    }
    waiting = [...waiting, aTicket(arrival)]
    for (const { window: at, picks } of calls) {
      const window = WINDOWS[at]
      const hall = aHall({ windows: WINDOWS, waiting, now: instantOf(nowMs) })
      const last = waiting.at(-1)
      if (window === undefined || last === undefined) continue
      const choice = picks < 2 ? choosePicked(window, last.id, '赶车', hall) : chooseNext(window, hall)
      called.push({ choice, window, waiting, nowMs })
      const raised = new Map(choice.overtaken.map((each) => [each.id, each]))
      waiting = waiting.filter(({ id }) => id !== choice.ticket.id).map((each) => raised.get(each.id) ?? each)
    }
  }
  return called
}

// The rule in its own words, apart from the code that obeys it (Q15): tier, then key, then order of issue.
function firstByRule({ window, waiting, nowMs }: Called): Ticket | undefined {
  const rank = (ticket: Ticket) => {
    const isFirst = window.services.get(ticket.topic) === 'main'
    const isPromoted = ticket.protectedAt !== null || nowMs - ticket.baseTime >= 20 * MINUTE_MS
    return [isFirst || isPromoted ? 1 : 2, ticket.callKey, ticket.issueOrder] as const
  }
  const sorted = [...waiting].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
  })
  return sorted[0]
}

describe('whatever comes and whoever calls', () => {
  test('[QI14] the call order is the rule, unless a reason is recorded', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90 }), (steps) => {
        for (const each of play(steps)) {
          const { ticket, explanation } = each.choice
          if (explanation.reason === null) expect(ticket.id).toBe(firstByRule(each)?.id)
        }
      }),
    )
  })

  test('[QI14, QT6] ordinary walk-ins of one topic are called in the order of issue', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90 }), (steps) => {
        const last = new Map<string, number>()
        for (const { choice } of play(steps)) {
          const { cls, topic, issueOrder } = choice.ticket
          if (cls !== 'ordinary' || choice.explanation.reason !== null) continue
          expect(issueOrder).toBeGreaterThan(last.get(topic) ?? 0)
          last.set(topic, issueOrder)
        }
      }),
    )
  })

  test('[QI16] call next passes nobody more than six times, however often somebody was picked', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90 }), (steps) => {
        const passed = new Map<string, number>()
        for (const { choice } of play(steps)) {
          if (choice.explanation.reason !== null) continue
          for (const { id } of choice.overtaken) passed.set(id, (passed.get(id) ?? 0) + 1)
        }
        expect(Math.max(0, ...passed.values())).toBeLessThanOrEqual(6)
      }),
    )
  })
})

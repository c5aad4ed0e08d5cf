import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCEPTED, CALENDAR, CONTEXT, hall, ITEM, received, record } from '../../../test/case-fixture.ts'
import { workingCalendar } from '../calendar/working-calendar.ts'
import { caseClocks, pausedClock, readPaused } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'
import { caseMove } from './change-preview.ts'
import { dueMoves } from './due-moves.ts'
import type { ItemRules } from './item-rules.ts'
import { projectCase } from './projection.ts'

const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-06-01' as PlainDate, days))
const someLimit = fc.record({
  value: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('workday' as const, 'day' as const),
})
/** Up to three pauses in order, each begun some days after the one before ended. */
const someStops = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 12 })), {
  maxLength: 3,
})

function itemOf(committed: ItemRules['committed']): ItemRules {
  return { ...ITEM, committed }
}

function stateOf(start: PlainDate, stops: readonly (readonly [number, number])[]): CaseState {
  const state = projectCase(record([`${start} 09:00`, received()], [`${start} 10:00`, ACCEPTED]))
  let last = start
  const pauses = stops.map(([after, length], place) => {
    const from = addDays(last, after)
    last = addDays(from, length)
    return {
      eventId: `p${place}`,
      reason: 'expert_review' as const,
      told: { value: 10, unit: 'workday' as const },
      pausedAt: hall(`${from} 10:00`),
      resumedAt: hall(`${last} 11:00`),
    }
  })
  return { ...state, status: 'reviewing', pauses }
}

const promiseOf = (state: CaseState, item: ItemRules, at: Instant, context = CONTEXT) => {
  const { committed } = caseClocks(state, item, context, at)
  if (committed === null) throw new Error('no promise')
  return committed
}

describe('whatever happens to a case', () => {
  test('[I19] used only grows and left only falls as time passes', () => {
    fc.assert(
      fc.property(
        someDay,
        someLimit,
        someStops,
        fc.nat(80),
        fc.nat(20),
        (start, limit, stops, early, more) => {
          const state = stateOf(start, stops)
          const at = (days: number) => promiseOf(state, itemOf(limit), hall(`${addDays(start, days)} 12:00`))
          const [before, after] = [at(early), at(early + more)]
          expect(after.used).toBeGreaterThanOrEqual(before.used)
          expect(after.left).toBeLessThanOrEqual(before.left)
          expect(before.left).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  test('[C509] a pause never makes a due date earlier, and one after the end moves nothing', () => {
    fc.assert(
      fc.property(someDay, someLimit, someStops, (start, limit, stops) => {
        const at = hall(`${addDays(start, 200)} 12:00`)
        const plain = promiseOf(stateOf(start, []), itemOf(limit), at)
        const paused = promiseOf(stateOf(start, stops), itemOf(limit), at)
        expect(paused.dueOn >= plain.dueOn).toBe(true)
        const late = addDays(plain.dueOn, 1)
        const after = {
          ...stateOf(start, []),
          pauses: [
            {
              eventId: 'p',
              reason: 'expert_review' as const,
              told: { value: 10, unit: 'workday' as const },
              pausedAt: hall(`${late} 10:00`),
              resumedAt: hall(`${addDays(late, 9)} 10:00`),
            },
          ],
        }
        expect(promiseOf(after, itemOf(limit), at).dueOn).toBe(plain.dueOn)
      }),
    )
  })

  test('[C510] what a row keeps of a paused promise says on any day what its events say', () => {
    fc.assert(
      fc.property(someDay, someLimit, someLimit, someStops, fc.nat(60), (start, limit, law, stops, later) => {
        const state = stateOf(start, [...stops, [1, 0]])
        const pauses = state.pauses.map((pause, place) =>
          place < stops.length ? pause : { ...pause, resumedAt: null },
        )
        const paused: CaseState = { ...state, status: 'paused', pauses }
        const statutory = { ...law, starts: 'acceptance' as const, scope: 'township' as const }
        const item = { ...itemOf(limit), statutory }
        const kept = JSON.parse(JSON.stringify(pausedClock(paused, item, CONTEXT)))
        const at = hall(`${addDays(start, 30 + later)} 12:00`)
        expect(promiseOf(paused, item, at)).toMatchObject(readPaused(CONTEXT, kept, at))
      }),
    )
  })

  test('[C513, C522] the counted, paused and extended days are the whole of the days up to the due day', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 10 }),
        someStops,
        (start, days, extendedDays, stops) => {
          const state = { ...stateOf(start, stops), extendedDays }
          const reading = promiseOf(state, itemOf({ value: days, unit: 'workday' }), hall(`${start} 12:00`))
          const upTo = reading.segments.filter(({ to }) => to <= reading.dueOn)
          const sum = upTo.reduce((total, { counted }) => total + counted, 0)
          const extended = upTo
            .filter(({ reason }) => reason === 'extended')
            .reduce((total, { counted }) => total + counted, 0)
          expect(sum).toBe(days + extendedDays)
          expect(extended).toBeLessThanOrEqual(extendedDays)
        },
      ),
    )
  })
})

describe('whatever a notice brings', () => {
  const someOff = fc.array(fc.nat(60), { maxLength: 5 })

  test('[C603] the preview says what the new calendar does, and the day that was told stays', () => {
    fc.assert(
      fc.property(
        fc.nat(120),
        someLimit,
        someStops,
        someOff,
        fc.nat(40),
        (place, limit, stops, offs, later) => {
          const start = addDays('2026-03-02' as PlainDate, place)
          const known = CALENDAR.versions.find(({ year }) => year === 2026)
          if (known === undefined) throw new Error('no calendar of 2026')
          const off = [
            ...known.off,
            ...offs.map((days) => ({ date: addDays(start, days), name: '放假', kind: 'arranged' as const })),
          ]
          const wanted = {
            ...CONTEXT,
            calendar: workingCalendar(
              [...CALENDAR.versions, { ...known, version: 2, off }],
              CALENDAR.officeHours,
            ),
          }
          const told = [{ eventId: 'e2', dueOn: addDays(start, 30) }]
          const state = { ...stateOf(start, stops), told }
          const at = hall(`${addDays(start, later)} 12:00`)
          const move = caseMove({ state, item: itemOf(limit) }, { now: CONTEXT, wanted }, at)
          const before = promiseOf(state, itemOf(limit), at)
          const after = promiseOf(state, itemOf(limit), at, wanted)
          const shown = move?.moves.find(({ kind }) => kind === 'committed')
          expect(shown?.to ?? before.dueOn).toBe(after.dueOn)
          expect(move?.toldOn ?? told[0]?.dueOn).toBe(told[0]?.dueOn)
          expect(state.told).toEqual(told)
        },
      ),
    )
  })

  test('[C605] moves nothing of a clock that has stopped, at whatever time one looks', () => {
    fc.assert(
      fc.property(someDay, someLimit, fc.nat(60), fc.nat(60), (start, limit, decided, later) => {
        const decidedAt = hall(`${addDays(start, decided)} 12:00`)
        const state: CaseState = { ...stateOf(start, []), status: 'decided', decidedAt }
        const bare = workingCalendar([], CALENDAR.officeHours)
        const now = { ...CONTEXT, calendar: bare, inForceAt: () => CONTEXT }
        const at = hall(`${addDays(civilDate(decidedAt), later)} 12:00`)
        const under = (context: typeof CONTEXT) => caseClocks(state, itemOf(limit), context, at)
        expect(under(now).committed).toEqual(under(CONTEXT).committed)
        expect(dueMoves(under(CONTEXT), under(now)).some(({ kind }) => kind === 'committed')).toBe(false)
      }),
    )
  })
})

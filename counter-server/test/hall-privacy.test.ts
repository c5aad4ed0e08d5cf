import { HallChange, HallState } from '@counter/shared/contract/hall'
import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { TICKET_CLASSES, TICKET_STATUSES } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ticket } from '../src/domain/queue/ticket.ts'
import type { AnnouncementRow } from '../src/store/announcements.ts'
import type { NamedWindow } from '../src/store/hall.ts'
import type { HallView } from '../src/usecases/hall/read-hall.ts'
import { toAnnouncement, toHallFigures, toHallState, toHallWindow } from '../src/views/hall-views.ts'
import { aTicket, at, aWindow, TODAY } from './queue-fixtures.ts'

/** What must never stand on a public screen: matters, names and the clerks' words. */
const SECRET = [
  'relief',
  'social',
  'subsidy',
  'family',
  'forest',
  'farm',
  'mediation',
  '示例甲',
  '低保',
  '1号窗口值班员',
  '家里有事',
  'staff-1',
  'device-1',
  'ticket-',
]

const ticket: fc.Arbitrary<Ticket> = fc
  .record({
    serial: fc.integer({ min: 1, max: 1200 }),
    cls: fc.constantFrom(...TICKET_CLASSES),
    status: fc.constantFrom(...TICKET_STATUSES),
    topic: fc.constantFrom('relief', 'family', 'mediation'),
    prefix: fc.constantFrom('综', '优先'),
    callNo: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ topic, prefix, serial, ...rest }) =>
    aTicket({
      ...rest,
      serial,
      prefix,
      number: `${prefix} ${String(serial).padStart(3, '0')}`,
      topic: topic as Ticket['topic'],
      caseId: '示例甲的低保' as never,
      calledAt: at('09:30'),
    }),
  )
const window: fc.Arbitrary<NamedWindow> = fc
  .record({
    number: fc.integer({ min: 1, max: 9 }),
    occupant: fc.option(ticket),
    state: fc.constantFrom('open' as const, 'paused' as const, 'closed' as const),
  })
  .map(({ number, occupant, state }) => ({
    ...aWindow(number, { occupant, state }),
    name: '1号窗口值班员',
    dutyId: 'duty-staff-1',
    clerkName: '1号窗口值班员',
    takenOver: '家里有事',
    duty: {
      staff: 'staff-1' as StaffId,
      device: 'device-1' as DeviceId,
      openedAt: at('08:30'),
      pausedAt: at('09:00'),
      reason: '家里有事',
      until: at('10:00'),
    },
  }))
const announcement: fc.Arbitrary<AnnouncementRow> = fc
  .record({ seq: fc.integer({ min: 1, max: 99 }), of: ticket })
  .map(({ seq, of }) => ({
    seq,
    businessDate: TODAY,
    kind: 'call' as const,
    ticket: of.id,
    number: of.number,
    tag: null,
    window: 1,
    callNo: 1,
    at: at('09:30'),
    clips: ['chime', 'n-1'],
    shownAt: at('09:31') as Instant,
    spokenAt: null,
    path: null,
    withdrawnAt: null,
    expiredAt: null,
    cancelledAt: null,
  }))
const view: fc.Arbitrary<HallView> = fc
  .record({
    windows: fc.array(window, { maxLength: 4 }),
    announcements: fc.array(announcement, { maxLength: 4 }),
    next: fc.array(ticket, { maxLength: 8 }),
    missed: fc.array(ticket, { maxLength: 6 }),
  })
  .map(({ windows, announcements, next, missed }) => ({
    businessDate: TODAY,
    windows,
    announcements,
    counts: {
      waiting: next.length,
      openWindows: 1,
      shown: null,
      next,
      missed,
      lastCalls: announcements,
      isOpen: true,
      late: { topics: [], isStopped: true },
    },
    speakingWall: '019eb2a0-0000-7000-8000-00000000beef' as DeviceId,
    notices: ['周五下午停电'],
  }))

describe('what a wall is told', () => {
  test('[U23, I35] holds numbers, tags, windows and times, whatever the tickets and clerks are', () => {
    fc.assert(
      fc.property(view, (hall) => {
        const state = HallState.parse(toHallState(hall))
        const text = JSON.stringify(state)
        expect(SECRET.filter((word) => text.includes(word))).toEqual([])
      }),
      { seed: 20260612, numRuns: 200 },
    )
  })

  test('[U23] the changes pass the same strict schema', () => {
    fc.assert(
      fc.property(view, (hall) => {
        const changes: HallChange[] = [
          ...hall.windows.map((each): HallChange => ({ kind: 'window_changed', window: toHallWindow(each) })),
          ...hall.announcements.map(
            (row): HallChange => ({ kind: 'call_announced', announcement: toAnnouncement(row) }),
          ),
          { kind: 'figures_changed', figures: toHallFigures(hall.counts) },
        ]
        for (const change of changes) expect(HallChange.safeParse(change).success).toBe(true)
        expect(SECRET.filter((word) => JSON.stringify(changes).includes(word))).toEqual([])
      }),
      { seed: 20260612, numRuns: 100 },
    )
  })

  test('[U23] a field more, anywhere, is refused by the schema: it cannot carry a name or a matter', () => {
    const number = { number: '综 001', tag: null }
    const state = {
      businessDate: TODAY,
      windows: [
        {
          window: 1,
          state: 'open',
          until: null,
          current: { ...number, callNo: 1, calledAt: at('09:30'), isServing: false },
        },
      ],
      announcements: [
        {
          seq: 1,
          kind: 'call',
          ...number,
          window: 1,
          callNo: 1,
          at: at('09:30'),
          clips: [],
          isSpoken: false,
        },
      ],
      figures: {
        waiting: 1,
        openWindows: 1,
        low: null,
        high: null,
        next: [number],
        missed: [number],
        lastCalls: [{ ...number, window: 1 }],
        intake: 'open',
        late: { topics: [], isStopped: true },
      },
      speakingWall: null,
      notices: ['周五下午停电'],
    }
    expect(HallState.safeParse(state).success).toBe(true)
    const places = objectsIn(state)
    expect(places).toHaveLength(9)
    for (const place of places) {
      for (const field of ['topic', 'name', 'clerk']) {
        Object.assign(place, { [field]: 'relief' })
        expect(HallState.safeParse(state).success).toBe(false)
        delete place[field]
      }
    }
    expect(HallState.safeParse(state).success).toBe(true)
  })

  test.each(['示例甲', '低保 王某', '综', '001', '综001', '综 001 低', ''])(
    '[U23] %j is no number of the hall',
    (number) => {
      const state = {
        businessDate: TODAY,
        windows: [],
        announcements: [],
        figures: {
          waiting: 1,
          openWindows: 1,
          low: null,
          high: null,
          next: [{ number, tag: null }],
          missed: [],
          intake: 'open',
          late: { topics: [], isStopped: true },
        },
      }
      expect(HallState.safeParse(state).success).toBe(false)
    },
  )
})

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (value === null || typeof value !== 'object') return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}

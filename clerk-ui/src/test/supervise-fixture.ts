import type { SuperviseState } from '@counter/shared/contract/supervise'
import { screen, within } from '@testing-library/react'
import { aRow } from './case-fixture.ts'
import type { FakeLine } from './line-fixture.ts'

const counts = { green: 41, yellow: 5, red: 2, paused: 6, none: 1, done: 0 }
const zero = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }

/** The board of one morning, changed as a test needs it. */
export function today(changes: Partial<Record<keyof SuperviseState, unknown>> = {}) {
  return {
    at: '2026-06-12T02:32:00.000Z',
    waiting: 12,
    alarm: { waiting: 16, p80: 34, advice: { window: 4, fromP90: 38, toP90: 19 } },
    longestWaitMinutes: 34,
    meanWaitMinutes: 16,
    windows: [
      {
        window: 1,
        name: '1号窗口',
        state: 'open',
        reason: null,
        pausedAt: null,
        until: null,
        duty: null,
        current: '综 012',
        servedToday: 9,
      },
      {
        window: 2,
        name: '2号窗口',
        state: 'paused',
        reason: '午饭',
        pausedAt: null,
        until: null,
        duty: null,
        current: null,
        servedToday: 4,
      },
    ],
    issuedToday: 60,
    enteredLaterToday: 0,
    acceptedToday: 57,
    decidedToday: 49,
    dueToday: 3,
    counts,
    byUnit: [
      { unit: 'MZ', name: '民政办', counts, dueToday: 3, decidedThisMonth: 50, onTimeThisMonth: 48 },
      { unit: 'LY', name: '林业站', counts: zero, dueToday: 0, decidedThisMonth: 2, onTimeThisMonth: 2 },
    ],
    byVillage: [
      {
        village: '05',
        name: '石桥村',
        counts: zero,
        receivedToday: 1,
        lastContactAt: null,
        said: { unsent: null, attention: null, numbersFree: null },
        alarms: [],
      },
    ],
    lateMarks: null,
    revealLimits: [],
    orders: { waiting: 1, late: 0, replied: 0 },
    approvals: 0,
    leftOver: [],
    notTaken: [],
    urgent: [aRow({ light: 'red', dueAt: '2020-01-02T09:30:00.000Z' })],
    attention: [],
    devices: [
      {
        deviceId: 'd',
        name: '取号机 1',
        kind: 'kiosk',
        problem: 'paper',
        since: '2026-06-12T02:00:00.000Z',
        speaks: false,
        fault: null,
      },
    ],
    ...changes,
  }
}

// The load of the hall is read by itself; it is no act of anybody.
export const commandsOf = (line: FakeLine) => line.sent.filter(({ body }) => 'commandId' in body)

/** One card of the board, by its key. */
export const card = (key: string) => within(screen.getByTestId(`l1.card.${key}`))

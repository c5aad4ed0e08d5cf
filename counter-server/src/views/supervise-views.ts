import type { SuperviseState } from '@counter/shared/contract/supervise'
import type { Instant } from '@counter/shared/vocabulary/time'
import { alarmsFor } from '../domain/village/point-alarms.ts'
import type { CaseLine } from '../usecases/cases/case-lines.ts'
import type { SuperviseFacts } from '../usecases/cases/read-supervise.ts'
import { toCaseRow, toLightCounts } from './case-row-views.ts'
import { toDeskWindow } from './desk-views.ts'
import { toDeviceNews } from './device-views.ts'
import { toLeaseAttention } from './lease-views.ts'
import { type PointReader, toAlarm, toSaid } from './point-views.ts'

/** L-1; a leader gets the same without anybody's name among the urgent cases. */
export function toSuperviseState(facts: SuperviseFacts, reader: 'supervisor' | 'leader'): SuperviseState {
  const row = (line: CaseLine) => {
    const whole = toCaseRow(line)
    return reader === 'leader' ? { ...whole, applicant: '', handler: null } : whole
  }
  return {
    at: facts.at,
    alarm: facts.alarm,
    waiting: facts.waiting,
    longestWaitMinutes: facts.longestWaitMinutes,
    meanWaitMinutes: facts.meanWaitMinutes,
    windows: facts.windows.map(({ window, current, servedToday }) => ({
      ...toDeskWindow(window),
      current,
      servedToday,
    })),
    issuedToday: facts.issuedToday,
    enteredLaterToday: facts.enteredLaterToday,
    acceptedToday: facts.acceptedToday,
    decidedToday: facts.decidedToday,
    dueToday: facts.dueToday,
    counts: toLightCounts(facts),
    byUnit: facts.byUnit.map(toUnit),
    byVillage: facts.byVillage.map((village) => toVillage(village, reader)),
    lateMarks: facts.lateMarks,
    revealLimits: reader === 'leader' ? [] : facts.revealLimits.map(({ name, at }) => ({ name, at })),
    orders: { waiting: facts.orders.waiting, late: facts.orders.late, replied: facts.orders.replied },
    approvals: facts.approvals,
    leftOver: facts.leftOver.map(row),
    notTaken: facts.notTaken.map(row),
    urgent: facts.urgent.map(row),
    devices: facts.devices.map(toDeviceNews),
    attention: facts.attention.map(toLeaseAttention),
  }
}

function toUnit(row: SuperviseFacts['byUnit'][number]): SuperviseState['byUnit'][number] {
  const { unit, name, dueToday, decidedThisMonth, onTimeThisMonth } = row
  return { unit, name, counts: toLightCounts(row), dueToday, decidedThisMonth, onTimeThisMonth }
}

function toVillage(
  row: SuperviseFacts['byVillage'][number],
  reader: PointReader,
): SuperviseState['byVillage'][number] {
  const { village, name, receivedToday, lastContactAt, said, alarms } = row
  return {
    village,
    name,
    counts: toLightCounts(row),
    receivedToday,
    lastContactAt: lastContactAt as Instant | null,
    said: toSaid(said),
    alarms: alarmsFor(reader, alarms).map(toAlarm),
  }
}

import type {
  NumberGaps,
  PointDevice,
  PointFindings,
  PointLine,
  PointList,
  PointNews,
  PointNumbers,
} from '@counter/shared/contract/points'
import type { VillagePointList } from '@counter/shared/contract/public/points'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { isAway } from '../domain/village/on-duty.ts'
import { alarmsFor } from '../domain/village/point-alarms.ts'
import type { PointStandingFacts } from '../usecases/village/point-standings.ts'
import type {
  PointDeviceFacts,
  PointFacts,
  readNumberGaps,
  readPointFindings,
  readPoints,
} from '../usecases/village/read-points.ts'
import type { PublicPoint } from '../usecases/village/read-public-points.ts'

/** Who reads of the points: a leader hears less (V23). */
export type PointReader = Parameters<typeof alarmsFor>[0]

/** Only points with something wrong (V89). */
export function toPointNews(standings: readonly PointStandingFacts[], reader: PointReader): PointNews {
  return {
    points: standings
      .map(({ village, alarms }) => ({ village, alarms: alarmsFor(reader, alarms) }))
      .filter(({ alarms }) => alarms.length > 0)
      .map(({ village, alarms }) => ({
        village: village.code,
        name: village.name,
        alarms: alarms.map(toAlarm),
      })),
  }
}

export function toPointList(
  { at, today, points }: ReturnType<typeof readPoints>,
  reader: PointReader,
): PointList {
  return {
    at,
    points: points.map((point) => ({
      ...toPointLine(point, today),
      alarms: alarmsFor(reader, point.alarms).map(toAlarm),
    })),
  }
}

export function toNumberGaps({ numbers, gaps }: ReturnType<typeof readNumberGaps>): NumberGaps {
  return {
    numbers: toPointNumbers(numbers),
    gaps: gaps.map(({ number, state, since, reason }) => ({ number, state, since, reason })),
  }
}

export function toSaid({ unsent, attention, numbersFree }: PointStandingFacts['said']) {
  return { unsent, attention, numbersFree }
}

export function toAlarm({ kind, level, n }: PointStandingFacts['alarms'][number]) {
  return { kind, level, n }
}

function toPointLine(
  { village, agents, onDuty, devices, said, numbers, timers, month }: PointFacts,
  today: PlainDate,
): Omit<PointLine, 'alarms'> {
  return {
    village: village.code,
    name: village.name,
    place: village.point,
    phone: village.phone,
    hours: village.hours,
    onDuty: onDuty === null ? null : { name: onDuty.agent.name, post: onDuty.post },
    lead: village.lead,
    deputy: village.deputy,
    agents: agents.map((agent) => toPerson(agent, today)),
    lastContactAt: village.lastContactAt,
    said: toSaid(said),
    devices: devices.map(toPointDevice),
    numbers: toPointNumbers(numbers),
    timers: timers.map(({ kind, yellow, red }) => ({ kind, yellow, red })),
    month: {
      received: month.received,
      handUp: { n: month.inTime, of: month.received },
      decided: { n: month.decided.onTime, of: month.decided.decided },
      relatives: month.relatives,
      callBacks: { n: month.callBacks.n, of: month.callBacks.of },
    },
  }
}

function toPerson(agent: PointFacts['agents'][number], today: PlainDate) {
  const { id, name, phone, photo, hasIdNo } = agent
  return { staffId: id, name, isAway: isAway(agent, today), phone, photo, hasIdNo }
}

const MINUTE_MS = 60_000

function toPointDevice({ report, used, leased, missing }: PointDeviceFacts): PointDevice {
  const { device, agentName, heardAt, unsent, oldestAt, filesUnsent, attention, persisted } = report
  return {
    device,
    agent: agentName,
    heardAt,
    unsent,
    oldestAt,
    filesUnsent,
    attention,
    persisted,
    numbersFree: report.numbersFree,
    numbersUsed: used,
    // A phone may have been lent more since it counted.
    numbersUnseen: report.numbersFree === null ? null : Math.max(0, leased - report.numbersFree),
    missing,
    clockAheadMinutes: Math.round(report.clockAheadMs / MINUTE_MS),
    appVersion: report.appVersion,
  }
}

function toPointNumbers({ year, last, states, direct }: PointFacts['numbers']): PointNumbers {
  const of = (state: Parameters<typeof states.get>[0]) => states.get(state) ?? 0
  const lent = [...states.values()].reduce((sum, n) => sum + n, 0)
  return {
    year,
    last,
    leased: of('leased'),
    used: of('used'),
    void: of('void'),
    returned: of('returned'),
    lost: of('lost'),
    direct,
    unknown: last - lent - direct,
  }
}

/** The points as everybody reads them (V1). */
export function toVillagePoints(points: readonly PublicPoint[]): VillagePointList {
  return {
    points: points.map(({ village, agents }) => ({
      village: village.code,
      name: village.name,
      place: village.point,
      phone: village.phone,
      hours: village.hours,
      agents: agents.map(({ post, name, phone, photo, isAway: away }) => ({
        post,
        name,
        phone,
        photo,
        isAway: away,
      })),
    })),
  }
}

/** Masked, as in every list (V88). */
export function toPointFindings(found: ReturnType<typeof readPointFindings>): PointFindings {
  return {
    items: found.map(({ kind, case: id, number, itemName, applicant, timer, since }) => ({
      kind,
      case: id,
      number,
      itemName,
      applicant,
      timer,
      since,
    })),
  }
}

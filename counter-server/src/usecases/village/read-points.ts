import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { dueAfter } from '../../domain/case/due.ts'
import { countMissing } from '../../domain/village/count-holes.ts'
import type { PointAgent } from '../../domain/village/on-duty.ts'
import { isHandedUpLate } from '../../domain/village/village-timer.ts'
import { type AgentCard, findAgentCard } from '../../store/agent-cards.ts'
import { countCallBacks } from '../../store/call-backs.ts'
import {
  countDecidedOfPoints,
  countNumbers,
  countNumbersOfDevice,
  type DecidedShare,
  findHandedUp,
  findNumberGaps,
  type HandedUp,
  type NumberCounts,
  type NumberGap,
} from '../../store/point-figures.ts'
import { findFlagged, findLateTimers, type PointFinding } from '../../store/point-findings.ts'
import type { Tx } from '../../store/tx.ts'
import { findCounted } from '../../store/village-counts.ts'
import type { ReportFacts } from '../../store/village-points.ts'
import { clockContext } from '../cases/case-rules.ts'
import { type PointStandingFacts, readPointStandings } from './point-standings.ts'

/** A device with the numbers lent to it (V88). */
export interface PointDeviceFacts {
  readonly report: ReportFacts
  readonly used: number
  readonly leased: number
  /** Of the commands that it counted, those that never came (V53). */
  readonly missing: number
}

export interface MonthFacts {
  readonly received: number
  readonly inTime: number
  readonly relatives: number
  readonly decided: DecidedShare
  /** Of what was listed this month for the centre to call back: done, and all (V20). */
  readonly callBacks: { readonly n: number; readonly of: number }
}

export interface PointFacts extends Omit<PointStandingFacts, 'devices' | 'agents'> {
  readonly agents: readonly (PointAgent & AgentCard)[]
  readonly devices: readonly PointDeviceFacts[]
  readonly numbers: NumberCounts & { readonly year: number }
  readonly month: MonthFacts
}

/** 代办点: every point with its devices, numbers and the figures of the month (V88, V89). */
export function readPoints(tx: Tx): {
  readonly at: Instant
  readonly today: PlainDate
  readonly points: readonly PointFacts[]
} {
  const today = civilDate(tx.at)
  const year = Number(today.slice(0, 4))
  const month = monthReader(tx, today)
  const points = readPointStandings(tx).map(({ devices, agents, ...standing }) => {
    const { code } = standing.village
    return {
      ...standing,
      agents: agents.map((agent) => ({ ...agent, ...findAgentCard(tx, agent.id) })),
      devices: devices.map((report) => deviceFacts(tx, report)),
      numbers: { ...countNumbers(tx, { village: code, year }), year },
      month: month(code),
    }
  })
  return { at: tx.at, today, points }
}

/** The numbers of a point and year with each that stands on no case (V62). */
export function readNumberGaps(
  tx: Tx,
  village: VillageCode,
): { readonly numbers: PointFacts['numbers']; readonly gaps: readonly NumberGap[] } {
  const year = Number(civilDate(tx.at).slice(0, 4))
  const series = { village, year }
  return { numbers: { ...countNumbers(tx, series), year }, gaps: findNumberGaps(tx, series) }
}

function deviceFacts(tx: Tx, report: ReportFacts): PointDeviceFacts {
  const numbers = countNumbersOfDevice(tx, report.device)
  const missing = countMissing(findCounted(tx, report))
  return { report, used: numbers.get('used') ?? 0, leased: numbers.get('leased') ?? 0, missing }
}

// Read once for all points: one pass over the month's cases, not eleven.
function monthReader(tx: Tx, today: PlainDate): (village: VillageCode) => MonthFacts {
  const since = instantAt(`${today.slice(0, 8)}01` as PlainDate, '00:00' as PlainTime)
  const context = clockContext(tx)
  const handedUp = findHandedUp(tx, since)
  const decided = countDecidedOfPoints(tx, since)
  const callBacks = countCallBacks(tx, since)
  const isInTime = ({ registeredAt, receivedAt }: HandedUp) =>
    !isHandedUpLate({ dueOn: dueAfter(context, registeredAt, context.settings.villageHandUp).on }, receivedAt)
  return (village) => {
    const own = handedUp.filter((each) => each.village === village)
    return {
      received: own.length,
      inTime: own.filter(isInTime).length,
      relatives: own.filter(({ isRelative }) => isRelative).length,
      decided: decided.get(village) ?? { decided: 0, onTime: 0 },
      callBacks: callBacks.get(village) ?? { n: 0, of: 0 },
    }
  }
}

const MOST_FINDINGS = 50

/** What of a point's cases wants somebody's eye: late ones first (V88). */
export function readPointFindings(tx: Tx, village: VillageCode): readonly PointFinding[] {
  const flagged = (kind: 'files' | 'duplicate') => findFlagged(tx, village, { kind, limit: MOST_FINDINGS })
  return [...findLateTimers(tx, village, MOST_FINDINGS), ...flagged('files'), ...flagged('duplicate')]
}

import type { ClockConfidence } from '@counter/shared/vocabulary/agency'
import { civilDate, earlierOf, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { VillageHeader } from './village-command.ts'

/** What a phone says of the moment of capture, and what it knew of the centre's time then (V29, V77). */
export type TimeClaim = Pick<VillageHeader, 'capturedAt' | 'monoMs' | 'lastServer'>

/** The moment of capture as the phone claimed it and as the centre reads it, kept together (V77). */
export interface CaptureTime {
  readonly at: Instant
  readonly claimedAt: Instant
  /** How far the centre's clock was ahead of the phone's, in ms. */
  readonly offsetMs: number
  readonly confidence: ClockConfidence
  /** The centre's time as the phone last heard it before: the capture was not earlier. Null of a phone that does not tell. */
  readonly earliest: Instant | null
  /** The claim follows what the phone had heard of the centre's time, so its clock was not set back in between (V77). */
  readonly isHeard: boolean
}

const SECOND_MS = 1000
const HOUR_MS = 3_600_000
const AGREES_MS = 5 * SECOND_MS
const GOOD_FOR_MS = 24 * HOUR_MS
const FAIR_FOR_MS = 7 * 24 * HOUR_MS

/**
 * The claim and the offset as last heard, within what cannot be otherwise: not before the centre's time that the phone had
 * heard, not after the recording (V77). A claim from before that hearing shows a clock that was set back meanwhile: then the
 * phone's clock at sending counts. A claim is never refused (V76).
 */
export function captureTime(claim: TimeClaim, deviceNow: Instant, recordedAt: Instant): CaptureTime {
  const { capturedAt: claimedAt, lastServer = null } = claim
  const isHeard = lastServer !== null && lastServer.wall <= claimedAt
  const offsetMs = isHeard ? toMs(lastServer.at) - toMs(lastServer.wall) : toMs(recordedAt) - toMs(deviceNow)
  const earliest = lastServer === null ? null : earlier(lastServer.at, recordedAt)
  const corrected = instantOf(toMs(claimedAt) + offsetMs)
  const at = earlier(earliest === null || corrected > earliest ? corrected : earliest, recordedAt)
  return { at, claimedAt, offsetMs, confidence: confidenceOf(claim), earliest, isHeard }
}

function confidenceOf({ capturedAt, monoMs, lastServer = null }: TimeClaim): ClockConfidence {
  if (lastServer === null) return 'poor'
  const age = toMs(capturedAt) - toMs(lastServer.wall)
  if (age < 0 || age > FAIR_FOR_MS) return 'poor'
  const { mono } = lastServer
  // Both are of one page only when the sample has the page's own clock beside it.
  const isSteady = mono !== undefined && monoMs !== undefined && Math.abs(monoMs - mono - age) <= AGREES_MS
  return isSteady && age <= GOOD_FOR_MS ? 'good' : 'fair'
}

/** 时间待核: the phone's clock was off by more than so many minutes ⚙, or the claim had to be moved so far (V78). */
export function isTimeUnsure({ at, claimedAt, offsetMs }: CaptureTime, minutes: number): boolean {
  const most = minutes * 60 * SECOND_MS
  const movedMs = toMs(at) - toMs(claimedAt) - offsetMs
  return Math.abs(offsetMs) > most || Math.abs(movedMs) > most
}

/** The day of capture, never after today (V76). */
export function captureDay(capturedAt: Instant, today: PlainDate): PlainDate {
  return earlierOf(civilDate(capturedAt), today)
}

/**
 * The instant by which it is judged whether something had been taken back by then: that of the capture where the phone's claim
 * can be believed, else that of the recording, so that no clock that was set back reopens what is over (V76, V86).
 */
export function believedAt({ at, isHeard }: CaptureTime, recordedAt: Instant): Instant {
  return isHeard ? at : recordedAt
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}

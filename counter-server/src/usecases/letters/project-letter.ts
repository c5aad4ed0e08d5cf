import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { LETTER_ENDS, type LetterClock } from '@counter/shared/vocabulary/letter'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type ClockContext, rulesFor } from '../../domain/case/due.ts'
import { isLetterOnTime, letterClocks, shownLetterClock } from '../../domain/letter/letter-clocks.ts'
import { nextLetterMarkAt } from '../../domain/letter/letter-orders.ts'
import type { LetterState } from '../../domain/letter/letter-state.ts'
import type { LetterProjection } from '../../store/letters.ts'
import { madeWith } from '../cases/clock-rules.ts'

const LATEST_MS = 9_999_999_999_999

/** The row that a letter's events make; the stored row is this and nothing else (C301, C1302). */
export function projectLetterRow(context: ClockContext, state: LetterState, now: Instant): LetterProjection {
  const { receivedAt } = state
  if (receivedAt === null) throw new Error('a letter begins with its registration')
  const clocks = letterClocks(state, context, now)
  const kind = shownLetterClock(state)
  const reading = kind === null ? null : clocks[kind]
  const isAnswered = isLetterAnswered(state)
  return {
    channel: state.channel,
    topic: state.topic,
    status: state.status,
    flags: state.flags,
    unit: state.unit,
    handler: state.person,
    externalNumber: state.external?.number ?? null,
    original: state.original,
    receivedAt,
    repliedAt: state.repliedAt,
    endedAt: state.endedAt,
    way: state.way,
    satisfied: state.satisfied,
    ...shownColumns(reading),
    isOnTime: isLetterOnTime(context, state, clocks),
    ...publicColumns(state),
    writerEvent: state.writer?.event ?? null,
    writerPerson: state.writer?.person ?? null,
    hasOrder: state.flags.includes('supervised'),
    nextMarkAt: isAnswered ? null : nextLetterMarkAt(context, state, clocks),
    listKey: isAnswered
      ? `2${String(LATEST_MS - toMs(state.repliedAt ?? state.endedAt ?? receivedAt)).padStart(13, '0')}`
      : `1${reading?.dueAt ?? receivedAt}`,
    madeWith: madeWith(rulesFor(context, state.repliedAt ?? state.endedAt)),
    rev: state.rev,
  }
}

const NO_CLOCK = {
  clockKind: null,
  clockState: null,
  dueOn: null,
  dueAt: null,
  yellowAt: null,
  isProvisional: false,
} as const

function shownColumns(reading: ClockReading<LetterClock> | null) {
  if (reading === null) return NO_CLOCK
  const { kind, state, dueOn, dueAt, yellowAt, provisional } = reading
  const clockKind = kind === 'notice' ? ('notice' as const) : ('committed' as const)
  return { clockKind, clockState: state, dueOn, dueAt, yellowAt, isProvisional: provisional }
}

/** True when nobody has to answer it any more, though it may still be closed. */
export function isLetterAnswered({ status, repliedAt }: LetterState): boolean {
  return repliedAt !== null || LETTER_ENDS.some((end) => end === status)
}

// Only what is public has its words named in the row: a draft is found by nobody (C1303).
function publicColumns({
  publication,
}: LetterState): Pick<LetterProjection, 'publishedAt' | 'publishedText'> {
  if (publication === null || publication.publishedAt === null)
    return { publishedAt: null, publishedText: null }
  return { publishedAt: publication.publishedAt, publishedText: publication.text }
}

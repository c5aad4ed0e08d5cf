import type { Answer } from '@counter/shared/client/commands'
import type { TopicNews } from '@counter/shared/client/topic-places'
import { TrackChange, TrackState } from '@counter/shared/contract/public/track'
import type { Instant } from '@counter/shared/vocabulary/time'

/** What a phone page knows: the last state and when it was heard, or why there is none. */
export interface Tracked {
  readonly is: 'looking' | 'shown' | 'missing' | 'failed'
  readonly state: TrackState | null
  readonly heardAt: Instant | null
  /** Why the last question was refused; `code.not_found` for a wrong secret. */
  readonly refused: string | null
}

export const nothingTracked: Tracked = { is: 'looking', state: null, heardAt: null, refused: null }

/** The page after news of the live line; each change brings the whole page anew. */
export function trackedAfterNews(tracked: Tracked, news: TopicNews, now: Instant): Tracked {
  const states =
    news.type === 'snapshot'
      ? [TrackState.parse(news.state)]
      : news.changes.map((change) => TrackChange.parse(change).state)
  const state = states[states.length - 1]
  return state === undefined ? tracked : shown(state, now)
}

/** The page after an answer. Silence leaves what is there; a refusal counts only where nothing is shown yet. */
export function trackedAfterAnswer(tracked: Tracked, answer: Answer<TrackState>, now: Instant): Tracked {
  if (answer.ok) return shown(answer.value, now)
  if (answer.code === 'offline')
    return tracked.state === null ? { ...tracked, is: 'failed', refused: null } : tracked
  return { ...tracked, is: 'missing', state: null, refused: answer.code }
}

const STILL_MS = 30_000
const SOON_MS = 10_000
const SOON_AHEAD = 2

/** How long to wait before asking again where the live line is blocked: a number that is nearly called is asked for more often. */
export function pollAfterMs(state: TrackState | null): number {
  const isNear = state?.what === 'ticket' && (state.status === 'called' || (state.ahead ?? 99) <= SOON_AHEAD)
  return isNear ? SOON_MS : STILL_MS
}

function shown(state: TrackState, now: Instant): Tracked {
  return { is: 'shown', state, heardAt: now, refused: null }
}

import type { HallState } from '@counter/shared/contract/hall'
import { civilDate, civilTime, instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import type { Sentence } from './sentence.ts'
import { closingWords, DOWN_WORDS, pausedWords } from './standing-words.ts'

/** What the wall says besides calls, under a name by which it is said once. */
export interface Word {
  readonly name: string
  readonly sentence: Sentence
}

/** The hall as the words depend on it. */
export interface WordFacts {
  readonly hall: HallState | null
  readonly staleSince: Instant | null
  readonly now: Instant
  /** The closing time of today, `17:30`; null in a hall that is always open. */
  readonly closing: string | null
}

const BEFORE_CLOSE_MS = 30 * 60_000

/** The words that became true since the wall last looked: a window paused (VO7), half an hour left (VO8), no server (VO9). */
export function wordsSince(before: WordFacts, facts: WordFacts): readonly Word[] {
  return [...pausedSince(before, facts), ...closingSince(before, facts), ...downSince(before, facts)]
}

function pausedSince({ hall: before }: WordFacts, { hall, staleSince }: WordFacts): readonly Word[] {
  if (before === null || hall === null || staleSince !== null) return []
  const wasOpen = new Set(before.windows.filter(({ state }) => state === 'open').map(({ window }) => window))
  return hall.windows
    .filter(({ window, state }) => state === 'paused' && wasOpen.has(window))
    .map(({ window }) => ({ name: `paused:${window}`, sentence: pausedWords(window) }))
}

// Only the wall that saw the moment pass says it: one that is switched on later would come too late.
function closingSince(before: WordFacts, { hall, now, closing }: WordFacts): readonly Word[] {
  if (closing === null || hall === null || hall.figures.intake === 'closed') return []
  const momentMs = toMs(instantAt(civilDate(now), closing as PlainTime)) - BEFORE_CLOSE_MS
  if (toMs(before.now) >= momentMs || toMs(now) < momentMs || civilTime(now) >= closing) return []
  return [{ name: `closing:${civilDate(now)}`, sentence: closingWords(closing) }]
}

function downSince(before: WordFacts, { staleSince }: WordFacts): readonly Word[] {
  return before.staleSince === null && staleSince !== null ? [{ name: 'down', sentence: DOWN_WORDS }] : []
}

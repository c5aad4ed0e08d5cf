import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useState } from 'react'
import { keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { type Followed, type TopicKind, useTopic } from '../../state/live.ts'
import { useOwnNews } from './own-news.ts'

/** What is known of a topic, and since when it is only a copy; null when it is the centre's present word. */
export interface KeptTopic<S> extends Followed<S> {
  readonly copiedAt: Instant | null
}

/** Follows a topic; without a network the phone's own copy stands in its place, with its time (V27, U10). */
export function useKeptTopic<S, C>(topic: string, kind: TopicKind<S, C>): KeptTopic<S> {
  const live = useTopic(topic, kind)
  const copy = useCopy(topic, kind)
  const { state } = live
  useEffect(() => {
    if (state !== null) void keepCopy(topic, state, Date.now())
  }, [topic, state])
  return state === null && copy !== null ? { ...live, ...copy } : { ...live, copiedAt: null }
}

function useCopy<S, C>(
  topic: string,
  kind: TopicKind<S, C>,
): Pick<KeptTopic<S>, 'state' | 'copiedAt'> | null {
  const [copy, setCopy] = useState<{ readonly state: S; readonly copiedAt: Instant } | null>(null)
  const told = useOwnNews((news) => news.told)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a contact told is the reason to read the copy again
  useEffect(() => {
    let isCurrent = true
    void readCopy(topic).then((kept) => {
      if (isCurrent) setCopy(kept && parsed(kind, kept.state, kept.keptAt))
    })
    return () => {
      isCurrent = false
    }
  }, [topic, kind, told])
  return copy
}

// A copy that an older page has kept may have another form: then there is none.
function parsed<S, C>(kind: TopicKind<S, C>, state: unknown, keptAt: number) {
  try {
    return { state: kind.state.parse(state), copiedAt: instantOf(keptAt) }
  } catch {
    return null
  }
}

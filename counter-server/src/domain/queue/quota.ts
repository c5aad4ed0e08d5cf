import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'

/** At most so many numbers of a topic: each day or on one, the whole day or in one band (Q40). */
export interface Quota {
  readonly topic: TopicKey
  readonly date: PlainDate | null
  readonly band: PlainTime | null
  readonly most: number
}

/** The bound that holds for a day or a band of it: one of that very day goes before one of each day (Q40). */
export function quotaFor(quotas: readonly Quota[], date: PlainDate, band: PlainTime | null): number | null {
  const fitting = quotas.filter((quota) => quota.band === band)
  const own = fitting.find((quota) => quota.date === date) ?? fitting.find((quota) => quota.date === null)
  return own?.most ?? null
}

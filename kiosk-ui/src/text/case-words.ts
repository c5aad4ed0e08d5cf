import type { TrackCase } from '@counter/shared/contract/public/track'
import type { Light } from '@counter/shared/vocabulary/case'
import { lightAt } from '@counter/shared/vocabulary/clock'
import type { Language } from '@counter/shared/vocabulary/date-words'
import { dueWords } from '@counter/shared/vocabulary/due-words'
import type { Instant } from '@counter/shared/vocabulary/time'

/** The light at this minute: it changes by itself at its instants, not only when the server speaks (U8). */
export function caseLight(found: TrackCase, now: Instant): Light {
  if (found.clockState === null || found.light === 'none' || found.light === 'done') return found.light
  const { clockState, dueAt, yellowAt } = found
  return lightAt(
    { state: clockState, dueAt: dueAt as Instant | null, yellowAt: yellowAt as Instant | null },
    now,
  )
}

/** 「临期 · 还剩 1 个工作日」, or 「等群众补正（还剩 9 天）」 where there is no light. */
export function caseLightWords(found: TrackCase, now: Instant, language: Language): string {
  const waits = found.status === 'supplement' ? 'supplement' : found.status === 'draft' ? 'draft' : null
  return dueWords(
    {
      light: caseLight(found, now),
      left: found.left,
      overdue: found.overdue,
      dueAt: found.dueAt as Instant | null,
      now,
      isProvisional: found.isProvisional,
      ...(waits === null ? {} : { waits }),
      ...(found.overdue > 0 ? { wasOverdue: true } : {}),
    },
    language,
  )
}

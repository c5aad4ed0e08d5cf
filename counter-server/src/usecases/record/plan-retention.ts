import { RETENTION_CLASSES } from '@counter/shared/vocabulary/retention'
import { type RetentionPlan, retentionCutoffs } from '../../domain/record/retention.ts'
import { countOlder } from '../../store/retention.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/** What is older than its time now, by class: the dry run (C1501). Nothing is changed by it. */
export function planRetention(tx: Tx): RetentionPlan {
  const setting = readSettings(tx)
  const cutoffs = retentionCutoffs(
    {
      draftDays: setting('retention.drafts'),
      ratingYears: setting('retention.ratings'),
      caseYears: setting('retention.cases'),
      petitionYears: setting('retention.petitions'),
    },
    tx.at,
  )
  const lines = RETENTION_CLASSES.map((kind) => {
    const before = cutoffs[kind]
    return [kind, { before, count: countOlder(tx, kind, before) }] as const
  })
  return Object.fromEntries(lines) as RetentionPlan
}

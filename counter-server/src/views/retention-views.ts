import type { RetentionView } from '@counter/shared/contract/retention'
import { RETENTION_CLASSES } from '@counter/shared/vocabulary/retention'
import type { RetentionPlan } from '../domain/record/retention.ts'
import type { RetentionPage } from '../usecases/record/run-retention.ts'

/** Counts by class; nobody's name but those of the two who settled it. */
export function toRetention({ plan, runs }: RetentionPage, nameOf: (actor: string) => string): RetentionView {
  return {
    lines: toLines(plan),
    runs: runs.map(({ id, state, plan: planned, enteredBy, enteredAt, settledBy, settledAt }) => ({
      id,
      state,
      lines: toLines(planned),
      enteredBy: nameOf(enteredBy),
      enteredAt,
      settledBy: settledBy === null ? null : nameOf(settledBy),
      settledAt,
    })),
  }
}

function toLines(plan: RetentionPlan): RetentionView['lines'] {
  return RETENTION_CLASSES.map((kind) => ({ kind, before: plan[kind].before, count: plan[kind].count }))
}

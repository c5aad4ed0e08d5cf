import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReportKind } from '../usecases/reports/report-kinds.ts'

/** One report that is wanted of the thread. */
export interface ReportOrder {
  readonly kind: ReportKind
  readonly wanted: unknown
  readonly at: Instant
}

/** What the thread says: that it can begin, a report, or why there is none. */
export type ThreadNews =
  | { readonly is: 'facts'; readonly facts: unknown }
  | { readonly is: 'fault'; readonly error: unknown }

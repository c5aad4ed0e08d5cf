import type { ReportSpan, ReportTableName } from '@counter/shared/vocabulary/report'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { appendAudit } from '../../store/audit.ts'
import type { Origin } from '../../store/origin.ts'
import type { Deps } from '../deps.ts'

export interface Export {
  readonly origin: Origin
  readonly span: ReportSpan
  readonly day: PlainDate
  readonly table: ReportTableName
  readonly format: 'csv' | 'xlsx'
}

/** Who took which figures out of the house, written before the file leaves (P36). */
export function noteExport(
  { store }: Pick<Deps, 'store'>,
  { origin, span, day, table, format }: Export,
): Promise<void> {
  return store.write((tx) =>
    appendAudit(tx, { origin, action: 'report.export', subject: `${table}:${span}:${day}`, result: format }),
  )
}

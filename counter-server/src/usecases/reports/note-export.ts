import type { ReportFormat, ReportTableName } from '@counter/shared/vocabulary/report'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import type { Origin } from '../../store/origin.ts'
import { findMeta, findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'

export interface Export {
  readonly origin: Origin
  readonly table: { readonly name: ReportTableName; readonly rows: readonly unknown[] }
  /** Of which time, in the words of the record: `day:2026-06-12`. */
  readonly of: string
  readonly format: ReportFormat
}

/**
 * Who took which figures out of the house, written before the file leaves (P36); gives the centre's name for its heading.
 * Refuses `export.too_large` (P43).
 */
export function noteExport(
  { store }: Pick<Deps, 'store'>,
  { origin, table, of, format }: Export,
): Promise<string> {
  return store.write((tx) => {
    const most = findSetting(tx, 'report.rows')
    if (table.rows.length > most) throw new Refusal('export.too_large', { n: most })
    appendAudit(tx, { origin, action: 'report.export', subject: `${table.name}:${of}`, result: format })
    return findMeta(tx, 'centre.name') ?? ''
  })
}

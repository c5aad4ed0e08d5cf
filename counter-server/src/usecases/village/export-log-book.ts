import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { findItemVersion } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { findSetting } from '../../store/settings.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { type LogBookLine, readLogBook } from '../cases/read-log-book.ts'
import type { Deps } from '../deps.ts'

/** A month of one point or of all, as a file. */
export interface LogBookExport {
  readonly origin: Origin
  readonly asker: Pick<CaseAsker, 'actor' | 'staff'>
  readonly village: VillageCode | null
  readonly month: string
  readonly format: 'csv' | 'xlsx'
  /** For the notice board: cases of confidential items are left out (V19). */
  readonly isPosted: boolean
}

/** The lines of a month; who took them out is written before they leave (P36, V19). Refuses `export.too_large`. */
export async function exportLogBook(deps: Deps, asked: LogBookExport): Promise<readonly LogBookLine[]> {
  const { origin, asker, village, month, format, isPosted } = asked
  const most = deps.store.read((tx) => findSetting(tx, 'report.rows'))
  const { lines, next } = readLogBook(deps, asker, { village, month, cursor: null, limit: most })
  if (next !== null) throw new Refusal('export.too_large', { n: most })
  await deps.store.write((tx) =>
    appendAudit(tx, {
      origin,
      action: isPosted ? 'log_book.post' : 'log_book.export',
      subject: `log_book:${village ?? 'all'}:${month}`,
      result: format,
    }),
  )
  return isPosted ? lines.filter((line) => isOpenToAll(deps, line)) : lines
}

// What is confidential stands on no notice board; what somebody only asked is nobody's business either (V19).
function isOpenToAll({ store }: Pick<Deps, 'store'>, { row: { case: taken } }: LogBookLine): boolean {
  if (taken === null) return false
  return store.read((tx) => findItemVersion(tx, taken.item, taken.itemVersion)?.confidentiality === 'normal')
}

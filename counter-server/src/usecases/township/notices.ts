import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { findNotice, findNotices, insertNotice, type NoticeRow, saveNotice } from '../../store/notices.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** One page of the wall's notices, as the administrator writes it. */
export interface NoticePage {
  readonly text: string
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
  readonly place: number
}

export function readNotices({ store }: Deps): NoticeRow[] {
  return store.read(findNotices)
}

/** A new page; the hall shows it from its first day on. */
export function publishNotice(
  deps: Deps,
  { origin, page }: { origin: Origin; page: NoticePage },
): Promise<NoticeRow> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'notice.publish', subject: 'notice', content: page }, () => {
      const row: NoticeRow = { id: deps.newId(), ...page, stoppedAt: null, version: 1 }
      insertNotice(tx, row)
      return told(tx, origin, 'notice.published', row)
    }),
  )
}

/** Other words, days or another place; the version before stays in the journal. Refuses `notice.not_found`, `.changed`, `.stopped`. */
export function changeNotice(
  deps: Deps,
  { origin, id, version, page }: { origin: Origin; id: string; version: number; page: NoticePage },
): Promise<NoticeRow> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'notice.change', subject: id, content: { id, version, ...page } }, () => {
      const row = { ...requireNotice(tx, id, version), ...page, version: version + 1 }
      saveNotice(tx, row)
      return told(tx, origin, 'notice.changed', row)
    }),
  )
}

/** Off the walls at once; it stays in the list (U40). */
export function stopNotice(
  deps: Deps,
  { origin, id, version }: { origin: Origin; id: string; version: number },
): Promise<NoticeRow> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'notice.stop', subject: id, content: { id, version } }, () => {
      const row = { ...requireNotice(tx, id, version), stoppedAt: tx.at, version: version + 1 }
      saveNotice(tx, row)
      return told(tx, origin, 'notice.stopped', row)
    }),
  )
}

function requireNotice(tx: Tx, id: string, version: number): NoticeRow {
  const found = findNotice(tx, id)
  if (found === undefined) throw new Refusal('notice.not_found')
  if (found.stoppedAt !== null) throw new Refusal('notice.stopped')
  if (found.version !== version) throw new Refusal('notice.changed')
  return found
}

// The whole page goes into the journal, so that each version can be read again (U40).
function told(tx: Tx, origin: Origin, type: string, row: NoticeRow): NoticeRow {
  const { id, version, ...data } = row
  tx.record({ type, subject: id, version, origin, data })
  tx.tell({ kind: 'notices_changed' })
  return row
}

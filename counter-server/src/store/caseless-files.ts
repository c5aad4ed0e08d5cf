import type { Instant } from '@counter/shared/vocabulary/time'
import type { FilePlace } from './files.ts'
import type { Tx } from './tx.ts'

const NEXT = `SELECT sha256, point, named_at < @before AND coalesce(stored_at, named_at) < @before
    AND NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.sha256 = file.sha256 AND case_file.point = file.point)
    AS isCaseless
  FROM file WHERE (sha256, point) > (@sha256, @point) ORDER BY sha256, point LIMIT @limit`

/** Of the next files after a place, those that no case has and that were named and sent before a moment (V72). */
export function findCaselessFiles(
  tx: Tx,
  asked: { readonly after: FilePlace | null; readonly before: Instant; readonly limit: number },
): { readonly caseless: readonly FilePlace[]; readonly last: FilePlace | null } {
  const { after, before, limit } = asked
  const { sha256 = '', point = '' } = after ?? {}
  const rows = tx.sql.prepare(NEXT).all({ before, sha256, point, limit }) as (FilePlace & {
    readonly isCaseless: number
  })[]
  const places = rows.map((row) => ({ sha256: row.sha256, point: row.point }))
  return {
    caseless: places.filter((_place, nth) => rows[nth]?.isCaseless === 1),
    last: rows.length < limit ? null : (places.at(-1) ?? null),
  }
}

const DROP = `DELETE FROM file WHERE sha256 = ? AND point = ?
  AND NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.sha256 = file.sha256 AND case_file.point = file.point)
  RETURNING stored_as`

/** Forgets a file unless a case has it; the names of the contents that it had, for the shelf to take away (V72, I41). */
export function dropCaselessFile(tx: Tx, { sha256, point }: FilePlace): string[] {
  const gone = tx.sql.prepare(DROP).pluck().get(sha256, point) as string | null | undefined
  return gone == null ? [] : [gone]
}

import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { addDayBytes, findDayBytes } from '../../store/file-days.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

const MIB = 1024 * 1024

/** Refuses `file.day_full` when so much more is beyond what one person may put on the disk in a day ⚙ (P42). */
export function requireDayRoom(tx: Tx, who: string, bytes: number): void {
  const most = findSetting(tx, 'files.perDay')
  if (findDayBytes(tx, who, civilDate(tx.at)) + bytes > most * MIB)
    throw new Refusal('file.day_full', { n: most })
}

/** Counts what is kept in the transaction that names it, so that a repeated press is not counted twice (P42). Refuses as above. */
export function takeDayRoom(tx: Tx, who: string, bytes: number): void {
  requireDayRoom(tx, who, bytes)
  addDayBytes(tx, who, civilDate(tx.at), bytes)
}

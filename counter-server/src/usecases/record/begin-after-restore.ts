import type { Instant } from '@counter/shared/vocabulary/time'
import { appendAudit } from '../../store/audit.ts'
import { skipNumbers } from '../../store/case-numbers.ts'
import { endAllSessions, forgetParts } from '../../store/restored.ts'
import { findMeta, findSetting, saveMeta } from '../../store/settings.ts'
import { findVillages } from '../../store/township.ts'
import { insertSkippedNumbers, loseReturnedNumbers } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'

/** The backup that a record was restored from. */
export interface RestoredFrom {
  readonly madeAt: Instant
  readonly journalSeq: number
}

const EPOCH = 'epoch'

/**
 * A restored record begins anew where others go on: another epoch, so that every screen and phone compares what it knows
 * (R17, V57); numbers ahead of all that may have been given out since (V66); nobody signed in. Journalled and audited; the
 * caller closes this store, because the epoch holds from its next opening.
 */
export function beginAfterRestore(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  backup: RestoredFrom,
): Promise<string> {
  const origin = { actor: 'system', role: 'system', device: null, commandId: null }
  return store.write((tx) => {
    const before = findMeta(tx, EPOCH) ?? ''
    const epoch = newId()
    saveMeta(tx, EPOCH, epoch)
    const skipped = findSetting(tx, 'numbers.afterRestore')
    const villages = findVillages(tx).map(({ code }) => code)
    const numbers = skipNumbers(tx, villages, skipped)
    for (const village of villages) insertSkippedNumbers(tx, village, numbers.get(village) ?? [])
    loseReturnedNumbers(tx)
    const sessions = endAllSessions(tx)
    forgetParts(tx)
    const data = { before, epoch, backupAt: backup.madeAt, backupSeq: backup.journalSeq, skipped, sessions }
    tx.record({ type: 'store.restored', subject: 'store', version: 1, origin, data })
    appendAudit(tx, { origin, action: 'store.restored', subject: epoch, result: 'done' })
    return epoch
  })
}

import type { Instant } from '@counter/shared/vocabulary/time'
import { seal, unseal } from './crypto.ts'
import type { Tx } from './tx.ts'

/** What a consultation says. */
export interface ConsultationWords {
  readonly question: string
  readonly answer: string
  readonly isReferred: boolean
}

/** One correction of a consultation: what it says from now on, by whom and why (V16). */
export interface ConsultationCorrection extends ConsultationWords {
  readonly at: Instant
  readonly by: string
  readonly reason: string
}

interface Row {
  readonly nth: number
  readonly at: Instant
  readonly by: string
  readonly wordsEnc: Buffer
  readonly isReferred: number
}

const MOST = 50

/** The corrections of a consultation, the newest of them, the first first; no words are left once their time is over (C1501). */
export function findConsultationCorrections(tx: Tx, id: string): ConsultationCorrection[] {
  const rows = tx.sql
    .prepare(
      `SELECT nth, at, by, words_enc AS wordsEnc, is_referred AS isReferred FROM consultation_correction
       WHERE consultation = ? ORDER BY nth DESC LIMIT ${MOST}`,
    )
    .all(id) as Row[]
  return rows.reverse().map(({ nth, at, by, wordsEnc, isReferred }) => ({
    at,
    by,
    isReferred: isReferred === 1,
    ...(wordsEnc.length === 0
      ? { question: '', answer: '', reason: '' }
      : (JSON.parse(unseal(tx.keys, placeOf(id, nth), wordsEnc).toString()) as Omit<
          ConsultationCorrection,
          'at' | 'by' | 'isReferred'
        >)),
  }))
}

/** The place of the next one; there may be more than are listed. */
export function nextConsultationCorrection(tx: Tx, id: string): number {
  return tx.sql
    .prepare('SELECT coalesce(max(nth), 0) + 1 FROM consultation_correction WHERE consultation = ?')
    .pluck()
    .get(id) as number
}

export function insertConsultationCorrection(
  tx: Tx,
  id: string,
  { nth, by, isReferred, ...words }: Omit<ConsultationCorrection, 'at'> & { readonly nth: number },
): void {
  tx.sql
    .prepare(
      `INSERT INTO consultation_correction (consultation, nth, at, by, words_enc, is_referred) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(id, nth, tx.at, by, seal(tx.keys, placeOf(id, nth), JSON.stringify(words)), isReferred ? 1 : 0)
}

function placeOf(id: string, nth: number): string {
  return `consultation_correction:${id}:${nth}`
}

import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import { caseNumber } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Tx } from './tx.ts'

/** What the numbers of each kind of paper begin with; each kind counts per year (cases.md 9). */
const PREFIXES = {
  receipt: '收',
  acceptance: '受',
  supplement: '补',
  on_spot: '结',
  not_applicable: '不',
  refusal: '拒',
  pause: '特',
  extension: '延',
  decision: '决',
  denial: '否',
  delivery: '送',
  resumption: '恢',
  hand_over: '交',
  check: '核',
  report: '报',
  forwarding: '转',
  withdrawal: '撤',
  return: '退',
  void: '废',
  correction: '更',
  supervision: '督',
  late_supplement: '催补',
  pledge: '诺',
  letter_receipt: '信收',
  letter_assignment: '信交',
  letter_return: '信退',
  letter_reply: '信复',
  letter_redirection: '信转',
  petition_notice: '信访受',
  petition_extension: '信访延',
  petition_opinion: '信访意',
} as const satisfies Record<CasePaperKind | 'supervision', string>

/** The source of what the hall itself receives. */
const HALL = '00'

/** The next number of a source: `00` the hall, else the village. Gap-free, because it commits with its case (C1102). */
export function nextCaseNumber(tx: Tx, source: string): string {
  const year = yearOf(tx)
  const serial = tx.sql
    .prepare(
      'INSERT INTO case_counter VALUES (?, ?, 1) ON CONFLICT (year, source) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck()
    .get(year, source) as number
  return caseNumber(year, source, serial)
}

/** So many next numbers of a source at once, in order: they commit together with their cases (C1102). */
export function nextCaseNumbers(tx: Tx, source: string, count: number): string[] {
  const year = yearOf(tx)
  const last = tx.sql
    .prepare(
      'INSERT INTO case_counter VALUES (?, ?, ?) ON CONFLICT (year, source) DO UPDATE SET last = last + excluded.last RETURNING last',
    )
    .pluck()
    .get(year, source, count) as number
  return Array.from({ length: count }, (_, place) => caseNumber(year, source, last - count + 1 + place))
}

const MOST_PASSED = 500

/**
 * A number that this record never gave out stands on a slip all the same: it was lent before the record was restored from a
 * backup, so no later one may be the same (V62, V66). One too far ahead was made up and moves nothing. True when none later
 * than it will be given out.
 */
export function passNumber(tx: Tx, source: string, number: string): boolean {
  const [year, place, serial] = number.split('-')
  if (place !== source || Number(year) !== yearOf(tx)) return false
  const passed = Number(serial)
  const last = tx.sql
    .prepare('SELECT last FROM case_counter WHERE year = ? AND source = ?')
    .pluck()
    .get(yearOf(tx), source) as number | undefined
  if (last !== undefined && last >= passed) return true
  const moved = tx.sql
    .prepare('UPDATE case_counter SET last = ? WHERE year = ? AND source = ? AND last BETWEEN ? AND ?')
    .run(passed, yearOf(tx), source, passed - MOST_PASSED, passed - 1)
  return moved.changes === 1
}

/**
 * Lets each series of this year go on so many further, also one that has not begun: what was given out after the backup was
 * made is not known, and no number stands twice (V66). Tells what was left out of each village's series.
 */
export function skipNumbers(
  tx: Tx,
  villages: readonly string[],
  count: number,
): ReadonlyMap<string, readonly string[]> {
  const skipPaper = tx.sql.prepare(
    'INSERT INTO paper_counter VALUES (?, ?, ?) ON CONFLICT (year, kind) DO UPDATE SET last = last + excluded.last',
  )
  for (const kind of Object.keys(PREFIXES)) skipPaper.run(yearOf(tx), kind, count)
  nextCaseNumbers(tx, HALL, count)
  return new Map(villages.map((village) => [village, nextCaseNumbers(tx, village, count)]))
}

/** The same numbers again, from the first of them. */
export function numbersFrom(first: string, count: number): string[] {
  const [year = '', source = '', serial = ''] = first.split('-')
  return Array.from({ length: count }, (_, place) => caseNumber(Number(year), source, Number(serial) + place))
}

/** The next number of a paper of its kind and year, `受〔2026〕12号`. */
export function nextPaperNumber(tx: Tx, kind: keyof typeof PREFIXES): string {
  const year = yearOf(tx)
  const serial = tx.sql
    .prepare(
      'INSERT INTO paper_counter VALUES (?, ?, 1) ON CONFLICT (year, kind) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck()
    .get(year, kind) as number
  return `${PREFIXES[kind]}〔${year}〕${serial}号`
}

function yearOf(tx: Tx): number {
  return Number(civilDate(tx.at).slice(0, 4))
}

import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { instantAt, toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass, VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { LIFECYCLE } from './lifecycle.ts'
import type { Ticket } from './ticket.ts'

/** The series of the numbers that are printed ahead. */
export const SPARE_PREFIX = '备用'

/** One number served while the system was away, as its paper says (Q35). */
export interface PaperRow {
  readonly number: string
  readonly window: number
  readonly topic: TopicKey
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly takenAt: PlainTime
  readonly startedAt: PlainTime
  readonly endedAt: PlainTime
  readonly outcome: VisitOutcome
}

/** What stands behind a row's number: a ticket of today, a spare number that was printed and not yet entered, or nothing. */
export type PaperNumber =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'spare'; readonly serial: number }
  | { readonly kind: 'used' | 'unknown' }

export type RowProblem = 'number' | 'twice' | 'used' | 'status' | 'window' | 'topic' | 'times'

export interface PaperScene {
  readonly today: PlainDate
  readonly now: Instant
  readonly windows: ReadonlySet<number>
  readonly topics: ReadonlySet<string>
  readonly numbers: readonly PaperNumber[]
}

/** The first thing wrong with each row, by its place; empty when all can be written (Q35). */
export function paperProblems(rows: readonly PaperRow[], scene: PaperScene): ReadonlyMap<number, RowProblem> {
  const seen = new Set<string>()
  const problems = new Map<number, RowProblem>()
  for (const [place, row] of rows.entries()) {
    const number = scene.numbers[place] ?? { kind: 'unknown' }
    const problem = numberProblem(number, seen) ?? placeProblem(row, scene) ?? timeProblem(row, number, scene)
    if (problem !== null) problems.set(place, problem)
  }
  return problems
}

function numberProblem(number: PaperNumber, seen: Set<string>): RowProblem | null {
  switch (number.kind) {
    case 'unknown':
      return 'number'
    case 'used':
      return 'used'
    case 'spare':
      return isTwice(String(number.serial), seen) ? 'twice' : null
    case 'ticket':
      if (isTwice(number.ticket.id, seen)) return 'twice'
      return LIFECYCLE[number.ticket.status].serve_by_hand === 'served' ? null : 'status'
  }
}

function isTwice(name: string, seen: Set<string>): boolean {
  const isKnown = seen.has(name)
  seen.add(name)
  return isKnown
}

function placeProblem({ window, topic }: PaperRow, { windows, topics }: PaperScene): RowProblem | null {
  if (!windows.has(window)) return 'window'
  return topics.has(topic) ? null : 'topic'
}

// Papers tell minutes, so a number taken at 09:40:30 may well be on paper with 09:40.
function timeProblem(
  { takenAt, startedAt, endedAt }: PaperRow,
  number: PaperNumber,
  { today, now }: PaperScene,
): RowProblem | null {
  const ended = instantAt(today, endedAt)
  if (takenAt > startedAt || startedAt > endedAt || ended > now) return 'times'
  const isEarly = number.kind === 'ticket' && toMs(ended) + 60_000 <= number.ticket.baseTime
  return isEarly ? 'times' : null
}

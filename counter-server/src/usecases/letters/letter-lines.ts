import type { Light } from '@counter/shared/vocabulary/case'
import { type Limit, lightAt } from '@counter/shared/vocabulary/clock'
import { letterClocks, shownLetterClock } from '../../domain/letter/letter-clocks.ts'
import { projectLetter } from '../../domain/letter/letter-projection.ts'
import { findBareLetterEvents } from '../../store/letter-events.ts'
import type { LetterFacts } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { clockContext } from '../cases/case-rules.ts'

/** One letter as every list shows it at this moment (C701). */
export interface LetterLine {
  readonly facts: LetterFacts
  readonly light: Light
  /** In which days `left` counts. */
  readonly unit: Limit['unit']
  readonly left: number
  readonly overdue: number
}

/** A row as somebody sees it: who wrote is not told to a leader, who only signs (P11). */
export function letterLineFor({ actor }: Pick<CaseAsker, 'actor'>, line: LetterLine): LetterLine {
  if (actor !== 'leader') return line
  return { ...line, facts: { ...line.facts, nameMasked: line.facts.nameMasked && '' } }
}

/** Reads the light and the days left of a row from its events at the time of the transaction (C508, C701). */
export function toLetterLine(tx: Tx, facts: LetterFacts): LetterLine {
  const { clockState, dueAt, yellowAt } = facts
  const state = projectLetter(findBareLetterEvents(tx, facts.id))
  const kind = shownLetterClock(state)
  const reading = kind === null ? null : letterClocks(state, clockContext(tx), tx.at)[kind]
  return {
    facts,
    light: clockState === null ? 'none' : lightAt({ state: clockState, dueAt, yellowAt }, tx.at),
    unit: reading?.limit.unit ?? 'workday',
    left: reading?.left ?? 0,
    overdue: reading?.overdue ?? 0,
  }
}

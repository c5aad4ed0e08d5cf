import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { countedDate } from '../../domain/calendar/working-calendar.ts'
import { type CaseMove, caseMove } from '../../domain/case/change-preview.ts'
import type { ClockContext } from '../../domain/case/due.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { findCase } from '../../store/cases.ts'
import { type ChangeRow, findApplyingChange, findChange } from '../../store/clock-changes.ts'
import { findLastLetterEvent } from '../../store/letter-events.ts'
import {
  findCaseEventsSince,
  findLastCaseEvent,
  findOpenCases,
  type OpenCase,
} from '../../store/open-cases.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type LetterMoves, previewLetters } from '../letters/preview-letters.ts'
import { clockContext, itemOf, rulesOf } from './case-rules.ts'
import { madeWith, rulesWith } from './clock-rules.ts'
import { createFirstMoves, type MovedCase } from './first-moves.ts'

/** Which open cases a change would move, as they stood when it was asked (C603). */
export interface Preview {
  readonly id: string
  readonly change: string
  readonly at: Instant
  /** The day on which a clock that resumed now would run: paused cases move with it (C510). */
  readonly on: PlainDate
  readonly madeWith: string
  readonly lastEvent: number
  readonly examined: number
  /** What moves in each case that moves, as text: it is only compared, and twenty thousand of them are kept. */
  readonly moved: ReadonlyMap<CaseId, string>
  readonly broken: number
  readonly first: readonly MovedCase[]
  readonly letters: LetterMoves
  readonly lastLetterEvent: number
}

/** The last preview of each change. They live as long as the process: after a start one looks again before publishing. */
export type Previews = Map<string, Preview>

const BATCH = 10
const SHOWN_MOVES = 200
/** More events than this since the look make a new one cheaper than following them. */
const MOST_FOLLOWED = 5_000
/** So many the transaction that publishes looks at itself. */
const MOST_AT_ONCE = 50

/**
 * Walks through every open case in steps, so that the hall has its turn between two of them, and keeps what it found.
 * Refuses `calendar.not_found`, `calendar.settled`, and `calendar.being_applied` while another is on its way.
 */
export async function previewChange(
  { store, newId, previews }: Deps & { readonly previews: Previews },
  id: string,
): Promise<Preview> {
  const begun = store.read((tx) => {
    const change = requireEntered(tx, id)
    if (findApplyingChange(tx) !== undefined) throw new Refusal('calendar.being_applied')
    const rules = { now: clockContext(tx), wanted: rulesWith(tx, change.content) }
    return {
      ...standOf(tx),
      at: tx.at,
      rules,
      lastEvent: findLastCaseEvent(tx),
      lastLetterEvent: findLastLetterEvent(tx),
    }
  })
  const { rules, ...stand } = begun
  const moved = new Map<CaseId, string>()
  const moves = createFirstMoves(SHOWN_MOVES)
  let broken = 0
  let examined = 0
  for (let after = ''; ; ) {
    const found = store.read((tx) => {
      const batch = findOpenCases(tx, after, BATCH)
      for (const facts of batch) {
        const move = moveOf(tx, facts, rules)
        if (move === null) continue
        moved.set(facts.id, datesOf(move))
        moves.add({ ...move, facts })
        if (move.isToldBroken) broken += 1
      }
      return batch
    })
    examined += found.length
    const last = found.at(-1)
    if (last === undefined || found.length < BATCH) break
    after = last.id
    await new Promise(setImmediate)
  }
  const letters = await previewLetters({ store }, rules)
  const preview = {
    id: newId(),
    change: id,
    ...stand,
    examined,
    moved,
    broken,
    first: moves.first(),
    letters,
  }
  previews.set(id, preview)
  return preview
}

/** The change that waits to be published; refuses `calendar.not_found`, `calendar.settled`. */
export function requireEntered(tx: Tx, id: string): ChangeRow {
  const change = findChange(tx, id)
  if (change === undefined) throw new Refusal('calendar.not_found')
  if (change.state !== 'entered') throw new Refusal('calendar.settled')
  return change
}

/**
 * The preview brought up to now, or null when it no longer says what would happen: other rules, another day, or a case
 * touched since then that moves otherwise than was shown (C603). What a busy hall did meanwhile is compared in steps, so
 * that the transaction that publishes has only the last moment left to look at.
 */
export async function followPreview(
  { store }: Pick<Deps, 'store'>,
  preview: Preview,
  change: ChangeRow,
): Promise<Preview | null> {
  let followed = preview
  for (let events = 0; events < MOST_FOLLOWED; events += BATCH) {
    const from = followed
    const step = store.read((tx) => followStep(tx, from, change, BATCH))
    if (step === null) return null
    followed = step.preview
    if (step.isLast) return followed
    await new Promise(setImmediate)
  }
  return null
}

/** The same for what came since it was last followed; false also when that is too much for one transaction. */
export function isPresent(tx: Tx, preview: Preview, change: ChangeRow): boolean {
  return followStep(tx, preview, change, MOST_AT_ONCE)?.isLast === true
}

interface FollowedStep {
  readonly preview: Preview
  readonly isLast: boolean
}

function followStep(tx: Tx, preview: Preview, change: ChangeRow, limit: number): FollowedStep | null {
  const { on, madeWith } = standOf(tx)
  if (preview.on !== on || preview.madeWith !== madeWith) return null
  // Letters are few: after any word on one of them all of them are looked at again.
  if (preview.lastLetterEvent !== findLastLetterEvent(tx)) return null
  const events = findCaseEventsSince(tx, preview.lastEvent, limit)
  const rules = { now: clockContext(tx), wanted: rulesWith(tx, change.content) }
  const isAsShown = [...new Set(events.map((event) => event.case))].every((id) => {
    const facts = findCase(tx, id)
    const move = facts === undefined || !facts.isOpen ? null : moveOf(tx, facts, rules)
    return datesOf(move) === (preview.moved.get(id) ?? datesOf(null))
  })
  if (!isAsShown) return null
  const lastEvent = events.at(-1)?.seq ?? preview.lastEvent
  return { preview: { ...preview, lastEvent }, isLast: events.length < limit }
}

function datesOf(move: CaseMove | null): string {
  return JSON.stringify([move?.moves ?? [], move?.toldOn ?? null])
}

function standOf(tx: Tx): Pick<Preview, 'on' | 'madeWith'> {
  const context = clockContext(tx)
  return { on: countedDate(context.calendar, tx.at), madeWith: madeWith(context) }
}

function moveOf(
  tx: Tx,
  facts: Pick<OpenCase, 'id' | 'item' | 'itemVersion'>,
  rules: { readonly now: ClockContext; readonly wanted: ClockContext },
): CaseMove | null {
  const state = projectCase(findBareEvents(tx, facts.id))
  return caseMove({ state, item: rulesOf(itemOf(tx, facts)) }, rules, tx.at)
}

import type { Instant } from '@counter/shared/vocabulary/time'
import { letterDueOn } from '../../domain/letter/assign-letter.ts'
import type { LetterContext } from '../../domain/letter/letter-act.ts'
import type { LetterEvent, LetterFact } from '../../domain/letter/letter-event.ts'
import { nextLetterState, projectLetter } from '../../domain/letter/letter-projection.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  findLetterEvents,
  insertLetterEvent,
  type LetterWords,
  type StoredLetterEvent,
} from '../../store/letter-events.ts'
import { findLetter, type LetterFacts, saveLetter } from '../../store/letters.ts'
import { saveOrders } from '../../store/orders.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'
import { makeLetterPapers } from './letter-papers.ts'
import { appliedRules } from './letter-rules.ts'
import { projectLetterRow } from './project-letter.ts'

/** A letter as one transaction sees it. */
export interface LetterScene {
  readonly tx: Tx
  readonly newId: () => string
  readonly asker: CaseAsker
  readonly facts: LetterFacts
  readonly events: readonly StoredLetterEvent[]
  readonly context: LetterContext
}

/** Opens a letter for reading or an act. Refuses `letter.not_found`; a handler sees the own unit's alone. */
export function openLetter(
  { newId }: Pick<Deps, 'newId'>,
  tx: Tx,
  asker: CaseAsker,
  id: string,
): LetterScene {
  const facts = findLetter(tx, id)
  if (facts === undefined || !mayOpen(asker, facts)) throw new Refusal('letter.not_found')
  const events = findLetterEvents(tx, id)
  const context = { ...clockContext(tx), state: projectLetter(events), actor: asker.actor, at: tx.at }
  return { tx, newId, asker, facts, events, context }
}

// Whose unit it is not, or is no more, need not know that it exists (C1402 in spirit: letters name people).
function mayOpen({ actor, staff }: CaseAsker, { unit }: LetterFacts): boolean {
  return actor !== 'handler' || (unit !== null && staff?.unit === unit)
}

/** Records what an act decided, brings the row up to it and tells whom it concerns (I3, C301). */
export function recordLetterFacts(
  scene: LetterScene,
  facts: readonly LetterFact[],
  words: LetterWords = {},
): LetterScene {
  const moved = appliedRules(scene)
  const before = moved === null ? scene : appendTo(scene, moved, {})
  const after = facts.reduce((known, fact, place) => appendTo(known, fact, place === 0 ? words : {}), before)
  saveLetter(scene.tx, scene.facts.id, projectLetterRow(after.context, after.context.state, scene.tx.at))
  saveOrders(scene.tx, { letter: scene.facts.id }, after.context.state.orders)
  // A correction may have given the letter another writer, whom its paper names.
  const saved = { ...after, facts: findLetter(scene.tx, scene.facts.id) ?? after.facts }
  makeLetterPapers(saved, after.events.length - scene.events.length)
  tellLetter(scene.tx, scene.facts.id, [scene.facts.unit, after.context.state.unit])
  return saved
}

/** The letter has changed: its page, the units that had or have it, and the supervisor hear of it. */
export function tellLetter(tx: Tx, id: string, units: readonly (string | null)[]): void {
  const own = [...new Set(units.filter((unit) => unit !== null))]
  tx.tell({ kind: 'letter_changed', id }, { units: own, village: null })
}

/** The events after which the writer knows a due date: what was given at the desk, at the phone, in the notice (C520). */
const TELLING: ReadonlySet<LetterFact['type']> = new Set([
  'letter.registered',
  'letter.notice_given',
  'letter.extended',
  'due.told',
])

function appendTo(scene: LetterScene, fact: LetterFact, words: LetterWords): LetterScene {
  const { events, ...appended } = appendLetterFact(scene, fact, { words, occurredAt: scene.tx.at })
  return { ...scene, ...appended, events: [...scene.events, ...events] }
}

/** What a fact is appended with. */
export interface LetterAppending {
  readonly words: LetterWords
  readonly occurredAt: Instant
  readonly isTold?: boolean
}

/** Appends one fact after a state; the due date it tells the writer is computed first and kept with it (C520). */
export function appendLetterFact(
  scene: Pick<LetterScene, 'tx' | 'newId' | 'asker' | 'events' | 'context'> & {
    readonly facts: { readonly id: string }
  },
  fact: LetterFact,
  { words, occurredAt, isTold = true }: LetterAppending,
): { readonly events: readonly StoredLetterEvent[]; readonly context: LetterContext } {
  const { tx, newId, asker, events, context } = scene
  const { state } = context
  const id = newId()
  const draft = { ...fact, id, seq: Number.MAX_SAFE_INTEGER, occurredAt, recordedAt: tx.at } as LetterEvent
  const seen = nextLetterState(events, state, draft)
  const dueOn = isTold && TELLING.has(fact.type) ? letterDueOn({ ...context, state: seen }) : null
  const payload = dueOn === null ? fact.payload : { ...fact.payload, toldDueOn: dueOn }
  const event = insertLetterEvent(tx, { ...fact, payload } as LetterFact, {
    id,
    letter: scene.facts.id,
    rev: state.rev + 1,
    occurredAt,
    origin: asker.origin,
    from: state.rev === 0 ? null : state.status,
    to: seen.status,
    words,
  })
  return { events: [event], context: { ...context, state: nextLetterState(events, state, event) } }
}

import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import { nextState, projectCase } from '../../domain/case/projection.ts'
import type { CasePlace } from '../../domain/record/audience.ts'
import { calendarStamp } from '../../store/calendars.ts'
import { type ClockRow, findMarks, insertToldDeadline, saveClocks } from '../../store/case-clocks.ts'
import { findBareEvents, insertCaseEvent, type StoredEvent } from '../../store/case-events.ts'
import { type CaseFacts, type CaseProjection, changedColumns, saveCase } from '../../store/cases.ts'
import { insertChangeCase } from '../../store/clock-changes.ts'
import { saveOrders } from '../../store/orders.ts'
import type { Origin } from '../../store/origin.ts'
import { saveSubtasks } from '../../store/subtasks.ts'
import type { Tx } from '../../store/tx.ts'
import { itemOf, rulesOf } from './case-rules.ts'
import type { CaseScene } from './case-scene.ts'
import { clockRowsOf } from './clock-rows.ts'
import { type Appending, type DraftFor, draftEvent } from './draft-event.ts'
import { makeEventPaper } from './event-papers.ts'
import { withExchangeNumber } from './exchange.ts'
import { presentRulesOf } from './present-rules.ts'
import { projectRow } from './project-row.ts'
import { deputiesOf } from './stand-in.ts'
import { subtaskRowsOf } from './subtask-rows.ts'

/** Words written by hand with an act, kept encrypted beside its first event. */
export interface Written {
  readonly text?: string | undefined
}

/** Records what an act decided and brings the case's rows up to it; screens hear of it after the commit (I3, C301). */
export function recordFacts(scene: CaseScene, facts: readonly CaseFact[], { text }: Written = {}): CaseScene {
  const { tx, deps, asker } = scene
  let { item } = scene
  const to = { tx, newId: deps.newId, context: scene.context, item, id: scene.facts.id, origin: asker.origin }
  const moved = presentRulesOf(scene)
  const appended: StoredEvent[] = []
  const told: { readonly event: StoredEvent; readonly before: CaseState }[] = []
  let state = scene.context.state
  if (moved !== null) {
    const before = scene.events
    const event = appendFact({ ...to, origin: SYSTEM }, { before, state, fact: moved, occurredAt: tx.at })
    noteChange(tx, to.id, event)
    appended.push(event)
    state = nextState(before, state, event)
  }
  for (const [place, fact] of facts.entries()) {
    const before = [...scene.events, ...appended]
    if (fact.type === 'item.changed')
      item = itemOf(tx, { item: fact.payload.itemCode, itemVersion: fact.payload.itemVersion })
    const event = appendFact(
      { ...to, item },
      {
        before,
        state,
        fact,
        occurredAt: scene.context.at,
        lateReason: scene.context.late?.reason,
        text: place === 0 ? text : undefined,
      },
    )
    told.push({ event, before: state })
    appended.push(event)
    state = nextState(before, state, event)
  }
  const events = [...scene.events, ...appended]
  const context = { ...scene.context, state, item: rulesOf(item) }
  const saved = saveState({ ...scene, item, events, context }, scene.context.state)
  for (const recorded of told) makeEventPaper(saved, recorded)
  return saved
}

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

function noteChange(tx: Tx, id: CaseId, event: StoredEvent): void {
  const change = 'change' in event.payload ? event.payload.change : null
  if (change !== null) insertChangeCase(tx, { change, case: id, event: event.id })
}

/** Everything an event is appended with. */
export interface AppendTo extends DraftFor {
  readonly tx: Tx
}

/** Appends one event after a state, with the due date it tells the resident (C520). */
export function appendFact(to: AppendTo, appending: Appending): StoredEvent {
  const { tx, newId } = to
  const numbered = withExchangeNumber(to, appending)
  const { fact, place, toldOn } = draftEvent(to, { ...appending, fact: numbered })
  const event = insertCaseEvent(tx, fact, place)
  if (toldOn !== null) {
    const calendar = calendarStamp(to.context.calendar)
    const how = fact.type === 'due.told' ? fact.payload.how : 'slip'
    insertToldDeadline(tx, { id: newId(), case: to.id, event: event.id, dueOn: toldOn, calendar, how })
  }
  return event
}

/** Writes row and clocks of the state in the scene and names the change since the one before for the screens. */
export function saveState(scene: CaseScene, before: CaseState): CaseScene {
  const { tx, facts, item, context } = scene
  const { state } = context
  const row = projectRow(context, rulesOf(item), context.state, tx.at)
  saveCase(tx, facts.id, facts, { ...row, itemName: item.name })
  saveOrders(tx, { case: facts.id }, context.state.orders)
  saveSubtasks(tx, facts.id, subtaskRowsOf(context, rulesOf(item), { id: facts.id, at: tx.at }))
  saveClocks(tx, facts.id, clockRows(tx, { context, item, id: facts.id }, context.state))
  if (!isShownAlike(facts, row))
    tx.tell(
      { kind: 'case_changed', id: facts.id },
      {
        ...placesOf(facts.unit, row, askedUnits(before, state)),
        deputies: deputiesOf(tx, scene.events, [facts, row]),
      },
    )
  // Whoever holds the slip of a case that was merged into this one looks at this one (C445).
  for (const id of allAbsorbed(tx, state.absorbed))
    tx.tell({ kind: 'case_changed', id }, { units: [], village: null })
  return { ...scene, facts: { ...facts, ...row, itemName: item.name } }
}

// What was merged into a merged one leads here too.
function allAbsorbed(tx: Tx, ids: readonly CaseId[]): CaseId[] {
  return ids.flatMap((id) => [id, ...allAbsorbed(tx, projectCase(findBareEvents(tx, id)).absorbed)])
}

// Under other rules most cases are due as before; what only carries another stamp is no news (C305).
function isShownAlike(before: CaseFacts, row: CaseProjection): boolean {
  if (before.madeWith === row.madeWith || before.rev !== row.rev) return false
  return Object.keys(changedColumns<CaseProjection>(before, row)).every((name) => name === 'madeWith')
}

/** The units with a question that is open now or was before the change; an older one is no news to its unit (C805). */
function askedUnits(...states: readonly CaseState[]): UnitCode[] {
  return states.flatMap(({ subtasks }) =>
    subtasks.flatMap(({ ended, unit }) => (ended === null ? [unit] : [])),
  )
}

/** Whom a change concerns: the unit that had the case, the one that has it, those it asks, and its village. */
function placesOf(
  before: string,
  { unit, village }: { unit: string; village: string | null },
  asked: readonly UnitCode[],
): CasePlace {
  return { units: [...new Set([before, unit, ...asked])], village }
}

/** The clocks as stored, each with the moment of its next crossing (C521). */
function clockRows(
  tx: Tx,
  { context, item, id }: Pick<AppendTo, 'context' | 'item' | 'id'>,
  state: CaseState,
): ClockRow[] {
  return clockRowsOf({ context, item, id, at: tx.at, fired: findMarks(tx, id) }, state)
}

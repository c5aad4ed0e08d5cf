import type { CaseFlag } from '@counter/shared/vocabulary/case'
import type { CaseId, TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../domain/case/act.ts'
import { NEW_CASE } from '../../domain/case/case-state.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import { applyEvent } from '../../domain/case/projection.ts'
import { type Receiving, receiveCase } from '../../domain/case/receive-case.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import { findCase, insertCase } from '../../store/cases.ts'
import { hashToken, lookUp, newCode, newToken } from '../../store/crypto.ts'
import type { Item } from '../../store/items.ts'
import { insertPerson, type PersonFacts } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import { alikeBefore } from './alike-cases.ts'
import type { CaseAsker } from './case-asker.ts'
import { clockContext, rulesOf } from './case-rules.ts'
import type { CaseScene } from './case-scene.ts'
import { projectRow } from './project-row.ts'
import type { CaseSecrets } from './receipt-facts.ts'
import { appendFact, saveState } from './record-facts.ts'

/** A case about to be received. */
export interface Opening {
  readonly id: CaseId
  readonly number: string
  readonly item: Item
  readonly person: PersonFacts
  readonly ticket: TicketId | null
  readonly receiving: Omit<Receiving, 'itemCode' | 'itemVersion' | 'unit' | 'flags'>
  readonly flags: readonly CaseFlag[]
  /** The village's own facts, before the centre's receipt: both instants stay (V15, C518). */
  readonly registered: { readonly fact: CaseFact<'case.registered'>; readonly at: Instant } | null
  readonly secrets: CaseSecrets
  readonly text: string
}

/** New secrets of a case; the server keeps only what proves them (C1103). */
export function newSecrets(): CaseSecrets {
  return { queryCode: newCode(), token: newToken(16) }
}

/** Receives a case: person, events, row and clocks in this transaction (C411). Refusals as `receiveCase`. */
export function openReceipt(tx: Tx, deps: CaseScene['deps'], asker: CaseAsker, opening: Opening): CaseScene {
  const { id, item } = opening
  const flags = isRepeated(tx, opening) ? [...opening.flags, 'possible_duplicate' as const] : opening.flags
  const context: ActContext = {
    ...clockContext(tx),
    state: NEW_CASE,
    item: rulesOf(item),
    actor: asker.actor,
    at: tx.at,
  }
  const received = receiveCase(context, {
    ...opening.receiving,
    unit: item.unit,
    itemCode: item.code,
    itemVersion: item.version,
    flags,
  })
  const to = { tx, newId: deps.newId, context, item, id, origin: asker.origin }
  const events: StoredEvent[] = []
  let state = NEW_CASE
  for (const { fact, at, text } of factsOf(opening, received, tx.at)) {
    const event = appendFact(to, { before: events, state, fact, occurredAt: at, text })
    events.push(event)
    state = applyEvent(state, event)
  }
  insertRow(tx, deps.newId(), opening, projectRow(context, rulesOf(item), state, tx.at))
  const facts = findCase(tx, id)
  if (facts === undefined) throw new Error('the case was not written')
  return saveState({ deps, tx, asker, facts, item, events, context: { ...context, state } }, NEW_CASE)
}

function factsOf({ registered, text }: Opening, received: CaseFact<'case.received'>, now: Instant) {
  const receipt = { fact: received, at: now, text }
  return registered === null
    ? [receipt]
    : [{ fact: registered.fact, at: registered.at, text: undefined }, receipt]
}

function insertRow(
  tx: Tx,
  personId: string,
  { id, number, item, person, ticket, secrets }: Opening,
  projection: ReturnType<typeof projectRow>,
): void {
  insertPerson(tx, personId, person)
  insertCase(tx, {
    ...projection,
    id,
    number,
    item: item.code,
    itemVersion: item.version,
    itemName: item.name,
    person: personId,
    ticket,
    queryCodeLook: lookUp(tx.keys, 'query_code', normalQueryCode(secrets.queryCode)),
    tokenHash: hashToken(secrets.token),
  })
}

// The same ID number with the same item within the window is flagged over counter and villages; both stay (C445).
function isRepeated(tx: Tx, { person, item }: Opening): boolean {
  return person.idNo !== null && alikeBefore(tx, person.idNo, item.code).length > 0
}

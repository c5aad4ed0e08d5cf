import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { EDITED_WORDS } from '@counter/shared/vocabulary/edit'
import { maskIdNumber, maskPhone } from '@counter/shared/vocabulary/identity'
import type { CaseId, ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { possibleActs } from '../../domain/case/act.ts'
import type { FactChange } from '../../domain/case/agency-event.ts'
import { papersStopClock } from '../../domain/case/ask-papers.ts'
import { captureBounds } from '../../domain/case/capture-date.ts'
import { caseClocks } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { chargedDays } from '../../domain/case/charged-days.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { legDays } from '../../domain/case/legs.ts'
import { isOnTime } from '../../domain/case/on-time.ts'
import { papersTakenIn } from '../../domain/case/papers-at-point.ts'
import { receivedInPause } from '../../domain/case/point-received.ts'
import { standingEvents, voidedEvents } from '../../domain/case/standing-events.ts'
import { handOverDueAt } from '../../domain/case/transfer.ts'
import { publishedForm } from '../../domain/catalogue/draft-content.ts'
import { changedParts } from '../../domain/catalogue/draft-differences.ts'
import { Refusal } from '../../domain/refusal.ts'
import { handUpWorkdays, isHandedUpLate } from '../../domain/village/village-timer.ts'
import { findAgency } from '../../store/agency.ts'
import { findAliasOf } from '../../store/case-aliases.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import { findCase } from '../../store/cases.ts'
import { findItemInForce, type Item } from '../../store/items.ts'
import { findPersonVillage, openPersonField } from '../../store/persons.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { actionsOf } from './case-actions.ts'
import type { CaseAsker } from './case-asker.ts'
import type { AgencyLine, CaseDetailFacts, ClaimLine, EventLine, NoticeFacts } from './case-detail-facts.ts'
import { toLines } from './case-lines.ts'
import { readPapersOf } from './case-papers.ts'
import { itemOf, startedClocks } from './case-rules.ts'
import { type CaseScene, mayOpen, openCase, sceneOf } from './case-scene.ts'
import { readPeople } from './event-people.ts'
import { exchangeOf } from './exchange.ts'
import { papersAndFiles } from './papers-and-files.ts'
import { duplicatesOf } from './read-duplicates.ts'
import { readOrdersOf } from './read-orders.ts'
import { relationOf } from './read-relation.ts'
import { subtasksOf } from './read-subtasks.ts'
import { placeWords } from './receipt-facts.ts'
import { findCheckers } from './record-check.ts'
import { withoutPerson } from './without-person.ts'

/** Reads a case for its page. Refuses `case.not_found`, `case.forbidden` (C402). */
export function readCase(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, id: CaseId): CaseDetailFacts {
  return detailOf(openCase(deps, tx, asker, id))
}

/** The case as the act left it: whoever has just handed it on still gets his answer, but no further act. */
export function readCaseDone(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, id: CaseId): CaseDetailFacts {
  const facts = findCase(tx, id)
  if (facts === undefined) throw new Refusal('case.not_found')
  const detail = detailOf(sceneOf(deps, tx, asker, facts))
  return mayOpen(asker, facts)
    ? detail
    : { ...detail, actions: [], maySubtask: { open: false, waive: false } }
}

function detailOf(scene: CaseScene): CaseDetailFacts {
  const { tx, facts, item, context, events } = scene
  const clocks = caseClocks(context.state, context.item, context, tx.at)
  const people = readPeople(tx, events)
  const voided = voidedEvents(events)
  const [line] = toLines(tx, [facts])
  if (line === undefined) throw new Error('one row gives one line')
  const detail: CaseDetailFacts = {
    line,
    item,
    newerItem: newerItemOf(tx, item),
    state: context.state,
    applicant: applicantOf(scene),
    clocks: startedClocks(clocks),
    oldNumber: context.state.flags.includes('imported') ? findAliasOf(tx, facts.id) : null,
    exchange: exchangeOf(scene),
    toldDueOn: context.state.told.at(-1)?.dueOn ?? null,
    ...papersAndFiles(scene, people, voided),
    notice: noticeOf(scene, clocks.waiting),
    approval: approvalOf(scene, people),
    decision: decisionOf(scene, isOnTime(context, context.state, clocks)),
    delivery: findLast(standingEvents(events), 'case.delivered'),
    agency: agencyOf(scene, clocks.handup),
    relation: relationOf(scene, people),
    papers: readPapersOf(tx, { case: facts.id }, people),
    events: events.map((event) => ({
      event,
      by: people(event.actor),
      text: textOf(event),
      items: itemsOf(tx, event),
      isVoided: voided.has(event.id),
    })),
    orders: readOrdersOf(tx, scene.asker, { case: facts.id }),
    ...transfersOf(scene),
    ...subtasksOf(scene),
    duplicates: duplicatesOf(scene),
    checkers: checkersOf(scene),
    papersStopClock: papersStopClock(context),
    pointReceived: receivedInPause(context, standingEvents(events)),
    actions: actionsOf(scene),
  }
  return scene.asker.actor === 'leader' ? withoutPerson(detail) : detail
}

function newerItemOf(tx: Tx, item: Item): CaseDetailFacts['newerItem'] {
  const present = findItemInForce(tx, item.code, tx.at)
  if (present === undefined || present.version <= item.version) return null
  const { version, effectiveFrom } = present
  return { version, effectiveFrom, changed: changedParts(publishedForm(present), publishedForm(item)) }
}

function transfersOf({ tx, context }: CaseScene): Pick<CaseDetailFacts, 'legs' | 'handOver' | 'charged'> {
  const { state, item } = context
  const names = new Map(findUnits(tx).map(({ code, name }) => [code, name]))
  const nameOf = (unit: UnitCode) => names.get(unit) ?? unit
  const { handOver } = state
  const dueAt = handOverDueAt(context, state)
  return {
    charged: chargedDays(caseClocks(state, item, context, tx.at), civilDate(tx.at)),
    legs: legDays(context, state, item, tx.at).map((leg) => ({
      ...leg,
      unit: leg.unit === null ? null : nameOf(leg.unit),
    })),
    handOver:
      handOver === null || dueAt === null
        ? null
        : { from: nameOf(handOver.from), to: nameOf(handOver.to), at: handOver.at, dueAt },
  }
}

function checkersOf({ tx, context, asker }: CaseScene): CaseDetailFacts['checkers'] {
  const { staff } = asker
  const acts = possibleActs(context)
  if (staff === null || !(acts.includes('record_check') || acts.includes('recuse'))) return []
  return findCheckers(tx, staff.id).map(({ id, displayName }) => ({ id, name: displayName }))
}

// Once it is submitted, an agent has a phone by a look that is written down, and not even masked without one (V4).
function applicantOf({ tx, facts, asker }: CaseScene): CaseDetailFacts['applicant'] {
  const idNo = openPersonField(tx, facts.person, 'idNo')
  const phone = asker.actor === 'agent' ? null : openPersonField(tx, facts.person, 'phone')
  return {
    name: facts.nameMasked,
    idNo: idNo === null ? null : maskIdNumber(idNo),
    phone: phone === null ? null : maskPhone(phone),
    village: findPersonVillage(tx, facts.person),
    hasAddress: openPersonField(tx, facts.person, 'address') !== null,
    hasContact: openPersonField(tx, facts.person, 'contact') !== null,
  }
}

function noticeOf(scene: CaseScene, waiting: ClockReading | null): NoticeFacts | null {
  const list = scene.context.state.supplements.at(-1)
  if (list === undefined || waiting === null) return null
  return {
    number: scene.events.find(({ id }) => id === list.eventId)?.text ?? '',
    at: list.requestedAt,
    lines: list.lines,
    where: placeWords(scene),
    until: waiting.dueOn,
    isProvisional: waiting.provisional,
  }
}

function approvalOf(
  { context, events }: CaseScene,
  people: (actor: string) => string,
): CaseDetailFacts['approval'] {
  const { pending } = context.state
  const request = events.find(({ id }) => id === pending?.eventId)
  if (pending === null || request === undefined) return null
  return { by: people(request.actor), at: request.occurredAt, reason: pending.reason }
}

function decisionOf({ context, events }: CaseScene, onTime: boolean | null): CaseDetailFacts['decision'] {
  const { decidedAt } = context.state
  const standing = standingEvents(events)
  const event = findLast(standing, 'case.decided') ?? findLast(standing, 'case.result_recorded')
  if (decidedAt === null || event === null) return null
  const result = event.text ?? ('reason' in event.payload ? event.payload.reason : '')
  return { result, at: decidedAt, isOnTime: onTime ?? true }
}

function agencyOf({ tx, facts, context, events }: CaseScene, handup: ClockReading | null): AgencyLine | null {
  const row = findAgency(tx, facts.id)
  if (row === undefined) return null
  const { agentName, relation, powers, until, isRelative } = row
  const { calendar, state } = context
  const { agency } = state
  const capturedAt = state.registeredAt ?? row.capturedAt
  const arrivedAt = agency.awaitsPaper ? (agency.paperAt ?? tx.at) : facts.receivedAt
  return {
    agent: agentName,
    relation,
    powers,
    until,
    capturedAt,
    claim: claimOf(state),
    isRelative,
    isUrgent: agency.isUrgent,
    papers: papersTakenIn(events),
    handUpWorkdays: handUpWorkdays(calendar, capturedAt, facts.receivedAt),
    isHandUpLate: handup !== null && isHandedUpLate(handup, arrivedAt),
    revokedAt: agency.revokedAt,
  }
}

function claimOf(state: CaseState): ClaimLine | null {
  const bounds = captureBounds(state)
  if (state.claim === null || bounds === null) return null
  return { ...state.claim, ...bounds, isUnsure: state.flags.includes('time_unsure') }
}

// A delivery's words name the receiver and are shown only through a reveal.
function itemsOf(tx: Tx, event: StoredEvent): EventLine['items'] {
  if (event.type !== 'item.changed') return null
  const { fromItem, fromVersion, itemCode, itemVersion } = event.payload
  const nameOf = (item: ItemCode, version: number) => itemOf(tx, { item, itemVersion: version }).name
  return { from: nameOf(fromItem, fromVersion), to: nameOf(itemCode, itemVersion) }
}

function textOf(event: StoredEvent): string | null {
  if (event.type === 'case.delivered' || event.type === 'originals.returned') return event.payload.receiver
  if (event.type === 'case.edited') return editedWords(event.payload.changes)
  if (event.text !== null) return event.text
  if (event.type === 'approval.requested') return event.payload.proposal.reason
  return 'reason' in event.payload && event.payload.reason !== '' ? String(event.payload.reason) : null
}

// Both values stay in the record; a page shows of them what it shows of the person (V16, C1108).
function editedWords(changes: readonly FactChange[]): string {
  const phone = (value: string) => (value === '' ? '无' : maskPhone(value))
  return changes
    .map(({ field, from, to }) =>
      field === 'phone' ? `电话 ${phone(from)} → ${phone(to)}` : `${EDITED_WORDS[field].zh}已改`,
    )
    .join('；')
}

function findLast<Type extends CaseEvent['type']>(
  events: readonly StoredEvent[],
  type: Type,
): (StoredEvent & CaseEvent<Type>) | null {
  return (events.findLast((event) => event.type === type) ?? null) as (StoredEvent & CaseEvent<Type>) | null
}

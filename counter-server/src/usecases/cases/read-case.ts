import type { CaseAction, MaterialState } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { maskIdNumber, maskPhone } from '@counter/shared/vocabulary/identity'
import type { CaseId, StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { possibleActs } from '../../domain/case/act.ts'
import { SIGNED_ACT } from '../../domain/case/approval.ts'
import { caseClocks } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type ChargedDays, chargedDays } from '../../domain/case/charged-days.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { type LegDays, legDays } from '../../domain/case/legs.ts'
import { standingEvents, voidedEvents } from '../../domain/case/standing-events.ts'
import { handOverDueAt } from '../../domain/case/transfer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { handUpWorkdays } from '../../domain/village/village-timer.ts'
import { findAgency } from '../../store/agency.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import { type CaseFile, findCaseFiles } from '../../store/case-files.ts'
import { type CaseFacts, findCase } from '../../store/cases.ts'
import type { Item } from '../../store/items.ts'
import { findPersonVillage, openPersonField } from '../../store/persons.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { type CasePaperLine, readCasePapers } from './case-papers.ts'
import { startedClocks } from './case-rules.ts'
import { type CaseScene, checkPlace, openCase, sceneOf } from './case-scene.ts'
import { readPeople } from './event-people.ts'
import { isOnTime } from './project-row.ts'
import { type OrderLine, readOrdersOf } from './read-orders.ts'
import { type CaseSubtasks, subtasksOf } from './read-subtasks.ts'
import { placeWords } from './receipt-facts.ts'
import { findCheckers } from './record-check.ts'
import { withoutPerson } from './without-person.ts'

/** One line of the timeline. */
export interface EventLine {
  readonly event: StoredEvent
  readonly by: string
  readonly text: string | null
  /** Taken back by a correction (C302). */
  readonly isVoided: boolean
}

/** Everything the case page shows; personal data masked (C-3, P33). */
export interface CaseDetailFacts extends CaseSubtasks {
  readonly line: CaseLine
  readonly item: Item
  readonly state: CaseState
  readonly applicant: {
    readonly name: string
    readonly idNo: string | null
    readonly phone: string | null
    readonly village: ReturnType<typeof findPersonVillage>
    readonly hasAddress: boolean
  }
  readonly clocks: readonly ClockReading[]
  readonly toldDueOn: PlainDate | null
  readonly materials: readonly MaterialLine[]
  readonly notice: NoticeFacts | null
  readonly approval: { readonly by: string; readonly at: Instant; readonly reason: string } | null
  readonly decision: { readonly result: string; readonly at: Instant; readonly isOnTime: boolean } | null
  readonly delivery: CaseEvent<'case.delivered'> | null
  readonly agency: AgencyLine | null
  readonly papers: readonly CasePaperLine[]
  readonly events: readonly EventLine[]
  readonly orders: readonly OrderLine[]
  readonly charged: ChargedDays
  readonly legs: readonly (Omit<LegDays, 'unit'> & { readonly unit: string | null })[]
  readonly handOver: HandOverFacts | null
  readonly checkers: readonly { readonly id: StaffId; readonly name: string }[]
  readonly actions: readonly CaseAction[]
}

/** A transfer that waits, with the names of its units. */
interface HandOverFacts {
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly dueAt: Instant
}

export interface MaterialLine {
  readonly material: Item['content']['materials'][number]
  readonly state: MaterialState
  readonly promisedOn: PlainDate | null
  readonly files: readonly CaseFile[]
}

interface NoticeFacts {
  readonly number: string
  readonly at: Instant
  readonly lines: readonly { readonly name: string; readonly problem: string }[]
  readonly where: string
  readonly until: PlainDate
  readonly isProvisional: boolean
}

interface AgencyLine {
  readonly agent: string
  readonly relation: string
  readonly powers: readonly string[]
  readonly until: PlainDate
  readonly capturedAt: Instant
  readonly isRelative: boolean
  readonly handUpWorkdays: number
}

/** Reads a case for its page. Refuses `case.not_found`, `case.forbidden` (C402). */
export function readCase(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, id: CaseId): CaseDetailFacts {
  return detailOf(openCase(deps, tx, asker, id))
}

/** The case as the act left it: whoever has just handed it on still gets his answer, but no further act. */
export function readCaseDone(deps: CaseScene['deps'], tx: Tx, asker: CaseAsker, id: CaseId): CaseDetailFacts {
  const facts = findCase(tx, id)
  if (facts === undefined) throw new Refusal('case.not_found')
  const detail = detailOf(sceneOf(deps, tx, asker, facts))
  return mayAct(asker, facts) ? detail : { ...detail, actions: [], maySubtask: { open: false, waive: false } }
}

function mayAct(asker: CaseAsker, facts: CaseFacts): boolean {
  try {
    checkPlace(asker, facts)
    return true
  } catch {
    return false
  }
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
    state: context.state,
    applicant: applicantOf(scene),
    clocks: startedClocks(clocks),
    toldDueOn: context.state.told.at(-1)?.dueOn ?? null,
    materials: materialsOf(scene),
    notice: noticeOf(scene, clocks.waiting),
    approval: approvalOf(scene, people),
    decision: decisionOf(scene, isOnTime(context, context.state, clocks)),
    delivery: findLast(standingEvents(events), 'case.delivered'),
    agency: agencyOf(scene),
    papers: readCasePapers(tx, facts.id, people),
    events: events.map((event) => ({
      event,
      by: people(event.actor),
      text: textOf(event),
      isVoided: voided.has(event.id),
    })),
    orders: readOrdersOf(tx, scene.asker, facts.id),
    ...transfersOf(scene),
    ...subtasksOf(scene),
    checkers: checkersOf(scene),
    actions: actionsOf(scene),
  }
  return scene.asker.actor === 'leader' ? withoutPerson(detail) : detail
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
  if (asker.staff === null || !possibleActs(context).includes('record_check')) return []
  return findCheckers(tx, asker.staff.id).map(({ id, displayName }) => ({ id, name: displayName }))
}

function applicantOf({ tx, facts }: CaseScene): CaseDetailFacts['applicant'] {
  const idNo = openPersonField(tx, facts.person, 'idNo')
  const phone = openPersonField(tx, facts.person, 'phone')
  return {
    name: facts.nameMasked,
    idNo: idNo === null ? null : maskIdNumber(idNo),
    phone: phone === null ? null : maskPhone(phone),
    village: findPersonVillage(tx, facts.person),
    hasAddress: openPersonField(tx, facts.person, 'address') !== null,
  }
}

function materialsOf({ tx, facts, item, context }: CaseScene): MaterialLine[] {
  const files = findCaseFiles(tx, facts.id)
  return item.content.materials.map((material) => {
    const mark = context.state.materials.find(({ name }) => name === material.name)
    return {
      material,
      state: mark?.state ?? 'missing',
      promisedOn: mark?.promisedOn ?? null,
      files: files.filter(({ role }) => role === material.name),
    }
  })
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

function agencyOf({ tx, facts, context }: CaseScene): AgencyLine | null {
  const row = findAgency(tx, facts.id)
  if (row === undefined) return null
  const { agentName, relation, powers, until, capturedAt, isRelative } = row
  const delay = handUpWorkdays(context.calendar, capturedAt, facts.receivedAt)
  return { agent: agentName, relation, powers, until, capturedAt, isRelative, handUpWorkdays: delay }
}

/** What this person may do now: the table of acts, less what waits for a signature (C401, C403). */
function actionsOf({ context, asker }: CaseScene): CaseAction[] {
  const { state } = context
  const pending = state.pending === null ? null : SIGNED_ACT[state.pending.kind]
  const offered = possibleActs(context).filter((action) => {
    if (!BUILT.has(action)) return false
    const isSigned = Object.values(SIGNED_ACT).some((signed) => signed === action)
    const signs = asker.actor === 'supervisor' || asker.actor === 'leader'
    // A signer may only sign what is asked; who asks does not ask twice.
    return !isSigned || signs === (pending === action)
  })
  return offered.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** What carries a case on stands first; what ends or delays it comes after. */
const USUAL_FIRST: readonly CaseAction[] = [
  'accept',
  'finish_on_spot',
  'take_over',
  'hand_in',
  'take',
  'decide',
  'deliver',
]

function rankOf(action: CaseAction): number {
  const place = USUAL_FIRST.indexOf(action)
  return place < 0 ? USUAL_FIRST.length : place
}

/** The acts that have a route; the others of the table come with their own screens. */
const BUILT: ReadonlySet<CaseAction> = new Set([
  'convert',
  'finish_on_spot',
  'not_applicable',
  'refuse',
  'request_supplement',
  'hand_in',
  'accept',
  'take',
  'pause',
  'resume',
  'extend',
  'transfer',
  'decide',
  'deliver',
  'withdraw',
  'urge',
  'supervise',
  'shelve',
  'tell_result',
  'add_note',
  'return_case',
  'take_over',
  'send_back',
  'record_check',
  'report_up',
  'forward',
  'record_result',
  'void',
  'correct',
])

// A delivery's words name the receiver and are shown only through a reveal.
function textOf(event: StoredEvent): string | null {
  if (event.type === 'case.delivered') return event.payload.receiver
  if (event.text !== null) return event.text
  if (event.type === 'approval.requested') return event.payload.proposal.reason
  return 'reason' in event.payload && event.payload.reason !== '' ? String(event.payload.reason) : null
}

function findLast<Type extends CaseEvent['type']>(
  events: readonly StoredEvent[],
  type: Type,
): (StoredEvent & CaseEvent<Type>) | null {
  return (events.findLast((event) => event.type === type) ?? null) as (StoredEvent & CaseEvent<Type>) | null
}

import type { ClockView } from '@counter/shared/contract/case-clock'
import type { CaseEventView } from '@counter/shared/contract/case-event'
import type { CaseList, LightCounts } from '@counter/shared/contract/case-lists'
import type { CaseFile, CaseMaterial } from '@counter/shared/contract/case-material'
import type { CaseRow } from '@counter/shared/contract/case-row'
import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import type { PaperLine } from '@counter/shared/contract/paper-line'
import type { Receipt } from '@counter/shared/contract/receipt'
import type { ClockReading, DueReasons, Segment } from '@counter/shared/vocabulary/clock'
import type { z } from 'zod'
import type {
  CaseDetailFacts,
  EventLine,
  FileLine,
  MaterialLine,
} from '../usecases/cases/case-detail-facts.ts'
import type { CaseLine } from '../usecases/cases/case-lines.ts'
import type { CasePaperLine } from '../usecases/cases/case-papers.ts'
import type { CaseListPage } from '../usecases/cases/list-cases.ts'
import type { ReceiptFacts } from '../usecases/cases/paper-facts.ts'
import type { Counters } from '../usecases/cases/read-board.ts'
import { toDuplicates } from './duplicate-views.ts'
import { toOrderRow } from './order-views.ts'
import { toRelation } from './relation-views.ts'
import { toWording } from './wording-views.ts'

export function toCaseRow({ facts, light, pause, dueOn, left, overdue, isProvisional }: CaseLine): CaseRow {
  return {
    id: facts.id,
    number: facts.number,
    item: facts.item,
    itemName: facts.itemName,
    applicant: facts.nameMasked,
    status: facts.status,
    caseType: facts.caseType,
    unit: facts.unit,
    unitName: facts.unitName,
    channel: facts.channel,
    village: facts.village,
    villageName: facts.villageName,
    flags: [...facts.flags],
    light,
    clockKind: facts.clockKind,
    clockState: facts.clockState,
    pause,
    dueOn,
    dueAt: facts.dueAt,
    yellowAt: facts.yellowAt,
    left,
    overdue,
    isProvisional,
    receivedAt: facts.receivedAt,
    handler: facts.handlerName,
    version: facts.rev,
  }
}

export function toCaseList({ lines, next, counters, recounting }: CaseListPage): z.infer<typeof CaseList> {
  return {
    items: lines.map(toCaseRow),
    next,
    ...(counters === null ? {} : { counts: toLightCounts({ lights: counters }) }),
    ...(recounting === 0 ? {} : { recounting }),
  }
}

export function toLightCounts({ lights }: Pick<Counters, 'lights'>): LightCounts {
  const { green, yellow, red, paused, none, done } = lights
  return { green, yellow, red, paused, none, done }
}

export function toSegment({ from, to, reason, name, counted, chargedTo, eventId }: Segment) {
  return { from, to, reason, name, counted, chargedTo, eventId }
}

function toReasons({ extended, nominalOn, isDeemed, isCut, notices }: DueReasons): ClockView['reasons'] {
  return { extended, nominalOn, isDeemed, isCut, notices: [...notices] }
}

export function toClock<Kind extends string>(
  reading: ClockReading<Kind>,
): Omit<ClockView, 'kind'> & { kind: Kind } {
  return {
    kind: reading.kind,
    state: reading.state,
    limit: { value: reading.limit.value, unit: reading.limit.unit },
    startedOn: reading.startedOn,
    dueOn: reading.dueOn,
    dueAt: reading.dueAt,
    yellowAt: reading.yellowAt,
    used: reading.used,
    left: reading.left,
    overdue: reading.overdue,
    provisional: reading.provisional,
    segments: reading.segments.map(toSegment),
    reasons: toReasons(reading.reasons),
  }
}

function toMaterial({ material, state, promisedOn, files }: MaterialLine): CaseMaterial {
  const { name, original, copies, required, deferrable, source } = material
  return {
    name,
    original,
    copies,
    required,
    deferrable,
    source,
    state,
    promisedOn,
    files: files.map(toFile),
  }
}

function toFile({ file, by, at }: FileLine): CaseFile {
  const { sha256, size, mime, isStored } = file
  return { sha256, size, mime, isStored, by, at }
}

function toEvent({ event, by, text, items, isVoided }: EventLine): z.infer<typeof CaseEventView> {
  const { id, rev, type, occurredAt, recordedAt, from, to, lateReason } = event
  const line = { id, rev, type, occurredAt, recordedAt, by, from, to, text, lateReason, isVoided }
  if (!('moves' in event.payload)) return line
  const moves = event.payload.moves.map((move) => ({ kind: move.kind, from: move.from, to: move.to }))
  return { ...line, moves, ...(items === null ? {} : { items: { from: items.from, to: items.to } }) }
}

/** A paper as the page of its case or letter names it, with its trail. */
export function toPaperLine({ id, kind, number, madeAt, prints }: CasePaperLine): PaperLine {
  return { id, kind, number, madeAt, prints: prints.map(({ nth, way, at, by }) => ({ nth, way, at, by })) }
}

function toNewer(newer: CaseDetailFacts['newerItem']): CaseDetail['itemMark']['newer'] {
  if (newer === null) return null
  const { version, effectiveFrom, changed } = newer
  return { version, effectiveFrom, changed: [...changed] }
}

/** The case page; the address is told as the village only, the rest masked (C1108). */
export function toCaseDetail(facts: CaseDetailFacts): CaseDetail {
  const { line, applicant, item, state } = facts
  return {
    row: toCaseRow(line),
    applicant: {
      name: applicant.name,
      idNo: applicant.idNo,
      phone: applicant.phone,
      village: applicant.village,
      address: applicant.hasAddress ? (line.facts.villageName ?? '***') : null,
      contact: applicant.hasContact ? '***' : null,
    },
    ticketId: line.facts.ticket,
    itemVersion: item.version,
    itemMark: { isUnverified: item.content.verify, newer: toNewer(facts.newerItem) },
    clocks: facts.clocks.map(toClock),
    oldNumber: facts.oldNumber,
    exchange:
      facts.exchange == null ? null : { number: facts.exchange.number, result: facts.exchange.result },
    toldDueOn: facts.toldDueOn,
    materials: facts.materials.map(toMaterial),
    otherFiles: facts.otherFiles.map(toFile),
    notice: toNotice(facts),
    approval: toApproval(facts),
    decision: toDecision(facts),
    delivery: toDelivery(facts),
    agency: toAgency(facts),
    relation: toRelation(facts.relation),
    charged: { resident: facts.charged.resident, thirdParty: facts.charged.thirdParty },
    legs: facts.legs.map(({ unit, from, to, days }) => ({ unit, from, to, days })),
    handOver: facts.handOver,
    subtasks: facts.subtasks.map(({ id, unitName, content, dueOn, how, result, isPledge }) => ({
      id,
      unitName,
      content,
      dueOn,
      how,
      result,
      isPledge,
    })),
    maySubtask: { open: facts.maySubtask.open, waive: facts.maySubtask.waive },
    duplicates: toDuplicates(facts.duplicates),
    checkers: facts.checkers.map(({ id, name }) => ({ id, name })),
    papersStopClock: facts.papersStopClock,
    pauseReasons: [...item.content.pauseReasons],
    pointReceived:
      facts.pointReceived === null
        ? null
        : { at: facts.pointReceived.at, names: [...facts.pointReceived.names] },
    orders: facts.orders.map(toOrderRow),
    papers: facts.papers.map(toPaperLine),
    events: facts.events.map(toEvent),
    actions: state.status === 'draft' ? [] : [...facts.actions],
  }
}

function toNotice({ notice }: CaseDetailFacts): CaseDetail['notice'] {
  if (notice === null) return null
  const { number, at, lines, where, until, isProvisional } = notice
  return {
    number,
    at,
    materials: lines.map(({ name, problem }) => ({ name, how: problem })),
    where,
    until,
    isProvisional,
  }
}

function toApproval({ approval, state }: CaseDetailFacts): CaseDetail['approval'] {
  if (approval === null || state.pending === null) return null
  return { kind: state.pending.kind, by: approval.by, at: approval.at, reason: approval.reason }
}

function toDecision({ decision, state }: CaseDetailFacts): CaseDetail['decision'] {
  if (decision === null || state.decision === null) return null
  return {
    decision: state.decision,
    result: decision.result,
    at: decision.at,
    isOnTime: decision.isOnTime,
  }
}

function toDelivery({ delivery }: CaseDetailFacts): CaseDetail['delivery'] {
  if (delivery === null) return null
  const { way, receiver } = delivery.payload
  return { way, receiver, at: delivery.occurredAt }
}

function toAgency({ agency }: CaseDetailFacts): CaseDetail['agency'] {
  if (agency === null) return null
  const { agent, relation, powers, until, capturedAt, isRelative, handUpWorkdays, isHandUpLate } = agency
  return {
    agent,
    relation,
    powers: [...powers],
    until,
    capturedAt,
    claim: toClaim(agency.claim),
    isRelative,
    isUrgent: agency.isUrgent,
    papers: agency.papers.map(({ name, form, count }) => ({ name, form, count })),
    handUpWorkdays,
    isHandUpLate,
    revokedAt: agency.revokedAt,
  }
}

const MINUTE_MS = 60_000

function toClaim(claim: NonNullable<CaseDetailFacts['agency']>['claim']) {
  if (claim === null) return null
  const { claimedAt, offsetMs, confidence, isUnsure, from, to } = claim
  return { claimedAt, aheadMinutes: Math.round(-offsetMs / MINUTE_MS), confidence, isUnsure, from, to }
}

export function toReceipt(facts: ReceiptFacts): Receipt {
  return {
    id: facts.id,
    kind: facts.kind,
    of: facts.of ?? 'case',
    paperNumber: facts.paperNumber,
    nth: facts.nth,
    madeAt: facts.madeAt,
    centre: facts.centre,
    caseNumber: facts.caseNumber,
    queryCode: facts.queryCode,
    token: facts.token,
    link: facts.link,
    itemName: facts.itemName,
    applicant: facts.applicant,
    unitName: facts.unitName,
    receivedAt: facts.receivedAt,
    dueAt: facts.dueAt,
    dueOn: facts.dueOn,
    isProvisional: facts.isProvisional,
    statutoryDueOn: facts.statutoryDueOn,
    explanation: facts.explanation.map(toSegment),
    reasons: facts.reasons === null || facts.reasons === undefined ? null : toReasons(facts.reasons),
    unit: facts.unit ?? null,
    materials: facts.materials.map(({ name, state, how, promisedOn = null }) => ({
      name,
      state,
      how,
      ...(promisedOn === null ? {} : { promisedOn }),
    })),
    points: facts.points.map(({ point, text }) => ({ point, text })),
    until: facts.until,
    where: facts.where,
    by: facts.by,
    consultPhone: facts.consultPhone,
    supervisionPhone: facts.supervisionPhone,
    wording: facts.wording ? toWording(facts.wording) : null,
  }
}

export function toCaseAnswer(shown: CaseDetail, receipt: ReceiptFacts | null): CaseAnswer {
  return { case: shown, receipt: receipt === null ? null : toReceipt(receipt) }
}

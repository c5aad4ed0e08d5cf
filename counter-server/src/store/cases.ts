import type { CaseId } from '@counter/shared/vocabulary/ids'
import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { insertRow, updateRow } from './bulk-rows.ts'
import { cases, person } from './schema/cases.ts'
import { staff } from './schema/people.ts'
import { unit, village } from './schema/township.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'
import { findJoinedByCode, findJoinedByToken, findJoinedLooks } from './village-joined.ts'

type Row = typeof cases.$inferSelect

/** What the events of a case make of its row; the rest is given once, at the receipt (C301). */
export type CaseProjection = Pick<
  Row,
  | 'item'
  | 'itemVersion'
  | 'caseType'
  | 'channel'
  | 'village'
  | 'unit'
  | 'handler'
  | 'status'
  | 'isOpen'
  | 'flags'
  | 'receivedAt'
  | 'registeredAt'
  | 'acceptedAt'
  | 'decidedAt'
  | 'endedAt'
  | 'clockKind'
  | 'clockState'
  | 'dueOn'
  | 'dueAt'
  | 'yellowAt'
  | 'clockUnit'
  | 'clockFrom'
  | 'isProvisional'
  | 'pausedClock'
  | 'bringBy'
  | 'withdrawalAskedAt'
  | 'isOnTime'
  | 'hasApproval'
  | 'handOverDueAt'
  | 'hasOrder'
  | 'hasDuplicate'
  | 'mergedInto'
  | 'resultNews'
  | 'listKey'
  | 'madeWith'
  | 'rev'
>

/** What is given at the receipt and never changes. */
export type CaseIdentity = Omit<Row, keyof CaseProjection>

/** A case as lists and pages need it: its row, without secrets, with the names of its places. */
export type CaseFacts = CaseProjection &
  Omit<CaseIdentity, 'queryCodeLook' | 'tokenHash'> & {
    readonly nameMasked: string
    readonly unitName: string
    readonly villageName: string | null
    readonly handlerName: string | null
  }

const FACTS = {
  id: cases.id,
  number: cases.number,
  item: cases.item,
  itemVersion: cases.itemVersion,
  itemName: cases.itemName,
  caseType: cases.caseType,
  channel: cases.channel,
  village: cases.village,
  person: cases.person,
  ticket: cases.ticket,
  unit: cases.unit,
  handler: cases.handler,
  status: cases.status,
  isOpen: cases.isOpen,
  flags: cases.flags,
  receivedAt: cases.receivedAt,
  registeredAt: cases.registeredAt,
  acceptedAt: cases.acceptedAt,
  decidedAt: cases.decidedAt,
  endedAt: cases.endedAt,
  clockKind: cases.clockKind,
  clockState: cases.clockState,
  dueOn: cases.dueOn,
  dueAt: cases.dueAt,
  yellowAt: cases.yellowAt,
  clockUnit: cases.clockUnit,
  clockFrom: cases.clockFrom,
  isProvisional: cases.isProvisional,
  pausedClock: cases.pausedClock,
  bringBy: cases.bringBy,
  withdrawalAskedAt: cases.withdrawalAskedAt,
  isOnTime: cases.isOnTime,
  hasApproval: cases.hasApproval,
  handOverDueAt: cases.handOverDueAt,
  hasOrder: cases.hasOrder,
  hasDuplicate: cases.hasDuplicate,
  mergedInto: cases.mergedInto,
  resultNews: cases.resultNews,
  listKey: cases.listKey,
  madeWith: cases.madeWith,
  rev: cases.rev,
  nameMasked: person.nameMasked,
  unitName: unit.name,
  villageName: village.name,
  handlerName: staff.displayName,
}

/** Cases in the order of every list: the most urgent first, the ended ones last. */
export function findCasesWhere(tx: Tx, where: SQL | undefined, limit: number): CaseFacts[] {
  return selectCases(tx).where(where).orderBy(asc(cases.listKey), asc(cases.id)).limit(limit).all()
}

// Every reading of cases begins here, so no list shows more than another.
function selectCases({ query }: Pick<Tx, 'query'>) {
  return query
    .select(FACTS)
    .from(cases)
    .innerJoin(person, eq(person.id, cases.person))
    .innerJoin(unit, eq(unit.code, cases.unit))
    .leftJoin(village, eq(village.code, cases.village))
    .leftJoin(staff, eq(staff.id, cases.handler))
}

export function insertCase(tx: Tx, row: CaseIdentity & CaseProjection): void {
  insertRow(tx, cases, row)
}

/** What an act may change of a case's row. */
export type CaseChanges = CaseProjection & Pick<CaseIdentity, 'itemName'>

/** Writes what has changed of the row since `before`: what stays would only write a dozen indexes anew. */
export function saveCase(tx: Tx, id: CaseId, before: CaseChanges, row: CaseChanges): void {
  const changes = changedColumns(before, row)
  if (Object.keys(changes).length > 0) updateRow(tx, cases, id, changes)
}

/** The columns of a row that are not what they were. */
export function changedColumns<Row extends CaseProjection>(before: Row, row: Row): Partial<Row> {
  const names = Object.keys(row) as (keyof Row)[]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(row[name]))
  return Object.fromEntries(changed.map((name) => [name, row[name]])) as Partial<Row>
}

const caseById = statement((query) =>
  selectCases({ query })
    .where(eq(cases.id, sql.placeholder('id')))
    .prepare(),
)

export function findCase(tx: Tx, id: CaseId): CaseFacts | undefined {
  return caseById(tx).get({ id })
}

export function findCaseByNumber(tx: Tx, number: string): CaseFacts | undefined {
  return selectCases(tx).where(eq(cases.number, number)).get()
}

/** The case of a QR link, by the hash of its token (P41). */
export function findCaseIdByToken(tx: Tx, tokenHash: string): CaseId | null {
  const own = tx.query.select({ id: cases.id }).from(cases).where(eq(cases.tokenHash, tokenHash)).get()
  return own?.id ?? findJoinedByToken(tx, tokenHash)
}

/** True for the query code of a case, or of another slip that leads to it (C1103, V64). */
export function hasQueryCode(tx: Tx, id: CaseId, look: string): boolean {
  const own = tx.query.select({ look: cases.queryCodeLook }).from(cases).where(eq(cases.id, id)).get()?.look
  return own === look || findJoinedLooks(tx, id).includes(look)
}

/** The latest case with a query code: an enrolled kiosk takes the code alone (P41). */
export function findCaseIdByCode(tx: Tx, look: string): CaseId | null {
  return (
    tx.query
      .select({ id: cases.id })
      .from(cases)
      .where(eq(cases.queryCodeLook, look))
      .orderBy(desc(cases.receivedAt))
      .limit(1)
      .get()?.id ?? findJoinedByCode(tx, look)
  )
}

/** The latest cases of these people; a person has a handful (C445). */
export function findCasesOfPersons(tx: Tx, persons: readonly string[]): CaseFacts[] {
  if (persons.length === 0) return []
  return selectCases(tx)
    .where(inArray(cases.person, [...persons]))
    .limit(200)
    .all()
}

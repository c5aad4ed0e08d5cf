import type { Light } from '@counter/shared/vocabulary/case'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { LetterChannel, LetterStatus } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, gt, gte, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import { person } from './schema/cases.ts'
import { letter } from './schema/letters.ts'
import { staff } from './schema/people.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

type Row = typeof letter.$inferSelect

/** What is given when the letter is registered and never changes. */
export type LetterIdentity = Pick<Row, 'id' | 'number' | 'person' | 'queryCodeLook' | 'tokenHash'>

/** What the events of a letter make of its row (C301). */
export type LetterProjection = Omit<Row, keyof LetterIdentity>

/** A letter as lists and pages need it, without its secrets. */
export type LetterFacts = LetterProjection &
  Pick<LetterIdentity, 'id' | 'number'> & {
    /** Who wrote it, as far as is known now; null for somebody who gave no name. */
    readonly person: string | null
    /** 王*国, or null for somebody who gave no name. */
    readonly nameMasked: string | null
    readonly unitName: string | null
    readonly handlerName: string | null
  }

/** The first sign of `list_key`: of letters that wait for an answer, and of those that nobody has to answer any more. */
const WAITING_KEY = '1'
const ANSWERED_KEY = '2'

// Both bounds, so that no plan walks through the archive.
function isWaiting(): SQL | undefined {
  return and(gte(letter.listKey, WAITING_KEY), lt(letter.listKey, ANSWERED_KEY))
}

export interface LetterFilter {
  readonly unit?: UnitCode | undefined
  readonly channel?: LetterChannel | undefined
  readonly status?: LetterStatus | undefined
  readonly light?: Light | undefined
  readonly hasOrder?: true | undefined
  /** True: still to be answered; false: answered or gone elsewhere; else both. */
  readonly isOpen?: boolean | undefined
  readonly after?: { readonly listKey: string; readonly id: string } | undefined
  readonly limit: number
}

/** Lists letters: what has to be answered by due instant, then what was answered, newest first (U34). */
export function findLetters(tx: Tx, filter: LetterFilter): LetterFacts[] {
  return selectLetters(tx)
    .where(and(...conditions(tx, filter)))
    .orderBy(asc(letter.listKey), asc(letter.id))
    .limit(filter.limit)
    .all()
}

function conditions(tx: Tx, filter: LetterFilter): SQL[] {
  const { unit: of, channel, status, light, hasOrder, isOpen, after } = filter
  return [
    of && eq(letter.unit, of),
    channel && eq(letter.channel, channel),
    status && eq(letter.status, status),
    hasOrder && eq(letter.hasOrder, true),
    isOpen === undefined ? undefined : isOpen ? isWaiting() : gte(letter.listKey, ANSWERED_KEY),
    light && sql`${lightOf(tx.at)} = ${light}`,
    after && sql`(${letter.listKey}, ${letter.id}) > (${after.listKey}, ${after.id})`,
  ].filter((each): each is SQL => each !== undefined && typeof each !== 'string')
}

// The same facts as `lightAt`, in the words of the database (C701, U34).
function lightOf(now: Instant): SQL {
  return sql`CASE
    WHEN ${letter.clockKind} IS NULL THEN 'none'
    WHEN ${letter.clockState} = 'stopped' OR ${letter.dueAt} IS NULL THEN 'done'
    WHEN ${letter.dueAt} < ${now} THEN 'red'
    WHEN ${letter.yellowAt} IS NOT NULL AND ${letter.yellowAt} <= ${now} THEN 'yellow'
    ELSE 'green' END`
}

/** Letters that wait for an answer under each light, of one unit or of all. */
export function countLetterLights(
  tx: Tx,
  of: UnitCode | null,
): readonly { readonly light: Light; readonly n: number }[] {
  const own = of === null ? undefined : eq(letter.unit, of)
  return tx.query
    .select({ light: sql<Light>`${lightOf(tx.at)}`.as('light'), n: sql<number>`count(*)` })
    .from(letter)
    .where(and(isWaiting(), own))
    .groupBy(sql`light`)
    .limit(10)
    .all()
}

function selectLetters(tx: Tx) {
  const { queryCodeLook: _, tokenHash: __, ...columns } = letterColumns
  return tx.query
    .select({
      ...columns,
      nameMasked: person.nameMasked,
      unitName: unit.name,
      handlerName: staff.displayName,
    })
    .from(letter)
    .leftJoin(person, eq(person.id, WRITER))
    .leftJoin(unit, eq(unit.code, letter.unit))
    .leftJoin(staff, eq(staff.id, letter.handler))
}

// As registered, until a correction names somebody else or nobody (C302).
const WRITER = sql<
  string | null
>`CASE WHEN ${letter.writerEvent} IS NULL THEN ${letter.person} ELSE ${letter.writerPerson} END`

const letterColumns = {
  id: letter.id,
  number: letter.number,
  channel: letter.channel,
  topic: letter.topic,
  person: WRITER,
  status: letter.status,
  flags: letter.flags,
  unit: letter.unit,
  handler: letter.handler,
  externalNumber: letter.externalNumber,
  original: letter.original,
  receivedAt: letter.receivedAt,
  repliedAt: letter.repliedAt,
  endedAt: letter.endedAt,
  way: letter.way,
  satisfied: letter.satisfied,
  clockKind: letter.clockKind,
  clockState: letter.clockState,
  dueOn: letter.dueOn,
  dueAt: letter.dueAt,
  yellowAt: letter.yellowAt,
  isProvisional: letter.isProvisional,
  isOnTime: letter.isOnTime,
  hasOrder: letter.hasOrder,
  publishedAt: letter.publishedAt,
  publishedText: letter.publishedText,
  writerEvent: letter.writerEvent,
  writerPerson: letter.writerPerson,
  nextMarkAt: letter.nextMarkAt,
  listKey: letter.listKey,
  madeWith: letter.madeWith,
  queryCodeLook: letter.queryCodeLook,
  tokenHash: letter.tokenHash,
  rev: letter.rev,
}

export function insertLetter(tx: Tx, row: LetterIdentity & LetterProjection): void {
  tx.query.insert(letter).values(row).run()
}

export function saveLetter(tx: Tx, id: string, projection: LetterProjection): void {
  tx.query.update(letter).set(projection).where(eq(letter.id, id)).run()
}

export function findLetter(tx: Tx, id: string): LetterFacts | undefined {
  return selectLetters(tx).where(eq(letter.id, id)).get()
}

export function findLetterByNumber(tx: Tx, number: string): LetterFacts | undefined {
  return selectLetters(tx).where(eq(letter.number, number)).get()
}

/** The letter of a link, by the hash of its token (P41). */
export function findLetterIdByToken(tx: Tx, tokenHash: string): string | null {
  return (
    tx.query.select({ id: letter.id }).from(letter).where(eq(letter.tokenHash, tokenHash)).get()?.id ?? null
  )
}

/** The letter with this number and this query code, by its look-up (C1103). */
export function findLetterIdByCode(tx: Tx, number: string, look: string): string | null {
  const row = tx.query
    .select({ id: letter.id, look: letter.queryCodeLook })
    .from(letter)
    .where(eq(letter.number, number))
    .get()
  return row?.look === look ? row.id : null
}

/** Letters with a crossing that has come and no mark for it (C521). */
export function findLettersWithDueMark(tx: Tx, limit: number): string[] {
  return idsWhere(tx, lte(letter.nextMarkAt, tx.at), limit)
}

/** Letters that wait for an answer and were counted with other rules than these (C305). */
export function findLettersMadeOtherwise(tx: Tx, madeWith: string, limit: number): string[] {
  const where = and(isWaiting(), ne(letter.madeWith, madeWith))
  return idsWhere(tx, where, limit)
}

/** Letters that wait for an answer, in the order of ids after one of them. */
export function findWaitingLetters(tx: Tx, after: string, limit: number): string[] {
  return tx.query
    .select({ id: letter.id })
    .from(letter)
    .where(and(isWaiting(), gt(letter.id, after)))
    .orderBy(asc(letter.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

/** The letters after an id, for a reading of all of them. */
export function findLetterIds(tx: Tx, after: string, limit: number): string[] {
  return tx.query
    .select({ id: letter.id })
    .from(letter)
    .where(gt(letter.id, after))
    .orderBy(asc(letter.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

function idsWhere(tx: Tx, where: SQL | undefined, limit: number): string[] {
  return tx.query
    .select({ id: letter.id })
    .from(letter)
    .where(where)
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

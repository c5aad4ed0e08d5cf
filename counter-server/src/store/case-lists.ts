import type { CaseChannel, CaseStatus, CaseType, Light } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { ResultNews } from '@counter/shared/vocabulary/result'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { type CaseFacts, findCasesWhere } from './cases.ts'
import type { personsWith } from './persons.ts'
import { cases } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** Where a list goes on: the place of the last line shown (N3). */
export interface CaseCursor {
  readonly listKey: string
  readonly id: string
}

export interface CaseFilter {
  readonly unit?: UnitCode | undefined
  readonly handler?: StaffId | undefined
  readonly village?: VillageCode | undefined
  readonly item?: ItemCode | undefined
  /** Any of these. */
  readonly items?: readonly ItemCode[] | undefined
  readonly status?: readonly CaseStatus[] | undefined
  readonly light?: Light | undefined
  readonly channel?: CaseChannel | undefined
  readonly caseType?: CaseType | undefined
  readonly hasApproval?: true | undefined
  readonly hasOrder?: true | undefined
  readonly hasDuplicate?: true | undefined
  readonly resultNews?: ResultNews | undefined
  /** Transferred, and not taken over in time (C802). */
  readonly isNotTaken?: true | undefined
  readonly isOpen?: boolean | undefined
  readonly persons?: ReturnType<typeof personsWith> | undefined
  readonly numbers?: readonly string[] | undefined
  readonly after?: CaseCursor | undefined
  readonly limit: number
}

/** The first sign of `list_key` of ended cases. */
export const ENDED_KEY = '3'

const LATEST_MS = 9_999_999_999_999

/** The `list_key` of a case that ended at a moment: the newest ones come first. */
export function endedKey(at: Instant): string {
  return `${ENDED_KEY}${String(LATEST_MS - toMs(at)).padStart(13, '0')}`
}

/** Lists cases, the most urgent first; the light is judged at the time of the transaction (C503, U34). */
export function findCases(tx: Tx, filter: CaseFilter): CaseFacts[] {
  const { persons, limit } = filter
  const stretches = stretchesOf(filter)
  const [only] = stretches
  if (only !== undefined && stretches.length === 1 && persons === undefined)
    return findCasesWhere(tx, and(...conditions(tx, only)), limit)
  // A common name has hundreds of cases, which are put in order before any of them is read whole.
  const firsts = stretches.flatMap((each) => firstPlaces(tx, and(...conditions(tx, each)), limit))
  const places = firsts.toSorted((a, b) => compareTexts(a.listKey, b.listKey) || compareTexts(a.id, b.id))
  return findCasesByIds(
    tx,
    places.slice(0, limit).map(({ id }) => id),
  )
}

// The cases of one item or one status lie in order in an index, so of each only the first ones are read. Asked for several
// at once the database would read all of them and put them in order.
function stretchesOf({ items, status, ...filter }: CaseFilter): CaseFilter[] {
  const ofItems = items === undefined ? [filter] : items.map((item) => ({ ...filter, item }))
  if (status === undefined) return ofItems
  return ofItems.flatMap((each) => status.map((one) => ({ ...each, status: [one] })))
}

function firstPlaces(tx: Tx, where: SQL | undefined, limit: number) {
  return tx.query
    .select({ id: cases.id, listKey: cases.listKey })
    .from(cases)
    .where(where)
    .orderBy(asc(cases.listKey), asc(cases.id))
    .limit(limit)
    .all()
}

// By code unit, as the index orders them.
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Rows by id, for screens that hear of single changes. */
export function findCasesByIds(tx: Tx, ids: readonly CaseId[]): CaseFacts[] {
  return ids.length === 0 ? [] : findCasesWhere(tx, inArray(cases.id, [...ids]), ids.length)
}

function conditions(tx: Tx, filter: CaseFilter): SQL[] {
  const { status, light, isOpen, persons, after } = filter
  const open =
    isOpen === true
      ? and(gte(cases.listKey, '1'), lt(cases.listKey, ENDED_KEY))
      : gte(cases.listKey, ENDED_KEY)
  return [
    ...sameAs(filter),
    filter.isNotTaken && lt(cases.handOverDueAt, tx.at),
    status && inArray(cases.status, [...status]),
    light && clockOf(light),
    light && sql`${lightOf(tx.at)} = ${light}`,
    ...(light === undefined ? [] : keysOf(light, tx.at)),
    isOpen === undefined ? undefined : open,
    persons && inArray(cases.person, persons),
    after && sql`(${cases.listKey}, ${cases.id}) > (${after.listKey}, ${after.id})`,
  ].filter((each): each is SQL => each !== undefined && typeof each !== 'string')
}

// What a row has to be, value by value.
function sameAs({ unit, village, item, channel, caseType, numbers, ...rest }: CaseFilter) {
  const { hasApproval, hasOrder, hasDuplicate, resultNews } = rest
  return [
    rest.handler && sql`${cases.handler} = ${rest.handler}`,
    unit && eq(cases.unit, unit),
    village && eq(cases.village, village),
    item && eq(cases.item, item),
    channel && eq(cases.channel, channel),
    caseType && eq(cases.caseType, caseType),
    numbers && inArray(cases.number, [...numbers]),
    // Written out, because a partial index is taken only when its condition stands in the statement.
    hasApproval && sql`${cases.hasApproval} = 1`,
    hasOrder && sql`${cases.hasOrder} = 1`,
    hasDuplicate && sql`${cases.hasDuplicate} = 1`,
    resultNews && eq(cases.resultNews, resultNews),
  ]
}

// Lists begin with the running clocks by due instant, so a light lies in one stretch of them and no other row is read.
function keysOf(light: Light, now: Instant): SQL[] {
  if (light === 'red') return [gte(cases.listKey, '1'), lt(cases.listKey, `1${now}`)]
  if (light === 'green' || light === 'yellow') return [gte(cases.listKey, `1${now}`), lt(cases.listKey, '2')]
  return [gte(cases.listKey, '2')]
}

// What stands still, has stopped or never began lies in one stretch of an index by the state of the clock.
function clockOf(light: Light): SQL | undefined {
  if (light === 'paused') return eq(cases.clockState, 'paused')
  if (light === 'done') return eq(cases.clockState, 'stopped')
  return light === 'none' ? isNull(cases.clockState) : undefined
}

// The same facts as `lightAt`, in the words of the database, so that list, board and counters agree (C701, U34).
function lightOf(now: Instant): SQL {
  return sql`CASE
    WHEN ${cases.clockKind} IS NULL THEN 'none'
    WHEN ${cases.clockState} = 'paused' THEN 'paused'
    WHEN ${cases.clockState} = 'stopped' OR ${cases.dueAt} IS NULL THEN 'done'
    WHEN ${cases.dueAt} < ${now} THEN 'red'
    WHEN ${cases.yellowAt} IS NOT NULL AND ${cases.yellowAt} <= ${now} THEN 'yellow'
    ELSE 'green' END`
}

/** The cases that their residents want withdrawn, the longest waiting first (V73). */
export function findAskedWithdrawals(tx: Tx, unit: UnitCode | undefined, limit: number): CaseFacts[] {
  const ids = tx.query
    .select({ id: cases.id })
    .from(cases)
    .where(and(isNotNull(cases.withdrawalAskedAt), unit && eq(cases.unit, unit)))
    .orderBy(asc(cases.withdrawalAskedAt), asc(cases.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
  const found = new Map(findCasesByIds(tx, ids).map((each) => [each.id, each]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** How many open cases wait for a second signature. */
export function countApprovals(tx: Tx): number {
  const where = sql`${cases.hasApproval} = 1 AND ${cases.listKey} < ${ENDED_KEY}`
  return tx.query.select({ count: sql<number>`count(*)` }).from(cases).where(where).get()?.count ?? 0
}

/** How many results of a place wait, by whether their residents know. */
export function countResults(
  tx: Tx,
  { unit, village }: Pick<CaseFilter, 'unit' | 'village'>,
): Record<ResultNews, number> {
  const counts = { to_call: 0, told: 0, unreached: 0 }
  const where = and(isNotNull(cases.resultNews), ...onlyOf({ unit, village }))
  const rows = tx.query
    .select({ news: cases.resultNews, count: sql<number>`count(*)` })
    .from(cases)
    .where(where)
    .groupBy(cases.resultNews)
    .limit(10)
    .all()
  for (const { news, count } of rows) if (news !== null) counts[news] = count
  return counts
}

function onlyOf({ unit, village }: Pick<CaseFilter, 'unit' | 'village'>): SQL[] {
  return [
    ...(unit === undefined ? [] : [eq(cases.unit, unit)]),
    ...(village === undefined ? [] : [eq(cases.village, village)]),
  ]
}

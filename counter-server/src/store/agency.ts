import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { seal } from './crypto.ts'
import { agency, cases, consultation, logBook, person } from './schema/cases.ts'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

/** The authority a resident gave the agent (V9 to V13). */
export interface AgencyFacts {
  readonly village: VillageCode
  readonly agent: StaffId
  readonly relation: string
  readonly powers: readonly string[]
  readonly until: PlainDate
  readonly signedAs: 'glass' | 'paper' | 'fingerprint'
  /** SHA-256 of the signature's picture. */
  readonly signature: string
  readonly witness: string | null
  readonly allowsDeputy: boolean
  readonly consentVersion: number
  readonly isRelative: boolean
  readonly capturedAt: Instant
}

export function insertAgency(tx: Tx, id: CaseId, { witness, ...facts }: AgencyFacts): void {
  const witnessEnc = witness === null ? null : seal(tx.keys, `agency:${id}:witness`, witness)
  tx.query
    .insert(agency)
    .values({ case: id, ...facts, witnessEnc })
    .run()
}

export function findAgency(
  tx: Tx,
  id: CaseId,
): (typeof agency.$inferSelect & { agentName: string }) | undefined {
  const row = tx.query
    .select({ agency, agentName: staff.displayName })
    .from(agency)
    .innerJoin(staff, eq(staff.id, agency.agent))
    .where(eq(agency.case, id))
    .get()
  return row && { ...row.agency, agentName: row.agentName }
}

/** The authority was photographed anew, because its first picture never arrived (V70). */
export function saveAuthorityPicture(tx: Tx, id: CaseId, lost: string, taken: string): void {
  tx.query
    .update(agency)
    .set({ signature: taken })
    .where(and(eq(agency.case, id), eq(agency.signature, lost)))
    .run()
}

/** Gives a village case, or a consultation, the next line of its point's log book; serials have no gaps (V16). */
export function insertLogBookRow(
  tx: Tx,
  row: { village: VillageCode; agent: StaffId } & ({ case: CaseId } | { consultation: string }),
): number {
  const year = Number(civilDate(tx.at).slice(0, 4))
  const last = tx.query
    .select({ serial: sql<number>`coalesce(max(${logBook.serial}), 0)` })
    .from(logBook)
    .where(and(eq(logBook.village, row.village), eq(logBook.year, year)))
    .get()
  const serial = (last?.serial ?? 0) + 1
  tx.query
    .insert(logBook)
    .values({ ...row, year, serial })
    .run()
  return serial
}

/** Whether a case has its line: what was entered from paper has none where nobody was known to have had the phone (V16, V80). */
export function hasLogBookRow(tx: Tx, id: CaseId): boolean {
  return tx.query.select({ at: logBook.serial }).from(logBook).where(eq(logBook.case, id)).get() !== undefined
}

/** One line of the log book as stored: a case, or a consultation (V16). */
export interface LogBookFacts {
  readonly serial: number
  readonly year: number
  readonly village: VillageCode
  readonly agent: string
  readonly case: LogBookCase | null
  readonly consultation: (typeof consultation.$inferSelect & { readonly itemName: string | null }) | null
}

/** What a case of the log book has in its rows. */
export interface LogBookCase {
  readonly id: CaseId
  readonly number: string
  readonly alias: string | null
  readonly applicant: string
  readonly item: ItemCode
  readonly itemVersion: number
  readonly itemName: string
  readonly registeredAt: Instant
  readonly receivedAt: Instant
  readonly status: CaseStatus
  readonly decidedAt: Instant | null
  readonly flags: readonly string[]
  readonly relation: string
  readonly powers: readonly string[]
  readonly until: PlainDate | null
  readonly signedAs: string
}

/** A line of the log book by its place, `05~2026~17`: the phone's ids are no order (V76). */
export function logBookPlace({
  village,
  year,
  serial,
}: Pick<LogBookFacts, 'village' | 'year' | 'serial'>): string {
  return `${village}~${year}~${serial}`
}

/** Which lines: of a point or of all, of a month by its instants, after a line's place. */
export interface LogBookAsked {
  readonly village: VillageCode | null
  readonly within: { readonly from: Instant; readonly before: Instant; readonly year: number } | null
  readonly after: string | null
  readonly limit: number
}

/** The log book of a point, or of all points, newest line first (V16, V17). */
export function findLogBook(tx: Tx, { village, within, after, limit }: LogBookAsked): LogBookFacts[] {
  const where: SQL[] = []
  if (village !== null) where.push(eq(logBook.village, village))
  if (within !== null) where.push(eq(logBook.year, within.year), isWithin(within))
  if (after !== null) {
    const [point = '', year = '0', serial = '0'] = after.split('~')
    where.push(
      sql`(${logBook.village}, ${logBook.year}, ${logBook.serial}) < (${point}, ${Number(year)}, ${Number(serial)})`,
    )
  }
  return tx.query
    .select({
      serial: logBook.serial,
      year: logBook.year,
      village: logBook.village,
      agent: staff.displayName,
      consultation,
      consultedItem: sql<
        string | null
      >`(SELECT i.name FROM item_version i WHERE i.code = ${consultation.item} ORDER BY i.version DESC LIMIT 1)`,
      cases,
      applicant: person.nameMasked,
      alias: sql<string | null>`(SELECT a.alias FROM village_alias a WHERE a."case" = ${cases.id} LIMIT 1)`,
      agency,
    })
    .from(logBook)
    .innerJoin(staff, eq(staff.id, logBook.agent))
    .leftJoin(cases, eq(cases.id, logBook.case))
    .leftJoin(person, eq(person.id, cases.person))
    .leftJoin(agency, eq(agency.case, cases.id))
    .leftJoin(consultation, eq(consultation.id, logBook.consultation))
    .where(and(...where))
    .orderBy(desc(logBook.village), desc(logBook.year), desc(logBook.serial))
    .limit(limit)
    .all()
    .map(({ cases: row, applicant, alias, agency: signed, consultation: told, consultedItem, ...line }) => ({
      ...line,
      case: row && caseOf(row, { applicant: applicant ?? '', alias }, signed),
      consultation: told && { ...told, itemName: consultedItem },
    }))
}

function isWithin({ from, before }: { readonly from: Instant; readonly before: Instant }): SQL {
  const taken = sql`coalesce(${cases.registeredAt}, ${cases.receivedAt}, ${consultation.capturedAt})`
  return sql`${taken} >= ${from} AND ${taken} < ${before}`
}

function caseOf(
  row: typeof cases.$inferSelect,
  { applicant, alias }: { readonly applicant: string; readonly alias: string | null },
  signed: typeof agency.$inferSelect | null,
): LogBookCase {
  const { id, number, item, itemVersion, itemName, receivedAt, status, decidedAt, flags } = row
  const registeredAt = row.registeredAt ?? receivedAt
  const told = { id, number, alias, applicant, item, itemVersion, itemName, registeredAt, receivedAt, status }
  // What was entered again from paper has no authority that anybody could check (V80).
  const { relation = '', powers = [], until = null, signedAs = '' } = signed ?? {}
  return { ...told, decidedAt, flags, relation, powers, until, signedAs }
}

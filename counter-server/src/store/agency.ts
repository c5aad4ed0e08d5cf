import type { CaseId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { seal } from './crypto.ts'
import { agency, cases, logBook, person } from './schema/cases.ts'
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

/** One line of the log book as stored (V16). */
export interface LogBookFacts {
  readonly serial: number
  readonly year: number
  readonly caseId: CaseId
  readonly number: string
  readonly village: VillageCode
  readonly agent: string
  readonly applicant: string
  readonly itemName: string
  readonly registeredAt: Instant
  readonly receivedAt: Instant
  readonly status: string
  readonly noticeAt: Instant | null
  readonly decidedAt: Instant | null
  readonly endedAt: Instant | null
  readonly flags: readonly string[]
}

/** A line of the log book by its place, `05~2026~17`: the phone's ids are no order (V76). */
export function logBookPlace({
  village,
  year,
  serial,
}: Pick<LogBookFacts, 'village' | 'year' | 'serial'>): string {
  return `${village}~${year}~${serial}`
}

/** The log book of a point, or of all points, newest line first (V16, V17). `after` is a line's place. */
export function findLogBook(
  tx: Tx,
  { village, after, limit }: { village: VillageCode | null; after: string | null; limit: number },
): LogBookFacts[] {
  const where: SQL[] = []
  if (village !== null) where.push(eq(logBook.village, village))
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
      caseId: cases.id,
      number: cases.number,
      village: logBook.village,
      agent: staff.displayName,
      applicant: person.nameMasked,
      itemName: cases.itemName,
      registeredAt: sql<Instant>`coalesce(${cases.registeredAt}, ${cases.receivedAt})`,
      receivedAt: cases.receivedAt,
      status: cases.status,
      noticeAt: sql<Instant | null>`(SELECT max(e.occurred_at) FROM case_event e WHERE e."case" = ${cases.id} AND e.type = 'supplement.requested')`,
      decidedAt: cases.decidedAt,
      endedAt: cases.endedAt,
      flags: cases.flags,
    })
    .from(logBook)
    .innerJoin(cases, eq(cases.id, logBook.case))
    .innerJoin(person, eq(person.id, cases.person))
    .innerJoin(staff, eq(staff.id, logBook.agent))
    .where(and(...where))
    .orderBy(desc(logBook.village), desc(logBook.year), desc(logBook.serial))
    .limit(limit)
    .all()
}

import type { BatchOutcome, HandedWay } from '@counter/shared/vocabulary/agency'
import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId, StaffId, TicketId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { PaperTaken } from '../domain/case/material-mark.ts'
import { seal, unseal } from './crypto.ts'
import { cases, person } from './schema/cases.ts'
import { staff } from './schema/people.ts'
import { ticket } from './schema/queue.ts'
import { villageVisit, villageVisitCase } from './schema/village-visits.ts'
import type { Tx } from './tx.ts'

/** A batch visit as stored (V91). */
export interface VisitFacts {
  readonly id: string
  readonly village: VillageCode
  readonly agent: StaffId
  readonly agentName: string
  readonly madeAt: Instant
  readonly ticket: TicketId | null
  readonly ticketNumber: string | null
  readonly confirmedAt: Instant | null
  /** How often its 交接单 was printed or taken as a file. */
  readonly prints: number
}

/** One case of a visit: its line of the 交接单 (V93, V94). */
export interface VisitCase {
  readonly case: CaseId
  readonly number: string
  /** Empty, as its item and its applicant are, until the case has arrived from the phone (V93). */
  readonly status: CaseStatus | null
  readonly itemName: string
  readonly applicant: string
  readonly way: HandedWay
  readonly outcome: BatchOutcome
  /** What lies at the point; once served, what was counted. */
  readonly papers: readonly PaperTaken[]
  /** What the point said, kept when the desk had counted; null before. */
  readonly said: readonly PaperTaken[] | null
  readonly remark: string
  readonly servedAt: Instant | null
}

export function insertVisit(
  tx: Tx,
  visit: { readonly id: string; readonly village: VillageCode; readonly agent: StaffId },
  taken: readonly {
    readonly case: CaseId
    readonly way: HandedWay
    readonly number: string | null
  }[],
): void {
  tx.query
    .insert(villageVisit)
    .values({ ...visit, madeAt: tx.at })
    .run()
  for (const [place, row] of taken.entries())
    tx.query
      .insert(villageVisitCase)
      .values({ ...row, visit: visit.id, place, outcome: 'waiting', papers: [] })
      .run()
}

export function findVisit(tx: Tx, id: string): VisitFacts | undefined {
  const row = tx.query
    .select({ visit: villageVisit, agentName: staff.displayName, ticketNumber: ticket.number })
    .from(villageVisit)
    .innerJoin(staff, eq(staff.id, villageVisit.agent))
    .leftJoin(ticket, eq(ticket.id, villageVisit.ticket))
    .where(eq(villageVisit.id, id))
    .get()
  return row && { ...row.visit, agentName: row.agentName, ticketNumber: row.ticketNumber }
}

/** True of the number that an agent's visit has. */
export function isOfVisit(tx: Tx, ticket: TicketId): boolean {
  const found = tx.query
    .select({ id: villageVisit.id })
    .from(villageVisit)
    .where(eq(villageVisit.ticket, ticket))
    .get()
  return found !== undefined
}

/** The last visit of a point, which its phone shows; null before the first. */
export function findLastVisit(tx: Tx, village: VillageCode): string | null {
  const row = tx.query
    .select({ id: villageVisit.id })
    .from(villageVisit)
    .where(eq(villageVisit.village, village))
    .orderBy(desc(villageVisit.madeAt), desc(villageVisit.id))
    .limit(1)
    .get()
  return row?.id ?? null
}

const MOST_CASES = 50

/** The cases of a visit in the order in which the agent put them. */
export function findVisitCases(tx: Tx, visit: string): VisitCase[] {
  return (
    tx.query
      .select({
        line: villageVisitCase,
        status: cases.status,
        number: cases.number,
        itemName: cases.itemName,
        applicant: person.nameMasked,
      })
      .from(villageVisitCase)
      .innerJoin(villageVisit, eq(villageVisit.id, villageVisitCase.visit))
      // A case of another point has not arrived here, whatever a phone says of it (V4).
      .leftJoin(cases, and(eq(cases.id, villageVisitCase.case), eq(cases.village, villageVisit.village)))
      .leftJoin(person, eq(person.id, cases.person))
      .where(eq(villageVisitCase.visit, visit))
      .orderBy(asc(villageVisitCase.place))
      .limit(MOST_CASES)
      .all()
      .map(({ line: { remarkEnc, visit: _visit, place: _place, ...line }, ...shown }) => ({
        ...line,
        status: shown.status,
        number: shown.number ?? line.number ?? '',
        itemName: shown.itemName ?? '',
        applicant: shown.applicant ?? '',
        remark: remarkEnc === null ? '' : unseal(tx.keys, placeOf(visit, line.case), remarkEnc).toString(),
      }))
  )
}

/** Keeps how one case of a visit ended. */
export function saveVisitCase(
  tx: Tx,
  visit: string,
  served: Pick<VisitCase, 'case' | 'outcome' | 'papers' | 'said' | 'remark'>,
): void {
  const { case: id, outcome, papers, said, remark } = served
  const remarkEnc = remark === '' ? null : seal(tx.keys, placeOf(visit, id), remark)
  tx.query
    .update(villageVisitCase)
    .set({ outcome, papers, said, remarkEnc, servedAt: tx.at })
    .where(and(eq(villageVisitCase.visit, visit), eq(villageVisitCase.case, id)))
    .run()
}

/**
 * What waits on a list under the id that a phone gave it is the case that it was joined to; a list has it once (V93, V80). What
 * both have signed stays as it was signed (V94).
 */
export function moveVisitLines(tx: Tx, phoneCase: CaseId, id: CaseId): void {
  for (const visit of openListsOf(tx, phoneCase)) {
    const line = and(eq(villageVisitCase.visit, visit), eq(villageVisitCase.case, phoneCase))
    const there = and(eq(villageVisitCase.visit, visit), eq(villageVisitCase.case, id))
    const isThere = tx.query
      .select({ visit: villageVisitCase.visit })
      .from(villageVisitCase)
      .where(there)
      .get()
    if (isThere !== undefined) tx.query.delete(villageVisitCase).where(line).run()
    else tx.query.update(villageVisitCase).set({ case: id }).where(line).run()
  }
}

const MOST_LISTS = 200

function openListsOf(tx: Tx, id: CaseId): readonly string[] {
  return tx.query
    .select({ visit: villageVisitCase.visit })
    .from(villageVisitCase)
    .innerJoin(villageVisit, eq(villageVisit.id, villageVisitCase.visit))
    .where(
      and(
        eq(villageVisitCase.case, id),
        eq(villageVisitCase.outcome, 'waiting'),
        isNull(villageVisit.confirmedAt),
      ),
    )
    .limit(MOST_LISTS)
    .all()
    .map(({ visit }) => visit)
}

export function saveVisit(
  tx: Tx,
  id: string,
  change: Partial<Pick<VisitFacts, 'ticket' | 'confirmedAt' | 'prints'>>,
): void {
  tx.query.update(villageVisit).set(change).where(eq(villageVisit.id, id)).run()
}

function placeOf(visit: string, id: CaseId): string {
  return `village_visit_case:${visit}:${id}`
}

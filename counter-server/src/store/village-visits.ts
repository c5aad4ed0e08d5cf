import type { BatchOutcome, HandedWay } from '@counter/shared/vocabulary/agency'
import type { CaseId, StaffId, TicketId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { PaperTaken } from '../domain/case/event.ts'
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
}

/** One case of a visit: its line of the 交接单 (V93, V94). */
export interface VisitCase {
  readonly case: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly way: HandedWay
  readonly outcome: BatchOutcome
  readonly papers: readonly PaperTaken[]
  readonly remark: string
  readonly servedAt: Instant | null
}

export function insertVisit(
  tx: Tx,
  visit: { readonly id: string; readonly village: VillageCode; readonly agent: StaffId },
  taken: readonly {
    readonly case: CaseId
    readonly way: HandedWay
    readonly papers: readonly PaperTaken[]
  }[],
): void {
  tx.query
    .insert(villageVisit)
    .values({ ...visit, madeAt: tx.at })
    .run()
  for (const [place, row] of taken.entries())
    tx.query
      .insert(villageVisitCase)
      .values({ ...row, visit: visit.id, place, outcome: 'waiting' })
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

/** The last visit of a point, which its phone shows; null before the first. */
export function findLastVisit(tx: Tx, village: VillageCode): string | null {
  const row = tx.query
    .select({ id: villageVisit.id })
    .from(villageVisit)
    .where(eq(villageVisit.village, village))
    .orderBy(desc(villageVisit.madeAt))
    .limit(1)
    .get()
  return row?.id ?? null
}

const MOST_CASES = 50

/** The cases of a visit in the order in which the agent put them. */
export function findVisitCases(tx: Tx, visit: string): VisitCase[] {
  return tx.query
    .select({
      line: villageVisitCase,
      number: cases.number,
      itemName: cases.itemName,
      applicant: person.nameMasked,
    })
    .from(villageVisitCase)
    .innerJoin(cases, eq(cases.id, villageVisitCase.case))
    .innerJoin(person, eq(person.id, cases.person))
    .where(eq(villageVisitCase.visit, visit))
    .orderBy(asc(villageVisitCase.place))
    .limit(MOST_CASES)
    .all()
    .map(({ line: { remarkEnc, visit: _visit, place: _place, ...line }, ...shown }) => ({
      ...line,
      ...shown,
      remark: remarkEnc === null ? '' : unseal(tx.keys, placeOf(visit, line.case), remarkEnc).toString(),
    }))
}

/** Keeps how one case of a visit ended. */
export function saveVisitCase(
  tx: Tx,
  visit: string,
  served: Pick<VisitCase, 'case' | 'outcome' | 'papers' | 'remark'>,
): void {
  const { case: id, outcome, papers, remark } = served
  const remarkEnc = remark === '' ? null : seal(tx.keys, placeOf(visit, id), remark)
  tx.query
    .update(villageVisitCase)
    .set({ outcome, papers, remarkEnc, servedAt: tx.at })
    .where(and(eq(villageVisitCase.visit, visit), eq(villageVisitCase.case, id)))
    .run()
}

export function saveVisit(
  tx: Tx,
  id: string,
  change: Partial<Pick<VisitFacts, 'ticket' | 'confirmedAt'>>,
): void {
  tx.query.update(villageVisit).set(change).where(eq(villageVisit.id, id)).run()
}

function placeOf(visit: string, id: CaseId): string {
  return `village_visit_case:${visit}:${id}`
}

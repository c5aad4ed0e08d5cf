import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, count, eq, gte, inArray, isNull } from 'drizzle-orm'
import { villageFinding } from './schema/paper-work.ts'
import { staff } from './schema/people.ts'
import { village } from './schema/township.ts'
import { villageNumber } from './schema/village-numbers.ts'
import type { Tx } from './tx.ts'

/** A number that a phone took along: nobody knows whether it stands on a slip (V80). */
export interface UnseenNumber {
  readonly number: string
  readonly lentAt: Instant
  readonly device: string
  readonly deviceName: string
  readonly village: VillageCode
  readonly villageName: string
  /** Who had the phone when it was last heard; null: nobody ever spoke from it. */
  readonly agent: string | null
  readonly heardAt: Instant | null
  /** What it said then that it had not given out. */
  readonly free: number | null
  readonly lostAt: Instant | null
  readonly revokedAt: Instant | null
}

const MOST = 2000

/** The numbers that lost and withdrawn phones took along, phone by phone (V62, V80). */
export function findUnseenNumbers(tx: Tx): UnseenNumber[] {
  return tx.sql
    .prepare(
      `SELECT n.number, n.lent_at AS lentAt, n.device, d.name AS deviceName, n.village, v.name AS villageName,
         s.display_name AS agent, r.heard_at AS heardAt, r.numbers_free AS free, d.lost_at AS lostAt, d.revoked_at AS revokedAt
       FROM village_number n INDEXED BY village_number_lost
       JOIN device d ON d.id = n.device
       JOIN village v ON v.code = n.village
       LEFT JOIN village_report r ON r.village = n.village AND r.device = n.device
       LEFT JOIN staff s ON s.id = r.agent
       WHERE n.state = 'lost' ORDER BY n.device, n.number LIMIT ${MOST}`,
    )
    .all() as UnseenNumber[]
}

export type FindingRow = typeof villageFinding.$inferSelect

/** Keeps what a restored record lacks; told again it is the same (V56). */
export function insertFinding(tx: Tx, row: Omit<FindingRow, 'foundAt' | 'settledAt' | 'settledBy'>): void {
  const values = { ...row, foundAt: tx.at, settledAt: null, settledBy: null }
  tx.query.insert(villageFinding).values(values).onConflictDoNothing().run()
}

/** True for a finding that was told before, also when it was settled since. */
export function isKnownFinding(tx: Tx, command: CommandId): boolean {
  const where = eq(villageFinding.command, command)
  return tx.query.select({ at: villageFinding.foundAt }).from(villageFinding).where(where).get() !== undefined
}

/** How many findings a phone has brought since then (V95). */
export function countFindings(tx: Tx, device: string, since: Instant): number {
  const where = and(eq(villageFinding.device, device), gte(villageFinding.foundAt, since))
  return tx.query.select({ n: count() }).from(villageFinding).where(where).get()?.n ?? 0
}

export interface FindingFacts extends FindingRow {
  readonly agentName: string
  readonly villageName: string
}

/** What nobody has entered again yet, the oldest first (V56). */
export function findOpenFindings(tx: Tx): FindingFacts[] {
  return tx.query
    .select({ row: villageFinding, agentName: staff.displayName, villageName: village.name })
    .from(villageFinding)
    .innerJoin(staff, eq(staff.id, villageFinding.agent))
    .innerJoin(village, eq(village.code, villageFinding.village))
    .where(isNull(villageFinding.settledAt))
    .orderBy(asc(villageFinding.foundAt), asc(villageFinding.command))
    .limit(MOST)
    .all()
    .map(({ row, ...names }) => ({ ...row, ...names }))
}

/** Settles one by its command; false when it is not open. */
export function saveFindingSettled(tx: Tx, command: CommandId, by: string): boolean {
  const where = and(eq(villageFinding.command, command), isNull(villageFinding.settledAt))
  return (
    tx.query.update(villageFinding).set({ settledAt: tx.at, settledBy: by }).where(where).run().changes === 1
  )
}

/** Everything that is open of one number is settled with its case. */
export function settleFindingsOf(tx: Tx, number: string, by: string): void {
  for (const { command } of findOpenFindings(tx).filter((each) => each.number === number))
    saveFindingSettled(tx, command, by)
}

/** A slip was brought: its number stands on a case now, whatever was thought of it (V62, V80). */
export function saveNumberEntered(tx: Tx, number: string, id: CaseId): void {
  tx.query
    .update(villageNumber)
    .set({ state: 'used', case: id, reasonEnc: null, stateAt: tx.at })
    .where(and(eq(villageNumber.number, number), inArray(villageNumber.state, ['lost', 'void'])))
    .run()
}

/** Who had the phone that a number was lent to, as it was last heard. */
export function findHolder(tx: Tx, { village: point, device }: Pick<UnseenNumber, 'village' | 'device'>) {
  const found = tx.sql
    .prepare('SELECT agent FROM village_report WHERE village = ? AND device = ?')
    .pluck()
    .get(point, device)
  return (found ?? null) as StaffId | null
}

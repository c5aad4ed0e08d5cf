import type { DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { PointAgent, PointPosts } from '../domain/village/on-duty.ts'
import { device, staff } from './schema/people.ts'
import { village } from './schema/township.ts'
import { villageReport } from './schema/village-points.ts'
import type { Tx } from './tx.ts'

type ReportRow = typeof villageReport.$inferSelect

/** What a device says of itself with each request (V46, V88). */
export type DeviceReport = Omit<ReportRow, 'heardAt' | 'attentionSince'>

const DEVICES = 500

/** Keeps what a device says now; true when it says something else than before, beside that it lives. */
export function saveReport(tx: Tx, report: DeviceReport): boolean {
  const { village: point, device } = report
  const before = tx.query
    .select()
    .from(villageReport)
    .where(and(eq(villageReport.village, point), eq(villageReport.device, device)))
    .get()
  const attentionSince = report.attention === 0 ? null : (before?.attentionSince ?? tx.at)
  const row = { ...report, heardAt: tx.at, attentionSince }
  tx.query
    .insert(villageReport)
    .values(row)
    .onConflictDoUpdate({ target: [villageReport.village, villageReport.device], set: row })
    .run()
  return before === undefined || saidBy(before) !== saidBy(row)
}

/** A phone that was lost has given back what stood on no slip: what it said it had is no longer so (V80, V88). */
export function saveNoneFree(tx: Tx, phone: DeviceId): void {
  tx.query.update(villageReport).set({ numbersFree: 0 }).where(eq(villageReport.device, phone)).run()
}

function saidBy({ heardAt: _, clockAheadMs: __, ...said }: ReportRow): string {
  return JSON.stringify(Object.entries(said).sort())
}

/** What is known of a device of a point. */
export interface ReportFacts extends ReportRow {
  readonly agentName: string
}

/** The devices of all points, each as it was last heard; one that was withdrawn owes nobody a word any more (V81, V88). */
export function findReports(tx: Tx): ReportFacts[] {
  return tx.query
    .select({ report: villageReport, agentName: staff.displayName })
    .from(villageReport)
    .innerJoin(staff, eq(staff.id, villageReport.agent))
    .innerJoin(device, and(eq(device.id, villageReport.device), isNull(device.revokedAt)))
    .orderBy(asc(villageReport.village), asc(villageReport.device))
    .limit(DEVICES)
    .all()
    .map(({ report, agentName }) => ({ ...report, agentName }))
}

/** What a phone said of itself when it was last heard, or undefined (V88). */
export function findReportOf(tx: Tx, phone: DeviceId): ReportRow | undefined {
  return tx.query
    .select({ report: villageReport })
    .from(villageReport)
    .innerJoin(device, and(eq(device.id, villageReport.device), eq(device.village, villageReport.village)))
    .where(eq(device.id, phone))
    .get()?.report
}

/** The accounts of each point that are not stopped, in the order of their sign-in names (V1). */
export function findAgents(tx: Tx): readonly (PointAgent & { readonly village: VillageCode })[] {
  return tx.query
    .select({
      id: staff.id,
      name: staff.displayName,
      village: staff.village,
      awayFrom: staff.awayFrom,
      awayUntil: staff.awayUntil,
    })
    .from(staff)
    .where(and(eq(staff.role, 'agent'), isNotNull(staff.village), isNull(staff.disabledAt)))
    .orderBy(asc(staff.signInName))
    .limit(DEVICES)
    .all()
    .flatMap(({ village: point, ...agent }) => (point === null ? [] : [{ ...agent, village: point }]))
}

/** Names A岗 and B岗 of a point (V1, V90). */
export function savePosts(tx: Tx, code: VillageCode, { lead, deputy }: PointPosts): void {
  tx.query.update(village).set({ lead, deputy }).where(eq(village.code, code)).run()
}

/** How far ahead of the centre's the clock of a phone was when it was last heard; 0 of one that never was (V77). */
export function findClockAhead(tx: Tx, point: VillageCode, phone: string): number {
  const found = tx.query
    .select({ ahead: villageReport.clockAheadMs })
    .from(villageReport)
    .where(and(eq(villageReport.village, point), eq(villageReport.device, phone)))
    .get()
  return found?.ahead ?? 0
}

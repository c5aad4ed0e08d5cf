import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { and, asc, eq, gt, isNull, notLike, sql } from 'drizzle-orm'
import type { FileMime } from '../domain/files/file-facts.ts'
import type { NamedFile } from '../domain/village/village-command.ts'
import { CONTENT_PREFIX } from './content-name.ts'
import { caseFile, cases, file } from './schema/cases.ts'
import { itemSample } from './schema/catalogue.ts'
import { draftPhoto } from './schema/photos.ts'
import type { Tx } from './tx.ts'

/** A file of one point: only who named it may send or ask for it (V72). */
export interface FilePlace {
  readonly point: VillageCode
  readonly sha256: string
}

export type FileRow = typeof file.$inferSelect

/** Names the files of a case; one that the point has sent before is only referenced (V67, V71). */
export function nameFiles(tx: Tx, id: CaseId, point: VillageCode, files: readonly NamedFile[]): void {
  nameFilesOfPoint(tx, point, files)
  for (const { sha256, role } of files)
    tx.query
      .insert(caseFile)
      .values({ case: id, sha256, point, role, event: null })
      .onConflictDoNothing()
      .run()
}

/** Names files that a point may send although there is no case of theirs yet (V72, V80). */
export function nameFilesOfPoint(tx: Tx, point: VillageCode, files: readonly NamedFile[]): void {
  for (const { sha256, size, mime } of files)
    tx.query
      .insert(file)
      .values({ sha256, point, size, mime, offset: 0, storedAs: null, namedAt: tx.at, storedAt: null })
      .onConflictDoNothing()
      .run()
}

export function findFile(tx: Tx, { point, sha256 }: FilePlace): FileRow | undefined {
  return tx.query
    .select()
    .from(file)
    .where(and(eq(file.point, point), eq(file.sha256, sha256)))
    .get()
}

/** A file of a case by its hash, whoever sent it, once for each paper it was added for, with the event that added it. */
export function findFileUses(
  tx: Tx,
  id: CaseId,
  sha256: string,
): readonly (FileRow & { readonly event: string | null })[] {
  return tx.query
    .select({ file, event: caseFile.event })
    .from(caseFile)
    .innerJoin(file, and(eq(file.sha256, caseFile.sha256), eq(file.point, caseFile.point)))
    .where(and(eq(caseFile.case, id), eq(caseFile.sha256, sha256)))
    .limit(MOST_OF_ONE)
    .all()
    .map((found) => ({ ...found.file, event: found.event }))
}

/** More than a case may have files, so than papers that one of them can show. */
const MOST_OF_ONE = 100

/** Where files that were taken in the hall belong; villages have numbers from 01. */
const HALL = '00' as VillageCode

/** What is known of a file that was taken in the hall. */
export interface HallFile {
  readonly sha256: string
  readonly role: string
  readonly size: number
  readonly mime: FileMime
  readonly storedAs: string
  readonly event: string
}

/** Adds a file of the hall to a case; the same content is known once, whatever cases have it. Added anew, it has its new event. */
export function addHallFile(tx: Tx, id: CaseId, { sha256, role, event, ...known }: HallFile): void {
  const whole = { ...known, offset: known.size, namedAt: tx.at, storedAt: tx.at }
  tx.query
    .insert(file)
    .values({ sha256, point: HALL, ...whole })
    .onConflictDoNothing()
    .run()
  tx.query
    .insert(caseFile)
    .values({ case: id, sha256, point: HALL, role, event })
    .onConflictDoUpdate({ target: [caseFile.case, caseFile.sha256, caseFile.role], set: { event } })
    .run()
}

/** Whether any row names this content of the disk: a file of a case, a photo of an open intake, a sample of a form (V72). */
export function isContentNamed(tx: Tx, storedAs: string): boolean {
  const ofCase = tx.query.select({ at: file.storedAt }).from(file).where(eq(file.storedAs, storedAs)).get()
  if (ofCase !== undefined) return true
  const ofDraft = tx.query
    .select({ at: draftPhoto.takenAt })
    .from(draftPhoto)
    .where(eq(draftPhoto.storedAs, storedAs))
    .get()
  if (ofDraft !== undefined) return true
  const ofItem = tx.query
    .select({ at: itemSample.addedAt })
    .from(itemSample)
    .where(eq(itemSample.storedAs, storedAs))
    .get()
  return ofItem !== undefined
}

/** Files from before contents had names of their own, in the order of those names. */
export function findOldNames(tx: Tx, after: string, limit: number): FileRow[] {
  return tx.query
    .select()
    .from(file)
    .where(and(gt(file.storedAs, after), notLike(file.storedAs, `${CONTENT_PREFIX}%`)))
    .orderBy(asc(file.storedAs))
    .limit(limit)
    .all()
}

/** Moves the end of what has arrived; false when somebody else moved it first (V69). */
export function moveFileOffset(tx: Tx, { point, sha256 }: FilePlace, from: number, to: number): boolean {
  const where = and(eq(file.point, point), eq(file.sha256, sha256), eq(file.offset, from))
  return tx.query.update(file).set({ offset: to }).where(where).run().changes === 1
}

/** The whole file lies on the disk under this name (R9). */
export function saveFileStored(tx: Tx, { point, sha256 }: FilePlace, storedAs: string): void {
  tx.query
    .update(file)
    .set({ storedAs, storedAt: tx.at })
    .where(and(eq(file.point, point), eq(file.sha256, sha256)))
    .run()
}

/** The open cases with the flag 待上传附件 that name this file and for which no other file is missing (V67). */
export function findCasesCompletedBy(tx: Tx, { point, sha256 }: FilePlace): CaseId[] {
  const missing = sql`SELECT 1 FROM case_file other JOIN file f ON f.sha256 = other.sha256 AND f.point = other.point
    WHERE other."case" = ${cases.id} AND f.stored_at IS NULL`
  return tx.query
    .select({ id: cases.id })
    .from(caseFile)
    .innerJoin(cases, eq(cases.id, caseFile.case))
    .where(
      and(
        eq(caseFile.point, point),
        eq(caseFile.sha256, sha256),
        sql`${cases.flags} LIKE '%"awaiting_files"%'`,
        sql`NOT EXISTS (${missing})`,
      ),
    )
    .limit(200)
    .all()
    .map(({ id }) => id)
}

/** A file that never arrived is the case's no longer; its role, or null when it has arrived or was never named (V70). */
export function unnameFile(tx: Tx, id: CaseId, { point, sha256 }: FilePlace): string | null {
  if ((findFile(tx, { point, sha256 })?.storedAt ?? null) !== null) return null
  const ofCase = and(eq(caseFile.case, id), eq(caseFile.point, point), eq(caseFile.sha256, sha256))
  const named = tx.query.select({ role: caseFile.role }).from(caseFile).where(ofCase).get()
  if (named === undefined) return null
  tx.query.delete(caseFile).where(ofCase).run()
  return named.role
}

/** Whether a file of this case is still to come (V67). */
export function isFileAway(tx: Tx, id: CaseId): boolean {
  const away = tx.query
    .select({ sha256: file.sha256 })
    .from(caseFile)
    .innerJoin(file, and(eq(file.sha256, caseFile.sha256), eq(file.point, caseFile.point)))
    .where(and(eq(caseFile.case, id), isNull(file.storedAt)))
    .get()
  return away !== undefined
}

/** Which of these files have not arrived whole (V67). */
export function findMissingFiles(tx: Tx, point: VillageCode, files: readonly NamedFile[]): string[] {
  return files
    .map(({ sha256 }) => sha256)
    .filter((sha256) => {
      const where = and(eq(file.point, point), eq(file.sha256, sha256), isNull(file.storedAt))
      return tx.query.select({ sha256: file.sha256 }).from(file).where(where).get() !== undefined
    })
}

import { join } from 'node:path'
import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { loadKeys, sha256 } from '../../../counter-server/src/store/crypto.ts'
import { openFileDisk } from '../../../counter-server/src/store/file-disk.ts'
import { connectionTo } from '../../../counter-server/src/store/keyless-reading.ts'
import { contentHash } from '../../../counter-server/src/store/receipts.ts'
import { ReadingTx } from '../../../counter-server/src/store/transaction.ts'
import type { CentreRecord } from './ledger.ts'

const CASES = `SELECT id, number FROM "case" WHERE channel = 'village' ORDER BY number`
const EVENTS = `SELECT event."case", event.command_id AS command, event.type FROM case_event AS event
  WHERE event.command_id IN (SELECT command_id FROM audit WHERE action LIKE 'village.%') ORDER BY event.seq`
const RECEIPTS = `SELECT staff.village, receipt.command_id AS command, receipt.content_hash AS hash
  FROM receipt JOIN audit ON audit.command_id = receipt.command_id JOIN staff ON 'staff:' || staff.id = receipt.actor
  WHERE audit.action IN ('village.case.register', 'village.note.add') ORDER BY receipt.command_id`
const PHOTOS = `SELECT case_file."case", case_file.sha256, file.stored_as AS storedAs
  FROM case_file JOIN file ON file.sha256 = case_file.sha256 AND file.point = case_file.point
  WHERE file.point <> '00' ORDER BY case_file."case", case_file.sha256`

/** Reads what the centre has of the points, photos opened one by one; of a store whose server has ended. */
export async function readCentre(dataDir: string): Promise<CentreRecord> {
  const keys = loadKeys(join(dataDir, 'keys'), false)
  const disk = openFileDisk(join(dataDir, 'files'), keys)
  const database = new Database(join(dataDir, 'counter.db'), { readonly: true, fileMustExist: true })
  try {
    const all = (sql: string) => database.prepare(sql).all() as never[]
    const tx = new ReadingTx(connectionTo(database, keys), new Date().toISOString() as Instant)
    const named = all(PHOTOS) as { case: string; sha256: string; storedAs: string | null }[]
    const photos = []
    for (const { storedAs, ...photo } of named) {
      const content = storedAs === null ? null : await disk.read(storedAs).catch(() => null)
      photos.push({ ...photo, stored: content === null ? null : sha256(content) })
    }
    return {
      cases: all(CASES),
      events: all(EVENTS),
      receipts: all(RECEIPTS),
      hashOf: ({ header }) => contentHash(tx, { name: `village.${header.type}`, content: header }),
      aliases: all('SELECT alias, "case" FROM village_alias'),
      logBook: all('SELECT "case" FROM log_book'),
      photos,
    }
  } finally {
    database.close()
  }
}

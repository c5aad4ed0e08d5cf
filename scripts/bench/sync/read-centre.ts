import { join } from 'node:path'
import Database from 'better-sqlite3'
import { loadKeys, sha256 } from '../../../counter-server/src/store/crypto.ts'
import { openFileDisk } from '../../../counter-server/src/store/file-disk.ts'
import type { CentreRecord } from './judge.ts'

const CASES = `SELECT id, number FROM "case" WHERE channel = 'village'`
const REGISTERED = `SELECT "case" FROM case_event WHERE type = 'case.registered'`
const PHOTOS = `SELECT case_file."case", case_file.sha256, file.stored_as AS storedAs FROM case_file
  JOIN file ON file.sha256 = case_file.sha256 AND file.point = case_file.point`

/** Reads what the centre has of the villages, each photo opened; of a store whose server has ended. */
export async function readCentre(dataDir: string): Promise<CentreRecord> {
  const disk = openFileDisk(join(dataDir, 'files'), loadKeys(join(dataDir, 'keys'), false))
  const database = new Database(join(dataDir, 'counter.db'), { readonly: true, fileMustExist: true })
  try {
    const named = database.prepare(PHOTOS).all() as {
      case: string
      sha256: string
      storedAs: string | null
    }[]
    const photos = []
    for (const { storedAs, ...photo } of named) {
      const content = storedAs === null ? null : await disk.read(storedAs).catch(() => null)
      photos.push({ ...photo, stored: content === null ? null : sha256(content) })
    }
    return {
      cases: database.prepare(CASES).all() as { id: string; number: string }[],
      registered: database.prepare(REGISTERED).pluck().all() as string[],
      photos,
    }
  } finally {
    database.close()
  }
}

import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { keylessReading } from '../../counter-server/src/store/keyless-reading.ts'
import {
  compareLetters,
  type LetterComparison,
} from '../../counter-server/src/usecases/letters/compare-letters.ts'
import { requireThisVersion } from './this-version.ts'

/** Makes the row of every letter of a store file again from its events and compares (C301, C1302). */
export function verifyLetters(file: string): LetterComparison {
  const stored = new Database(file, { readonly: true, fileMustExist: true })
  try {
    requireThisVersion(stored)
    stored.exec('BEGIN')
    return compareLetters(keylessReading(stored, new Date().toISOString() as Instant))
  } finally {
    stored.close()
  }
}

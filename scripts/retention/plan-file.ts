import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import type { RetentionPlan } from '../../counter-server/src/domain/record/retention.ts'
import { keylessReading } from '../../counter-server/src/store/keyless-reading.ts'
import { planRetention } from '../../counter-server/src/usecases/record/plan-retention.ts'
import { requireThisVersion } from '../verify/this-version.ts'

/** What of a store file is older than its time at a moment (C1501). The file is only read, without its keys. */
export function planOfFile(file: string, at: Instant): RetentionPlan {
  const stored = new Database(file, { readonly: true, fileMustExist: true })
  try {
    requireThisVersion(stored)
    stored.exec('BEGIN')
    return planRetention(keylessReading(stored, at))
  } finally {
    stored.close()
  }
}

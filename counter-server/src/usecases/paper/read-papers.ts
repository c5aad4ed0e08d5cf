import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import { findDevice } from '../../store/people.ts'
import { findPapers, type PrintJobRow } from '../../store/print-jobs.ts'
import type { Deps } from '../deps.ts'

/** One paper of a number with the name of the kiosk that asked for it; null at a desk. */
export interface PaperFacts {
  readonly job: PrintJobRow
  readonly askedAt: string | null
}

/** The trail of a number's papers, first to last (U30). */
export function readPapers({ store }: Deps, ticket: TicketId): PaperFacts[] {
  return store.read((tx) =>
    findPapers(tx, ticket).map((job) => ({
      job,
      askedAt: job.device === null ? null : (findDevice(tx, job.device as DeviceId)?.name ?? null),
    })),
  )
}

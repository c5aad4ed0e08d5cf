import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { QueueSettings } from '../domain/queue/settings.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { CaseAsker } from './cases/case-asker.ts'

/** The only outside world a use case can reach. */
export interface Deps {
  readonly store: Store
  readonly newId: () => string
  /** The settings of the queue as they stand in a transaction (C1502). */
  readonly queue: (tx: Tx) => QueueSettings
  /** The address that QR links begin with, without a slash at the end (K50). */
  readonly publicUrl: string
  /** The case as its page shows it after an act; kept with the receipt, so that a repeat gets the same answer (R5). */
  readonly showCase: (tx: Tx, asker: CaseAsker, id: CaseId) => unknown
}

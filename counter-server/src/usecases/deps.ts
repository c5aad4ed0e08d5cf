import type { QueueSettings } from '../domain/queue/settings.ts'
import type { Store } from '../store/store.ts'

/** The only outside world a use case can reach. */
export interface Deps {
  readonly store: Store
  readonly newId: () => string
  readonly queue: QueueSettings
  /** The address that QR links begin with, without a slash at the end (K50). */
  readonly publicUrl: string
}

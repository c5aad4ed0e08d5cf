import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { QueueSettings } from '../domain/queue/settings.ts'
import type { ErasureRegister } from '../store/erasure-register.ts'
import type { Store } from '../store/store.ts'
import type { Pages } from '../transport/http/page-routes.ts'
import type { LiveLimits } from '../transport/socket/live-limits.ts'
import type { PaperPrinter } from '../usecases/paper/paper-printer.ts'
import type { StartCode } from '../usecases/people/first-administrator.ts'
import type { PasswordCost } from '../usecases/people/passwords.ts'
import type { MachineClock } from '../usecases/record/watch-clock.ts'
import type { ReportMaker } from '../usecases/reports/report-kinds.ts'

/** What the server and a test may set. */
export interface AppOptions {
  readonly store: Store
  readonly publicUrl: string
  /** The exact origins our pages are served from (P13). */
  readonly origins: readonly string[]
  readonly passwordCost: PasswordCost
  readonly startCode: () => StartCode | null
  readonly filesDir: string
  /** What was removed for good, kept outside the record (P46). */
  readonly erasures: ErasureRegister
  /** Makes reports beside the hall (R7). */
  readonly reports: ReportMaker
  /** Null where only the API is wanted. */
  readonly pages: Pages | null
  readonly apiReference: boolean
  /** Certificate and key in PEM; null or absent on loopback (K40). */
  readonly tls?: { readonly cert: string; readonly key: string } | null
  readonly logger: FastifyBaseLogger | boolean
  readonly build: string
  /** Settings of the queue that hold whatever the record says; tests and benches use it. */
  readonly queue?: Partial<QueueSettings>
  readonly liveLimits?: Partial<LiveLimits>
  /** Who reaches the printers of the network; tests set other time limits. */
  readonly printer?: PaperPrinter
  /** Requests per minute of one session or address (P44). */
  readonly requestsPerMinute?: number
  /** The steady clock by which a device is silent; a test's own, or this machine's (N11). */
  readonly steadyMs?: () => number
  /** The machine's clock, where it can stray from the steady one (R8). */
  readonly machine?: MachineClock | null
  /** Routes of a test's own process; none in production (U49). */
  readonly testRoutes?: (app: FastifyInstance) => void
}

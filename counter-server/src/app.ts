import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod'
import websocket from '@fastify/websocket'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { uuidv7 } from 'uuidv7'
import { createNetworkPrinter } from './devices/network-printer.ts'
import { type QueueSettings, queueSettings } from './domain/queue/settings.ts'
import { greetTopic, windowPlanTopic } from './feed/board-topics.ts'
import { caseTopic, supervisorTopic, trackTopic, unitTopic, villageTopic } from './feed/case-topics.ts'
import { counterCases } from './feed/counter-cases.ts'
import { deputyTopic } from './feed/deputy-topic.ts'
import { hallTopic, windowTopic } from './feed/hall-topics.ts'
import { lettersTopic, letterTopic } from './feed/letter-topics.ts'
import { createLiveFeed, type LiveFeed } from './feed/live-feed.ts'
import { photosTopic } from './feed/photo-topics.ts'
import { openFileDisk } from './store/file-disk.ts'
import { readSettings } from './store/settings.ts'
import type { Store } from './store/store.ts'
import { COOKIES, guardRoutes } from './transport/http/access.ts'
import { accountRoutes } from './transport/http/account-routes.ts'
import { approvalRoutes } from './transport/http/approval-routes.ts'
import { bookingRoutes } from './transport/http/booking-routes.ts'
import { type CalendarDeps, calendarRoutes } from './transport/http/calendar-routes.ts'
import { caseFileRoutes } from './transport/http/case-file-routes.ts'
import { casePaperRoutes } from './transport/http/case-paper-routes.ts'
import { caseReportRoutes } from './transport/http/case-report-routes.ts'
import { caseRoutes } from './transport/http/case-routes.ts'
import { catalogueRoutes } from './transport/http/catalogue-routes.ts'
import { catalogueSheetRoutes } from './transport/http/catalogue-sheet-routes.ts'
import { deskBookingRoutes } from './transport/http/desk-booking-routes.ts'
import { deskRoutes } from './transport/http/desk-routes.ts'
import { type DeviceDeps, deviceRoutes } from './transport/http/device-routes.ts'
import { draftRoutes } from './transport/http/draft-routes.ts'
import { duplicateRoutes } from './transport/http/duplicate-routes.ts'
import { dutyRoutes } from './transport/http/duty-routes.ts'
import { answerBrokenAddress, answerErrors } from './transport/http/errors.ts'
import { fileRoutes } from './transport/http/file-routes.ts'
import { greetRoutes } from './transport/http/greet-routes.ts'
import { guideRoutes } from './transport/http/guide-routes.ts'
import { type HallDeps, hallRoutes } from './transport/http/hall-routes.ts'
import { leaseRoutes } from './transport/http/lease-routes.ts'
import { ledgerRoutes } from './transport/http/ledger-routes.ts'
import { letterRoutes } from './transport/http/letter-routes.ts'
import { noticeRoutes } from './transport/http/notice-routes.ts'
import { orderRoutes } from './transport/http/order-routes.ts'
import { ownDayRoutes } from './transport/http/own-day-routes.ts'
import { type Pages, pageRoutes } from './transport/http/page-routes.ts'
import { paperDayRoutes } from './transport/http/paper-day-routes.ts'
import { type PaperDeps, paperRoutes } from './transport/http/paper-routes.ts'
import { photoRoutes } from './transport/http/photo-routes.ts'
import { quotaRoutes } from './transport/http/quota-routes.ts'
import { ratingDeskRoutes } from './transport/http/rating-desk-routes.ts'
import { ratingRoutes } from './transport/http/rating-routes.ts'
import { remainingRoutes } from './transport/http/remaining-routes.ts'
import { type ReportDeps, reportRoutes } from './transport/http/report-routes.ts'
import { resultRoutes } from './transport/http/result-routes.ts'
import { retentionRoutes } from './transport/http/retention-routes.ts'
import { returnTaskRoutes } from './transport/http/return-task-routes.ts'
import { returnVisitRoutes } from './transport/http/return-visit-routes.ts'
import { sampleRoutes } from './transport/http/sample-routes.ts'
import { sayRoutes } from './transport/http/say-routes.ts'
import { sessionRoutes } from './transport/http/session-routes.ts'
import { settingRoutes } from './transport/http/setting-routes.ts'
import { sheetRoutes } from './transport/http/sheet-routes.ts'
import { subtaskRoutes } from './transport/http/subtask-routes.ts'
import { superviseRoutes } from './transport/http/supervise-routes.ts'
import { syncRoutes } from './transport/http/sync-routes.ts'
import { ticketRoutes } from './transport/http/ticket-routes.ts'
import { trackRoutes } from './transport/http/track-routes.ts'
import { windowRoutes } from './transport/http/window-routes.ts'
import { wordingRoutes } from './transport/http/wording-routes.ts'
import { LIVE_LIMITS, type LiveLimits, type LiveSockets, liveSocket } from './transport/socket/live-socket.ts'
import { createClockSweep } from './usecases/cases/fire-due-marks.ts'
import { readCaseDone } from './usecases/cases/read-case.ts'
import type { Deps } from './usecases/deps.ts'
import { createContentShelf, type FilePlaces } from './usecases/files/content-shelf.ts'
import { acknowledgeCall } from './usecases/hall/devices-report.ts'
import { createPresence } from './usecases/hall/presence.ts'
import { createHallReader } from './usecases/hall/read-hall.ts'
import { createWaitEstimator } from './usecases/hall/wait.ts'
import type { PaperPrinter } from './usecases/paper/paper-printer.ts'
import { createPaperSender } from './usecases/paper/send-paper.ts'
import { createDeviceDoor } from './usecases/people/enrolment.ts'
import type { StartCode } from './usecases/people/first-administrator.ts'
import { createPasswords, type PasswordCost } from './usecases/people/passwords.ts'
import { isSessionToken } from './usecases/people/sessions.ts'
import { createSignInLimiter } from './usecases/people/sign-in-limiter.ts'
import { createClockWatch, type MachineClock } from './usecases/record/watch-clock.ts'
import type { ReportMaker } from './usecases/reports/report-kinds.ts'
import { createFileDoor } from './usecases/village/receive-file.ts'

import { toCaseDetail } from './views/case-views.ts'

export interface AppOptions {
  readonly store: Store
  readonly publicUrl: string
  /** The exact origins our pages are served from (P13). */
  readonly origins: readonly string[]
  readonly passwordCost: PasswordCost
  readonly startCode: () => StartCode | null
  readonly filesDir: string
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

export interface CounterApp {
  readonly app: FastifyInstance
  readonly feed: LiveFeed
  readonly sockets: LiveSockets
  readonly deps: HallDeps &
    PaperDeps &
    DeviceDeps &
    CalendarDeps &
    ReportDeps & { readonly files: FilePlaces }
}

// Slow clients are cut (P44); beyond this machine nothing travels in the clear (P14). Fastify's type follows the
// option, so the one difference is hidden here.
function lineOf(tls: AppOptions['tls'] | null): { http: object } {
  const limits = { headersTimeout: 8_000, connectionsCheckingInterval: 1_000 }
  if (tls === null || tls === undefined) return { http: limits }
  return { https: { ...limits, ...tls, minVersion: 'TLSv1.2' } } as never
}

/** Wires the parts together; it does not listen, so tests can use it as it is. */
export async function buildApp(options: AppOptions): Promise<CounterApp> {
  const { store, origins, logger } = options
  const app: FastifyInstance = Fastify({
    ...(typeof logger === 'boolean' ? { logger } : { loggerInstance: logger }),
    bodyLimit: 65_536,
    requestTimeout: 10_000,
    connectionTimeout: 0,
    forceCloseConnections: true,
    frameworkErrors: answerBrokenAddress,
    ...lineOf(options.tls ?? null),
    logController: new LogController({ disableRequestLogging: true }),
  })
  answerErrors(app)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: origins.some((origin) => origin.startsWith('https')),
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: '1 minute',
    keyGenerator: (request) => sessionTokenOf(store, request) ?? request.ip,
  })
  await app.register(websocket, { options: { maxPayload: 4096, perMessageDeflate: false } })
  const parts: { sockets?: LiveSockets } = {}
  const deps = await depsOf(options, {
    onSessionEnded: (id) => parts.sockets?.closeSession(id),
    onWaitFault: (error) => app.log.error({ err: error }, 'a wait could not be estimated'),
  })
  const feed = createLiveFeed(store, topicsOf(deps))
  if (options.apiReference) await registerReference(app)

  await app.register(apiPart(deps, options))
  const livePart: FastifyPluginAsync = async (live) => {
    parts.sockets = liveSocket(live, {
      deps,
      feed,
      origins,
      build: options.build,
      limits: { ...LIVE_LIMITS, ...options.liveLimits },
      onHeard: (heard) => acknowledgeCall(deps, heard),
      onFault: (error) => app.log.error({ err: error }, 'live fault'),
    })
  }
  await app.register(livePart)
  app.get('/health/live', { schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/health/ready', { schema: { hide: true } }, async () => ({ ok: store.read((tx) => tx.at) !== '' }))
  options.testRoutes?.(app)
  if (options.pages !== null) await pageRoutes(app, options.pages)
  await app.ready()
  if (parts.sockets === undefined) throw new Error('the live socket was not built')
  return { app, feed, sockets: parts.sockets, deps }
}

// A made-up cookie must not buy a new allowance (P44).
function sessionTokenOf(store: Store, { cookies }: FastifyRequest): string | null {
  const token = Object.values(COOKIES)
    .map((name) => cookies[name])
    .find((each) => each !== undefined)
  return token !== undefined && isSessionToken({ store }, token) ? token : null
}

// The schema compilers stay inside: plugins with plain JSON Schema would answer 500 with them (K20).
function apiPart(deps: CounterApp['deps'], { origins }: Pick<AppOptions, 'origins'>): FastifyPluginAsync {
  return async (api) => {
    api.setValidatorCompiler(validatorCompiler)
    api.setSerializerCompiler(serializerCompiler)
    guardRoutes(api, deps, origins)
    await api.register(sessionRoutes(deps), { prefix: '/api' })
    await api.register(accountRoutes(deps), { prefix: '/api' })
    await api.register(hallRoutes(deps), { prefix: '/api' })
    await api.register(leaseRoutes(deps), { prefix: '/api' })
    await api.register(paperRoutes(deps), { prefix: '/api' })
    await api.register(deviceRoutes(deps), { prefix: '/api' })
    await api.register(noticeRoutes(deps), { prefix: '/api' })
    await api.register(deskRoutes(deps), { prefix: '/api' })
    await api.register(windowRoutes(deps), { prefix: '/api' })
    await api.register(draftRoutes(deps), { prefix: '/api' })
    await api.register(quotaRoutes(deps), { prefix: '/api' })
    await api.register(bookingRoutes(deps), { prefix: '/api' })
    await api.register(deskBookingRoutes(deps), { prefix: '/api' })
    await api.register(ticketRoutes(deps), { prefix: '/api' })
    await api.register(returnVisitRoutes(deps), { prefix: '/api' })
    await api.register(remainingRoutes(deps), { prefix: '/api' })
    await api.register(greetRoutes(deps), { prefix: '/api' })
    await api.register(paperDayRoutes(deps), { prefix: '/api' })
    await api.register(syncRoutes(deps))
    await api.register(fileRoutes(deps, createFileDoor(deps, deps.files)))
    await api.register(caseRoutes(deps), { prefix: '/api' })
    await api.register(caseFileRoutes(deps, deps.files), { prefix: '/api' })
    await api.register(sampleRoutes(deps, deps.files), { prefix: '/api' })
    await api.register(photoRoutes(deps, deps.files), { prefix: '/api' })
    await api.register(orderRoutes(deps), { prefix: '/api' })
    await api.register(subtaskRoutes(deps), { prefix: '/api' })
    await api.register(duplicateRoutes(deps), { prefix: '/api' })
    await api.register(resultRoutes(deps), { prefix: '/api' })
    await api.register(returnTaskRoutes(deps), { prefix: '/api' })
    await api.register(approvalRoutes(deps), { prefix: '/api' })
    await api.register(casePaperRoutes(deps), { prefix: '/api' })
    await api.register(calendarRoutes(deps), { prefix: '/api' })
    await api.register(catalogueRoutes(deps), { prefix: '/api' })
    await api.register(catalogueSheetRoutes(deps), { prefix: '/api' })
    await api.register(wordingRoutes(deps), { prefix: '/api' })
    await api.register(ledgerRoutes(deps), { prefix: '/api' })
    await api.register(ownDayRoutes(deps), { prefix: '/api' })
    await api.register(guideRoutes(deps), { prefix: '/api' })
    await api.register(settingRoutes(deps), { prefix: '/api' })
    await api.register(retentionRoutes(deps), { prefix: '/api' })
    await api.register(sheetRoutes, { prefix: '/api' })
    await api.register(superviseRoutes(deps), { prefix: '/api' })
    await api.register(reportRoutes(deps), { prefix: '/api' })
    await api.register(caseReportRoutes(deps), { prefix: '/api' })
    await api.register(trackRoutes(deps), { prefix: '/api' })
    await api.register(ratingDeskRoutes(deps), { prefix: '/api' })
    await api.register(ratingRoutes(deps), { prefix: '/api' })
    await api.register(letterRoutes(deps), { prefix: '/api' })
    await api.register(sayRoutes(deps), { prefix: '/api' })
    await api.register(dutyRoutes(deps), { prefix: '/api' })
  }
}

function settingsOf(fixed: Partial<QueueSettings> = {}): Deps['queue'] {
  return (tx) => ({ ...queueSettings(readSettings(tx)), ...fixed })
}

async function depsOf(
  options: AppOptions,
  {
    onSessionEnded,
    onWaitFault,
  }: { readonly onSessionEnded: (id: string) => void; readonly onWaitFault: (error: unknown) => void },
): Promise<CounterApp['deps']> {
  const { store, publicUrl, startCode } = options
  const own = { store, newId: uuidv7, queue: settingsOf(options.queue), publicUrl }
  // What a press answered is kept as it was shown, so it is made in the press's own transaction (R5).
  const showCase: Deps['showCase'] = (tx, asker, id) => toCaseDetail(readCaseDone(own, tx, asker, id))
  const base = { ...own, showCase }
  const wait = createWaitEstimator(base, onWaitFault)
  const disk = openFileDisk(options.filesDir, store.keys)
  return {
    ...base,
    wait,
    files: { disk, shelf: createContentShelf(base, disk) },
    previews: new Map(),
    sweepClocks: createClockSweep(base, createClockWatch(base, options.machine ?? null)),
    machine: options.machine ?? null,
    presence: createPresence(options.steadyMs ?? (() => performance.now())),
    build: options.build,
    reports: options.reports,
    hall: createHallReader({ ...base, wait }),
    passwords: await createPasswords(options.passwordCost),
    limiter: createSignInLimiter(),
    door: createDeviceDoor(base),
    papers: createPaperSender(base, options.printer ?? createNetworkPrinter()),
    startCode,
    onSessionEnded,
  }
}

function topicsOf(deps: HallDeps) {
  return [
    hallTopic(deps.hall),
    windowTopic(deps, counterCases),
    unitTopic,
    villageTopic,
    supervisorTopic(deps),
    windowPlanTopic(deps),
    greetTopic(deps),
    caseTopic(deps),
    deputyTopic,
    photosTopic,
    lettersTopic,
    letterTopic(deps),
    trackTopic(deps),
  ]
}

// OpenAPI 3.1 made from the same schemas the routes check with (K22).
async function registerReference(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '便民柜台 Village Counter', version: '1' } },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}

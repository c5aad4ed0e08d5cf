import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod'
import websocket from '@fastify/websocket'
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { createLiveFeed, type LiveFeed } from './feed/live-feed.ts'
import type { Store } from './store/store.ts'
import { COOKIES, guardRoutes } from './transport/http/access.ts'
import { answerBrokenAddress, answerErrors } from './transport/http/errors.ts'
import { pageRoutes } from './transport/http/page-routes.ts'
import { LIVE_LIMITS } from './transport/socket/live-limits.ts'
import { type LiveSockets, liveSocket } from './transport/socket/live-socket.ts'
import { acknowledgeCall } from './usecases/hall/devices-report.ts'
import { isSessionToken } from './usecases/people/sessions.ts'
import type { AppOptions } from './wiring/app-options.ts'
import { caseApi } from './wiring/case-api.ts'
import { centreApi } from './wiring/centre-api.ts'
import { type AppDeps, depsOf } from './wiring/deps.ts'
import { hallApi } from './wiring/hall-api.ts'
import { topicsOf } from './wiring/topics.ts'

export interface CounterApp {
  readonly app: FastifyInstance
  readonly feed: LiveFeed
  readonly sockets: LiveSockets
  readonly deps: AppDeps
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
function apiPart(deps: AppDeps, { origins }: Pick<AppOptions, 'origins'>): FastifyPluginAsync {
  return async (api) => {
    api.setValidatorCompiler(validatorCompiler)
    api.setSerializerCompiler(serializerCompiler)
    guardRoutes(api, deps, origins)
    await hallApi(api, deps)
    await caseApi(api, deps)
    await centreApi(api, deps)
  }
}

// OpenAPI 3.1 made from the same schemas the routes check with (K22).
async function registerReference(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '便民柜台 Village Counter', version: '1' } },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}

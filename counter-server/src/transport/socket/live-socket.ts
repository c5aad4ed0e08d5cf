import { LIVE_PROTOCOL, LiveUp } from '@counter/shared/contract/public/wire'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { LiveFeed, Reader } from '../../feed/live-feed.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { Presence } from '../../usecases/hall/presence.ts'
import type { Asker } from '../../usecases/people/asker.ts'
import { doorOf, EVERYBODY, originOf, readAsker, requireOrigin } from '../http/access.ts'

export interface LiveOptions {
  readonly deps: Deps & { readonly presence: Presence }
  readonly feed: LiveFeed
  readonly origins: readonly string[]
  readonly build: string
  readonly limits: LiveLimits
  readonly onHeard: (heard: {
    origin: ReturnType<typeof originOf>
    seq: number
    step: 'shown' | 'spoken'
    path: VoicePath | null
  }) => Promise<void>
  readonly onFault: (error: unknown) => void
}

/** Bounds of one socket and of all of them (R21, R23, R24). */
export interface LiveLimits {
  readonly socketsPerSession: number
  readonly socketsPerAddress: number
  readonly heartbeatMs: number
  readonly recheckMs: number
  /** A peer that answers no ping until the next one is dead (R21). */
  readonly pingMs: number
  readonly subscribeWithinMs: number
  readonly messagesPerSecond: number
  readonly unsentBytes: number
}

export const LIVE_LIMITS: LiveLimits = {
  socketsPerSession: 8,
  socketsPerAddress: 64,
  heartbeatMs: 5_000,
  recheckMs: 60_000,
  pingMs: 15_000,
  subscribeWithinMs: 5_000,
  messagesPerSecond: 20,
  unsentBytes: 1_048_576,
}

/** Close codes of R24. */
const CLOSE = {
  policy: 1008,
  fault: 1011,
  restart: 1012,
  ended: 4001,
  refused: 4003,
  slow: 4008,
  protocol: 4009,
} as const

interface Line extends Reader {
  readonly socket: WebSocket
  readonly request: FastifyRequest
  readonly sessionId: string | null
  asker: Asker
  isAlive: boolean
  messages: { second: number; count: number }
}

export interface LiveSockets {
  /** Closes every socket of an ended session at once (I39). */
  closeSession(sessionId: string): void
  /** Lets every reader come back after the restart (K32). */
  closeAll(): void
  readonly count: () => number
}

/** The one socket of a page at `/live` (interfaces.md 3). */
export function liveSocket(app: FastifyInstance, options: LiveOptions): LiveSockets {
  const { deps, feed, limits } = options
  const lines = new Set<Line>()
  const heartbeat = setInterval(() => {
    for (const line of lines) sendHeartbeat(line)
  }, limits.heartbeatMs)
  const recheck = setInterval(() => {
    for (const line of lines) judgeAgain(line)
  }, limits.recheckMs)
  const ping = setInterval(() => {
    for (const line of lines) pingOrCut(line)
  }, limits.pingMs)
  app.addHook('onClose', () => {
    clearInterval(heartbeat)
    clearInterval(recheck)
    clearInterval(ping)
  })

  app.get(
    '/live',
    { websocket: true, config: { actors: EVERYBODY }, schema: { hide: true } },
    (socket, request) => {
      // No await before the handlers are attached, or the first messages are lost.
      const line = openLine(socket, request)
      if (line === null) return
      lines.add(line)
      const leave = feed.join(line)
      const unsubscribed = setTimeout(
        () => line.subscriptions.size === 0 && socket.close(CLOSE.policy),
        limits.subscribeWithinMs,
      )
      socket.on('close', () => {
        clearTimeout(unsubscribed)
        lines.delete(line)
        leave()
      })
      socket.on('error', () => socket.terminate())
      socket.on('pong', () => {
        line.isAlive = true
      })
      socket.on('message', (data) => hearSafely(line, String(data)))
      line.send(
        JSON.stringify({
          type: 'hello',
          protocol: LIVE_PROTOCOL,
          build: options.build,
          storeEpoch: deps.store.epoch,
          serverNow: deps.store.now(),
        }),
      )
    },
  )

  function openLine(socket: WebSocket, request: FastifyRequest): Line | null {
    try {
      requireOrigin(request, options.origins)
      const asker = askerOf(request)
      const sessionId = asker.staff?.session.id ?? asker.device?.session.id ?? null
      if (isFull(sessionId, request.ip)) throw new Refusal('request.too_many')
      const line: Line = {
        socket,
        request,
        sessionId,
        asker,
        isAlive: true,
        subscriptions: new Map(),
        messages: { second: 0, count: 0 },
        send: (text) => sendOrCut(socket, text),
      }
      return line
    } catch (error) {
      if (!(error instanceof Refusal)) options.onFault(error)
      socket.close(CLOSE.refused, error instanceof Refusal ? error.code : 'fault')
      return null
    }
  }

  function askerOf(request: FastifyRequest): Asker {
    return readAsker(deps, request, doorOf((request.query as { as?: string }).as))
  }

  function isFull(sessionId: string | null, ip: string): boolean {
    const all = [...lines]
    const ofSession = sessionId === null ? 0 : all.filter((line) => line.sessionId === sessionId).length
    return (
      ofSession >= limits.socketsPerSession ||
      all.filter((line) => line.request.ip === ip).length >= limits.socketsPerAddress
    )
  }

  // A reader that does not read must not hold memory or slow the others (I33).
  function sendOrCut(socket: WebSocket, text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.unsentBytes) {
      socket.close(CLOSE.slow)
      socket.terminate()
      return
    }
    socket.send(text)
  }

  // A fault in one page's message must end that page's line and not the server (P44).
  function hearSafely(line: Line, text: string): void {
    try {
      hear(line, text)
    } catch (error) {
      options.onFault(error)
      line.socket.close(CLOSE.fault)
    }
  }

  function hear(line: Line, text: string): void {
    if (isChatty(line)) return line.socket.close(CLOSE.policy)
    const message = LiveUp.safeParse(parseJson(text))
    if (!message.success) return line.socket.close(CLOSE.protocol)
    const said = message.data
    const { device } = line.asker
    if (device !== null) deps.presence.heard(device.device.id, deps.store.now())
    switch (said.type) {
      case 'subscribe':
        return subscribeAll(line, said.topics)
      case 'ping':
        return line.send(JSON.stringify({ type: 'pong', t: said.t }))
      case 'ack':
        return acknowledge(line, said)
    }
  }

  function isChatty({ messages }: Line): boolean {
    const second = Math.floor(performance.now() / 1000)
    if (messages.second !== second) Object.assign(messages, { second, count: 0 })
    messages.count += 1
    return messages.count > limits.messagesPerSecond
  }

  function subscribeAll(line: Line, topics: Extract<LiveUp, { type: 'subscribe' }>['topics']): void {
    const wanted = new Set(topics.map(({ topic }) => topic))
    for (const topic of line.subscriptions.keys()) if (!wanted.has(topic)) line.subscriptions.delete(topic)
    for (const { topic, epoch, seq, token } of topics) {
      const argument = topic.includes(':') ? topic.slice(topic.indexOf(':') + 1) : ''
      feed.subscribe(line, { topic, argument, token: token ?? null }, { epoch, seq }, line.asker)
    }
  }

  function acknowledge(line: Line, { announcement, step, path }: Extract<LiveUp, { type: 'ack' }>): void {
    if (line.asker.actor !== 'wall') return line.socket.close(CLOSE.protocol)
    options
      .onHeard({
        origin: originOf({ asker: line.asker } as FastifyRequest, null),
        seq: announcement,
        step,
        path: path ?? null,
      })
      .catch(options.onFault)
  }

  // A half-open line says nothing by itself: two silent pings and it is gone (R21).
  function pingOrCut(line: Line): void {
    if (!line.isAlive) return line.socket.terminate()
    line.isAlive = false
    line.socket.ping()
  }

  function sendHeartbeat(line: Line): void {
    const seqs = Object.fromEntries([...line.subscriptions].map(([topic, { seq }]) => [topic, seq]))
    line.send(JSON.stringify({ type: 'heartbeat', serverNow: deps.store.now(), seqs }))
  }

  function judgeAgain(line: Line): void {
    try {
      line.asker = askerOf(line.request)
      feed.recheck(line, line.asker)
    } catch (error) {
      if (!(error instanceof Refusal)) options.onFault(error)
      line.socket.close(CLOSE.ended)
    }
  }

  return {
    closeSession(sessionId) {
      for (const line of lines) if (line.sessionId === sessionId) line.socket.close(CLOSE.ended)
    },
    closeAll() {
      for (const { socket } of lines) socket.close(CLOSE.restart)
    },
    count: () => lines.size,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

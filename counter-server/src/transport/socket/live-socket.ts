import { LIVE_PROTOCOL } from '@counter/shared/contract/public/wire'
import type { WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Asker } from '../../usecases/people/asker.ts'
import { doorOf, EVERYBODY, readAsker, requireOrigin } from '../http/access.ts'
import { type Hearing, hearSafely } from './hear-page.ts'
import { CLOSE, type Line, newLine, pingOrCut, sendHeartbeat } from './line.ts'
import type { LiveLimits } from './live-limits.ts'

export interface LiveOptions extends Hearing {
  readonly origins: readonly string[]
  readonly build: string
  readonly limits: LiveLimits
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
  const rounds = [
    goRound(limits.heartbeatMs, (line) => sendHeartbeat(line, deps.store.now())),
    goRound(limits.recheckMs, judgeAgain),
    goRound(limits.pingMs, pingOrCut),
  ]
  app.addHook('onClose', () => {
    for (const round of rounds) clearInterval(round)
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
      socket.on('message', (data) => hearSafely(options, line, String(data)))
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

  function goRound(everyMs: number, visit: (line: Line) => void): NodeJS.Timeout {
    return setInterval(() => {
      for (const line of lines) visit(line)
    }, everyMs)
  }

  function openLine(socket: WebSocket, request: FastifyRequest): Line | null {
    try {
      requireOrigin(request, options.origins)
      const asker = askerOf(request)
      const sessionId = asker.staff?.session.id ?? asker.device?.session.id ?? null
      if (isFull(sessionId, request.ip)) throw new Refusal('request.too_many')
      return newLine(socket, { request, asker, sessionId }, limits.unsentBytes)
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

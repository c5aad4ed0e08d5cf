import type { Instant } from '@counter/shared/vocabulary/time'
import type { WebSocket } from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../feed/live-feed.ts'
import type { Asker } from '../../usecases/people/asker.ts'

/** One open socket, whose it is, and what it follows. */
export interface Line extends Reader {
  readonly socket: WebSocket
  readonly request: FastifyRequest
  readonly sessionId: string | null
  asker: Asker
  isAlive: boolean
  messages: { second: number; count: number }
}

/** Close codes of R24. */
export const CLOSE = {
  policy: 1008,
  fault: 1011,
  restart: 1012,
  ended: 4001,
  refused: 4003,
  slow: 4008,
  protocol: 4009,
} as const

/** The line of a page that was let in; it follows nothing yet. */
export function newLine(
  socket: WebSocket,
  { request, asker, sessionId }: Pick<Line, 'request' | 'asker' | 'sessionId'>,
  unsentBytes: number,
): Line {
  return {
    socket,
    request,
    sessionId,
    asker,
    isAlive: true,
    subscriptions: new Map(),
    messages: { second: 0, count: 0 },
    send: (text) => sendOrCut(socket, text, unsentBytes),
  }
}

// A reader that does not read must not hold memory or slow the others (I33).
function sendOrCut(socket: WebSocket, text: string, unsentBytes: number): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > unsentBytes) {
    socket.close(CLOSE.slow)
    socket.terminate()
    return
  }
  socket.send(text)
}

/** A half-open line says nothing by itself: two silent pings and it is gone (R21). */
export function pingOrCut(line: Line): void {
  if (!line.isAlive) return line.socket.terminate()
  line.isAlive = false
  line.socket.ping()
}

/** Names the last change of each topic, so that a lost last message is noticed too (I29). */
export function sendHeartbeat(line: Line, serverNow: Instant): void {
  const seqs = Object.fromEntries([...line.subscriptions].map(([topic, { seq }]) => [topic, seq]))
  line.send(JSON.stringify({ type: 'heartbeat', serverNow, seqs }))
}

/** Counts a message of this page; true when it says more in one second than a page has to say (R24). */
export function isChatty({ messages }: Line, perSecond: number): boolean {
  const second = Math.floor(performance.now() / 1000)
  if (messages.second !== second) Object.assign(messages, { second, count: 0 })
  messages.count += 1
  return messages.count > perSecond
}

import { jsonOf } from '../contract/public/json-text.ts'
import { LiveDown, type LiveUp } from '../contract/public/wire.ts'
import type { Instant } from '../vocabulary/time.ts'
import type { Door } from './commands.ts'
import { serverTime } from './server-time.ts'
import { type Topic, topicPlaces } from './topic-places.ts'

/** How old what the screen shows may be (screens.md 1.4). */
export type Net = 'recovering' | 'online' | 'slow' | 'offline'

export interface LiveLinkOptions {
  readonly door: Door
  readonly onNet: (net: Net, since: Instant | null) => void
  /** Another build answers: the page reloads when nobody is typing (N1). */
  readonly onBuild?: (build: string) => void
  /** The server ended this line because of its session: signed out, withdrawn, or never known. */
  readonly onEnded?: () => void
  readonly openSocket?: (url: string) => WebSocket
  /** Silence that counts as offline; 15 s unless a page has its own rule (R21, Q47). */
  readonly offlineAfterMs?: number
  /** The server's time as the page knows it until the line tells it; without it this machine's own. */
  readonly startsAt?: Instant
}

export interface LiveLink {
  follow(topics: readonly Topic[]): void
  acknowledge(announcement: number, step: 'shown' | 'spoken', path?: 'clips' | 'speech' | 'chime'): void
  /** The server's time as last heard, carried on by this machine's steady clock (N11). */
  now(): Instant
  close(): void
}

const SLOW_AFTER_MS = 10_000
const OFFLINE_AFTER_MS = 15_000
const SLOW_TRIP_MS = 1_500
const CHECK_EVERY_MS = 1_000
const PING_EVERY_MS = 5_000
/** Close codes that speak of the session (R24). */
const ENDED: readonly number[] = [4001, 4003]

/** One socket for all topics of a page: snapshot, then changes; a gap asks again; silence is said in words (R20 to R22). */
export function openLiveLink(options: LiveLinkOptions): LiveLink {
  const offlineAfterMs = options.offlineAfterMs ?? OFFLINE_AFTER_MS
  let socket: WebSocket | null = null
  const places = topicPlaces(subscribe)
  const time = serverTime(options.startsAt)
  let heardAt: number | null = null
  let openedAt = 0
  let pingedAt = 0
  let tripMs = 0
  let attempt = 0
  let net: Net = 'recovering'
  let isClosed = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const watch = setInterval(lookAround, CHECK_EVERY_MS)
  const hurry = () => {
    if (document.visibilityState === 'visible' && socket === null) connectNow()
  }
  window.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  connect()

  function connect(): void {
    const url = `${location.origin.replace(/^http/, 'ws')}/live?as=${options.door}`
    const opened = (options.openSocket ?? ((address) => new WebSocket(address)))(url)
    socket = opened
    openedAt = performance.now()
    opened.addEventListener('open', subscribe)
    opened.addEventListener('message', (event) => socket === opened && hear(String(event.data)))
    opened.addEventListener('close', ({ code }) => {
      if (socket !== opened) return
      lose()
      if (ENDED.includes(code)) options.onEnded?.()
    })
  }

  function connectNow(): void {
    clearTimeout(retry)
    connect()
  }

  function lose(): void {
    socket = null
    places.lose()
    if (isClosed) return
    const longest = document.visibilityState === 'hidden' ? 60_000 : 10_000
    const delay = Math.random() * Math.min(250 * 1.6 ** attempt, longest)
    attempt += 1
    retry = setTimeout(connect, delay)
  }

  function subscribe(): void {
    say({ type: 'subscribe', topics: places.wanted() })
  }

  function say(message: LiveUp): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  function hear(text: string): void {
    const parsed = LiveDown.safeParse(jsonOf(text))
    if (!parsed.success) return
    heardAt = performance.now()
    const message = parsed.data
    switch (message.type) {
      case 'hello':
        // A line that opens only to be refused is no success, or a page without a session would knock without end.
        attempt = 0
        options.onBuild?.(message.build)
        time.keep(message.serverNow)
        break
      case 'heartbeat':
        time.keep(message.serverNow)
        places.check(message.seqs)
        break
      case 'pong':
        tripMs = performance.now() - message.t
        break
      case 'snapshot':
      case 'changed':
      case 'refused':
        places.hear(message)
        break
    }
    lookAround()
  }

  // A half-open line never closes by itself; a browser may also wait minutes for a connection.
  function dropDeadSocket(): void {
    if (socket === null || performance.now() - Math.max(heardAt ?? 0, openedAt) < offlineAfterMs) return
    const dead = socket
    lose()
    dead.close()
  }

  function lookAround(): void {
    dropDeadSocket()
    const silentMs = heardAt === null ? Number.POSITIVE_INFINITY : performance.now() - heardAt
    if (socket?.readyState === WebSocket.OPEN && performance.now() - pingedAt > PING_EVERY_MS) {
      pingedAt = performance.now()
      say({ type: 'ping', t: pingedAt })
    }
    const next = netOf(silentMs)
    if (next === net) return
    net = next
    options.onNet(net, heardAt === null ? null : time.at(heardAt))
  }

  function netOf(silentMs: number): Net {
    if (silentMs >= offlineAfterMs) return isStarting() ? 'recovering' : 'offline'
    if (!places.areCurrent()) return keptNet()
    return silentMs >= SLOW_AFTER_MS || tripMs >= SLOW_TRIP_MS ? 'slow' : 'online'
  }

  // A gap is mended within one exchange; a page that was current does not flicker for it.
  function keptNet(): Net {
    return net === 'online' ? 'online' : 'recovering'
  }

  function isStarting(): boolean {
    return heardAt === null && performance.now() < offlineAfterMs
  }

  return {
    follow(topics) {
      places.follow(topics)
      subscribe()
    },
    acknowledge(announcement, step, path) {
      say({ type: 'ack', announcement, step, ...(path === undefined ? {} : { path }) })
    },
    now: () => time.at(performance.now()),
    close() {
      isClosed = true
      clearInterval(watch)
      clearTimeout(retry)
      window.removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      socket?.close()
    },
  }
}

import { jsonOf } from '../contract/public/json-text.ts'
import { LiveDown, type LiveUp } from '../contract/public/wire.ts'
import { instantOf, toMs } from '../vocabulary/plain-date.ts'
import type { Instant } from '../vocabulary/time.ts'
import type { Door } from './commands.ts'

/** How old what the screen shows may be (screens.md 1.4). */
export type Net = 'recovering' | 'online' | 'slow' | 'offline'

/** What a topic's follower hears, in order and without gaps or repeats (R20, I24 to I26). */
export type TopicNews =
  | { readonly type: 'snapshot'; readonly state: unknown }
  | { readonly type: 'changed'; readonly changes: readonly unknown[] }

export interface Topic {
  readonly topic: string
  /** The secret of a tracking page; sent in the first subscribe, never in the address (R23). */
  readonly token?: string
  readonly onNews: (news: TopicNews) => void
  readonly onRefused?: (code: string) => void
}

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

interface Place {
  readonly topic: Topic
  epoch: string | undefined
  seq: number
  isCurrent: boolean
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
  let places: Place[] = []
  let heardAt: number | null = null
  let openedAt = 0
  let pingedAt = 0
  let tripMs = 0
  let attempt = 0
  let net: Net = 'recovering'
  let isClosed = false
  let serverMs = options.startsAt === undefined ? Date.now() : toMs(options.startsAt)
  let serverSeenAt = performance.now()
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
    opened.addEventListener('open', () => subscribe(places))
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
    for (const place of places) place.isCurrent = false
    if (isClosed) return
    const longest = document.visibilityState === 'hidden' ? 60_000 : 10_000
    const delay = Math.random() * Math.min(250 * 1.6 ** attempt, longest)
    attempt += 1
    retry = setTimeout(connect, delay)
  }

  function subscribe(wanted: readonly Place[]): void {
    if (socket?.readyState !== WebSocket.OPEN) return
    const topics = wanted.map(({ topic, epoch, seq }) => ({
      topic: topic.topic,
      ...(epoch === undefined ? {} : { epoch, seq }),
      ...(topic.token === undefined ? {} : { token: topic.token }),
    }))
    say({ type: 'subscribe', topics })
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
        keepTime(message.serverNow)
        break
      case 'heartbeat':
        keepTime(message.serverNow)
        checkPlaces(message.seqs)
        break
      case 'pong':
        tripMs = performance.now() - message.t
        break
      case 'snapshot':
        takeSnapshot(message)
        break
      case 'changed':
        takeChanges(message)
        break
      case 'refused':
        for (const { topic } of places) if (topic.topic === message.topic) topic.onRefused?.(message.code)
        break
    }
    lookAround()
  }

  function takeSnapshot({ topic, epoch, seq, state }: Extract<LiveDown, { type: 'snapshot' }>): void {
    const place = placeOf(topic)
    if (place === undefined) return
    Object.assign(place, { epoch, seq, isCurrent: true })
    place.topic.onNews({ type: 'snapshot', state })
  }

  function takeChanges({ topic, epoch, seq, changes }: Extract<LiveDown, { type: 'changed' }>): void {
    const place = placeOf(topic)
    if (place === undefined || (place.epoch === epoch && seq <= place.seq)) return
    if (place.epoch !== epoch || seq !== place.seq + 1) return askAnew(place)
    place.seq = seq
    place.isCurrent = true
    place.topic.onNews({ type: 'changed', changes })
  }

  // A heartbeat names the last change of each topic, so a lost last message is noticed too (I29).
  function checkPlaces(seqs: Readonly<Record<string, number>>): void {
    for (const place of places) {
      const seq = seqs[place.topic.topic]
      if (seq === undefined) continue
      if (seq === place.seq) place.isCurrent = true
      else if (place.isCurrent && seq > place.seq) askAnew(place)
    }
  }

  function askAnew(place: Place): void {
    place.epoch = undefined
    place.isCurrent = false
    subscribe(places)
  }

  function placeOf(topic: string): Place | undefined {
    return places.find((place) => place.topic.topic === topic)
  }

  function keepTime(serverNow: string): void {
    serverMs = toMs(serverNow as Instant)
    serverSeenAt = performance.now()
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
    options.onNet(net, heardAt === null ? null : instantOf(serverMs + heardAt - serverSeenAt))
  }

  function netOf(silentMs: number): Net {
    if (silentMs >= offlineAfterMs) return isStarting() ? 'recovering' : 'offline'
    if (places.some((place) => !place.isCurrent)) return keptNet()
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
      places = topics.map((topic) => {
        const known = placeOf(topic.topic)
        return known === undefined
          ? { topic, epoch: undefined, seq: 0, isCurrent: false }
          : { ...known, topic }
      })
      subscribe(places)
    },
    acknowledge(announcement, step, path) {
      say({ type: 'ack', announcement, step, ...(path === undefined ? {} : { path }) })
    },
    now: () => instantOf(serverMs + performance.now() - serverSeenAt),
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

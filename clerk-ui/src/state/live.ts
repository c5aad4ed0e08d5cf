import type { Parser } from '@counter/shared/client/commands'
import { type LiveLink, type Net, openLiveLink } from '@counter/shared/client/live-link'
import type { TopicNews } from '@counter/shared/client/topic-places'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useMemo, useState } from 'react'
import { create, createStore, type StoreApi, useStore } from 'zustand'

/** How one kind of topic is read: its snapshot, its changes, and the pure step from one state to the next. */
export interface TopicKind<S, C> {
  readonly state: Parser<S>
  readonly change: Parser<C>
  readonly withChange: (state: S, change: C) => S
}

/** What a screen knows of a topic: null until the first snapshot; `refused` when it may not listen. */
export interface Followed<S> {
  readonly state: S | null
  readonly refused: string | null
}

/** The only way in for news of a topic (K45): a snapshot replaces, changes follow in their order. */
export function withNews<S, C>(kind: TopicKind<S, C>, before: Followed<S>, news: TopicNews): Followed<S> {
  if (news.type === 'snapshot') return { state: kind.state.parse(news.state), refused: null }
  if (before.state === null) return before
  const state = news.changes.reduce<S>(
    (known, change) => kind.withChange(known, kind.change.parse(change)),
    before.state,
  )
  return { state, refused: null }
}

interface NetState {
  readonly net: Net
  readonly since: Instant | null
  /** Set when the server runs another build than this page: it reloads when nobody is typing (N1). */
  readonly isOldPage: boolean
}

/** The age of everything on the page (screens.md 1.4). */
export const useNet = create<NetState>(() => ({ net: 'recovering', since: null, isOldPage: false }))

interface Listener {
  readonly topic: string
  readonly onNews: (news: TopicNews) => void
  readonly onRefused: (code: string) => void
  readonly store: unknown
  followers: number
}

const LOOK_EVERY_MS = 1_000

const listeners = new Map<string, Listener>()
let link: LiveLink | null = null
let knownTime = (): Instant => instantOf(Date.now())
let whenDoubted: () => void = () => undefined
let isPlanned = false
let firstBuild: string | null = null

/** Opens the one link of the page; called when somebody has signed in. */
export function openLink(): void {
  if (link !== null) return
  link = openLiveLink({
    door: 'staff',
    onNet: tellNet,
    onBuild: compareBuild,
    onEnded: () => whenDoubted(),
    startsAt: knownTime(),
  })
  link.follow(topicsOf())
}

/** Nobody answers, and no link has been opened yet: the page began without a network. */
export function tellUnreachable(): void {
  if (link === null && useNet.getState().net !== 'offline') tellNet('offline', instantOf(Date.now()))
}

/** Closes it and forgets what was heard: the next person may not see the same topics. */
export function closeLink(): void {
  link?.close()
  link = null
  tellNet('recovering', null)
}

/** A refused topic or an ended line may mean that the session has ended; the session asks, and this module does not know it (I39). */
export function onDoubt(ask: () => void): void {
  whenDoubted = ask
}

/** What a page knows of the server's time before the line has told it; this machine's clock alone may be years off (V78). */
export function knowTimeBy(clock: () => Instant): void {
  knownTime = clock
}

/** The server's time as last heard; before the first word what the page knows of it otherwise, at least this machine's own. */
export function serverNow(): Instant {
  return link?.now() ?? knownTime()
}

/** Follows a topic while the component is mounted. Several components may follow the same one; null follows nothing. */
export function useTopic<S, C>(topic: string | null, kind: TopicKind<S, C>): Followed<S> {
  const store = useMemo(() => (topic === null ? silent<S>() : storeOf(topic, kind)), [topic, kind])
  useEffect(() => (topic === null ? undefined : keep(topic, store, kind)), [topic, store, kind])
  return useStore(store)
}

/** The server's time in steps of `stepMs`: lights, waits and timers are drawn from it (U8). Looked at each second, so a page that began by its own machine's time does not stay with it. */
export function useServerNow(stepMs: number): Instant {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const look = () => setNow((known) => (isSameStep(known, serverNow(), stepMs) ? known : serverNow()))
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [stepMs])
  return now
}

function isSameStep(a: Instant, b: Instant, stepMs: number): boolean {
  return Math.floor(toMs(a) / stepMs) === Math.floor(toMs(b) / stepMs)
}

function silent<S>(): StoreApi<Followed<S>> {
  return createStore<Followed<S>>(() => ({ state: null, refused: null }))
}

// A topic has one kind, so the store that is found has the type that is asked for.
function storeOf<S, C>(topic: string, kind: TopicKind<S, C>): StoreApi<Followed<S>> {
  const known = listeners.get(topic)
  return known === undefined ? listen(topic, silent<S>(), kind) : (known.store as StoreApi<Followed<S>>)
}

function listen<S, C>(
  topic: string,
  store: StoreApi<Followed<S>>,
  kind: TopicKind<S, C>,
): StoreApi<Followed<S>> {
  const onNews = (news: TopicNews) => store.setState(withNews(kind, store.getState(), news), true)
  const onRefused = (refused: string) => {
    store.setState({ refused })
    whenDoubted()
  }
  listeners.set(topic, { topic, onNews, onRefused, store, followers: 0 })
  return store
}

function keep<S, C>(topic: string, store: StoreApi<Followed<S>>, kind: TopicKind<S, C>): () => void {
  if (listeners.get(topic)?.store !== store) listen(topic, store, kind)
  const listener = listeners.get(topic)
  if (listener === undefined) return () => undefined
  listener.followers += 1
  planFollow()
  return () => {
    listener.followers -= 1
    planFollow()
  }
}

// One subscribe for a whole page change; a topic that is left and taken again at once keeps its place.
function planFollow(): void {
  if (isPlanned) return
  isPlanned = true
  setTimeout(() => {
    isPlanned = false
    for (const [topic, listener] of listeners) if (listener.followers <= 0) listeners.delete(topic)
    link?.follow(topicsOf())
  }, 0)
}

function topicsOf() {
  return [...listeners.values()].filter((listener) => listener.followers > 0)
}

function tellNet(net: Net, since: Instant | null): void {
  document.documentElement.dataset['net'] = net
  useNet.setState({ net, since })
}

function compareBuild(build: string): void {
  firstBuild ??= build
  if (build !== firstBuild) useNet.setState({ isOldPage: true })
}

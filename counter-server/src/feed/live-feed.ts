import type { Audience, News } from '../domain/record/audience.ts'
import type { Store } from '../store/store.ts'
import type { StreamNews } from '../store/streams.ts'
import type { Tx } from '../store/tx.ts'
import { readNewsAfter, readSeq } from '../usecases/live/read-news.ts'
import type { Asker } from '../usecases/people/asker.ts'
import type { Granted, TopicKind, Wanted } from './topic.ts'

/** One place of one reader in one stream. */
export interface Subscription {
  readonly wanted: Wanted
  readonly granted: Granted
  seq: number
}

/** Where news go: a socket, or what stands for one in a test. */
export interface Reader {
  readonly subscriptions: Map<string, Subscription>
  send(text: string): void
}

export interface From {
  readonly epoch: string | undefined
  readonly seq: number | undefined
}

export interface LiveFeed {
  join(reader: Reader): () => void
  /** Grants or refuses one topic, then sends what is missing: a few changes, or a snapshot (R20). Rights are judged again each time (R23). */
  subscribe(reader: Reader, wanted: Wanted, from: From, asker: Asker): void
  /** Takes away what a reader may no longer follow (R23). */
  recheck(reader: Reader, asker: Asker): void
  /** Sends every reader a fresh snapshot: the day has changed, so all words that count days have too. */
  refresh(): void
  /** Says no more; the store is about to close. */
  stop(): void
  readonly kinds: readonly TopicKind[]
}

/** Turns committed stream rows into messages, once per body and not once per reader (R19). */
export function createLiveFeed(store: Store, kinds: readonly TopicKind[]): LiveFeed {
  const readers = new Set<Reader>()
  const calm = new Map<Subscription, Reader>()
  let calmTimer: NodeJS.Timeout | null = null
  let isOpen = true

  store.onCommit((news) => {
    if (readers.size > 0) store.read((tx) => deliver(tx, news))
  })

  function deliver(tx: Tx, news: readonly StreamNews[]): void {
    const byAudience = new Map<Audience, StreamNews[]>()
    for (const row of news) byAudience.set(row.audience, [...(byAudience.get(row.audience) ?? []), row])
    const bodies = new Map<string, string>()
    for (const row of news) {
      const together = byAudience.get(row.audience) ?? []
      const whole = together.at(-1) === row ? newsOf(together) : null
      for (const reader of readers)
        deliverTo(reader, row, (subscription) => bodyOf(bodies, tx, subscription, row, whole))
    }
    tellCalmly()
  }

  function deliverTo(
    reader: Reader,
    { audience, seq }: StreamNews,
    body: (to: Subscription) => string,
  ): void {
    for (const subscription of reader.subscriptions.values()) {
      if (subscription.granted.audience !== audience || seq <= subscription.seq) continue
      subscription.seq = seq
      if (subscription.granted.calmMs === undefined) reader.send(body(subscription))
      else calm.set(subscription, reader)
    }
  }

  // Counting the whole board holds up the hall, so a crowded minute is told once a second (I33).
  function tellCalmly(): void {
    const waits = [...calm.keys()].map(({ granted }) => granted.calmMs ?? 0)
    if (waits.length === 0 || calmTimer !== null) return
    calmTimer = setTimeout(sendCalm, Math.min(...waits))
    calmTimer.unref()
  }

  function sendCalm(): void {
    calmTimer = null
    const due = [...calm].filter(([, reader]) => readers.has(reader))
    calm.clear()
    if (!isOpen) return
    store.read((tx) => {
      for (const [subscription, reader] of due) sendSnapshot(tx, reader, subscription)
    })
  }

  function bodyOf(
    bodies: Map<string, string>,
    tx: Tx,
    { wanted, granted }: Subscription,
    row: StreamNews,
    whole: readonly News[] | null,
  ): string {
    const key = `${granted.bodyKey}\u0000${row.seq}`
    const known = bodies.get(key)
    if (known !== undefined) return known
    const made = changedText(wanted.topic, row, granted.changes(tx, row.news, whole))
    bodies.set(key, made)
    return made
  }

  function grant(tx: Tx, wanted: Wanted, asker: Asker): Granted | null {
    const kind = kinds.find(({ name }) => name === nameOf(wanted.topic))
    if (kind === undefined || !kind.actors.includes(asker.actor)) return null
    return kind.grant(tx, wanted, asker)
  }

  function catchUp(tx: Tx, reader: Reader, subscription: Subscription, from: From): void {
    const { granted, wanted } = subscription
    const missed =
      from.epoch === store.epoch && from.seq !== undefined
        ? readNewsAfter(tx, granted.audience, { epoch: store.epoch, seq: from.seq })
        : null
    if (missed === null) return sendSnapshot(tx, reader, subscription)
    for (const [index, row] of missed.entries()) {
      const whole = index === missed.length - 1 ? newsOf(missed) : null
      reader.send(changedText(wanted.topic, row, granted.changes(tx, row.news, whole)))
    }
    subscription.seq = readSeq(tx, granted.audience)
  }

  function sendSnapshot(tx: Tx, reader: Reader, subscription: Subscription): void {
    const { granted, wanted } = subscription
    const state = granted.snapshot(tx)
    if (state === null) return takeAway(reader, wanted.topic)
    subscription.seq = readSeq(tx, granted.audience)
    reader.send(
      JSON.stringify({
        type: 'snapshot',
        topic: wanted.topic,
        epoch: store.epoch,
        seq: subscription.seq,
        state,
      }),
    )
  }

  // What was handed on since it was granted is gone for this reader, as if it were unknown (P10).
  function takeAway(reader: Reader, topic: string): void {
    reader.subscriptions.delete(topic)
    const code = topic === 'track' ? 'code.not_found' : 'case.not_found'
    reader.send(JSON.stringify({ type: 'refused', topic, code }))
  }

  return {
    kinds,
    join(reader) {
      readers.add(reader)
      return () => readers.delete(reader)
    },
    subscribe(reader, wanted, from, asker) {
      // Nothing can commit in here: the read is one synchronous turn, so no change falls between seq and body.
      store.read((tx) => {
        const granted = grant(tx, wanted, asker)
        if (granted === null) {
          reader.subscriptions.delete(wanted.topic)
          return reader.send(
            JSON.stringify({ type: 'refused', topic: wanted.topic, code: refusalCode(wanted.topic, asker) }),
          )
        }
        const subscription: Subscription = { wanted, granted, seq: 0 }
        reader.subscriptions.set(wanted.topic, subscription)
        catchUp(tx, reader, subscription, from)
      })
    },
    recheck(reader, asker) {
      store.read((tx) => {
        for (const [topic, { wanted }] of [...reader.subscriptions]) {
          if (grant(tx, wanted, asker) !== null) continue
          reader.subscriptions.delete(topic)
          reader.send(JSON.stringify({ type: 'refused', topic, code: refusalCode(topic, asker) }))
        }
      })
    },
    stop() {
      isOpen = false
      if (calmTimer !== null) clearTimeout(calmTimer)
    },
    refresh() {
      store.read((tx) => {
        for (const reader of readers)
          for (const subscription of reader.subscriptions.values()) sendSnapshot(tx, reader, subscription)
      })
    },
  }
}

/** `window` of `window:3`. */
export function nameOf(topic: string): string {
  return topic.split(':', 1)[0] ?? ''
}

function newsOf(rows: readonly StreamNews[]): News[] {
  return rows.flatMap(({ news }) => news)
}

function changedText(topic: string, { epoch, seq }: StreamNews, changes: readonly unknown[]): string {
  return JSON.stringify({ type: 'changed', topic, epoch, seq, changes })
}

// A foreign object answers as an unknown one (P10).
function refusalCode(topic: string, { actor }: Asker): string {
  if (topic === 'track') return 'code.not_found'
  if (actor === 'anonymous') return 'session.none'
  return nameOf(topic) === 'case' ? 'case.not_found' : 'session.forbidden'
}

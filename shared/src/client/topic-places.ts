import type { LiveDown, LiveUp } from '../contract/public/wire.ts'

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

interface Place {
  readonly topic: Topic
  epoch: string | undefined
  seq: number
  isCurrent: boolean
}

type Told<Type extends LiveDown['type']> = Extract<LiveDown, { type: Type }>

/** How far a page has heard each of its topics. */
export interface TopicPlaces {
  /** The topics of a page from now on; a topic that stays keeps its place. */
  follow(topics: readonly Topic[]): void
  /** What is asked of the server: every topic from its place on. */
  wanted(): Extract<LiveUp, { type: 'subscribe' }>['topics']
  hear(told: Told<'snapshot' | 'changed' | 'refused'>): void
  /** A heartbeat names the last change of each topic, so a lost last message is noticed too (I29). */
  check(seqs: Readonly<Record<string, number>>): void
  /** Without a line nothing is current. */
  lose(): void
  areCurrent(): boolean
}

/** Places of topics; a gap is asked for anew through `onGap` (R20). */
export function topicPlaces(onGap: () => void): TopicPlaces {
  let places: Place[] = []

  function placeOf(topic: string): Place | undefined {
    return places.find((place) => place.topic.topic === topic)
  }

  function hear(told: Told<'snapshot' | 'changed' | 'refused'>): void {
    const place = placeOf(told.topic)
    if (place === undefined) return
    switch (told.type) {
      case 'snapshot':
        return takeSnapshot(place, told)
      case 'changed':
        return takeChanges(place, told)
      case 'refused':
        return place.topic.onRefused?.(told.code)
    }
  }

  function takeSnapshot(place: Place, { epoch, seq, state }: Told<'snapshot'>): void {
    Object.assign(place, { epoch, seq, isCurrent: true })
    place.topic.onNews({ type: 'snapshot', state })
  }

  function takeChanges(place: Place, { epoch, seq, changes }: Told<'changed'>): void {
    if (place.epoch === epoch && seq <= place.seq) return
    if (place.epoch !== epoch || seq !== place.seq + 1) return askAnew(place)
    place.seq = seq
    place.isCurrent = true
    place.topic.onNews({ type: 'changed', changes })
  }

  function askAnew(place: Place): void {
    place.epoch = undefined
    place.isCurrent = false
    onGap()
  }

  return {
    follow(topics) {
      places = topics.map((topic) => {
        const known = placeOf(topic.topic)
        return known === undefined
          ? { topic, epoch: undefined, seq: 0, isCurrent: false }
          : { ...known, topic }
      })
    },
    wanted: () =>
      places.map(({ topic, epoch, seq }) => ({
        topic: topic.topic,
        ...(epoch === undefined ? {} : { epoch, seq }),
        ...(topic.token === undefined ? {} : { token: topic.token }),
      })),
    hear,
    check(seqs) {
      for (const place of places) {
        const seq = seqs[place.topic.topic]
        if (seq === undefined) continue
        if (seq === place.seq) place.isCurrent = true
        else if (place.isCurrent && seq > place.seq) askAnew(place)
      }
    },
    lose() {
      for (const place of places) place.isCurrent = false
    },
    areCurrent: () => places.every((place) => place.isCurrent),
  }
}

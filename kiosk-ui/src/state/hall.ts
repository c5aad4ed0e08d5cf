import { type LiveLink, type Net, openLiveLink } from '@counter/shared/client/live-link'
import type { TopicNews } from '@counter/shared/client/topic-places'
import { type Announcement, HallChange, HallState } from '@counter/shared/contract/hall'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { create } from 'zustand'
import { renewSession } from '../device.ts'

/** What a wall knows of the hall, and how old it is. */
export interface HallNow {
  /** Null until the first snapshot. */
  readonly hall: HallState | null
  readonly net: Net
  /** The time of what is shown, once the line is down; null as soon as it is current again (U26). */
  readonly staleSince: Instant | null
  /** Grows with every snapshot: calls that come in one may be old (Q56). */
  readonly snapshots: number
  /** The last sound test that was asked for while this page listened. */
  readonly soundAsked: { readonly wall: DeviceId; readonly askedAt: Instant } | null
}

export const NOTHING_HEARD: HallNow = {
  hall: null,
  net: 'recovering',
  staleSince: null,
  snapshots: 0,
  soundAsked: null,
}

/** More calls than this are no longer on any screen. */
const KEPT_CALLS = 60
const RENEW_EVERY_MS = 20_000

export const useHall = create<HallNow>(() => NOTHING_HEARD)

/** The only way in for news of the hall: a snapshot replaces everything, changes follow in their order (K45, R20). */
export function withNews(before: HallNow, news: TopicNews): HallNow {
  if (news.type === 'snapshot') {
    return { ...before, hall: HallState.parse(news.state), snapshots: before.snapshots + 1 }
  }
  if (before.hall === null) return before
  const changes = news.changes.map((change) => HallChange.parse(change))
  const hall = changes.reduce<HallState>(withChange, before.hall)
  const [asked] = changes.filter((change) => change.kind === 'sound_asked').reverse()
  return { ...before, hall, soundAsked: asked ?? before.soundAsked }
}

/** The state of the line; what is shown stays stale until a snapshot or a change makes it current (U10, U26). */
export function withNet(before: HallNow, net: Net, since: Instant | null): HallNow {
  if (net === 'offline') return { ...before, net, staleSince: before.staleSince ?? since }
  return { ...before, net, staleSince: net === 'recovering' ? before.staleSince : null }
}

/** Opens the wall's one link and follows the hall; a line that stays silent may be a session that ran out, so that is asked too. */
export function followHall(onBuild: (build: string) => void): LiveLink {
  const link = openLiveLink({
    door: 'wall',
    onBuild,
    onEnded: () => void renewSession('wall'),
    onNet: (net, since) => {
      document.documentElement.dataset['net'] = net
      useHall.setState((before) => withNet(before, net, since))
    },
  })
  const onNews = (news: TopicNews) => useHall.setState((before) => withNews(before, news))
  link.follow([{ topic: 'hall', onNews }])
  const renewal = setInterval(() => {
    if (useHall.getState().net !== 'online') void renewSession('wall')
  }, RENEW_EVERY_MS)
  return {
    ...link,
    close: () => {
      clearInterval(renewal)
      link.close()
    },
  }
}

export function withChange(hall: HallState, change: HallChange): HallState {
  switch (change.kind) {
    case 'window_changed':
      return { ...hall, windows: withWindow(hall, change.window) }
    case 'call_announced':
      return { ...hall, announcements: [...hall.announcements, change.announcement].slice(-KEPT_CALLS) }
    case 'call_withdrawn':
      return { ...hall, announcements: hall.announcements.filter(({ seq }) => seq !== change.seq) }
    case 'call_spoken':
      return { ...hall, announcements: hall.announcements.map((call) => spoken(call, change.seq)) }
    case 'speaker_changed':
      return { ...hall, speakingWall: change.speakingWall }
    case 'notices_changed':
      return { ...hall, notices: change.notices }
    case 'sound_asked':
      return hall
    case 'figures_changed':
      return { ...hall, figures: change.figures }
  }
}

function spoken(call: Announcement, seq: number): Announcement {
  return call.seq === seq ? { ...call, isSpoken: true } : call
}

// A closed window has no row; the others keep the order of their numbers.
function withWindow(hall: HallState, window: HallState['windows'][number]): HallState['windows'] {
  const others = hall.windows.filter((known) => known.window !== window.window)
  if (window.state === 'closed') return others
  return [...others, window].sort((a, b) => a.window - b.window)
}

import { type Net, openLiveLink } from '@counter/shared/client/live-link'
import type { TopicNews } from '@counter/shared/client/topic-places'
import { HallChange, type HallFigures, HallState } from '@counter/shared/contract/hall'
import { create } from 'zustand'
import { renewSession } from '../device.ts'
import { notePageBuild } from './device-report.ts'
import { watchClock } from './kiosk-clock.ts'
import { setPageClock } from './page-clock.ts'

interface Waiting {
  /** Null until the hall has spoken. */
  readonly figures: HallFigures | null
  readonly net: Net
}

/** Who waits in the hall, as the kiosk last heard it, and how old that may be. */
export const useWaiting = create<Waiting>(() => ({ figures: null, net: 'recovering' }))

/** Of everything the hall tells, the kiosk keeps the figures. */
export function figuresAfter(known: HallFigures | null, news: TopicNews): HallFigures | null {
  if (news.type === 'snapshot') return HallState.parse(news.state).figures
  return news.changes.reduce<HallFigures | null>((figures, raw) => {
    const change = HallChange.parse(raw)
    return change.kind === 'figures_changed' ? change.figures : figures
  }, known)
}

const RENEW_EVERY_MS = 20_000
/** Two missed heartbeats of 5 s each, and one second for the way (Q47). */
const OFFLINE_AFTER_MS = 11_000

const HEARD: readonly Net[] = ['online', 'slow']

/** Follows the hall while the kiosk is open. A line that stays silent may be a session that ran out, so that is asked too. */
export function followHall(): () => void {
  const opened = openLiveLink({
    door: 'kiosk',
    onBuild: notePageBuild,
    onEnded: () => void renewSession('kiosk'),
    offlineAfterMs: OFFLINE_AFTER_MS,
    onNet: (net) => {
      document.documentElement.dataset['net'] = net
      useWaiting.setState({ net })
    },
  })
  setPageClock(opened.now)
  const leaveClock = watchClock(opened.now, () => HEARD.includes(useWaiting.getState().net))
  const onNews = (news: TopicNews) =>
    useWaiting.setState(({ figures }) => ({ figures: figuresAfter(figures, news) }))
  opened.follow([{ topic: 'hall', onNews }])
  const renewal = setInterval(() => {
    if (useWaiting.getState().net === 'offline') void renewSession('kiosk')
  }, RENEW_EVERY_MS)
  return () => {
    clearInterval(renewal)
    leaveClock()
    opened.close()
    setPageClock(null)
  }
}

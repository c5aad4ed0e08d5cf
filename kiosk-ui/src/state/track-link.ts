import { type Answer, newCommandId, readOnce, sendCommand } from '@counter/shared/client/commands'
import { type LiveLink, type Net, openLiveLink } from '@counter/shared/client/live-link'
import { TrackCase, type TrackState, TrackTicket } from '@counter/shared/contract/public/track'
import { create } from 'zustand'
import { pageNow, setPageClock } from './page-clock.ts'
import { nothingTracked, pollAfterMs, type Tracked, trackedAfterAnswer, trackedAfterNews } from './track.ts'

export type TrackedKind = 'ticket' | 'case'
/** The secret of the link, or what somebody typed from the paper. */
export type TrackSecret = { readonly token: string } | { readonly number: string; readonly code: string }

interface TrackPage extends Tracked {
  readonly net: Net
}

/** The one thing that a phone page follows. */
export const useTrack = create<TrackPage>(() => ({ ...nothingTracked, net: 'recovering' }))

const anything = { parse: (value: unknown) => value }
let link: LiveLink | null = null

/** Follows by the live line, and asks by itself where that is blocked or there is no token to subscribe with (P41). */
export function followTrack(what: TrackedKind, secret: TrackSecret): () => void {
  useTrack.setState({ ...nothingTracked, net: 'recovering' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const poll = async (): Promise<void> => {
    if (!isLive()) await refresh(what, secret)
    // A wrong secret stays wrong, and asking on would count as more tries.
    if (isStopped || useTrack.getState().is === 'missing') return
    if ('token' in secret) link ??= openTrackLink(what, secret)
    timer = setTimeout(() => void poll(), pollAfterMs(useTrack.getState().state))
  }
  void poll()
  return () => {
    isStopped = true
    clearTimeout(timer)
    link?.close()
    link = null
    setPageClock(null)
  }
}

/** Asks once, now. */
export async function refresh(what: TrackedKind, secret: TrackSecret): Promise<void> {
  const answer: Answer<TrackState> =
    what === 'ticket'
      ? await readOnce('/api/track/ticket', TrackTicket, 'track', secret)
      : await readOnce('/api/track/case', TrackCase, 'track', secret)
  useTrack.setState((page) => trackedAfterAnswer(page, answer, pageNow()))
}

/** What the holder of a link may do: rejoin, leave the queue, ask to hurry. */
export function actOnTrack(path: string, token: string): Promise<Answer<unknown>> {
  return sendCommand(path, { commandId: newCommandId(), token }, anything, { door: 'track' })
}

function openTrackLink(what: TrackedKind, { token }: { readonly token: string }): LiveLink {
  const opened = openLiveLink({
    door: 'track',
    onNet: (net) => {
      document.documentElement.dataset['net'] = net
      useTrack.setState({ net })
    },
  })
  setPageClock(opened.now)
  opened.follow([
    {
      topic: 'track',
      token,
      onNews: (news) => useTrack.setState((page) => trackedAfterNews(page, news, opened.now())),
      onRefused: () => void refresh(what, { token }),
    },
  ])
  return opened
}

function isLive(): boolean {
  const { net, state } = useTrack.getState()
  return link !== null && state !== null && (net === 'online' || net === 'slow')
}

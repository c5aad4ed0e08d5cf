import type { LiveLink } from '@counter/shared/client/live-link'
import type { Announcement } from '@counter/shared/contract/hall'
import { useHall } from '../state/hall.ts'
import { isStanding } from '../state/standing-call.ts'
import { hush } from './browser-speech.ts'
import type { Player } from './player.ts'
import { sentenceOf } from './sentence.ts'
import { logSaying } from './voice-log.ts'
import {
  endSaying,
  isStuck,
  QUIET,
  startNext,
  takeIn,
  type VoiceQueue,
  withoutFallen,
} from './voice-queue.ts'

const TICK_MS = 100

/** Speaks the calls of the hall as they come and tells the server of each that was said. Returns the way to stop. */
export function startHallVoice(link: LiveLink, player: Player): () => void {
  let queue: VoiceQueue = QUIET
  let snapshots = 0
  let saying = 0
  const timer = setInterval(tick, TICK_MS)

  function tick(): void {
    if (!player.isReady()) return
    listen()
    if (isStuck(queue, performance.now())) {
      hush()
      queue = endSaying(queue, performance.now())
    }
    const before = queue
    queue = startNext(queue, (call) => player.lengthMs(sentenceOf(call)), performance.now())
    if (queue !== before && queue.speaking !== null) void say(queue.speaking.call)
  }

  function listen(): void {
    const { hall, snapshots: seen, staleSince } = useHall.getState()
    if (hall === null || staleSince !== null) return
    const now = link.now()
    queue = takeIn(queue, hall.announcements, { now, isSnapshot: seen !== snapshots })
    queue = withoutFallen(queue, (call) => isStanding(hall, call), now)
    snapshots = seen
  }

  // An end event that comes after the watchdog belongs to a saying that is over already.
  async function say(call: Announcement): Promise<void> {
    const own = ++saying
    const sentence = sentenceOf(call)
    const startedAt = performance.now()
    const path = await player.say(sentence)
    if (own !== saying || queue.speaking === null) return
    queue = endSaying(queue, performance.now())
    logSaying({ ...sentence, path, startedAt, endedAt: performance.now() })
    link.acknowledge(call.seq, 'spoken', path)
  }

  return () => clearInterval(timer)
}

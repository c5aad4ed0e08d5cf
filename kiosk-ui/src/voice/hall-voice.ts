import type { LiveLink } from '@counter/shared/client/live-link'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useCentre } from '../state/centre.ts'
import { useHall } from '../state/hall.ts'
import { isStanding } from '../state/standing-call.ts'
import { hush } from './browser-speech.ts'
import { type WordFacts, wordsSince } from './hall-words.ts'
import type { Player } from './player.ts'
import { TEST_WORDS } from './standing-words.ts'
import { logSaying } from './voice-log.ts'
import {
  asListener,
  endSaying,
  isStuck,
  QUIET,
  type Speaking,
  startNext,
  takeIn,
  type VoiceQueue,
  withoutFallen,
  withWords,
} from './voice-queue.ts'

const TICK_MS = 100
const TEST = { name: 'sound-test', sentence: TEST_WORDS }

/** Who this wall is in the hall's voice, looked at before each saying. */
export interface VoicePart {
  deviceId(): DeviceId | null
  /** False on every wall but the one that speaks for the hall (Q54). */
  speaks(): boolean
  /** True while the hall is to be quiet (U27). */
  isMuted(now: Instant): boolean
  /** A sound test was said, by this path. */
  onTested(path: VoicePath): void
}

/** Speaks the calls of the hall as they come and tells the server of each that was said. Returns the way to stop. */
export function startHallVoice(link: LiveLink, player: Player, part: VoicePart): () => void {
  let queue: VoiceQueue = QUIET
  let snapshots = 0
  let saying = 0
  let startedAt = 0
  let tested = useHall.getState().soundAsked
  let facts: WordFacts = { hall: null, staleSince: null, now: link.now(), closing: null }
  const timer = setInterval(tick, TICK_MS)

  function tick(): void {
    if (!player.isReady()) return
    listen()
    if (queue.speaking !== null && isStuck(queue, performance.now())) {
      const { sentence } = queue.speaking
      hush()
      queue = endSaying(queue, performance.now())
      logSaying({ ...sentence, path: 'given_up', startedAt, endedAt: performance.now() })
    }
    const before = queue
    queue = startNext(queue, player.lengthMs, performance.now(), mayCall())
    if (queue !== before && queue.speaking !== null) void say(queue.speaking)
  }

  function mayCall(): boolean {
    return part.speaks() && !part.isMuted(link.now())
  }

  function listen(): void {
    const { hall, snapshots: seen, staleSince, soundAsked } = useHall.getState()
    const now = link.now()
    const known = facts
    facts = { hall, staleSince, now, closing: closingToday() }
    queue = withWords(queue, wordsSince(known, facts))
    if (hall !== null && staleSince === null) {
      queue = takeIn(queue, hall.announcements, { now, isSnapshot: seen !== snapshots })
      queue = withoutFallen(queue, (call) => isStanding(hall, call), now)
      snapshots = seen
    }
    if (!mayCall()) queue = asListener(queue, hall?.announcements ?? [], now)
    if (soundAsked !== null && soundAsked !== tested) {
      tested = soundAsked
      if (soundAsked.wall === part.deviceId()) queue = withWords(queue, [TEST])
    }
  }

  // An end event that comes after the watchdog belongs to a saying that is over already.
  async function say({ entry, sentence }: Speaking): Promise<void> {
    const own = ++saying
    startedAt = performance.now()
    const path = await player.say(sentence)
    if (own !== saying || queue.speaking === null) return
    queue = endSaying(queue, performance.now())
    logSaying({ ...sentence, path, startedAt, endedAt: performance.now() })
    if ('call' in entry) link.acknowledge(entry.call.seq, 'spoken', path)
    else if (entry.name === TEST.name) part.onTested(path)
  }

  return () => clearInterval(timer)
}

function closingToday(): string | null {
  const { hall } = useCentre.getState()
  if (hall === null || hall.isAlwaysOpen) return null
  const last = hall.sessions[hall.sessions.length - 1]
  return last?.[1] ?? null
}

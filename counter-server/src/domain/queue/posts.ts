import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { busyMinutes, type Chance, serviceMinutes, timedVisit } from './chance.ts'
import type { HallWindow } from './hall-window.ts'
import { type Hall, isPromoted, mayCall, topicsWithMain, waitsFrom } from './order.ts'
import type { RollScene } from './outlook.ts'
import type { Ticket } from './ticket.ts'

const MINUTE_MS = 60_000
const RESIDUAL_TRIES = 12
const RESIDUAL_MINUTES = 2

/** One window made ready to be rolled forward many times: whatever does not change between draws. */
export interface Post {
  readonly window: HallWindow
  /** Places, in the rolled line, of those who may be called here, in call order. */
  readonly line: Int32Array
  /** Per place in `line`: from when, in ms, it is of the first tier here (Q15). */
  readonly firstTierFrom: Float64Array
  /** How it serves somebody who comes later; null when it does not. */
  rankOf(topic: TopicKey): WindowService | null
  /** Draws the minutes until the window is free. */
  readonly busyMinutes: () => number
  readonly breaks: readonly Break[]
}

interface Break {
  readonly fromMs: number
  readonly toMs: number
}

/** The windows that are open, and those whose pause has an end (Q23, Q60). */
export function postsOf(scene: RollScene, chance: Chance): readonly Post[] {
  const { hall, before } = scene
  const hasMain = topicsWithMain(hall.windows)
  return hall.windows.filter(isComing).map((window) => {
    const places = before.flatMap((ticket, place) => (mayCall(window, ticket) ? [place] : []))
    return {
      window,
      line: Int32Array.from(places),
      firstTierFrom: Float64Array.from(places, (place) =>
        firstTierFrom(window, before[place], hasMain, hall),
      ),
      rankOf: ranksOf(window, hasMain),
      busyMinutes: busyOf(window, hall, chance),
      breaks: breaksOf(scene),
    }
  })
}

/** The first instant from `timeMs` on at which a window calls: not within a break. */
export function whenOpen({ breaks }: Pick<Post, 'breaks'>, timeMs: number): number {
  for (const { fromMs, toMs: endMs } of breaks) if (timeMs >= fromMs && timeMs < endMs) return endMs
  return timeMs
}

function isComing({ state, duty }: HallWindow): boolean {
  return state === 'open' || (state === 'paused' && duty?.until !== null && duty?.until !== undefined)
}

// A window that is open while the hall has its break goes on through it. After the last session nobody is sent away.
function breaksOf({ hall: { now }, outlook }: RollScene): readonly Break[] {
  return outlook.sessions.flatMap(({ to }, index) => {
    const next = outlook.sessions[index + 1]
    return next === undefined || to <= now ? [] : [{ fromMs: toMs(to), toMs: toMs(next.from) }]
  })
}

function ranksOf(window: HallWindow, hasMain: ReadonlySet<string>): Post['rankOf'] {
  return (topic) => {
    const rank = window.services.get(topic)
    if (rank === undefined) return null
    return hasMain.has(topic) ? rank : 'main'
  }
}

function firstTierFrom(
  window: HallWindow,
  ticket: Ticket | undefined,
  hasMain: ReadonlySet<string>,
  hall: Hall,
): number {
  if (ticket === undefined || ticket.directedWindow !== null) return 0
  if (window.services.get(ticket.topic) === 'main' || !hasMain.has(ticket.topic)) return 0
  if (isPromoted(ticket, toMs(hall.now), hall.settings)) return 0
  return waitsFrom(ticket) + hall.settings.promoteAfterMs
}

function busyOf(window: HallWindow, hall: Hall, chance: Chance): Post['busyMinutes'] {
  const { occupant, state, duty } = window
  const nowMs = toMs(hall.now)
  if (state === 'paused') {
    const leftMs = toMs(duty?.until ?? hall.now) - nowMs
    return () => (leftMs > 0 ? leftMs / MINUTE_MS : RESIDUAL_MINUTES)
  }
  if (occupant === null) return () => 0
  const visit = timedVisit(chance, occupant)
  if (occupant.startedAt === null) return () => busyMinutes(chance, visit)
  const elapsed = (nowMs - toMs(occupant.startedAt)) / MINUTE_MS
  const draw = () => serviceMinutes(chance.random, visit)
  return () => residualMinutes(draw, elapsed) + chance.turnMinutes
}

// The person at the window has been there for a while: only draws longer than that are possible (Q60).
function residualMinutes(draw: () => number, elapsed: number): number {
  for (let tries = 0; tries < RESIDUAL_TRIES; tries += 1) {
    const minutes = draw()
    if (minutes > elapsed) return minutes - elapsed
  }
  return RESIDUAL_MINUTES
}

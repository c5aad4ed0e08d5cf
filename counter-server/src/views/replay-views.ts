import type { Announcement, HallChange, HallFigures, HallWindow } from '@counter/shared/contract/hall'
import type { Replay } from '@counter/shared/contract/replay'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import {
  type ReplayHall,
  type ReplayRow,
  type ReplayWindow,
  standingCalls,
  ticketsOf,
  windowsOf,
} from '../domain/queue/replay.ts'
import type { ReplayMoment } from '../usecases/hall/read-replay.ts'

/** Moments as the changes a wall would have been told; only what differs from the moment before (Q59). */
export async function toReplay(day: PlainDate, moments: AsyncIterable<ReplayMoment>): Promise<Replay> {
  let before: Picture = { windows: new Map(), calls: new Map(), figures: '' }
  const items: Replay['items'] = []
  for await (const { at, hall } of moments) {
    const picture = pictureOf(hall, day)
    const changes = [...windowChanges(before, picture), ...callChanges(before, picture)]
    if (picture.figures !== before.figures) changes.push(JSON.parse(picture.figures) as HallChange)
    before = picture
    if (changes.length > 0) items.push({ at, changes })
  }
  return { day, items, next: null }
}

/** What a wall shows: windows and figures as text that can be compared; a call stands or does not. */
interface Picture {
  readonly windows: ReadonlyMap<number, string>
  readonly calls: ReadonlyMap<number, ReplayRow>
  readonly figures: string
}

function pictureOf(hall: ReplayHall, day: PlainDate): Picture {
  const windows = windowsOf(hall).map(toWindow)
  const calls = standingCalls(hall)
  const figures: HallChange = { kind: 'figures_changed', figures: toFigures(hall, calls, day) }
  return {
    windows: new Map(windows.map((window) => [window.window, JSON.stringify(window)])),
    calls: new Map(calls.map((row) => [Number(row['seq']), row])),
    figures: JSON.stringify(figures),
  }
}

function windowChanges(before: Picture, { windows }: Picture): HallChange[] {
  const closed = [...before.windows.keys()]
    .filter((window) => !windows.has(window))
    .map((window): HallChange => {
      return { kind: 'window_changed', window: { window, state: 'closed', until: null, current: null } }
    })
  const changed = [...windows]
    .filter(([window, text]) => before.windows.get(window) !== text)
    .map(([, text]): HallChange => ({ kind: 'window_changed', window: JSON.parse(text) as HallWindow }))
  return [...closed, ...changed]
}

function callChanges(before: Picture, { calls }: Picture): HallChange[] {
  const gone = [...before.calls.keys()]
    .filter((seq) => !calls.has(seq))
    .map((seq): HallChange => ({ kind: 'call_withdrawn', seq }))
  const made = [...calls]
    .filter(([seq]) => !before.calls.has(seq))
    .map(([, row]): HallChange => ({ kind: 'call_announced', announcement: toCall(row) }))
  return [...gone, ...made]
}

function toWindow({ duty, occupant }: ReplayWindow): HallWindow {
  return {
    window: Number(duty['window']),
    state: duty['paused_at'] == null ? 'open' : 'paused',
    until: (duty['until'] ?? null) as Instant | null,
    current:
      occupant === null || occupant['called_at'] == null
        ? null
        : {
            ...toNumber(occupant),
            callNo: Math.max(1, Number(occupant['call_no'] ?? 1)),
            calledAt: occupant['called_at'] as Instant,
            isServing: occupant['status'] === 'serving',
          },
  }
}

function toNumber(row: ReplayRow): { number: string; tag: 'priority' | 'appointment' | null } {
  const cls = row['cls']
  return { number: String(row['number']), tag: cls === 'priority' || cls === 'appointment' ? cls : null }
}

function toCall(row: ReplayRow): Announcement {
  return {
    seq: Number(row['seq']),
    kind: row['kind'] as Announcement['kind'],
    number: String(row['number']),
    tag: (row['tag'] ?? null) as Announcement['tag'],
    window: Number(row['window']),
    callNo: Number(row['call_no']),
    at: row['at'] as Instant,
    clips: [],
    isSpoken: true,
  }
}

function toFigures(hall: ReplayHall, calls: readonly ReplayRow[], day: PlainDate): HallFigures {
  const waiting = ticketsOf(hall, 'waiting', day)
  return {
    waiting: waiting.length,
    openWindows: windowsOf(hall).filter(({ duty }) => duty['paused_at'] == null).length,
    low: null,
    high: null,
    next: waiting.slice(0, 8).map(toNumber),
    missed: ticketsOf(hall, 'missed', day).slice(-60).map(toNumber),
    lastCalls: lastSix(calls).map((row) => ({
      number: String(row['number']),
      tag: (row['tag'] ?? null) as Announcement['tag'],
      window: Number(row['window']),
    })),
    intake: 'open',
    late: { topics: [], isStopped: false },
  }
}

// A recall is the same ticket again; the search ends with the sixth, for a day has many calls.
function lastSix(calls: readonly ReplayRow[]): ReplayRow[] {
  const last = new Map<string, ReplayRow>()
  for (const row of calls) {
    const ticket = String(row['ticket'])
    if (!last.has(ticket)) last.set(ticket, row)
    if (last.size === 6) break
  }
  return [...last.values()]
}

import type { CaseRow } from '@counter/shared/contract/case-row'
import type { WindowChange } from '@counter/shared/contract/desk'
import type { HallChange } from '@counter/shared/contract/hall'
import type { CaseId, DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import type { News } from '../domain/record/audience.ts'
import type { Tx } from '../store/tx.ts'
import type { Deps } from '../usecases/deps.ts'
import { windowFacts } from '../usecases/hall/desk-result.ts'
import { readHallNow, requireWindow } from '../usecases/hall/hall-now.ts'
import type { HallReader } from '../usecases/hall/read-hall.ts'
import {
  readCall,
  readDeskCounts,
  readDevice,
  readTicketFacts,
  readWindow,
} from '../usecases/hall/read-window.ts'
import { toCallHeard, toDeskFigures, toDeskTicket, toDeskWindow } from '../views/desk-views.ts'
import { toDeviceNews } from '../views/device-views.ts'
import { toAnnouncement, toHallFigures, toHallState, toHallWindow } from '../views/hall-views.ts'
import type { TopicKind } from './topic.ts'

/** What the desk shows of cases; the cases' own module knows how. */
export interface CounterCases {
  rows(tx: Tx): CaseRow[]
  row(tx: Tx, id: CaseId): CaseRow | null
}

/** Topic `hall`: numbers, windows and times for walls and kiosks (U23). */
export function hallTopic(hall: HallReader): TopicKind {
  return {
    name: 'hall',
    actors: ['kiosk', 'wall', 'clerk', 'handler', 'supervisor', 'leader', 'admin'],
    grant: () => ({
      audience: 'hall',
      bodyKey: 'hall',
      snapshot: (tx) => toHallState(hall.whole(tx)),
      changes: (tx, news, whole) => hallChanges(hall, tx, news, whole),
    }),
  }
}

// What neither moves a ticket nor a window: the figures need not be told again for it.
const LEAVES_QUEUE: ReadonlySet<News['kind']> = new Set([
  'call_spoken',
  'speaker_changed',
  'sound_asked',
  'notices_changed',
])

function hallChange(hall: HallReader, tx: Tx, news: News): HallChange | null {
  switch (news.kind) {
    case 'call_announced': {
      const row = hall.announcement(tx, news.seq)
      return row === undefined || row.withdrawnAt !== null
        ? null
        : { kind: 'call_announced', announcement: toAnnouncement(row) }
    }
    case 'call_withdrawn':
    case 'call_spoken':
      return { kind: news.kind, seq: news.seq }
    case 'speaker_changed':
      return { kind: 'speaker_changed', speakingWall: hall.speakingWall(tx) }
    case 'notices_changed':
      return { kind: 'notices_changed', notices: [...hall.notices(tx)] }
    case 'sound_asked': {
      const askedAt = readDevice(tx, news.id as DeviceId)?.soundAskedAt ?? null
      return askedAt === null ? null : { kind: 'sound_asked', wall: news.id as DeviceId, askedAt }
    }
    default:
      return null
  }
}

function hallChanges(
  hall: HallReader,
  tx: Tx,
  news: readonly News[],
  whole: readonly News[] | null,
): HallChange[] {
  const calls = news.flatMap((each) => hallChange(hall, tx, each) ?? [])
  // Whoever is at a window changes with its ticket, so all windows go along; there are a handful.
  if (whole === null || whole.every(({ kind }) => LEAVES_QUEUE.has(kind))) return calls
  const windows = hall
    .windows(tx)
    .map((window): HallChange => ({ kind: 'window_changed', window: toHallWindow(window) }))
  return [...windows, ...calls, { kind: 'figures_changed', figures: toHallFigures(hall.counts(tx)) }]
}

/** Topic `window:N`: the workbench of one window. */
export function windowTopic(deps: Deps, cases: CounterCases): TopicKind {
  return {
    name: 'window',
    actors: ['clerk', 'supervisor'],
    grant(tx, { argument }) {
      const number = Number(argument)
      const view = readDeskWindow(deps, tx, number)
      if (view === null) return null
      return {
        audience: `window:${number}`,
        bodyKey: `window:${number}`,
        snapshot: (now) => toWindowState(deps, cases, now, number),
        changes: (now, news, whole) => windowChanges({ deps, cases, number }, now, news, whole),
      }
    },
  }
}

function readDeskWindow(deps: Deps, tx: Tx, number: number) {
  try {
    return readWindow(deps, tx, number)
  } catch {
    // An unknown window is refused like a foreign one.
    return null
  }
}

function toWindowState(deps: Deps, cases: CounterCases, tx: Tx, number: number) {
  const { window, tickets, counts, heard, devices } = readWindow(deps, tx, number)
  return {
    window: toDeskWindow(window),
    tickets: tickets.map(toDeskTicket),
    figures: toDeskFigures(counts),
    heard: heard === null ? null : toCallHeard(heard),
    devices: devices.map(toDeviceNews),
    cases: cases.rows(tx),
  }
}

interface WindowScene {
  readonly deps: Deps
  readonly cases: CounterCases
  readonly number: number
}

// A setting may move the line too: who is helped first, and after how long (Q15).
const MOVES_LINE: readonly News['kind'][] = ['ticket_changed', 'window_changed', 'settings_changed']

function windowChanges(
  scene: WindowScene,
  tx: Tx,
  news: readonly News[],
  whole: readonly News[] | null,
): WindowChange[] {
  const changes = news.flatMap((each) => windowChange(scene, tx, each) ?? [])
  const movesLine = whole?.some(({ kind }) => MOVES_LINE.includes(kind))
  if (movesLine !== true) return changes
  return [
    ...changes,
    { kind: 'figures_changed', figures: toDeskFigures(readDeskCounts(scene.deps, tx, scene.number)) },
  ]
}

function windowChange(
  { deps, cases, number }: WindowScene,
  tx: Tx,
  news: News,
): WindowChange | readonly WindowChange[] | null {
  switch (news.kind) {
    case 'ticket_changed': {
      const facts = readTicketFacts(tx, news.id as TicketId)
      return facts === undefined ? null : { kind: 'ticket_changed', ticket: toDeskTicket(facts) }
    }
    case 'window_changed':
      return news.window === number
        ? { kind: 'window_changed', window: toDeskWindow(windowFacts(requireNamed(deps, tx, number))) }
        : null
    case 'call_announced':
    case 'call_heard': {
      const row = readCall(tx, news.seq)
      return row?.window === number ? { kind: news.kind, heard: toCallHeard(row) } : null
    }
    case 'call_withdrawn':
      return { kind: 'call_withdrawn', seq: news.seq }
    case 'device_changed': {
      const device = readDevice(tx, news.id as DeviceId)
      return device === undefined ? null : { kind: 'device_changed', device: toDeviceNews(device) }
    }
    case 'case_changed': {
      const row = cases.row(tx, news.id as CaseId)
      return row === null ? null : { kind: 'case_changed', case: row }
    }
    case 'cases_imported':
      return cases.rows(tx).map((row) => ({ kind: 'case_changed', case: row }))
    case 'mark_fired':
    case 'deputies_changed':
    case 'letter_changed':
    case 'photos_changed':
    case 'figures_changed':
    case 'settings_changed':
    case 'call_spoken':
    case 'speaker_changed':
    case 'sound_asked':
    case 'notices_changed':
    case 'intake_changed':
      return null
  }
}

function requireNamed(deps: Deps, tx: Tx, number: number) {
  return requireWindow(readHallNow(deps, tx), number)
}

import type { CaseListChange, LightCounts } from '@counter/shared/contract/case-lists'
import type { TrackChange, TrackState } from '@counter/shared/contract/public/track'
import type { CaseId, TicketId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { News } from '../domain/record/audience.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Tx } from '../store/tx.ts'
import type { CaseAsker } from '../usecases/cases/case-asker.ts'
import type { CaseLine } from '../usecases/cases/case-lines.ts'
import { readCaseLine, readUnitCases, readVillageCases } from '../usecases/cases/list-cases.ts'
import { readCounters } from '../usecases/cases/read-board.ts'
import { readCase } from '../usecases/cases/read-case.ts'
import { readSupervise } from '../usecases/cases/read-supervise.ts'
import { findTrackedCase, readTrackedCase } from '../usecases/cases/read-track-case.ts'
import type { Deps } from '../usecases/deps.ts'
import { findTracked, readTrackedTicket } from '../usecases/hall/read-track-ticket.ts'
import type { WaitEstimator } from '../usecases/hall/wait.ts'
import type { Asker } from '../usecases/people/asker.ts'
import { toCaseRow, toLightCounts } from '../views/case-row-views.ts'
import { toCaseDetail } from '../views/case-views.ts'
import { toSuperviseState } from '../views/supervise-views.ts'
import { toTrackCase, toTrackTicket } from '../views/track-views.ts'
import type { Granted, TopicKind } from './topic.ts'

/** Topic `unit:MZ`: the open cases of one unit, for its handlers and the supervisor (P11). */
export const unitTopic: TopicKind = {
  name: 'unit',
  actors: ['handler', 'supervisor'],
  grant: (_tx, { argument }, { actor, staff }) => {
    if (actor === 'handler' && staff?.staff.unit !== argument) return null
    const unit = argument as UnitCode
    return listOf(`unit:${unit}`, {
      isOwn: (line) => line.facts.unit === unit,
      lines: (tx) => readUnitCases(tx, unit),
      counts: (tx) => toLightCounts(readCounters(tx, { unit })),
    })
  },
}

/** Topic `village:05`: the cases of one village point; another point's answers as unknown (V4). */
export const villageTopic: TopicKind = {
  name: 'village',
  actors: ['agent', 'supervisor'],
  grant: (_tx, { argument }, { actor, staff }) => {
    if (actor === 'agent' && staff?.staff.village !== argument) return null
    return villageList(argument as VillageCode)
  },
}

/** The open cases of a point, as its stream tells them (V55). */
export function villageList(village: VillageCode): Granted {
  return listOf(`village:${village}`, {
    isOwn: (line) => line.facts.village === village,
    lines: (tx) => readVillageCases(tx, village),
    counts: (tx) => toLightCounts(readCounters(tx, { village })),
  })
}

interface ListReader {
  isOwn(line: CaseLine): boolean
  lines(tx: Tx): readonly CaseLine[]
  counts(tx: Tx): LightCounts
}

function listOf(
  audience: `unit:${string}` | `village:${string}`,
  { isOwn, lines, counts }: ListReader,
): Granted {
  return {
    audience,
    bodyKey: audience,
    snapshot: (tx) => ({ cases: lines(tx).map(toCaseRow), counts: counts(tx) }),
    changes: (tx, news, whole): CaseListChange[] => {
      const changes = news.flatMap((each) =>
        each.kind === 'cases_imported'
          ? lines(tx).map((line): CaseListChange => ({ kind: 'case_changed', case: toCaseRow(line) }))
          : (listChange(tx, each, isOwn) ?? []),
      )
      return whole === null ? changes : [...changes, { kind: 'figures_changed', counts: counts(tx) }]
    },
  }
}

function listChange(tx: Tx, news: News, isOwn: ListReader['isOwn']): CaseListChange | null {
  if (news.kind === 'mark_fired') {
    const { id, threshold, clock } = news
    return { kind: 'mark_fired', caseId: id as CaseId, threshold, clock } as CaseListChange
  }
  const line = news.kind === 'case_changed' ? readCaseLine(tx, news.id as CaseId) : null
  if (line === null) return null
  return isOwn(line)
    ? { kind: 'case_changed', case: toCaseRow(line) }
    : { kind: 'case_left', caseId: line.facts.id }
}

/** Topic `case:ID`: one case page. Who may not open it is told as if it were not there (C402, P10). */
export function caseTopic(deps: Deps): TopicKind {
  return {
    name: 'case',
    actors: ['clerk', 'handler', 'agent', 'supervisor', 'leader'],
    grant(tx, { argument }, asker) {
      const id = argument as CaseId
      const who = caseAskerOf(asker)
      if (unlessRefused(() => readCase(deps, tx, who, id)) === null) return null
      return {
        audience: `case:${id}`,
        // What may be done differs from person to person, so each body is somebody's own.
        bodyKey: `case:${id}:${who.origin.actor}`,
        snapshot: (now) => unlessRefused(() => toCaseDetail(readCase(deps, now, who, id))),
        changes: (now, _news, whole) => {
          const facts = whole !== null ? unlessRefused(() => readCase(deps, now, who, id)) : null
          return facts === null ? [] : [{ kind: 'case_changed', case: toCaseDetail(facts) }]
        },
      }
    },
  }
}

/** Who listens, as the readers of cases know it. */
export function caseAskerOf({ actor, staff }: Asker): CaseAsker {
  const name = staff === null ? actor : `staff:${staff.staff.id}`
  return {
    origin: { actor: name, role: actor, device: null, commandId: null },
    actor,
    staff: staff?.staff ?? null,
  }
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Topic `supervisor`: today's board; a leader's has no personal data (P11). */
export function supervisorTopic(deps: Deps & { readonly wait: WaitEstimator }): TopicKind {
  return {
    name: 'supervisor',
    actors: ['supervisor', 'leader'],
    grant(_tx, _wanted, { actor }) {
      const reader = actor === 'leader' ? 'leader' : 'supervisor'
      const state = (tx: Tx) => toSuperviseState(readSupervise(deps, tx), reader)
      return {
        audience: 'supervisor',
        bodyKey: `supervisor:${reader}`,
        calmMs: 1_000,
        snapshot: state,
        // Whoever comes back after hundreds of changes is told the present once: the board is dear to count.
        changes: (tx, _news, whole) =>
          whole === null ? [] : [{ kind: 'figures_changed', state: state(tx) }],
      }
    },
  }
}

/** Topic `track`: the page of a ticket or a case for whoever holds its secret; no login (P41). */
export function trackTopic(deps: Deps & { readonly wait: WaitEstimator }): TopicKind {
  return {
    name: 'track',
    actors: ['token', 'anonymous'],
    grant(tx, { token }) {
      if (token === null) return null
      const ticket = findTracked(tx, token)
      if (ticket !== null) return trackedTicket(deps, ticket)
      const found = findTrackedCase(tx, token)
      return found === null ? null : trackedCase(deps, found)
    },
  }
}

// Who is ahead changes with every number of the hall, so a ticket's page follows the hall's stream.
function trackedTicket(deps: Deps & { readonly wait: WaitEstimator }, id: TicketId): Granted {
  const state = (tx: Tx): TrackState | null => {
    const tracked = readTrackedTicket(deps, tx, id)
    return tracked === null ? null : toTrackTicket(tracked)
  }
  return tracked('hall', `track:${id}`, state)
}

function trackedCase(deps: Deps, id: CaseId): Granted {
  return tracked(`case:${id}`, `track:${id}`, (tx) => toTrackCase(readTrackedCase(deps, tx, id)))
}

function tracked(
  audience: Granted['audience'],
  bodyKey: string,
  state: (tx: Tx) => TrackState | null,
): Granted {
  return {
    audience,
    bodyKey,
    snapshot: state,
    changes(tx, _news, whole) {
      const now = whole !== null ? state(tx) : null
      return now === null ? [] : [changeOf(now)]
    },
  }
}

function changeOf(state: TrackState): TrackChange {
  return state.what === 'ticket' ? { kind: 'ticket_changed', state } : { kind: 'case_changed', state }
}

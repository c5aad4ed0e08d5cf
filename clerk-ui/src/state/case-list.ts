import { CaseListChange, CaseListState, type LightCounts } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { ENDED_STATUSES, type Light } from '@counter/shared/vocabulary/case'
import { lightAt } from '@counter/shared/vocabulary/clock'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { TopicKind } from './live.ts'

/** Topics `unit:MZ` and `village:05`: the open cases of one place. */
export const caseListTopic: TopicKind<CaseListState, CaseListChange> = {
  state: CaseListState,
  change: CaseListChange,
  withChange: withCaseNews,
}

/** A changed case takes its line's place, an ended one leaves; a mark alone changes no line. */
export function withCaseNews(list: CaseListState, change: CaseListChange): CaseListState {
  if (change.kind === 'figures_changed') return { ...list, counts: change.counts }
  if (change.kind === 'mark_fired') return list
  if (change.kind === 'case_left')
    return { ...list, cases: list.cases.filter(({ id }) => id !== change.caseId) }
  const known = list.cases.find(({ id }) => id === change.case.id)
  if (known !== undefined && known.version > change.case.version) return list
  const others = list.cases.filter(({ id }) => id !== change.case.id)
  return { ...list, cases: isEnded(change.case) ? others : [...others, change.case] }
}

/** Nothing more happens in it, except what a village point still owes. */
export function isEnded({ status }: Pick<CaseRow, 'status'>): boolean {
  return (ENDED_STATUSES as readonly string[]).includes(status)
}

/** A running light drawn anew for this minute: between two messages only time has passed (U8, C701). */
export function relit(row: CaseRow, now: Instant): CaseRow {
  if (row.light !== 'green' && row.light !== 'yellow' && row.light !== 'red') return row
  return { ...row, light: lightAt({ state: 'running', dueAt: row.dueAt, yellowAt: row.yellowAt }, now) }
}

const RANK = { red: 0, yellow: 0, green: 0, paused: 1, none: 2, done: 3 } satisfies Record<Light, number>

/** Least time left first; then what has no running clock, under its status (C-4, U34). */
export function byTimeLeft(a: CaseRow, b: CaseRow): number {
  return (
    RANK[a.light] - RANK[b.light] ||
    (a.dueAt ?? '').localeCompare(b.dueAt ?? '') ||
    a.status.localeCompare(b.status) ||
    a.number.localeCompare(b.number)
  )
}

/** The list as it is shown at `now`: lights of this minute, least time left first. */
export function shownRows(rows: readonly CaseRow[], now: Instant): readonly CaseRow[] {
  return rows.map((row) => relit(row, now)).sort(byTimeLeft)
}

/** The counters of the store, moved on by the rows in sight whose light has changed since they were read (U34, C701). */
export function countsNow(counts: LightCounts, rows: readonly CaseRow[], now: Instant): LightCounts {
  const moved = { ...counts }
  for (const row of rows) {
    moved[row.light] -= 1
    moved[relit(row, now).light] += 1
  }
  return moved
}

/** How many rows stand under each light. */
export function countByLight(rows: readonly CaseRow[]): LightCounts {
  const counts = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
  for (const { light } of rows) counts[light] += 1
  return counts
}

/** True when the running clock ends today or has ended before: 「今天要办」. */
export function isForToday(row: CaseRow, now: Instant): boolean {
  const isRunning = row.light === 'green' || row.light === 'yellow' || row.light === 'red'
  return isRunning && row.dueOn !== null && row.dueOn <= civilDate(now)
}

/** True when nobody of the unit has taken it yet: 「新到」. */
export function isNewlyArrived(row: CaseRow): boolean {
  return row.status === 'accepted' && row.handler === null
}

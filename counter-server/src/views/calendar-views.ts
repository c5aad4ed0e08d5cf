import type {
  CalendarPage,
  CalendarView,
  ChangePreview,
  ClockChange,
} from '@counter/shared/contract/calendar'
import type { MovedCase } from '../usecases/cases/first-moves.ts'
import type { Preview } from '../usecases/cases/preview-change.ts'
import type { CalendarFacts, CalendarsFacts } from '../usecases/cases/read-calendars.ts'

export function toCalendarPage({ inForce, changes, missing, doubt }: CalendarsFacts): CalendarPage {
  return {
    items: inForce.map(toCalendar),
    next: null,
    changes: changes.map(toClockChange),
    missing: missing === null ? null : { year: missing.year, level: missing.level },
    doubt: doubt === null ? null : { kind: doubt.kind, from: doubt.from, to: doubt.to },
  }
}

function toCalendar({ version, appliedAt, workdays }: CalendarFacts): CalendarView {
  const { year, status, source, off, makeup } = version
  const days = [
    ...off.map(({ date, kind, name }) => ({ date, kind, name })),
    ...makeup.map(({ date, name }) => ({ date, kind: 'makeup' as const, name })),
  ]
  return {
    year,
    version: version.version,
    status,
    source: { title: source.title, number: source.number, issuer: source.issuer, date: source.date },
    appliedAt,
    workdays,
    days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

export function toClockChange(facts: CalendarsFacts['changes'][number]): ClockChange {
  const { row, calendar } = facts
  const { content } = row
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    reason: row.reason,
    enteredBy: facts.enteredBy,
    enteredAt: row.enteredAt,
    settledBy: facts.settledBy,
    settledAt: row.settledAt,
    appliedAt: row.appliedAt,
    moved: facts.moved,
    waiting: facts.waiting,
    calendar: calendar === null ? null : toCalendar(calendar),
    setting: content.kind === 'setting' ? { from: content.from, to: content.to } : null,
  }
}

export function toChangePreview({ id, at, examined, moved, broken, first, letters }: Preview): ChangePreview {
  return {
    id,
    at,
    examined,
    moved: moved.size,
    broken,
    letters: { examined: letters.examined, moved: letters.moved, broken: letters.broken },
    items: first.map(toMoved),
  }
}

function toMoved({
  facts,
  moves,
  toldOn,
  isToldBroken,
  appear,
  vanish,
}: MovedCase): ChangePreview['items'][number] {
  return {
    caseId: facts.id,
    number: facts.number,
    itemName: facts.itemName,
    unitName: facts.unitName,
    status: facts.status,
    moves: moves.map(({ kind, from, to }) => ({ kind, from, to })),
    toldOn,
    isToldBroken,
    appear: appear.map(({ kind, threshold }) => ({ kind, threshold })),
    vanish: vanish.map(({ kind, threshold }) => ({ kind, threshold })),
  }
}

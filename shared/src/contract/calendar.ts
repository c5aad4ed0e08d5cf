import { z } from 'zod'
import { CASE_STATUSES, CLOCK_KINDS, MARK_THRESHOLDS } from '../vocabulary/case.ts'
import { CaseIdField, CommandIdField, InstantField, PlainDateField, textField } from './fields.ts'

const Day = z.object({
  date: PlainDateField,
  kind: z.enum(['statutory', 'arranged', 'makeup']),
  name: z.string(),
})
const Source = z.object({ title: z.string(), number: z.string(), issuer: z.string(), date: z.string() })

/** One version of a year's calendar, day by day, with its notice (C601). */
export const CalendarView = z.object({
  year: z.int(),
  version: z.int(),
  status: z.enum(['official', 'provisional']),
  source: Source,
  /** Null for a version that is not in force yet. */
  appliedAt: InstantField.nullable(),
  workdays: z.int(),
  days: z.array(Day),
})
export type CalendarView = z.infer<typeof CalendarView>

const Value = z.union([z.number(), z.string(), z.boolean()])

/** A change of the rules that due dates are counted with: entered by one person, published by another (C603, C1502). */
export const ClockChange = z.object({
  id: z.uuid(),
  kind: z.enum(['calendar', 'setting']),
  /** The year, or the key of the setting. */
  subject: z.string(),
  state: z.enum(['entered', 'published', 'applied', 'withdrawn']),
  reason: z.string(),
  enteredBy: z.string(),
  enteredAt: InstantField,
  settledBy: z.string().nullable(),
  settledAt: InstantField.nullable(),
  appliedAt: InstantField.nullable(),
  /** How many cases it moved, and how many open ones it has still to reach (C604). */
  moved: z.int(),
  waiting: z.int(),
  calendar: CalendarView.nullable(),
  setting: z.object({ from: Value, to: Value }).nullable(),
})
export type ClockChange = z.infer<typeof ClockChange>

/** `GET /api/calendars`: what is in force by year, what waits, and what next year still needs (A-5, C608). */
export const CalendarPage = z.object({
  items: z.array(CalendarView),
  next: z.null(),
  changes: z.array(ClockChange),
  missing: z.object({ year: z.int(), level: z.enum(['reminder', 'error']) }).nullable(),
  /** The time itself is in doubt: the deadlines wait until an administrator has confirmed it (R8). */
  doubt: z.object({ kind: z.enum(['gap', 'jump']), from: InstantField, to: InstantField }).nullable(),
})
export type CalendarPage = z.infer<typeof CalendarPage>

/**
 * `POST /api/clock-changes`: the notice of a year in its own words or as a table, the days known by hand before there is one
 * (`provisional`), or a setting that moves due dates.
 */
export const EnterChangeBody = z.discriminatedUnion('kind', [
  z.strictObject({
    commandId: CommandIdField,
    kind: z.literal('calendar'),
    year: z.int().min(2020).max(2100),
    status: z.enum(['official', 'provisional']),
    text: textField(20_000, 1),
    source: z.strictObject({
      title: textField(120, 1),
      number: textField(60),
      issuer: textField(60),
      date: textField(10),
    }),
    reason: textField(200),
  }),
  z.strictObject({
    commandId: CommandIdField,
    kind: z.literal('setting'),
    key: textField(60, 1),
    value: z.union([z.number(), textField(60)]),
    reason: textField(200),
  }),
])
export type EnterChangeBody = z.infer<typeof EnterChangeBody>

/** `POST /api/clock/confirm`: the machine's time is right, and how that was found out (R8). */
export const ConfirmClockBody = z.strictObject({ commandId: CommandIdField, reason: textField(200) })

export const PublishChangeBody = z.strictObject({ commandId: CommandIdField, preview: z.uuid() })
export const WithdrawChangeBody = z.strictObject({ commandId: CommandIdField, reason: textField(200) })

const Mark = z.object({ kind: z.enum(CLOCK_KINDS), threshold: z.enum(MARK_THRESHOLDS) })

/** `GET /api/clock-changes/:id/preview`: which open cases would move, before anything does (C603). */
export const ChangePreview = z.object({
  id: z.uuid(),
  at: InstantField,
  examined: z.int(),
  moved: z.int(),
  /** Cases whose resident was told an earlier day than the new one: they must be told (C520). */
  broken: z.int(),
  /** Letters that wait, how many of them move, and whose writers must be told again. */
  letters: z.object({ examined: z.int(), moved: z.int(), broken: z.int() }),
  /** The first of them, most urgent changes first. */
  items: z.array(
    z.object({
      caseId: CaseIdField,
      number: z.string(),
      itemName: z.string(),
      unitName: z.string(),
      status: z.enum(CASE_STATUSES),
      moves: z.array(z.object({ kind: z.enum(CLOCK_KINDS), from: PlainDateField, to: PlainDateField })),
      toldOn: PlainDateField.nullable(),
      isToldBroken: z.boolean(),
      appear: z.array(Mark),
      vanish: z.array(Mark),
    }),
  ),
})
export type ChangePreview = z.infer<typeof ChangePreview>

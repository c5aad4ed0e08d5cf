import { z } from 'zod'
import { LightCounts } from './case-lists.ts'
import { CaseRow } from './case-row.ts'
import { DeskWindow, DeviceNews } from './desk.ts'
import { CommandIdField, InstantField, UnitCodeField, VillageCodeField } from './fields.ts'
import { LeaseAttention } from './leases.ts'
import { PointAlarm, PointSaid } from './points.ts'

/** Topic `supervisor` and `GET /api/supervise`: today's live board (L-1). A leader gets the same without `urgent` names. */
export const SuperviseState = z.object({
  at: InstantField,
  /** Too many people or too long a wait, and what one more window would do (Q43). */
  alarm: z
    .object({
      waiting: z.int(),
      p80: z.int().nullable(),
      advice: z.object({ window: z.int(), fromP90: z.int(), toP90: z.int() }).nullable(),
    })
    .nullable(),
  waiting: z.int(),
  longestWaitMinutes: z.int().nullable(),
  meanWaitMinutes: z.int().nullable(),
  windows: z.array(DeskWindow.extend({ current: z.string().nullable(), servedToday: z.int() })),
  issuedToday: z.int(),
  /** Of them, those served while the system was away and written down afterwards (Q35). */
  enteredLaterToday: z.int(),
  acceptedToday: z.int(),
  decidedToday: z.int(),
  dueToday: z.int(),
  counts: LightCounts,
  byUnit: z.array(
    z.object({
      unit: UnitCodeField,
      name: z.string(),
      counts: LightCounts,
      dueToday: z.int(),
      decidedThisMonth: z.int(),
      onTimeThisMonth: z.int(),
    }),
  ),
  byVillage: z.array(
    z.object({
      village: VillageCodeField,
      name: z.string(),
      counts: LightCounts,
      receivedToday: z.int(),
      /** Null: never heard of; unknown is never shown as 0 (V88). */
      lastContactAt: InstantField.nullable(),
      said: PointSaid,
      /** What is wrong with the point (V89). */
      alarms: z.array(PointAlarm),
    }),
  ),
  /** What was crossed while the server was off, marked in one go today (C521). */
  lateMarks: z
    .object({ yellow: z.int(), red: z.int(), crossedFrom: InstantField, firedAt: InstantField })
    .nullable(),
  /** Who wanted to see more personal fields than an hour allows, and when first today; a leader is told no names (P34). */
  revealLimits: z.array(z.object({ name: z.string(), at: InstantField })).max(20),
  /** Open supervision orders: unanswered ones, those among them past their day, and answered ones to be closed (C705). */
  orders: z.object({ waiting: z.int(), late: z.int(), replied: z.int() }),
  /** How many open cases wait for a second signature, whosever it is. */
  approvals: z.int(),
  /** Immediate cases that were neither finished nor converted by the close of business (C203). */
  leftOver: z.array(CaseRow).max(20),
  /** Transfers that nobody took over by the end of the next working day (C802). */
  notTaken: z.array(CaseRow).max(20),
  urgent: z.array(CaseRow).max(10),
  devices: z.array(DeviceNews),
  /** Numbers of the time without a server that did not fit; staff settle them (Q50). */
  attention: z.array(LeaseAttention).max(50),
})
export type SuperviseState = z.infer<typeof SuperviseState>

export const SuperviseChange = z.object({ kind: z.literal('figures_changed'), state: SuperviseState })
export type SuperviseChange = z.infer<typeof SuperviseChange>

/** `POST /api/days/close`: today's numbers end now; refused while a window is serving (Q13). */
export const CloseDayBody = z.strictObject({ commandId: CommandIdField })
/** How the numbers of the day ended; issued = served + absent + moved + cancelled. */
export const DayClosed = z.object({
  done: z.literal(true),
  tally: z
    .object({
      issued: z.int().nonnegative(),
      served: z.int().nonnegative(),
      absent: z.int().nonnegative(),
      moved: z.int().nonnegative(),
      cancelled: z.int().nonnegative(),
    })
    .nullable(),
})
export type DayClosed = z.infer<typeof DayClosed>

import { z } from 'zod'
import { WINDOW_SERVICES, WINDOW_STATES } from '../vocabulary/ticket.ts'
import { CommandIdField, InstantField, TopicKeyField, textField, WindowField } from './fields.ts'

/** A window as the administrator sees it: what it serves, who is there now, what keeps it from being retired. */
export const PlannedWindow = z.strictObject({
  window: WindowField,
  name: z.string(),
  retiredAt: InstantField.nullable(),
  state: z.enum(WINDOW_STATES),
  clerk: z.string().nullable(),
  openedAt: InstantField.nullable(),
  /** Why the present clerk took it over; null when the window was free (Q20). */
  takenOver: z.string().nullable(),
  current: z.string().nullable(),
  /** Numbers directed to this window or held by it. */
  bound: z.int().nonnegative(),
  services: z.array(z.strictObject({ topic: TopicKeyField, rank: z.enum(WINDOW_SERVICES) })),
})
export type PlannedWindow = z.infer<typeof PlannedWindow>

/** Topic `windows`: all windows of the hall and the topics they can serve. */
export const WindowPlan = z.strictObject({
  windows: z.array(PlannedWindow).max(99),
  topics: z.array(
    z.strictObject({
      topic: TopicKeyField,
      unitName: z.string(),
      prefix: z.string(),
      lineName: z.string(),
      waiting: z.int().nonnegative(),
    }),
  ),
  /** Today's sessions of the hall; none on a day off. */
  sessions: z.array(z.tuple([z.string(), z.string()])),
})
export type WindowPlan = z.infer<typeof WindowPlan>
export const WindowPlanChange = z.strictObject({ kind: z.literal('figures_changed'), state: WindowPlan })
export type WindowPlanChange = z.infer<typeof WindowPlanChange>

const reason = textField(200, 1)
/** `POST /api/windows`: a new window, or a retired one under its old number. */
export const AddWindowBody = z.strictObject({
  commandId: CommandIdField,
  window: WindowField,
  name: textField(30, 1),
  reason,
})
export const RenameWindowBody = z.strictObject({ commandId: CommandIdField, name: textField(30, 1), reason })
export const RetireWindowBody = z.strictObject({
  commandId: CommandIdField,
  reason,
  isConfirmed: z.boolean().optional(),
})

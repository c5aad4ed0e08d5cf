import { z } from 'zod'
import { TICKET_CLASSES, TICKET_STATUSES, WINDOW_STATES } from '../vocabulary/ticket.ts'
import { DeviceNews } from './desk.ts'
import { InstantField, TicketIdField, TopicKeyField, VersionField, WindowField } from './fields.ts'

/** A number as the hall guide needs it: where to send its holder, and why (issue line 14). No name, no card. */
export const GreetNumber = z.strictObject({
  ticketId: TicketIdField,
  number: z.string(),
  cls: z.enum(TICKET_CLASSES),
  topic: TopicKeyField,
  status: z.enum(TICKET_STATUSES),
  /** Where it is called, served or held, or was served. */
  window: WindowField.nullable(),
  /** It waits for this window alone. */
  directedWindow: WindowField.nullable(),
  needsSpokenCall: z.boolean(),
  /** 补录: served while the system was away, written down afterwards (Q35). */
  isEnteredLater: z.boolean(),
  issuedAt: InstantField,
  /** People before it at the windows that can call it; null unless it waits. */
  ahead: z.int().nonnegative().nullable(),
  /** Of those, how many came later: priority, appointment or restored. */
  laterAhead: z.int().nonnegative().nullable(),
  /** The open windows that can call it. */
  windows: z.array(WindowField),
  version: VersionField,
})
export type GreetNumber = z.infer<typeof GreetNumber>
/** `GET /api/greet/numbers?number=`: today's numbers that fit what somebody reads out, such as `12` or `综 012`. */
export const GreetNumbers = z.strictObject({ items: z.array(GreetNumber), next: z.null() })

/** One window at a glance. */
export const GreetWindow = z.strictObject({
  window: WindowField,
  name: z.string(),
  state: z.enum(WINDOW_STATES),
  reason: z.string().nullable(),
  until: InstantField.nullable(),
  current: z.string().nullable(),
  isServing: z.boolean(),
  topics: z.array(TopicKeyField),
})

/** Topic `greet`: what the person who greets sees (issue line 14). */
export const GreetState = z.strictObject({
  waiting: z.int().nonnegative(),
  byTopic: z.array(z.strictObject({ topic: TopicKeyField, waiting: z.int().nonnegative() })),
  windows: z.array(GreetWindow),
  missed: z
    .array(
      z.strictObject({
        ticketId: TicketIdField,
        number: z.string(),
        missedAt: InstantField,
        /** False when it was restored as often as the house allows (Q28). */
        mayRejoin: z.boolean(),
        version: VersionField,
      }),
    )
    .max(60),
  /** Devices that need a person: help asked, no paper. */
  devices: z.array(DeviceNews),
})
export type GreetState = z.infer<typeof GreetState>
export const GreetChange = z.strictObject({ kind: z.literal('figures_changed'), state: GreetState })
export type GreetChange = z.infer<typeof GreetChange>

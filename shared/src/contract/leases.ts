import { z } from 'zod'
import { OFFLINE_STATUSES } from '../vocabulary/lease.ts'
import {
  CommandIdField,
  InstantField,
  PlainDateField,
  TokenField,
  TopicKeyField,
  textField,
} from './fields.ts'

/** `POST /api/leases`: which blocks the kiosk still holds, and how many numbers are left in them (Q46). */
export const RenewLeaseBody = z.strictObject({
  commandId: CommandIdField,
  holds: z.array(z.uuid()).max(20),
  left: z.int().min(0).max(99),
})

/** A block of numbers with what their papers tell; told once, kept on the server as hashes alone (Q7). */
export const LeaseBlock = z.object({
  lease: z.uuid(),
  businessDate: PlainDateField,
  numbers: z.array(
    z.object({ number: z.string(), token: TokenField, queryCode: z.string(), link: z.string() }),
  ),
})
export type LeaseBlock = z.infer<typeof LeaseBlock>

/** Null: the kiosk has enough. */
export const LeaseAnswer = z.object({ block: LeaseBlock.nullable() })

const OfflineTake = z.strictObject({
  kind: z.literal('take'),
  commandId: CommandIdField,
  /** The kiosk's own order. */
  sequence: z.int().positive(),
  lease: z.uuid(),
  number: textField(12, 1),
  topic: TopicKeyField,
  cls: z.enum(['ordinary', 'priority']),
  localTime: InstantField,
  offsetMs: z.int(),
  hasLostClock: z.boolean(),
  /** The create that was not answered (Q49). */
  replaces: CommandIdField.nullable(),
  printJobId: z.uuid(),
  paper: z.enum(['printed', 'failed', 'unknown']),
})

const OfflineAbandon = z.strictObject({
  kind: z.literal('abandon'),
  commandId: CommandIdField,
  sequence: z.int().positive(),
  replaces: CommandIdField,
})

/** What a kiosk kept: a number that it gave by itself, or a create that nobody waits for any more (Q47, Q49). */
export const OfflineCommand = z.discriminatedUnion('kind', [OfflineTake, OfflineAbandon])
export type OfflineCommand = z.infer<typeof OfflineCommand>

/** `POST /api/tickets/sync`: commands travel as unknown, so that a bad one is kept and stops nobody else (Q50). */
export const OfflineSyncBody = z.strictObject({ commands: z.array(z.unknown()).min(1).max(50) })

/** One status per command, in the order in which they came (Q48). */
export const OfflineSyncAnswer = z.object({
  results: z.array(z.object({ status: z.enum(OFFLINE_STATUSES), code: z.string().nullable() })),
})
export type OfflineSyncAnswer = z.infer<typeof OfflineSyncAnswer>

/** A number that did not fit, as the supervisor sees it until somebody settles it (Q50). */
export const LeaseAttention = z.object({
  id: z.uuid(),
  kiosk: z.string(),
  number: z.string().nullable(),
  topic: TopicKeyField.nullable(),
  code: z.string(),
  receivedAt: InstantField,
  /** The number is this kiosk's and unused, so it can still take its place in line. */
  canQueue: z.boolean(),
})
export type LeaseAttention = z.infer<typeof LeaseAttention>

/** `POST /api/lease-attention/:id/settle`. */
export const SettleAttentionBody = z.strictObject({
  commandId: CommandIdField,
  how: z.enum(['queue', 'dismiss']),
  reason: textField(200),
})

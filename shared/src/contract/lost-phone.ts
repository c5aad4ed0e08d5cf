import { z } from 'zod'
import { CommandIdField, InstantField, StaffIdField, textField } from './fields.ts'
import { MOST_NUMBERS } from './village.ts'

/**
 * `POST /sync/lost`: what lies on a phone that was reported lost, handed over by the phone alone (V80). No agent is signed in,
 * so each command says who captured it.
 */
export const LostSyncBody = z.strictObject({
  protocol: z.literal(1),
  nonce: z.string().min(8).max(64),
  deviceNow: InstantField,
  /** A payload of null is one that opens no more on the phone: its header alone names it. */
  commands: z
    .array(z.strictObject({ author: StaffIdField, header: z.unknown(), payload: z.unknown() }))
    .max(50),
  /** Lent numbers that stand on no slip; told when all that can be handed over is. */
  free: z.array(z.string().max(20)).max(MOST_NUMBERS),
  /** What is left on the phone beside these commands; it is erased only when that is nothing (V84). */
  left: z.strictObject({ commands: z.int().nonnegative(), files: z.int().nonnegative() }),
})
export type LostSyncBody = z.infer<typeof LostSyncBody>

/** Whoever holds the phone learns which commands the centre has, so that it may be erased, and not what became of them (V80). */
export const LostSyncAnswer = z.object({
  product: z.literal('village-counter'),
  protocol: z.literal(1),
  nonce: z.string(),
  results: z.array(z.object({ id: z.string(), isKept: z.boolean() })),
  wipe: z.boolean(),
})
export type LostSyncAnswer = z.infer<typeof LostSyncAnswer>

/**
 * `POST /api/village-attention/:id/confirm`: the author says whether what came of a lost phone is theirs, and why it is another
 * matter than the case that was entered again from its slip, if it is (V80).
 */
export const ConfirmBody = z.strictObject({
  commandId: CommandIdField,
  isOwn: z.boolean(),
  apart: textField(200, 1).optional(),
})

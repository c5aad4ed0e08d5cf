import { z } from 'zod'
import { FOLLOW_UP_STEPS, RATING_LEVELS, RATING_REASONS } from '../vocabulary/rating.ts'
import { CommandIdField, InstantField, PlainDateField, textField, VersionField } from './fields.ts'

/** One timer of a follow-up with its light: until when, and the working days that are left (C1004). */
const Timer = z.object({
  dueAt: InstantField,
  light: z.enum(['green', 'yellow', 'red', 'done']),
  left: z.int().nonnegative(),
  isLate: z.boolean(),
})
export type Timer = z.infer<typeof Timer>

/** The follow-up of one 差评 (C1004); who rated is not known, a phone number only if it was left. */
export const FollowUpView = z.object({
  id: z.uuid(),
  kind: z.enum(['ticket', 'case']),
  /** Ticket or case number. */
  number: z.string(),
  businessDate: PlainDateField,
  level: z.literal([...RATING_LEVELS]),
  reasons: z.array(z.enum(RATING_REASONS)),
  text: z.string(),
  givenAt: InstantField,
  step: z.enum(FOLLOW_UP_STEPS),
  /** A number was left for an answer; a leader is told that, and not which. */
  isNamed: z.boolean(),
  /** `138****5678`; the whole one only through its reveal. */
  phone: z.string().nullable(),
  /** Null when nobody left a number. */
  contact: Timer.nullable(),
  rectify: Timer,
  next: z.array(z.enum(FOLLOW_UP_STEPS)),
  steps: z.array(
    z.object({ step: z.enum(FOLLOW_UP_STEPS), text: z.string(), at: InstantField, by: z.string() }),
  ),
  /** 申诉 of the unit: once, decided by somebody else; an upheld one leaves the figures (C1005). */
  appeal: z
    .object({
      text: z.string(),
      madeAt: InstantField,
      madeBy: z.string(),
      isUpheld: z.boolean().nullable(),
      reason: z.string(),
      decidedAt: InstantField.nullable(),
      decidedBy: z.string().nullable(),
      /** Somebody else than who brought it in (C1005). */
      mayDecide: z.boolean(),
    })
    .nullable(),
  version: VersionField,
})
export type FollowUpView = z.infer<typeof FollowUpView>

/** `GET /api/ratings`: the five levels of the last 30 days and the follow-ups that are open, the nearest end first. */
export const RatingBoard = z.object({
  since: PlainDateField,
  /** Services that ended since then, and how many of them were rated: 评价率. */
  services: z.object({ n: z.int().nonnegative(), rated: z.int().nonnegative() }),
  levels: z.array(z.object({ level: z.literal([...RATING_LEVELS]), n: z.int() })),
  open: z.array(FollowUpView),
})
export type RatingBoard = z.infer<typeof RatingBoard>

/** `POST /api/ratings/:id/step`: the follow-up goes one step on, with words. */
export const FollowUpStepBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField,
  step: z.enum(FOLLOW_UP_STEPS),
  text: textField(500, 1),
})

/** `POST /api/ratings/:id/phone`: the number that was left for an answer, in full, after its audit row (P34). */
export const RaterPhone = z.object({ phone: z.string() })

/** `GET /api/ratings/own`: what a clerk may know of the own ratings; under five, nothing (C1004, U28). */
export const OwnRatings = z.object({
  average: z.object({ n: z.int(), stars: z.number() }).nullable(),
})

/** `POST /api/ratings/:id/appeal` and `/decide-appeal` (C1005). */
export const AppealBody = z.strictObject({ commandId: CommandIdField, text: textField(500, 1) })
export const DecideAppealBody = z.strictObject({
  commandId: CommandIdField,
  isUpheld: z.boolean(),
  reason: textField(500, 1),
})

import { z } from 'zod'
import { LIGHTS } from '../vocabulary/case.ts'
import { LETTER_CHANNELS, LETTER_TOPICS } from '../vocabulary/letter.ts'
import { ORDER_ISSUERS, ORDER_LEVELS, ORDER_RULES } from '../vocabulary/supervision.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  Page,
  PlainDateField,
  textField,
  UnitCodeField,
  VersionField,
} from './fields.ts'

/** One supervision order 督办单 on a case or a letter (C705, C1302); it names no resident. */
export const OrderRow = z.object({
  id: z.string(),
  number: z.string(),
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('case'), id: CaseIdField, number: z.string(), itemName: z.string() }),
    z.object({
      kind: z.literal('letter'),
      id: z.uuid(),
      number: z.string(),
      channel: z.enum(LETTER_CHANNELS),
      topic: z.enum(LETTER_TOPICS),
    }),
  ]),
  level: z.enum(ORDER_LEVELS),
  unit: UnitCodeField,
  unitName: z.string(),
  rule: z.enum(ORDER_RULES),
  issuer: z.enum(ORDER_ISSUERS),
  issuedAt: InstantField,
  replyDueOn: PlainDateField,
  replyDueAt: InstantField,
  light: z.enum(LIGHTS),
  /** What the issuer wrote; null for an order of the ladder. */
  content: z.string().nullable(),
  repliedAt: InstantField.nullable(),
  reply: z.string().nullable(),
  closedAt: InstantField.nullable(),
  result: z.string().nullable(),
  /** What the person who asks may do with it now. */
  acts: z.array(z.enum(['reply', 'close'])),
})
export type OrderRow = z.infer<typeof OrderRow>

/** `GET /api/orders`: the open ones, the earliest reply due first; a handler gets those of the own unit. */
export const OrderQuery = z.strictObject({ ...Page, unit: UnitCodeField.optional() })
export const OrderList = z.object({ items: z.array(OrderRow), next: z.string().nullable() })
export type OrderList = z.infer<typeof OrderList>

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
const words = textField(500, 1)

/** `POST /api/cases/:id/supervise`: an order by hand (C436). */
export const SuperviseBody = z.strictObject({
  ...base,
  level: z.enum(ORDER_LEVELS),
  rule: z.enum(ORDER_RULES),
  content: words,
})
export const ReplyOrderBody = z.strictObject({ ...base, order: z.uuid(), reply: words })
export const CloseOrderBody = z.strictObject({ ...base, order: z.uuid(), result: words })

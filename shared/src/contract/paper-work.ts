import { z } from 'zod'
import { ReceiveBody } from './case-bodies.ts'
import { CommandIdField, InstantField, textField, VillageCodeField } from './fields.ts'

/** A lost or withdrawn phone with the numbers that it took along (V80). */
export const GonePhone = z.object({
  device: z.string(),
  name: z.string(),
  village: VillageCodeField,
  villageName: z.string(),
  /** Who had it when it was last heard. */
  agent: z.string().nullable(),
  heardAt: InstantField.nullable(),
  isLost: z.boolean(),
  goneAt: InstantField.nullable(),
  /** How many of the numbers stood on slips when it was last heard. Null: it never said. */
  onSlips: z.int().nullable(),
  numbers: z.array(z.object({ number: z.string(), lentAt: InstantField })),
})
export type GonePhone = z.infer<typeof GonePhone>

/** 「需按纸质材料补录」: acknowledged once, and lacking since the record was restored (V56). */
export const Finding = z.object({
  id: CommandIdField,
  village: VillageCodeField,
  villageName: z.string(),
  agent: z.string(),
  /** Null: a later entry to a case, without a number of its own. */
  number: z.string().nullable(),
  foundAt: InstantField,
})
export type Finding = z.infer<typeof Finding>

/** `GET /api/points/paper-work`: what is to be entered again from paper (V56, V80). */
export const PaperWork = z.object({ phones: z.array(GonePhone), findings: z.array(Finding) })
export type PaperWork = z.infer<typeof PaperWork>

/** `POST /api/points/paper-work/cases`: the case of a slip, under its number (V80). */
export const ReEntryBody = ReceiveBody.omit({
  ticketId: true,
  expectedVersion: true,
  step: true,
  result: true,
  delivery: true,
}).extend({
  number: textField(20, 1),
  /** Of the slip, as typed. */
  queryCode: textField(20).optional(),
})
export type ReEntryBody = z.infer<typeof ReEntryBody>

/** `POST /api/points/paper-work/void`: these numbers stand on no slip (V62). */
export const VoidNumbersBody = z.strictObject({
  commandId: CommandIdField,
  numbers: z.array(textField(20, 1)).min(1).max(1000),
  reason: textField(200),
})

/** `POST /api/points/paper-work/:id/settle`: nothing to be entered again. */
export const SettleFindingBody = z.strictObject({ commandId: CommandIdField, reason: textField(200) })

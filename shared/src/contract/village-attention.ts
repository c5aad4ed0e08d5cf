import { z } from 'zod'
import { EDITED_FIELDS } from '../vocabulary/edit.ts'
import { SLIP_FIELDS } from '../vocabulary/late-slip.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  ItemCodeField,
  textField,
  VillageCodeField,
} from './fields.ts'
import { VILLAGE_COMMAND_TYPES } from './village.ts'

/** What the centre may put right in a refused command; what is left out stays as the agent wrote it (V51). */
export const MendBody = z.strictObject({
  item: ItemCodeField.optional(),
  name: textField(60, 1).optional(),
  idNo: textField(30, 1).optional(),
  phone: textField(30, 1).optional(),
  /** Papers that have come to the centre since. */
  received: z.array(textField(120, 1)).max(40).optional(),
  text: textField(2000, 1).optional(),
  receiver: textField(60, 1).optional(),
})
export type MendBody = z.infer<typeof MendBody>

/** A case that was entered again from the slip of this registration, and on what the two differ, masked (V80, P33). */
export const SlipCase = z.object({
  id: CaseIdField,
  number: z.string(),
  item: z.string(),
  applicant: z.string(),
  receivedAt: InstantField,
  /** Entered in error: nothing is joined to it. */
  isVoid: z.boolean(),
  differences: z.array(z.object({ field: z.enum(SLIP_FIELDS), theirs: z.string(), yours: z.string() })),
})
export type SlipCase = z.infer<typeof SlipCase>

/** `GET /api/village-attention`: what village points could not get through, the oldest first (V51, V90). */
export const VillageAttention = z.object({
  id: CommandIdField,
  village: VillageCodeField,
  villageName: z.string(),
  agent: z.string(),
  type: z.enum(VILLAGE_COMMAND_TYPES),
  code: z.string(),
  /** Why it was refused, as the agent reads it. */
  message: z.string(),
  messageEn: z.string(),
  /** The case it speaks of, where there is one. */
  caseId: CaseIdField.nullable(),
  number: z.string().nullable(),
  item: z.string().nullable(),
  applicant: z.string().nullable(),
  /** What was asked in a consultation, which number was to be void, or the number on the slip of what nobody can read. */
  topic: z.string().nullable(),
  missing: z.array(z.string()),
  /** Of an edit: what stands at the centre and what the agent wrote, both masked, and whose the former is (V73, P33). */
  conflicts: z.array(
    z.object({
      field: z.enum(EDITED_FIELDS),
      theirs: z.string(),
      yours: z.string(),
      by: z.string(),
      at: InstantField,
    }),
  ),
  slipCase: SlipCase.nullable(),
  files: z.int(),
  capturedAt: InstantField,
  receivedAt: InstantField,
  /** When the agent gave it to the centre; null: the agent may still solve it. */
  handedAt: InstantField.nullable(),
})
export type VillageAttention = z.infer<typeof VillageAttention>
export const VillageAttentionList = z.object({ items: z.array(VillageAttention) })

/** `POST /api/village-attention/:id/solve`: 中心代处理 (V51). */
export const SolveBody = z.strictObject({
  commandId: CommandIdField,
  /** `apart`: the number on its slip is another matter's, so it gets its own (V80). */
  how: z.enum(['apply', 'reject', 'link', 'apart']),
  mend: MendBody.optional(),
  /** The case that it is found to be. */
  number: textField(20, 1).optional(),
  /** Of a link: where the two differ, what the phone says is right. */
  take: z.array(z.enum(EDITED_FIELDS)).max(3).optional(),
  reason: textField(200),
})

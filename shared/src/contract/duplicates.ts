import { z } from 'zod'
import { CASE_CHANNELS, CASE_STATUSES, DUPLICATE_VERDICTS, MATERIAL_STATES } from '../vocabulary/case.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  ItemCodeField,
  textField,
  VersionField,
} from './fields.ts'

/** A case that looks like another; number and id only for whoever may open it (V74). */
export const AlikeCase = z.object({
  id: CaseIdField.nullable(),
  number: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  channel: z.enum(CASE_CHANNELS),
  villageName: z.string().nullable(),
  receivedAt: InstantField,
})
export type AlikeCase = z.infer<typeof AlikeCase>

/** `POST /api/cases/alike`: what the same person already has of this item, asked before a second is received (C445). In the body, because an address is written into logs (P33). */
export const AlikeBody = z.strictObject({ item: ItemCodeField, idNo: z.string().min(1).max(40) })
export const AlikeList = z.object({ days: z.int(), items: z.array(AlikeCase) })
export type AlikeList = z.infer<typeof AlikeList>

/** Everything about duplicates on a case page (C-3). */
export const CaseDuplicatesView = z.object({
  open: z.array(AlikeCase.extend({ isLater: z.boolean(), mayMerge: z.boolean(), mayJudge: z.boolean() })),
  linked: z.array(AlikeCase),
  mergedInto: AlikeCase.nullable(),
  absorbed: z.array(
    AlikeCase.extend({
      materials: z.array(z.object({ name: z.string(), state: z.enum(MATERIAL_STATES) })),
      notes: z.array(z.object({ at: InstantField, by: z.string(), text: z.string() })),
    }),
  ),
  mayUnmerge: z.boolean(),
})
export type CaseDuplicatesView = z.infer<typeof CaseDuplicatesView>

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
/** `POST /api/cases/:id/{merge,unmerge,judge-duplicate}` (C445). */
export const MergeBody = z.strictObject({ ...base, other: CaseIdField })
export const UnmergeBody = z.strictObject({ ...base, reason: textField(500, 1) })
export const JudgeDuplicateBody = z.strictObject({
  ...base,
  other: CaseIdField,
  verdict: z.enum(DUPLICATE_VERDICTS),
})

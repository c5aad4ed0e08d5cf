import { z } from 'zod'
import { SUBTASK_ENDS } from '../vocabulary/case.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  PlainDateField,
  textField,
  UnitCodeField,
  VersionField,
} from './fields.ts'

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
const words = textField(500, 1)

/** 协办 on the case page: what is asked of whom, and what came of it (C805). */
export const SubtaskView = z.object({
  id: z.string(),
  unitName: z.string(),
  content: z.string(),
  dueOn: PlainDateField,
  how: z.enum(SUBTASK_ENDS).nullable(),
  result: z.string(),
  /** True where the own unit checks whether what was promised is true (C206). */
  isPledge: z.boolean(),
})
export type SubtaskView = z.infer<typeof SubtaskView>

/** `GET /api/subtasks`: what the own unit is asked for; nothing of the applicant is in it (C402). */
export const SubtaskList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      caseId: CaseIdField,
      caseNumber: z.string(),
      itemName: z.string(),
      askedBy: z.string(),
      content: z.string(),
      dueOn: PlainDateField,
      openedAt: InstantField,
      isPledge: z.boolean(),
    }),
  ),
  next: z.null(),
})
export type SubtaskList = z.infer<typeof SubtaskList>

export const OpenSubtaskBody = z.strictObject({
  ...base,
  unit: UnitCodeField,
  content: words,
  dueOn: PlainDateField,
})
export const AnswerSubtaskBody = z.strictObject({ ...base, subtask: z.uuid(), result: words })
export const SubtaskAnswered = z.object({ subtask: z.string() })
export const WaiveSubtaskBody = z.strictObject({ ...base, subtask: z.uuid(), reason: words })

import { z } from 'zod'
import { CommandIdField, InstantField, textField } from './fields.ts'

const Value = z.union([z.number(), z.boolean(), z.string()])

/** A ⚙ setting as it stands, with its last changes, newest first (C1502, A-7). */
export const Setting = z.object({
  key: z.string(),
  value: Value,
  /** Null while the default holds. */
  since: InstantField.nullable(),
  history: z.array(
    z.object({ from: Value, to: Value, at: InstantField, by: z.string(), reason: z.string() }),
  ),
})
export type Setting = z.infer<typeof Setting>

export const SettingList = z.object({ items: z.array(Setting), next: z.null() })

export const ChangeSettingBody = z.strictObject({
  commandId: CommandIdField,
  value: z.union([z.number(), z.boolean(), textField(200)]),
  reason: textField(200),
})

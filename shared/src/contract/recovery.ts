import { z } from 'zod'
import { textField } from './fields.ts'

/**
 * `POST /api/devices/recovery`: the agent's key out of the copy that only the centre can open, against a code of the supervisor
 * (V34). The box of 32 bytes has 127, as base64url.
 */
export const RecoveryBody = z.strictObject({
  code: textField(20, 1),
  box: z.string().regex(/^[A-Za-z0-9_-]{170}$/),
})

/** The agent's data key, told to the phone alone on which it was made. */
export const RecoveredKey = z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
export type RecoveredKey = z.infer<typeof RecoveredKey>

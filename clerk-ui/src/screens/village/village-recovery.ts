import { base64urlOf, bytesOfBase64url } from '@counter/shared/client/base64url'
import { readOnce } from '@counter/shared/client/commands'
import { RecoveredKey } from '@counter/shared/contract/recovery'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { askPasswordAgain, findRecoveryCopy, takeBack } from '../../outbox/vault.ts'
import { provePhone, usePhone } from './village-phone.ts'
import type { Refused } from './village-refusal.tsx'

const PASSWORD_FIRST: readonly string[] = ['recovery.password_first', 'session.none', 'session.expired']

/**
 * Has the centre open the copy of this agent's key against the supervisor's code; null when it is back (V34). An answer that was
 * lost on its way costs a new code, as it does when a phone is enrolled.
 */
export async function recoverDrafts(staffId: StaffId, code: string): Promise<Refused | null> {
  const copy = await findRecoveryCopy(staffId)
  if (copy === null) return { code: 'recovery.not_readable', params: {} }
  // A phone that is lost or withdrawn is told so.
  await provePhone()
  const { problem } = usePhone.getState()
  if (problem !== null) return { code: problem, params: {} }
  const body = { code, box: base64urlOf(copy.box) }
  const answer = await readOnce('/api/devices/recovery', RecoveredKey, 'staff', body)
  if (answer.ok) {
    takeBack(bytesOfBase64url(answer.value.key))
    return null
  }
  if (PASSWORD_FIRST.includes(answer.code)) askPasswordAgain()
  return answer
}

import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { hashToken, newToken } from '../../store/crypto.ts'
import { type DeviceRow, findPhoneSession, findSession, saveSessionToken } from '../../store/people.ts'
import type { Deps } from '../deps.ts'
import { requireSignedIn, type SignedIn } from './sessions.ts'

/** A session of this phone that goes on; `token` is null when the phone speaks with it already. */
export interface TakenUp {
  readonly token: string | null
  readonly signedIn: SignedIn
}

/**
 * 换人 on an enrolled phone: the session of an agent who gave the password here goes on without it, because the phone asks
 * for that agent's own PIN (V3, V35). `session.none` when there is none, `session.expired` when its days are over.
 */
export function takeUpSession(
  { store }: Pick<Deps, 'store'>,
  phone: DeviceRow,
  { staff, known }: { readonly staff: StaffId; readonly known: string | undefined },
): Promise<TakenUp> {
  return store.write((tx) => {
    const session = findPhoneSession(tx, phone.id, staff)
    if (session === undefined) throw new Refusal('session.none')
    // What a second tab of the phone holds in its hands must not die under it.
    if (known !== undefined && findSession(tx, hashToken(known))?.id === session.id)
      return { token: null, signedIn: requireSignedIn(tx, known) }
    const token = newToken(32)
    saveSessionToken(tx, session.id, hashToken(token))
    const signedIn = requireSignedIn(tx, token)
    const origin = { actor: `staff:${staff}`, role: 'agent', device: phone.id, commandId: null }
    appendAudit(tx, { origin, action: 'session.taken_up', subject: session.id, result: 'done' })
    return { token, signedIn }
  })
}

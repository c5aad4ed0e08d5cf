import { toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { newToken } from '../../store/crypto.ts'
import { type DeviceRow, findCredentials } from '../../store/people.ts'
import type { Deps } from '../deps.ts'
import { nobody, openStaffSession } from './open-session.ts'
import type { Passwords } from './passwords.ts'
import type { SignedIn } from './sessions.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'

export interface SignInAttempt {
  readonly signInName: string
  readonly password: string
  readonly source: string
  /** The enrolled phone at which it is tried, if it is one (V3). */
  readonly phone: DeviceRow | null
}

/** Signs a person in; wrong name and wrong password answer alike, in the same time (P12, P15, P16). */
export async function signIn(
  { store, newId }: Deps,
  passwords: Passwords,
  limiter: SignInLimiter,
  attempt: SignInAttempt,
): Promise<{ readonly token: string; readonly signedIn: SignedIn }> {
  const { signInName, password, source, phone } = attempt
  limiter.requireTurn(signInName, source, toMs(store.now()))
  const known = store.read((tx) => findCredentials(tx, signInName))
  const fits = await passwords.check(known?.passwordHash || null, password)
  if (!fits || known === undefined) {
    limiter.failed(signInName, source, toMs(store.now()))
    await store.write((tx) =>
      appendAudit(tx, {
        origin: nobody(),
        action: 'session.refused',
        subject: known?.id ?? 'unknown',
        result: 'bad_credentials',
      }),
    )
    throw new Refusal('session.bad_credentials')
  }
  limiter.succeeded(signInName, source)
  const token = newToken(32)
  const signedIn = await store.write((tx) => openStaffSession(tx, { id: newId(), token, phone }, known.id))
  return { token, signedIn }
}

import type { StaffId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode, printedQueryCode } from '@counter/shared/vocabulary/number'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { passwordProblems } from '../../domain/people/password-policy.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  endAccountCode,
  endSessionsOf,
  findAccount,
  findLiveCode,
  insertAccountCode,
  saveAccount,
} from '../../store/accounts.ts'
import { appendAudit } from '../../store/audit.ts'
import { lookUp, newCode, newToken } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import { findCredentials } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { openStaffSession } from './open-session.ts'
import type { Passwords } from './passwords.ts'
import type { SignedIn } from './sessions.ts'
import type { SignInAttempt } from './sign-in.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'

/** How long a code is good: for a new account until the next day, for a forgotten password while the person stands there (P20). */
const CODE_MS = { first: 24 * 3_600_000, forgotten: 30 * 60_000 } as const

export interface NewCode {
  readonly code: string
  readonly codeUntil: Instant
}

/** A single-use code for one account, told once (P20). */
export function issueCode(
  tx: Tx,
  id: string,
  { staff, by, why }: { readonly staff: StaffId; readonly by: string; readonly why: keyof typeof CODE_MS },
): NewCode {
  const code = newCode()
  const expiresAt = instantOf(toMs(tx.at) + CODE_MS[why])
  insertAccountCode(tx, {
    id,
    staff,
    codeLook: lookUp(tx.keys, 'account_code', `${staff} ${code}`),
    by,
    madeAt: tx.at,
    expiresAt,
  })
  return { code: printedQueryCode(code), codeUntil: expiresAt }
}

export interface FirstSignIn extends SignInAttempt {
  readonly code: string
}

/**
 * The person sets the own password with the single-use code and is signed in; nobody else ever knows it (P20).
 * Unknown account, wrong, used and old code answer alike, in the same time (P15). Refuses `password.weak`, `session.code_wrong`.
 */
export async function signInWithCode(
  { store, newId }: Deps,
  passwords: Passwords,
  limiter: SignInLimiter,
  { signInName, code, password, source, phone }: FirstSignIn,
): Promise<{
  readonly token: string
  readonly signedIn: SignedIn
  readonly endedSessions: readonly string[]
}> {
  const account = `code\u0000${signInName}`
  limiter.requireTurn(account, source, toMs(store.now()))
  const problems = passwordProblems(password, [signInName])
  if (problems.length > 0) throw new Refusal('password.weak', { missing: problems.join(',') })
  const passwordHash = await passwords.hash(password)
  const token = newToken(32)
  const done = await store.write((tx) => {
    const id = findCredentials(tx, signInName)?.id
    if (id === undefined || !fits(tx, id, code)) return null
    const endedSessions = setPassword(tx, id, passwordHash)
    return { signedIn: openStaffSession(tx, { id: newId(), token, phone }, id), endedSessions }
  })
  if (done === null) {
    limiter.failed(account, source, toMs(store.now()))
    throw new Refusal('session.code_wrong')
  }
  limiter.succeeded(account, source)
  return { token, ...done }
}

function fits(tx: Tx, staff: StaffId, typed: string): boolean {
  const live = findLiveCode(tx, staff)
  if (live === undefined || live.expiresAt <= tx.at) return false
  return live.codeLook === lookUp(tx.keys, 'account_code', `${staff} ${normalQueryCode(typed)}`)
}

function setPassword(tx: Tx, id: StaffId, passwordHash: string): string[] {
  const row = findAccount(tx, id)
  if (row === undefined) throw new Error('an account with credentials was not found')
  saveAccount(tx, row, { passwordHash })
  endAccountCode(tx, id)
  const origin: Origin = { actor: `staff:${id}`, role: row.role, device: null, commandId: null }
  tx.record({
    type: 'staff.password_set',
    subject: `staff:${id}`,
    version: row.version + 1,
    origin,
    data: {},
  })
  appendAudit(tx, { origin, action: 'staff.password_set', subject: id, result: 'done' })
  return endSessionsOf(tx, id)
}

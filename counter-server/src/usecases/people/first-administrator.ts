import { timingSafeEqual } from 'node:crypto'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { passwordProblems } from '../../domain/people/password-policy.ts'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { hashToken } from '../../store/crypto.ts'
import { hasAdministrator, insertStaff } from '../../store/people.ts'
import type { Deps } from '../deps.ts'
import type { Passwords } from './passwords.ts'

export interface FirstAdministrator {
  readonly startCode: string
  readonly signInName: string
  readonly displayName: string
  readonly password: string
}

/** The code that opens an empty centre once, until its instant has passed (P20). */
export interface StartCode {
  readonly hash: string
  readonly untilMs: number
}

/** Makes the first administrator with the one-time start code; afterwards the code is worthless (P20). */
export async function makeFirstAdministrator(
  { store, newId }: Deps,
  passwords: Passwords,
  startCode: StartCode | null,
  asked: FirstAdministrator,
): Promise<{ done: true }> {
  requireCode(startCode, asked.startCode, Date.parse(store.now()))
  const problems = passwordProblems(asked.password, [asked.signInName])
  if (problems.length > 0) throw new Refusal('password.weak', { missing: problems.join(',') })
  const passwordHash = await passwords.hash(asked.password)
  return store.write((tx) => {
    if (hasAdministrator(tx)) throw new Refusal('start_code.wrong')
    const id = newId() as StaffId
    const { signInName, displayName } = asked
    insertStaff(tx, {
      id,
      signInName,
      displayName,
      role: 'admin',
      posts: [],
      unit: null,
      village: null,
      passwordHash,
    })
    appendAudit(tx, {
      origin: { actor: `staff:${id}`, role: 'admin', device: null, commandId: null },
      action: 'staff.first_administrator',
      subject: id,
      result: 'done',
    })
    return { done: true as const }
  })
}

function requireCode(known: StartCode | null, given: string, nowMs: number): void {
  const a = Buffer.from(hashToken(given))
  const b = Buffer.from(known?.hash ?? hashToken(''))
  if (known === null || nowMs > known.untilMs || !timingSafeEqual(a, b)) throw new Refusal('start_code.wrong')
}

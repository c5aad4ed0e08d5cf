import type { StaffId } from '@counter/shared/vocabulary/ids'
import { type AccountPost, changesOf, movesRights, postOf } from '../../domain/people/account.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type AccountRow,
  endAccountCode,
  endSessionsOf,
  findAccount,
  hasSignInName,
  saveAccount,
} from '../../store/accounts.ts'
import type { Origin } from '../../store/origin.ts'
import { findStaff, insertStaff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { leaveWindow } from '../hall/window-acts.ts'
import { issueCode, type NewCode } from './account-codes.ts'
import type { ShuttingDeps } from './phone-life.ts'
import { type AccountFacts, writtenAccount } from './read-accounts.ts'

/** What an administrator does to an account. */
export type AccountAct =
  | { readonly kind: 'change'; readonly post: AccountPost; readonly expectedVersion: number }
  | { readonly kind: 'stop' | 'resume' | 'new-code' | 'end-sessions' }

export interface ChangeAccount {
  readonly origin: Origin
  readonly staff: StaffId
  readonly reason: string
  readonly act: AccountAct
}

export interface AccountResult {
  readonly account: AccountFacts
  readonly code: NewCode | null
  /** Their sockets are closed by the caller (I39). */
  readonly endedSessions: readonly string[]
}

export interface CreateAccount {
  readonly origin: Origin
  readonly signInName: string
  readonly post: AccountPost
  readonly reason: string
}

/** A new account, without a password; its single-use code is told once (P20). Refuses `staff.name_taken`. */
export function createAccount(
  deps: Deps,
  { origin, signInName, post, reason }: CreateAccount,
): Promise<AccountResult> {
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: 'staff.create', subject: signInName, content: { signInName, post, reason } },
      () => {
        requireActive(tx, origin)
        if (hasSignInName(tx, signInName)) throw new Refusal('staff.name_taken')
        const checked = placed(tx, post)
        const id = deps.newId() as StaffId
        insertStaff(tx, { id, signInName, ...checked, passwordHash: '' })
        const { displayName: _name, ...told } = checked
        tx.record({
          type: 'staff.created',
          subject: `staff:${id}`,
          version: 1,
          origin,
          data: { ...told, reason },
        })
        const code = issueCode(tx, deps.newId(), { staff: id, by: origin.actor, why: 'first' })
        return { account: writtenAccount(tx, id), code, endedSessions: [] }
      },
    ),
  )
}

/** Changes, stops or resumes an account, gives it a new code, or ends its sessions; nothing is ever deleted (U40, P12). */
export function changeAccount(deps: ShuttingDeps, command: ChangeAccount): Promise<AccountResult> {
  const { origin, staff, reason, act } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: `staff.${act.kind}`, subject: staff, content: { staff, reason, act } }, () => {
      requireActive(tx, origin)
      const before = findAccount(tx, staff)
      if (before === undefined) throw new Refusal('staff.not_found')
      const done = perform(deps, tx, command, before)
      return { account: writtenAccount(tx, staff), ...done }
    }),
  )
}

type Done = Pick<AccountResult, 'code' | 'endedSessions'>

function perform(deps: ShuttingDeps, tx: Tx, command: ChangeAccount, before: AccountRow): Done {
  const { origin, staff, reason, act } = command
  const record = (type: string, data: object = {}) =>
    tx.record({
      type,
      subject: `staff:${staff}`,
      version: before.version + 1,
      origin,
      data: { ...data, reason },
    })
  switch (act.kind) {
    case 'change':
      return change(deps, tx, { command, before, act, record })
    case 'stop':
      requireOther(origin, staff)
      saveAccount(tx, before, { disabledAt: before.disabledAt ?? tx.at })
      endAccountCode(tx, staff)
      leaveWindow(deps, tx, origin, staff)
      record('staff.stopped')
      deps.erasures.note([{ kind: 'staff_stopped', id: staff }])
      return { code: null, endedSessions: endSessionsOf(tx, staff) }
    case 'resume':
      saveAccount(tx, before, { disabledAt: null })
      record('staff.resumed')
      deps.erasures.note([{ kind: 'staff_resumed', id: staff }])
      return { code: null, endedSessions: [] }
    case 'new-code':
      requireOther(origin, staff)
      if (before.disabledAt !== null) throw new Refusal('staff.stopped')
      // The forgotten password is worthless at once, whoever has found it (P20).
      saveAccount(tx, before, { passwordHash: '' })
      record('staff.code_made')
      if (before.hasPassword)
        deps.erasures.note([{ kind: 'password_ended', id: `${staff}@${before.version + 1}` }])
      return {
        code: issueCode(tx, deps.newId(), {
          staff,
          by: origin.actor,
          why: before.hasPassword ? 'forgotten' : 'first',
        }),
        endedSessions: endSessionsOf(tx, staff),
      }
    case 'end-sessions':
      record('staff.sessions_ended')
      saveAccount(tx, before, {})
      return { code: null, endedSessions: endSessionsOf(tx, staff) }
  }
}

interface Changing {
  readonly command: ChangeAccount
  readonly before: AccountRow
  readonly act: Extract<AccountAct, { kind: 'change' }>
  readonly record: (type: string, data: object) => void
}

function change(deps: Deps, tx: Tx, { command, before, act, record }: Changing): Done {
  const { origin, staff } = command
  if (act.expectedVersion !== before.version) throw new Refusal('staff.changed')
  const after = placed(tx, act.post)
  const changes = changesOf(before, after)
  const movesTheRights = movesRights(changes)
  if (movesTheRights) requireOther(origin, staff)
  saveAccount(tx, before, after)
  if (movesTheRights) leaveWindow(deps, tx, origin, staff)
  record('staff.changed', { changes })
  return { code: null, endedSessions: movesTheRights ? endSessionsOf(tx, staff) : [] }
}

function placed(tx: Tx, wanted: AccountPost): AccountPost {
  const post = postOf(wanted)
  if (post.unit !== null && !findUnits(tx).some(({ code }) => code === post.unit))
    throw new Refusal('staff.unit_missing')
  if (post.village !== null && !findVillages(tx).some(({ code }) => code === post.village))
    throw new Refusal('staff.village_missing')
  return post
}

// So there is always one administrator left: nobody stops or demotes the own account.
function requireOther({ actor }: Origin, staff: StaffId): void {
  if (actor === `staff:${staff}`) throw new Refusal('staff.own_account')
}

// Two administrators who stop each other at the same moment: the second one is no administrator any more (P12).
function requireActive(tx: Tx, { actor }: Origin): void {
  const asker = findStaff(tx, actor.replace('staff:', '') as StaffId)
  if (asker === undefined || asker.isDisabled || asker.role !== 'admin') throw new Refusal('session.none')
}

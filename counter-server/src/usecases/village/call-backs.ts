import { maskPhone } from '@counter/shared/vocabulary/identity'
import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { addMonths, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type CallBackTry, settlesCallBack } from '../../domain/village/call-back.ts'
import {
  type CallBackRow,
  type DrawRow,
  findCallBack,
  findCallBacks,
  findDraws,
  findTries,
  insertTry,
  nextTry,
  saveSettled,
  type TryFacts,
} from '../../store/call-backs.ts'
import { findStaff, findStaffOfRole } from '../../store/people.ts'
import { openPersonField } from '../../store/persons.ts'
import { once } from '../../store/receipts.ts'
import { findMeta, findSetting, nameOfActor, saveMeta } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'

const MOST = 200
const CLERK = 'callBack.clerk'

/** Who may call back beside the supervisor. */
export interface CallBackClerk {
  readonly id: StaffId
  readonly name: string
}

/** 回访抽查 as its page shows it (V20). */
export interface CallBackBoard {
  /** False to a clerk whom the supervisor did not name: nothing is shown then. */
  readonly mayCall: boolean
  readonly clerk: CallBackClerk | null
  /** Whom the supervisor may name. */
  readonly clerks: readonly CallBackClerk[]
  readonly draws: readonly DrawRow[]
  readonly lines: readonly (CallBackRow & {
    readonly phone: string | null
    readonly tries: readonly TryFacts[]
  })[]
}

/** The list of the centre's call-backs: what waits, what was settled this month, and how it was drawn (V20). */
export function readCallBacks(tx: Tx, asker: Pick<CaseAsker, 'actor' | 'staff'>): CallBackBoard {
  const clerk = namedClerk(tx)
  if (!mayCall(tx, asker)) return { mayCall: false, clerk: null, clerks: [], draws: [], lines: [] }
  const first = `${civilDate(tx.at).slice(0, 7)}-01` as PlainDate
  return {
    mayCall: true,
    clerk,
    clerks: asker.actor === 'supervisor' ? findStaffOfRole(tx, 'clerk').flatMap(toClerk) : [],
    draws: findDraws(tx, addMonths(first, -1).slice(0, 7)),
    lines: findCallBacks(tx, instantAt(first, '00:00' as PlainTime), MOST).map((row) => ({
      ...row,
      phone: phoneOf(tx, row.person),
      tries: findTries(tx, row.case).map((told) => ({ ...told, by: nameOfActor(tx, told.by) })),
    })),
  }
}

/**
 * One call and what came of it, beside 好差评 and never in it (V20). Refuses `case.forbidden` to a clerk who is not named,
 * `call_back.not_found`, `call_back.settled`, `request.invalid`.
 */
export function recordCallBack(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  id: CaseId,
  told: CallBackTry,
): Promise<CallBackBoard> {
  const { origin } = asker
  return store.write((tx) => {
    once(tx, { origin, name: 'call_back.record', subject: id, content: told }, () => {
      if (!mayCall(tx, asker)) throw new Refusal('case.forbidden')
      const row = findCallBack(tx, id)
      if (row === undefined) throw new Refusal('call_back.not_found')
      const tries = findTries(tx, id)
      const isSettled = settlesCallBack(
        { isSettled: row.settledAt !== null, tries: tries.map(({ at }) => at) },
        told,
        { at: tx.at, days: findSetting(tx, 'village.attempts') },
      )
      const nth = nextTry(tx, id)
      insertTry(tx, id, { ...told, nth, by: origin.actor })
      if (isSettled) saveSettled(tx, id)
      const { isReached, satisfaction } = told
      const data = { village: row.village, why: row.why, nth, isReached, satisfaction, isSettled }
      tx.record({ type: 'call_back.recorded', subject: id, version: nth, origin, data })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    })
    return readCallBacks(tx, asker)
  })
}

/** The supervisor names a clerk who calls too, or nobody (V20). Refuses `request.not_found`, `reason.required`. */
export function nameCallBackClerk(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  { clerk, reason }: { readonly clerk: StaffId | null; readonly reason: string },
): Promise<CallBackBoard> {
  const { origin } = asker
  return store.write((tx) => {
    once(
      tx,
      { origin, name: 'call_back.name_clerk', subject: 'call_back', content: { clerk, reason } },
      () => {
        const found = clerk === null ? null : findStaff(tx, clerk)
        if (found === undefined || (found !== null && toClerk(found).length === 0))
          throw new Refusal('request.not_found')
        const data = { from: namedClerk(tx)?.id ?? null, to: clerk, reason: requireReason(reason) }
        saveMeta(tx, CLERK, clerk ?? '')
        tx.record({ type: 'call_back.clerk_named', subject: 'call_back', version: 1, origin, data })
        return { done: true as const }
      },
    )
    return readCallBacks(tx, asker)
  })
}

function mayCall(tx: Tx, { actor, staff }: Pick<CaseAsker, 'actor' | 'staff'>): boolean {
  return actor === 'supervisor' || (staff !== null && namedClerk(tx)?.id === staff.id)
}

function namedClerk(tx: Tx): CallBackClerk | null {
  const id = findMeta(tx, CLERK) ?? ''
  const found = id === '' ? undefined : findStaff(tx, id as StaffId)
  return found === undefined ? null : (toClerk(found)[0] ?? null)
}

function toClerk({
  id,
  displayName,
  role,
  isDisabled,
}: NonNullable<ReturnType<typeof findStaff>>): CallBackClerk[] {
  return role !== 'clerk' || isDisabled ? [] : [{ id, name: displayName }]
}

function phoneOf(tx: Tx, person: string): string | null {
  const phone = openPersonField(tx, person, 'phone')
  return phone === null ? null : maskPhone(phone)
}

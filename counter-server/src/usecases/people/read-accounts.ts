import type { StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import {
  type AccountRow,
  countSessions,
  findAccount,
  findAccounts,
  findLiveCode,
} from '../../store/accounts.ts'
import { findWindowOfStaff } from '../../store/hall.ts'
import { countOpenOf } from '../../store/own-day.ts'
import { findUnits, findVillages, type UnitFacts, type VillageFacts } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findAllWindows, type WindowRow } from '../../store/window-rows.ts'
import type { Deps } from '../deps.ts'
import { IDLE_MS } from './sessions.ts'

/** An account with what is true of it now. */
export interface AccountFacts extends AccountRow {
  readonly codeUntil: Instant | null
  readonly sessions: number
  readonly window: number | null
  /** Open cases in hand: they are handed over before the account is stopped. */
  readonly openCases: number
}

/** All accounts in the order of their sign-in names. */
export function readAccounts(
  { store }: Pick<Deps, 'store'>,
  { cursor, limit }: { cursor: string | null; limit: number },
): { readonly rows: readonly AccountFacts[]; readonly next: string | null } {
  return store.read((tx) => {
    const found = findAccounts(tx, { after: cursor, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const next = found.length > limit ? (rows.at(-1)?.signInName ?? null) : null
    return { rows: rows.map((row) => accountFacts(tx, row)), next }
  })
}

export interface AccountPlacesFacts {
  readonly units: readonly UnitFacts[]
  readonly villages: readonly VillageFacts[]
  readonly windows: readonly WindowRow[]
}

/** What an account can be tied to. */
export function readAccountPlaces({ store }: Pick<Deps, 'store'>): AccountPlacesFacts {
  return store.read((tx) => ({
    units: findUnits(tx),
    villages: findVillages(tx),
    windows: findAllWindows(tx).filter(({ retiredAt }) => retiredAt === null),
  }))
}

export function accountFacts(tx: Tx, row: AccountRow): AccountFacts {
  const code = findLiveCode(tx, row.id)
  return {
    ...row,
    codeUntil: code === undefined || code.expiresAt <= tx.at ? null : code.expiresAt,
    sessions: countSessions(tx, row.id, instantOf(toMs(tx.at) - IDLE_MS)),
    window: findWindowOfStaff(tx, row.id),
    openCases: row.role === 'handler' ? countOpenOf(tx, row.id) : 0,
  }
}

/** The account after it was written in this transaction. */
export function writtenAccount(tx: Tx, id: StaffId): AccountFacts {
  const row = findAccount(tx, id)
  if (row === undefined) throw new Error('a written account was not found')
  return accountFacts(tx, row)
}

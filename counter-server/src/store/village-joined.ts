import type { CaseId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { eq } from 'drizzle-orm'
import { hashToken, lookUp } from './crypto.ts'
import { villageJoined } from './schema/village-numbers.ts'
import type { Tx } from './tx.ts'

/** What a phone registered under an id of its own and the centre has as a case already (V51, V80). */
export interface JoinedSlip {
  readonly phoneCase: CaseId
  readonly case: CaseId
  /** What the slip of the phone shows; null when it shows none (V64). */
  readonly secrets: { readonly queryCode: string; readonly token: string } | null
}

export function insertJoined(tx: Tx, { phoneCase, case: id, secrets }: JoinedSlip): void {
  const queryCodeLook =
    secrets === null ? null : lookUp(tx.keys, 'query_code', normalQueryCode(secrets.queryCode))
  const tokenHash = secrets === null ? null : hashToken(secrets.token)
  tx.query
    .insert(villageJoined)
    .values({ phoneCase, case: id, queryCodeLook, tokenHash, at: tx.at })
    .onConflictDoNothing()
    .run()
}

/** The case that a phone means by the id that it gave it: joined to another, that one (V80). */
export function caseMeant(tx: Tx, phoneCase: CaseId): CaseId {
  const where = eq(villageJoined.phoneCase, phoneCase)
  return tx.query.select({ id: villageJoined.case }).from(villageJoined).where(where).get()?.id ?? phoneCase
}

/** Where the link of a slip leads that is not the case's own (V64). */
export function findJoinedByToken(tx: Tx, tokenHash: string): CaseId | null {
  const where = eq(villageJoined.tokenHash, tokenHash)
  return tx.query.select({ id: villageJoined.case }).from(villageJoined).where(where).get()?.id ?? null
}

export function findJoinedByCode(tx: Tx, look: string): CaseId | null {
  const where = eq(villageJoined.queryCodeLook, look)
  return tx.query.select({ id: villageJoined.case }).from(villageJoined).where(where).get()?.id ?? null
}

const MOST_SLIPS = 20

/** The look-ups of the query codes on the other slips of a case (V64). */
export function findJoinedLooks(tx: Tx, id: CaseId): readonly (string | null)[] {
  return tx.query
    .select({ look: villageJoined.queryCodeLook })
    .from(villageJoined)
    .where(eq(villageJoined.case, id))
    .limit(MOST_SLIPS)
    .all()
    .map(({ look }) => look)
}

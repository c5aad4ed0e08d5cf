import type { CaseId } from '@counter/shared/vocabulary/ids'
import { normalOldNumber } from '@counter/shared/vocabulary/ledger'
import { eq, sql } from 'drizzle-orm'
import { cases } from './schema/cases.ts'
import { caseAlias } from './schema/ledger.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

const numberByAlias = statement((query) =>
  query
    .select({ number: cases.number })
    .from(caseAlias)
    .innerJoin(cases, eq(cases.id, caseAlias.case))
    .where(eq(caseAlias.alias, sql.placeholder('alias')))
    .prepare(),
)

/** The number of the case that an old ledger had under this one, or null. */
export function findNumberByAlias(tx: Tx, alias: string): string | null {
  return numberByAlias(tx).get({ alias: normalOldNumber(alias) })?.number ?? null
}

/** The number a case had in the old ledger, or null. */
export function findAliasOf(tx: Tx, id: CaseId): string | null {
  return (
    tx.query.select({ alias: caseAlias.alias }).from(caseAlias).where(eq(caseAlias.case, id)).get()?.alias ??
    null
  )
}

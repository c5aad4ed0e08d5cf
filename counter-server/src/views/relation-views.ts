import type { CaseRelation, RelativeList } from '@counter/shared/contract/relations'
import type { RelationFacts } from '../usecases/cases/read-relation.ts'
import type { RelativeCase } from '../usecases/village/read-relatives.ts'

/** What a case's page says of near relatives (V12). */
export function toRelation({
  isRelative,
  isFiled,
  found,
  unrelated,
  mustDeclare,
}: RelationFacts): CaseRelation {
  return {
    isRelative,
    isFiled,
    found: found === null ? null : { by: found.by, at: found.at, whose: found.whose, reason: found.reason },
    unrelated: unrelated.map(({ by, at }) => ({ by, at })),
    mustDeclare,
  }
}

/** The list of near relatives, or their register; masked, as in every list (V12). */
export function toRelativeList(found: readonly RelativeCase[]): RelativeList {
  return {
    items: found.map((row) => ({
      id: row.id,
      number: row.number,
      itemName: row.itemName,
      applicant: row.applicant,
      villageName: row.villageName,
      agent: row.agent,
      receivedAt: row.receivedAt,
      status: row.status,
      isFiled: row.isFiled,
      found: row.found === null ? null : { by: row.found.by, at: row.found.at, whose: row.found.whose },
      unrelated: row.unrelated.map(({ by, at }) => ({ by, at })),
    })),
  }
}

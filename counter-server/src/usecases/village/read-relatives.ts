import { findCaseEvents } from '../../store/case-events.ts'
import { findRelativeCases, type RelativeRow } from '../../store/relatives.ts'
import type { Tx } from '../../store/tx.ts'
import { readPeople } from '../cases/event-people.ts'
import { type RelationFacts, relationSaid } from '../cases/read-relation.ts'

/** Older ones stand in the log book, flagged. */
const MOST = 50
/** 备案: some years of a township. */
const MOST_FILED = 200

/** A case of a near relative, with who said so later and who has declared to be no relation. */
export type RelativeCase = RelativeRow & Pick<RelationFacts, 'found' | 'unrelated'>

/** The supervisor's list of cases of near relatives, or their register, each as soon as it is known (V12). */
export function readRelatives(tx: Tx, isFiled: boolean): readonly RelativeCase[] {
  return findRelativeCases(tx, { isFiled, limit: isFiled ? MOST_FILED : MOST }).map((row) => ({
    ...row,
    ...saidOf(tx, row),
  }))
}

function saidOf(tx: Tx, { id }: RelativeRow): Pick<RelationFacts, 'found' | 'unrelated'> {
  const events = findCaseEvents(tx, id)
  return relationSaid(events, readPeople(tx, events))
}

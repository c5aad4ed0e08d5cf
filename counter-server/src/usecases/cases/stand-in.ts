import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { StoredEvent } from '../../store/case-events.ts'
import { findCases, findCasesByIds } from '../../store/case-lists.ts'
import type { CaseFacts } from '../../store/cases.ts'
import { deputyOf, findStoodInFor, type StoodInFor } from '../../store/deputies.ts'
import { findReceivedBy } from '../../store/own-day.ts'
import type { Tx } from '../../store/tx.ts'
import { type CaseLine, toLines } from './case-lines.ts'

type Whose = Pick<CaseFacts, 'handler' | 'status'>

/** Statuses in which the next step is the counter's, so that the clerk who received the case answers for it. */
const OF_COUNTER: readonly CaseStatus[] = ['received', 'supplement', 'decided']

const MOST = 200
/** A clerk's own cases go back so far; what is older stands on the boards. */
const CLERK_DAYS = 30
export const MIDNIGHT = '00:00' as PlainTime

/** The deputies of those whose case it was and is: they hear of its changes and marks like the persons themselves (C704). */
export function deputiesOf(
  tx: Tx,
  events: readonly Pick<StoredEvent, 'actor'>[],
  rows: readonly Whose[],
): StaffId[] {
  const found = rows.map((row) => {
    const person = row.handler ?? (OF_COUNTER.includes(row.status) ? personOf(events[0]?.actor) : null)
    return person === null ? null : deputyOf(tx, person)
  })
  return [...new Set(found.filter((id) => id !== null))]
}

function personOf(actor: string | undefined): StaffId | null {
  return actor?.startsWith('staff:') ? (actor.slice('staff:'.length) as StaffId) : null
}

/** What somebody's deputy sees of him: his open cases. */
export interface StandIn extends StoodInFor {
  readonly cases: readonly CaseLine[]
}

/** The colleagues for whom a person stands in, each with the open cases that are the colleague's (C403). */
export function findStandIns(tx: Tx, role: 'clerk' | 'handler', deputy: StaffId): StandIn[] {
  const today = civilDate(tx.at)
  const openOf = role === 'clerk' ? openOfClerk : openOfHandler
  return findStoodInFor(tx, deputy, today).map((colleague) => ({
    ...colleague,
    cases: openOf(tx, colleague.id, today),
  }))
}

/** The open cases that a handler has in hand. */
export function openOfHandler(tx: Tx, handler: StaffId): CaseLine[] {
  return toLines(tx, findCases(tx, { handler, isOpen: true, limit: MOST }))
}

/** What a clerk has received within a month, ended or not. */
export function receivedByClerk(tx: Tx, actor: string, today: PlainDate): CaseLine[] {
  const since = instantAt(addDays(today, -CLERK_DAYS), MIDNIGHT)
  return toLines(tx, findCasesByIds(tx, findReceivedBy(tx, actor, since)))
}

function openOfClerk(tx: Tx, clerk: StaffId, today: PlainDate): CaseLine[] {
  return receivedByClerk(tx, `staff:${clerk}`, today).filter(({ facts }) => OF_COUNTER.includes(facts.status))
}

/** The same with only what is due soon or overdue: it is told to the deputy as well (C704). */
export function findUrgent(tx: Tx, role: 'clerk' | 'handler', deputy: StaffId): StandIn[] {
  return findStandIns(tx, role, deputy).map((standIn) => ({
    ...standIn,
    cases: standIn.cases.filter(isUrgent),
  }))
}

export function isUrgent({ light }: CaseLine): boolean {
  return light === 'yellow' || light === 'red'
}

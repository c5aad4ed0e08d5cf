import type { StaffId } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { findCases, findCasesByIds } from '../../store/case-lists.ts'
import { findReceivedBy, findStoodInFor, findTakenSince } from '../../store/own-day.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { staffIdOf } from './staff-id.ts'

/** 我的一天: what this person has taken today, promised, and still has; and what he has as somebody's deputy. */
export interface OwnDayFacts {
  readonly today: PlainDate
  readonly taken: readonly CaseLine[]
  readonly promised: readonly CaseLine[]
  readonly open: readonly CaseLine[]
  /** Of colleagues who are away today: theirs to go on with, in the own name (C403). */
  readonly standIn: readonly {
    readonly name: string
    readonly until: PlainDate | null
    readonly cases: readonly CaseLine[]
  }[]
  /** Of colleagues who are there: what is due soon or overdue is told to the deputy as well (C704). */
  readonly warned: readonly CaseLine[]
}

const MOST = 200
/** A clerk's own cases go back so far; what is older stands on the boards. */
const CLERK_DAYS = 30
const MIDNIGHT = '00:00' as PlainTime

export function readOwnDay({ store }: Pick<Deps, 'store'>, asker: CaseAsker): OwnDayFacts {
  return store.read((tx) => (asker.actor === 'clerk' ? clerkDay(tx, asker) : handlerDay(tx, asker)))
}

function clerkDay(tx: Tx, { origin }: CaseAsker): OwnDayFacts {
  const today = civilDate(tx.at)
  const since = instantAt(addDays(today, -CLERK_DAYS), MIDNIGHT)
  const own = toLines(tx, findCasesByIds(tx, findReceivedBy(tx, origin.actor, since)))
  const begins = instantAt(today, MIDNIGHT)
  return {
    today,
    taken: own.filter(({ facts }) => facts.receivedAt >= begins),
    ...openOf(own.filter(({ facts }) => facts.isOpen)),
    standIn: [],
    warned: [],
  }
}

function handlerDay(tx: Tx, asker: CaseAsker): OwnDayFacts {
  const today = civilDate(tx.at)
  const me = staffIdOf(asker)
  const openOfPerson = (handler: StaffId) =>
    toLines(tx, findCases(tx, { handler, isOpen: true, limit: MOST }))
  const colleagues = findStoodInFor(tx, me, today)
  const there = colleagues.filter(({ isAway }) => !isAway)
  return {
    today,
    taken: toLines(tx, findCasesByIds(tx, findTakenSince(tx, me, instantAt(today, MIDNIGHT)))),
    ...openOf(openOfPerson(me)),
    standIn: colleagues
      .filter(({ isAway }) => isAway)
      .map(({ id, displayName, awayUntil }) => ({
        name: displayName,
        until: awayUntil,
        cases: openOfPerson(id),
      })),
    warned: there
      .flatMap(({ id }) => openOfPerson(id))
      .filter(({ light }) => light === 'yellow' || light === 'red'),
  }
}

// Promised is what runs towards a day that was told; the rest waits for somebody or something.
function openOf(open: readonly CaseLine[]): Pick<OwnDayFacts, 'open' | 'promised'> {
  return {
    open,
    promised: open.filter(
      ({ facts, dueOn }) => facts.clockKind === 'committed' && dueOn !== null && facts.decidedAt === null,
    ),
  }
}

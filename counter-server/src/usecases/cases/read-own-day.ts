import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { findCasesByIds } from '../../store/case-lists.ts'
import { findTakenSince } from '../../store/own-day.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { staffIdOf } from './staff-id.ts'
import { findStandIns, isUrgent, MIDNIGHT, openOfHandler, receivedByClerk, type StandIn } from './stand-in.ts'

/** 我的一天: what this person has taken today, promised, and still has; and what he has as somebody's deputy. */
export interface OwnDayFacts {
  readonly today: PlainDate
  readonly taken: readonly CaseLine[]
  readonly promised: readonly CaseLine[]
  readonly open: readonly CaseLine[]
  /** Of colleagues who are away today: theirs to go on with, in the own name (C403). */
  readonly standIn: readonly StandIn[]
  /** Of colleagues who are there: what is due soon or overdue is told to the deputy as well (C704). */
  readonly warned: readonly CaseLine[]
}

export function readOwnDay({ store }: Pick<Deps, 'store'>, asker: CaseAsker): OwnDayFacts {
  return store.read((tx) => {
    const day = asker.actor === 'clerk' ? clerkDay(tx, asker) : handlerDay(tx, asker)
    const standIns = findStandIns(tx, asker.actor === 'clerk' ? 'clerk' : 'handler', staffIdOf(asker))
    return {
      ...day,
      standIn: standIns.filter(({ isAway }) => isAway),
      warned: standIns.filter(({ isAway }) => !isAway).flatMap(({ cases }) => cases.filter(isUrgent)),
    }
  })
}

type OwnLists = Omit<OwnDayFacts, 'standIn' | 'warned'>

function clerkDay(tx: Tx, { origin }: CaseAsker): OwnLists {
  const today = civilDate(tx.at)
  const own = receivedByClerk(tx, origin.actor, today)
  const begins = instantAt(today, MIDNIGHT)
  return {
    today,
    taken: own.filter(({ facts }) => facts.receivedAt >= begins),
    ...openOf(own.filter(({ facts }) => facts.isOpen)),
  }
}

function handlerDay(tx: Tx, asker: CaseAsker): OwnLists {
  const today = civilDate(tx.at)
  const me = staffIdOf(asker)
  return {
    today,
    taken: toLines(tx, findCasesByIds(tx, findTakenSince(tx, me, instantAt(today, MIDNIGHT)))),
    ...openOf(openOfHandler(tx, me)),
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

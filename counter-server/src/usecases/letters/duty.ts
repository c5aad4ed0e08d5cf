import type { StaffId } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { boxOpeningDueOn } from '../../domain/letter/box-rhythm.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type BoxOpening,
  countOfChannel,
  type DutyDay,
  findDuties,
  findOpenings,
  findWorkingStaff,
  insertOpening,
  saveDuty,
} from '../../store/duty-roster.ts'
import type { Origin } from '../../store/origin.ts'
import { findStaff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'

const SHOWN_DAYS = 28
const SHOWN_OPENINGS = 12

export interface RosterFacts {
  readonly today: PlainDate
  readonly days: readonly DutyDay[]
}

/** Whom roster and box may name. */
export function readPeople(tx: Tx): ReturnType<typeof findWorkingStaff> {
  return findWorkingStaff(tx)
}

/** The duty from today on; the first day is today's when somebody was entered for it. */
export function readRoster(tx: Tx): RosterFacts {
  const today = civilDate(tx.at)
  return { today, days: findDuties(tx, today, addDays(today, SHOWN_DAYS)) }
}

/** Enters who answers the phone on a day, and which leader is told of what is urgent. Refuses `staff.not_found`, `time.out_of_range`. */
export function setDuty(
  { store }: Pick<Deps, 'store'>,
  asked: {
    readonly origin: Origin
    readonly day: PlainDate
    readonly staff: StaffId
    readonly leader: StaffId
  },
): Promise<RosterFacts> {
  const { origin, day, staff, leader } = asked
  return store.write((tx) =>
    once(tx, { origin, name: 'duty.set', subject: day, content: { day, staff, leader } }, () => {
      if (day < civilDate(tx.at)) throw new Refusal('time.out_of_range')
      requireWorking(tx, staff)
      requireWorking(tx, leader)
      const version = saveDuty(tx, { day, staff, leader })
      tx.record({ type: 'duty.set', subject: `duty:${day}`, version, origin, data: { day, staff, leader } })
      tx.tell({ kind: 'figures_changed' })
      return readRoster(tx)
    }),
  )
}

/** One opening of the box with how many of its letters were registered that day; the two counts should be one. */
export interface OpeningLine extends BoxOpening {
  readonly registered: number
}

/** The last openings, and by when the box is opened next (C1301). */
export interface BoxFacts {
  readonly openings: readonly OpeningLine[]
  readonly dueOn: PlainDate | null
  readonly isDue: boolean
}

export function readBox(tx: Tx): BoxFacts {
  const openings = findOpenings(tx, SHOWN_OPENINGS).map((opening) => ({
    ...opening,
    registered: countOfChannel(tx, 'opinion_box', dayOf(opening.openedOn)),
  }))
  const { calendar } = clockContext(tx)
  const last = openings[0]?.openedOn ?? null
  const dueOn = boxOpeningDueOn(calendar, last, findSetting(tx, 'box.openEvery'))
  return { openings, dueOn, isDue: dueOn === null || dueOn <= civilDate(tx.at) }
}

/** 开箱: by two people, and what lay in it was counted (cases.md 13). Refuses `duty.two_people`, `staff.not_found`. */
export function openBox(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  asked: {
    readonly origin: Origin
    readonly first: StaffId
    readonly second: StaffId
    readonly count: number
  },
): Promise<BoxFacts> {
  const { origin, first, second, count } = asked
  return store.write((tx) =>
    once(tx, { origin, name: 'box.open', subject: 'opinion_box', content: { first, second, count } }, () => {
      if (first === second) throw new Refusal('duty.two_people')
      requireWorking(tx, second)
      const id = newId()
      insertOpening(tx, { id, openedOn: civilDate(tx.at), openedAt: tx.at, first, second, count })
      tx.record({
        type: 'box.opened',
        subject: `box:${id}`,
        version: 1,
        origin,
        data: { first, second, count },
      })
      tx.tell({ kind: 'figures_changed' })
      return readBox(tx)
    }),
  )
}

function requireWorking(tx: Tx, id: StaffId): void {
  const found = findStaff(tx, id)
  if (found === undefined || found.isDisabled) throw new Refusal('staff.not_found')
}

/** One civil day, from its midnight to the next. */
export function dayOf(day: PlainDate) {
  const midnight = (on: PlainDate) => instantAt(on, '00:00' as PlainTime)
  return { from: midnight(day), before: midnight(addDays(day, 1)) }
}

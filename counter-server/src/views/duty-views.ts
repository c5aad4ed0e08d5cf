import type { BookReadings, BoxOpenings, DutyRoster } from '@counter/shared/contract/letter-bodies'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { BookFacts } from '../usecases/letters/book.ts'
import type { BoxFacts, RosterFacts } from '../usecases/letters/duty.ts'

type Person = { readonly id: StaffId; readonly name: string; readonly role: string }

export function toDutyRoster({ today, days }: RosterFacts, people: readonly Person[]): DutyRoster {
  return {
    today,
    days: days.map(({ day, staff, staffName, leader, leaderName }) => ({
      day,
      staff,
      staffName,
      leader,
      leaderName,
    })),
    people: people.map(({ id, name, role }) => ({ id, name, role })),
  }
}

export function toBoxOpenings({ openings, dueOn, isDue }: BoxFacts, people: readonly Person[]): BoxOpenings {
  return {
    openings: openings.map(({ id, openedOn, firstName, secondName, count, registered }) => ({
      id,
      openedOn,
      first: firstName,
      second: secondName,
      count,
      registered,
    })),
    people: people.map(({ id, name }) => ({ id, name })),
    dueOn,
    isDue,
  }
}

export function toBookReadings({ readings, dueOn, isDue }: BookFacts): BookReadings {
  return {
    readings: readings.map(({ id, readOn, name, count, registered }) => ({
      id,
      readOn,
      name,
      count,
      registered,
    })),
    dueOn,
    isDue,
  }
}

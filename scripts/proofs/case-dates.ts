import { workdayAfter } from './case-calendar.ts'
import { ITEMS, type OracleCase } from './case-facts.ts'

const NOTICE = 5

/** When the promise is due: the item's days and the extension, without the days that stood still (C502, C509, C512). */
export function dueOf({ item, acceptedOn, extended, pauses }: OracleCase, today: string): string {
  const spans: { from: string; to: string }[] = []
  const count = () =>
    workdayAfter(acceptedOn ?? '', ITEMS[item].committed + extended, (day) =>
      spans.some(({ from, to }) => from < day && day <= to),
    )
  let due = count()
  for (const { from, to } of pauses) {
    if (from > due) break
    const until = to ?? today
    spans.push({ from, to: until })
    due = count()
    // Paused on its due day, it is due on the day it runs again.
    if (due < until) due = until
  }
  return due
}

/** True on the day on which silence accepts (C514): the working day after the five for the notice. */
export function isSilent({ status, noticeRuns, completeOn }: OracleCase, today: string): boolean {
  return status === 'received' && noticeRuns && today >= workdayAfter(workdayAfter(completeOn, NOTICE), 1)
}

/** True after the last of so many working days. */
export function workdayPassed(from: string, count: number, today: string): boolean {
  return today > workdayAfter(from, count)
}

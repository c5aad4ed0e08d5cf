import type { CaseClocks } from '../../domain/case/case-clocks.ts'
import type { ClockContext } from '../../domain/case/due.ts'
import type { ItemRules } from '../../domain/case/item-rules.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../../domain/case/settings.ts'
import { calendarStamp, findCalendar } from '../../store/calendars.ts'
import { findItemVersion, type Item } from '../../store/items.ts'
import type { Tx } from '../../store/tx.ts'

/** What every count of a transaction is made with. */
export function clockContext(tx: Tx): ClockContext {
  return { calendar: findCalendar(tx), settings: DEFAULT_CLOCK_SETTINGS }
}

// Raise when the computation of a clock changes: every open case is then read anew (C305).
const CLOCK_ENGINE = 1

/** What all clocks of a moment are made with: calendars and engine (C305). */
export function madeWith({ calendar }: ClockContext): string {
  return `${calendarStamp(calendar)}/${CLOCK_ENGINE}`
}

/** True when clocks with this stamp were counted as they are counted now. */
export function isOfThisEngine(stamp: string): boolean {
  return stamp.endsWith(`/${CLOCK_ENGINE}`)
}

/** The rules in an item version, as the domain reads them. */
export function rulesOf({ caseType, content }: Item): ItemRules {
  const { committedLimit, statutoryLimit, extension, townshipRole, pauseReasons, materials } = content
  return {
    caseType,
    committed: { value: committedLimit.value, unit: committedLimit.unit },
    statutory: statutoryLimit,
    townshipRole,
    extension: extension === null ? null : { value: extension.max, unit: extension.unit },
    pauseReasons,
    materials,
  }
}

/** The item version of a stored case; it cannot be gone, because versions are immutable (C101). */
export function itemOf(tx: Tx, stored: { item: Item['code']; itemVersion: number }): Item {
  const item = findItemVersion(tx, stored.item, stored.itemVersion)
  if (item === undefined) throw new Error(`item ${stored.item} version ${stored.itemVersion} is gone`)
  return item
}

/** The clocks that have started. */
export function startedClocks(clocks: CaseClocks) {
  return Object.values(clocks).filter((reading) => reading !== null)
}

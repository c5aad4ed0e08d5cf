import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { findLastReminder } from '../../store/calendar-reminder.ts'
import type { Origin } from '../../store/origin.ts'
import type { Deps } from '../deps.ts'
import { readMissingCalendar } from './read-calendars.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

/** Writes down once a day that next year's calendar is missing, and tells the supervisor's board of it (C608). */
export async function remindOfCalendar({ store }: Pick<Deps, 'store'>): Promise<void> {
  const due = store.read((tx) => {
    const missing = readMissingCalendar(tx)
    const day = civilDate(tx.at)
    return missing === null || findLastReminder(tx)?.day === day ? null : { ...missing, day }
  })
  if (due === null) return
  await store.write((tx) => {
    tx.record({ type: 'calendar.missing', subject: 'calendar', version: 1, origin: SYSTEM, data: due })
    tx.tell({ kind: 'figures_changed' })
  })
}

import { movesDueDates } from '@counter/shared/vocabulary/setting'
import type { CalendarSource, CalendarVersion } from '../../domain/calendar/calendar-version.ts'
import { readCalendar } from '../../domain/calendar/read-calendar.ts'
import { requireReason } from '../../domain/queue/act.ts'
import { requireInRange, requireSetting } from '../../domain/queue/change-setting.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCalendarVersions } from '../../store/calendars.ts'
import {
  type ChangeContent,
  type ChangeRow,
  findEnteredChange,
  insertChange,
} from '../../store/clock-changes.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type ChangeFacts, changeFacts } from './change-facts.ts'

/** What an administrator wants to hold: a year's notice as it was pasted or what is known before it, or a setting's other value. */
export type WantedChange =
  | {
      readonly kind: 'calendar'
      readonly year: number
      readonly status: CalendarVersion['status']
      readonly text: string
      readonly source: CalendarSource
    }
  | { readonly kind: 'setting'; readonly key: string; readonly value: unknown }

export interface EnterChange {
  readonly origin: Origin
  readonly wanted: WantedChange
  readonly reason: string
}

/**
 * Enters a change of the rules; nothing moves before somebody else publishes it (C603). Refuses `calendar.invalid` with the
 * line, `calendar.source_missing`, `setting.*`, `reason.required`, and `calendar.already_entered` while one waits.
 */
export function enterChange(deps: Deps, { origin, wanted, reason }: EnterChange): Promise<ChangeFacts> {
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: 'clock_change.enter', subject: wanted.kind, content: { wanted, reason } },
      () => {
        const content = contentOf(tx, wanted)
        const subject = content.kind === 'calendar' ? String(content.calendar.year) : content.key
        const why = requireReason(reason)
        if (findEnteredChange(tx, content.kind, subject) !== undefined)
          throw new Refusal('calendar.already_entered')
        const row: ChangeRow = {
          id: deps.newId(),
          kind: content.kind,
          subject,
          content,
          reason: why,
          state: 'entered',
          enteredBy: origin.actor,
          enteredAt: tx.at,
          settledBy: null,
          settledAt: null,
          appliedAt: null,
        }
        insertChange(tx, row)
        const data = { kind: row.kind, subject, content, reason: why }
        tx.record({
          type: 'clock_change.entered',
          subject: `clock_change:${row.id}`,
          version: 1,
          origin,
          data,
        })
        tx.tell({ kind: 'figures_changed' })
        return changeFacts(tx, row)
      },
    ),
  )
}

function contentOf(tx: Tx, wanted: WantedChange): ChangeContent {
  if (wanted.kind === 'setting') return settingOf(tx, wanted)
  const { year, text, source, status } = wanted
  const own = findCalendarVersions(tx).flatMap(({ version }) => (version.year === year ? [version] : []))
  const newest = own.toSorted((a, b) => b.version - a.version)[0]
  const statutory = new Set(newest?.off.flatMap(({ date, kind }) => (kind === 'statutory' ? [date] : [])))
  // What a notice says is changed by a notice, never by what somebody expects (C601).
  if (status === 'provisional' && newest?.status === 'official') throw new Refusal('calendar.source_missing')
  const version = (newest?.version ?? 0) + 1
  return { kind: 'calendar', calendar: readCalendar({ year, version, status, text, source, statutory }) }
}

// What moves no due date is changed on the page of rules at once.
function settingOf(tx: Tx, { key, value }: Extract<WantedChange, { kind: 'setting' }>): ChangeContent {
  const known = requireSetting(key)
  if (!movesDueDates(known)) throw new Refusal('setting.not_found')
  requireInRange(known, value)
  const from = findSetting(tx, known)
  if (from === value) throw new Refusal('correction.nothing')
  return { kind: 'setting', key: known, from, to: value as typeof from }
}

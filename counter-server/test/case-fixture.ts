import { readFileSync } from 'node:fs'
import type { ItemCode, StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { parseCalendarFile } from '../src/domain/calendar/calendar-file.ts'
import type { OfficeHours } from '../src/domain/calendar/calendar-version.ts'
import { workingCalendar } from '../src/domain/calendar/working-calendar.ts'
import type { ActContext } from '../src/domain/case/act.ts'
import type { CaseState } from '../src/domain/case/case-state.ts'
import type { CaseEvent, CaseEventPayloads, CaseFact } from '../src/domain/case/event.ts'
import type { ItemRules } from '../src/domain/case/item-rules.ts'
import type { CaseActor } from '../src/domain/case/lifecycle.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../src/domain/case/settings.ts'

const DATA = new URL('../../shared/data/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, DATA), 'utf8')
const { officeHours } = JSON.parse(read('township.json')) as { readonly officeHours: readonly OfficeHours[] }

/** The calendars of 2025 to 2027 and the hall's hours. */
export const CALENDAR = workingCalendar(
  ['calendar-2025.json', 'calendar-2026.json', 'calendar-2027.json'].map((name) =>
    parseCalendarFile(read(name)),
  ),
  officeHours,
)

/** Calendar and default settings. */
export const CONTEXT = { calendar: CALENDAR, settings: DEFAULT_CLOCK_SETTINGS }

/** `2026-09-30 15:00` at the hall, as an instant; seconds and milliseconds may follow. */
export function hall(text: string): Instant {
  const [date, time = '09:00'] = text.split(' ')
  return new Date(`${date}T${time}+08:00`).toISOString() as Instant
}

/** A civil day. */
export const day = (text: string) => text as PlainDate

/** A person by an invented id. */
export const person = (text: string) => text as StaffId

/** A deadline item of 5 working days with everything in order. */
export const ITEM: ItemRules = {
  caseType: 'deadline',
  townshipRole: 'decide',
  isLicence: true,
  jointUnits: [],
  pledge: null,
  needsCheck: false,
  committed: { value: 5, unit: 'workday' },
  statutory: null,
  extension: { value: 10, unit: 'workday' },
  pauseReasons: ['expert_review'],
  materials: [],
}

/** An item to finish on the spot. */
export const IMMEDIATE: ItemRules = {
  ...ITEM,
  caseType: 'immediate',
  committed: { value: 0, unit: 'workday' },
}

/** Gives facts their place and time in a record: `[when, fact]` in order. */
export function record(...entries: readonly (readonly [string, CaseFact])[]): readonly CaseEvent[] {
  return entries.map(([when, fact], place) => {
    const at = hall(when)
    return { ...fact, seq: place + 1, id: `e${place + 1}`, occurredAt: at, recordedAt: at }
  })
}

/** The receipt of a case at a window. */
export function received(payload: Partial<CaseEventPayloads['case.received']> = {}): CaseFact {
  return {
    type: 'case.received',
    payload: {
      channel: 'window',
      village: null,
      unit: 'MZ' as UnitCode,
      itemCode: 'MZ-001' as ItemCode,
      itemVersion: 1,
      caseType: 'deadline',
      materials: [],
      flags: [],
      ...payload,
    },
  }
}

/** The acceptance of a case. */
export const ACCEPTED: CaseFact = { type: 'case.accepted', payload: { materials: [], onSpot: false } }

/** A stop of the clocks with its paper. */
export const PAUSED: CaseFact = {
  type: 'case.paused',
  payload: { reason: 'expert_review', told: { value: 10, unit: 'workday' }, noticeNumber: '特-1' },
}

/** The clocks run again. */
export const RESUMED: CaseFact = { type: 'case.resumed', payload: { note: '' } }

/** What an act is decided from. */
export function acting(state: CaseState, actor: CaseActor, when: string, item: ItemRules = ITEM): ActContext {
  return { ...CONTEXT, state, actor, item, at: hall(when) }
}

import type { SettingKey, SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type WorkingCalendar, workingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { ClockContext } from '../../domain/case/due.ts'
import { type ClockSettings, clockSettings, DEFAULT_CLOCK_SETTINGS } from '../../domain/case/settings.ts'
import {
  calendarStamp,
  type DatedCalendar,
  findCalendar,
  findCalendarVersions,
  findOfficeHours,
} from '../../store/calendars.ts'
import { type ChangeContent, findSettingSteps, type SettingStep } from '../../store/clock-changes.ts'
import { readSettings, type SettingReader } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

/** The rules that due dates are counted with: those of now, and those of any earlier moment or stamp. */
export interface ClockRules {
  readonly present: ClockContext
  /** The rules that a stored clock was made with, by its stamp (C305). */
  madeWith(stamp: string): ClockContext
}

// Raise when the computation of a clock changes: every open case is then read anew (C305).
const CLOCK_ENGINE = 5

/** What all clocks of a moment are made with: calendars, engine, hours and settings (C305). */
export function madeWith({ calendar, settings }: ClockContext): string {
  const known = stamps.get(calendar)
  // One calendar is nearly always asked for with one set of settings.
  if (known?.settings === settings) return known.stamp
  const hours = calendar.officeHours.map(({ from }) => from).join(',')
  const stamp = [calendarStamp(calendar), CLOCK_ENGINE, hours, stampOf(settings)].join('/')
  stamps.set(calendar, { settings, stamp })
  return stamp
}

const stamps = new WeakMap<WorkingCalendar, { readonly settings: ClockSettings; readonly stamp: string }>()

/** True when clocks with this stamp were counted as they are counted now. */
export function isOfThisEngine(stamp: string): boolean {
  return stamp.split('/')[1] === String(CLOCK_ENGINE)
}

/** The rules of now with one change in them, before it is published (C603). */
export function rulesWith(tx: Tx, content: ChangeContent): ClockContext {
  const { present } = readClockRules(tx)
  if (content.kind === 'calendar') {
    const versions = [...present.calendar.versions, content.calendar]
    return { ...present, calendar: workingCalendar(versions, present.calendar.officeHours) }
  }
  const read = readSettings(tx)
  const settings = clockSettings((key) => (key === content.key ? content.to : read(key)) as never)
  return { ...present, settings }
}

/** Reads the rules once and keeps them until a calendar, the hours or a setting change. */
export function readClockRules(tx: Tx): ClockRules {
  return tx.steady('clock rules', () =>
    makeClockRules({
      calendar: findCalendar(tx),
      settings: clockSettings(readSettings(tx)),
      versions: findCalendarVersions(tx),
      hours: findOfficeHours(tx),
      steps: findSettingSteps(tx),
      read: readSettings(tx),
    }),
  )
}

interface RuleSources {
  readonly calendar: WorkingCalendar
  readonly settings: ClockSettings
  readonly versions: readonly DatedCalendar[]
  readonly hours: WorkingCalendar['officeHours']
  readonly steps: readonly SettingStep[]
  readonly read: SettingReader
}

function makeClockRules({ calendar, settings, versions, hours, steps, read }: RuleSources): ClockRules {
  const changedAt = [...versions.map(({ appliedAt }) => appliedAt), ...steps.map(({ at }) => at)].toSorted()
  const known = new Map<string, ClockContext>()
  const kept = (key: string, make: () => Pick<ClockContext, 'calendar' | 'settings'>): ClockContext => {
    const found = known.get(key) ?? { ...make(), inForceAt }
    known.set(key, found)
    return found
  }
  const present: ClockContext = { calendar, settings, inForceAt }

  // As many different rules as there were changes; each is made when a clock of its time is first read. What stopped in the
  // very millisecond of a publication stopped before it.
  function inForceAt(at: Instant): ClockContext {
    const count = changedAt.filter((each) => each < at).length
    if (count === changedAt.length) return present
    return kept(`before ${count}`, () => ({
      calendar: workingCalendar(versionsAt(versions, at), hours),
      settings: clockSettings(settingsAt(steps, read, at)),
    }))
  }

  return {
    present,
    madeWith: (stamp) =>
      stamp === madeWith(present)
        ? present
        : kept(stamp, () => ({
            calendar: workingCalendar(versionsOf(versions, stamp), hours),
            settings: settingsOf(stamp, settings),
          })),
  }
}

// Before its first publication a year is counted as it first was: the shipped calendars came with the record.
function versionsAt(versions: readonly DatedCalendar[], at: Instant) {
  return versions
    .filter(({ version, appliedAt }) => appliedAt < at || isFirst(versions, version))
    .map(({ version }) => version)
}

function isFirst(versions: readonly DatedCalendar[], { year, version }: DatedCalendar['version']): boolean {
  return !versions.some((other) => other.version.year === year && other.version.version < version)
}

// The value a setting had is what the first later change found.
function settingsAt(steps: readonly SettingStep[], read: SettingReader, at: Instant): SettingReader {
  return <K extends SettingKey>(key: K) => {
    const next = steps.find((step) => step.key === key && step.at >= at)
    return next === undefined ? read(key) : (next.from as SettingValue<K>)
  }
}

function versionsOf(versions: readonly DatedCalendar[], stamp: string) {
  const named = new Set((stamp.split('/')[0] ?? '').split(','))
  return versions
    .filter(({ version }) => named.has(`${version.year}.${version.version}`))
    .map(({ version }) => version)
}

/** The settings that stand in a stored clock; the others are asked at the act and leave no trace in it. */
const STAMPED = [
  'startRule',
  'afterHours',
  'noticeLimit',
  'supplementWait',
  'convertLimit',
  'deliveryLimit',
  'yellowShare',
  'yellowMin',
  'toUnitHead',
  'toDeputyLeader',
  'toChiefLeader',
  'deemedScope',
  'receiptAt',
  'villageHandUp',
  'villageHandUpHard',
  'villageRelay',
  'villageDeliver',
  'villageFollowUp',
] as const satisfies readonly (keyof ClockSettings)[]

function stampOf(settings: ClockSettings): string {
  return STAMPED.map((name) => settings[name]).join(',')
}

// A stamp from before a setting stood in it was made with that setting's default.
function settingsOf(stamp: string, present: ClockSettings): ClockSettings {
  const values = stamp.split('/')[3]?.split(',') ?? []
  const read = Object.fromEntries(
    STAMPED.map((name, place) => {
      const value = values[place] ?? DEFAULT_CLOCK_SETTINGS[name]
      return [name, typeof present[name] === 'number' ? Number(value) : value]
    }),
  )
  return { ...present, ...read }
}

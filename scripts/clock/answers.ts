import {
  isProvisional,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysOfYear,
} from '../../counter-server/src/domain/calendar/working-calendar.ts'
import { caseClocks } from '../../counter-server/src/domain/case/case-clocks.ts'
import { caseLight } from '../../counter-server/src/domain/case/case-light.ts'
import { yellowFromOf } from '../../counter-server/src/domain/case/clock.ts'
import { deemAccepted, deemedOn } from '../../counter-server/src/domain/case/deemed.ts'
import { naturalDue } from '../../counter-server/src/domain/case/due.ts'
import type { ItemRules } from '../../counter-server/src/domain/case/item-rules.ts'
import { applyEvent, projectCase } from '../../counter-server/src/domain/case/projection.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../../counter-server/src/domain/case/settings.ts'
import type { Instant, PlainDate } from '../../shared/src/vocabulary/time.ts'
import { eventOf, itemOf, lightState, pauseOf, receivedEvents } from './cases.ts'
import { answerReject } from './reject.ts'
import { daysOfReading, instantFrom, morningOf, readTerm } from './terms.ts'
import { type Answers, type Facts, factOf, numberOf, onlyFacts, textOf } from './vector.ts'

type Answering = (calendar: WorkingCalendar, facts: Facts) => Answers

/** How the product answers each kind of vector, through the functions the counter itself uses. */
export const ANSWERS: Readonly<Record<string, Answering>> = {
  addWorkdays: answerAddWorkdays,
  isWorkday: answerIsWorkday,
  pause: answerPause,
  extend: answerExtend,
  deemedAcceptance: answerDeemed,
  addNaturalDays: answerNaturalDays,
  afterHours: answerAfterHours,
  halfDay: answerHalfDay,
  light: answerLight,
  reject: answerReject,
  countYear: answerCountYear,
}

// The file's own convention: the civil date of the start is day 0, whatever the hour.
const BY_DATE = { afterHours: 'same-date' } as const

function answerAddWorkdays(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['startAt', 'startEvent', 'workdays'])
  const startAt = instantFrom(textOf(facts, 'startAt'))
  const reading = readTerm(calendar, { startAt, workdays: numberOf(facts, 'workdays'), ...BY_DATE })
  return {
    dueDate: reading.dueOn,
    dueAt: reading.dueAt,
    provisional: reading.provisional,
    countedDates: daysOfReading(reading, 'counted'),
  }
}

function answerIsWorkday(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['date'])
  const date = textOf(facts, 'date') as PlainDate
  return { isWorkday: isWorkingDay(calendar, date), provisional: isProvisional(calendar, date) }
}

function answerPause(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['acceptedAt', 'workdays', 'pausedOn', 'resumedOn'])
  const term = { ...termOf(facts), ...BY_DATE }
  const pausedAt = morningOf(textOf(facts, 'pausedOn'))
  const resumedAt = morningOf(textOf(facts, 'resumedOn'))
  const pauses = [pauseOf(pausedAt, resumedAt)]
  const before = readTerm(calendar, { ...term, asOf: pausedAt })
  const after = readTerm(calendar, { ...term, pauses, asOf: resumedAt })
  const pausedDates = daysOfReading(after, 'paused')
  return {
    baseDueDate: before.dueOn,
    pausedWorkdays: pausedDates.length,
    dueDate: after.dueOn,
    dueAt: after.dueAt,
    provisional: after.provisional,
    usedBeforePause: before.used,
    leftAfterResume: after.left,
    pausedDates,
    countedDates: daysOfReading(after, 'counted'),
  }
}

function answerExtend(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['acceptedAt', 'workdays', 'extendWorkdays', 'requestedOnOrBefore'])
  const term = { ...termOf(facts), ...BY_DATE }
  const workdays = term.workdays + numberOf(facts, 'extendWorkdays')
  const extended = readTerm(calendar, { ...term, workdays })
  return {
    baseDueDate: readTerm(calendar, term).dueOn,
    dueDate: extended.dueOn,
    dueAt: extended.dueAt,
    provisional: extended.provisional,
    countedDates: daysOfReading(extended, 'counted'),
  }
}

function answerDeemed(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['receivedAt', 'noticeWorkdays', 'statutoryWorkdays', 'supplementNoticeIssued'])
  const item = itemOf(numberOf(facts, 'statutoryWorkdays'))
  const settings = { ...DEFAULT_CLOCK_SETTINGS, noticeLimit: numberOf(facts, 'noticeWorkdays') }
  const context = { calendar, settings }
  const receivedAt = instantFrom(textOf(facts, 'receivedAt'))
  const events = receivedEvents(receivedAt, factOf(facts, 'supplementNoticeIssued') === true)
  const state = projectCase(events)
  const { notice } = caseClocks(state, item, context, receivedAt)
  if (notice === null) throw new TypeError('no notice clock')
  const triggersOn = deemedOn(calendar, notice)
  const at = morningOf(triggersOn)
  const deemed = deemAccepted({ ...context, state, item, actor: 'system', at })
  const next = deemed === null ? state : applyEvent(state, eventOf(99, at, deemed))
  const { statutory } = caseClocks(next, item, context, at)
  return {
    noticeDeadline: notice.dueOn,
    deemedAcceptedOn: statutory?.startedOn ?? null,
    deemedAcceptanceTriggersOn: deemed === null ? null : triggersOn,
    statutoryDueDate: statutory?.dueOn ?? null,
    countedDates: daysOfReading(notice, 'counted'),
  }
}

function answerNaturalDays(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['from', 'days'])
  const due = naturalDue(calendar, textOf(facts, 'from') as PlainDate, numberOf(facts, 'days'))
  return {
    nominalDate: due.nominal,
    nominalIsWorkday: isWorkingDay(calendar, due.nominal),
    legalLastDay: due.legal,
    internalTarget: due.target,
  }
}

function answerAfterHours(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['submittedAt', 'workdays', 'policy'])
  const policy = textOf(facts, 'policy')
  const reading = readTerm(calendar, {
    startAt: instantFrom(textOf(facts, 'submittedAt')),
    workdays: numberOf(facts, 'workdays'),
    afterHours: policy === 'same-date' ? 'same-date' : 'roll-to-next-opening',
  })
  return {
    effectiveAcceptanceDate: reading.startedOn,
    dueDate: reading.dueOn,
    dueAt: reading.dueAt,
    countedDates: daysOfReading(reading, 'counted'),
  }
}

function answerHalfDay(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['acceptedAt', 'workdays'])
  const reading = readTerm(calendar, termOf(facts))
  return { dueDate: reading.dueOn, dueAt: reading.dueAt }
}

function answerLight(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['acceptedAt', 'workdays', 'now', 'status'])
  const { startAt, workdays } = termOf(facts)
  const now = instantFrom(textOf(facts, 'now'))
  const item: ItemRules = { ...itemOf(null), committed: { value: workdays, unit: 'workday' } }
  const state = lightState(textOf(facts, 'status'), startAt, now)
  const clocks = caseClocks(state, item, { calendar, settings: DEFAULT_CLOCK_SETTINGS }, now)
  return {
    dueDate: clocks.committed?.dueOn ?? null,
    dueAt: clocks.committed?.dueAt ?? null,
    remainingWorkdays: clocks.committed?.left ?? null,
    overdueWorkdays: clocks.committed?.overdue ?? null,
    yellowFrom: yellowFromOf(DEFAULT_CLOCK_SETTINGS, item.committed),
    light: caseLight(state, clocks, now),
  }
}

function answerCountYear(calendar: WorkingCalendar, facts: Facts): Answers {
  onlyFacts(facts, ['year'])
  return { workdays: workingDaysOfYear(calendar, numberOf(facts, 'year')) }
}

function termOf(facts: Facts): { readonly startAt: Instant; readonly workdays: number } {
  return { startAt: instantFrom(textOf(facts, 'acceptedAt')), workdays: numberOf(facts, 'workdays') }
}

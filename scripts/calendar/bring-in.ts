import { ChangePreview, ClockChange, type EnterChangeBody } from '@counter/shared/contract/calendar'
import { type Caller, required } from '../api/caller.ts'
import { changeLine, lookLines } from './look-lines.ts'

type CalendarBody = Extract<EnterChangeBody, { readonly kind: 'calendar' }>

/** A calendar as an administrator brings it in. */
export type CalendarEntry = Omit<CalendarBody, 'commandId' | 'kind'>

/** Enters the calendar and looks at what it would move; nothing is in force by it (C603). */
export async function enterCalendar(
  caller: Caller,
  entry: CalendarEntry,
): Promise<{ readonly id: string; readonly lines: readonly string[] }> {
  const body = { kind: 'calendar', ...entry }
  const entered = required(await caller.command('/api/clock-changes', body, ClockChange), 'enter')
  const { lines } = await lookAt(caller, entered.id)
  return { id: entered.id, lines: [changeLine(entered), ...lines] }
}

/** What a change would move now. */
export async function lookAt(
  caller: Caller,
  id: string,
): Promise<{ readonly preview: string; readonly lines: readonly string[] }> {
  const seen = required(await caller.get(`/api/clock-changes/${id}/preview`, ChangePreview), 'preview')
  return { preview: seen.id, lines: lookLines(seen) }
}

/** The second person puts into force what was looked at; the server refuses whoever entered it. */
export async function publishCalendar(caller: Caller, id: string, preview: string): Promise<string> {
  const path = `/api/clock-changes/${id}/publish`
  return changeLine(required(await caller.command(path, { preview }, ClockChange), 'publish'))
}

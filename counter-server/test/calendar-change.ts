import { readFileSync } from 'node:fs'
import type { Caller } from './app.ts'
import { newId } from './desk.ts'

interface Day {
  readonly date: string
  readonly name: string
  readonly kind: string
}
/** What the shipped calendar of 2026 says of its days. */
export const NOTICED = JSON.parse(
  readFileSync(new URL('../../shared/data/calendar-2026.json', import.meta.url), 'utf8'),
) as { off: Day[]; makeup: Day[] }

/** The table of 2026 with days more or less. */
export function calendarTable(more: readonly string[] = [], without: readonly string[] = []): string {
  return [
    ...NOTICED.off.map(({ date, name, kind }) => `${date},${kind === 'statutory' ? '法定' : '放假'},${name}`),
    ...NOTICED.makeup.map(({ date, name }) => `${date},上班,${name}`),
    ...more,
  ]
    .filter((line) => !without.some((date) => line.startsWith(date)))
    .join('\n')
}

export const SOURCE = {
  title: '关于调整端午节放假的通知',
  number: '国办发明电〔2026〕3号',
  issuer: '国务院办公厅',
  date: '2026-06-11',
}
/** 18 June off as well: five working days from the 12th end on the 23rd instead of the 22nd. */
export const THE_18TH = calendarTable(['2026-06-18,放假,端午节'])

export const enter = (admin: Caller, text: string, more: object = {}) =>
  admin.command('/api/clock-changes', {
    kind: 'calendar',
    year: 2026,
    status: 'official',
    text,
    source: SOURCE,
    reason: '新通知',
    ...more,
  })
export const preview = async (caller: Caller, id: string) =>
  (await caller.get(`/api/clock-changes/${id}/preview`)).body
export const publish = (caller: Caller, id: string, seen: string, commandId = newId()) =>
  caller.command(`/api/clock-changes/${id}/publish`, { preview: seen }, commandId)

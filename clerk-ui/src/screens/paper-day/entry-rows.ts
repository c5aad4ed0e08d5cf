import type { PaperRow } from '@counter/shared/contract/paper-day'

/** A row of the grid as typed. */
export interface EntryRow {
  readonly id: number
  readonly number: string
  readonly window: string
  readonly topic: string
  readonly cls: PaperRow['cls']
  readonly takenAt: string
  readonly startedAt: string
  readonly endedAt: string
  readonly outcome: PaperRow['outcome']
}

/** An empty row that goes on as the one above: same window, same matter. */
export function rowAfter(above: EntryRow | undefined, id: number): EntryRow {
  return {
    id,
    number: '',
    window: above?.window ?? '1',
    topic: above?.topic ?? '',
    cls: 'ordinary',
    takenAt: '',
    startedAt: above?.endedAt ?? '',
    endedAt: '',
    outcome: above?.outcome ?? 'accepted',
  }
}

/** What is sent: rows without a number are not there. Beside it the places of those that are, as the grid counts them. */
export function sentRows(rows: readonly EntryRow[]): { readonly body: object[]; readonly places: number[] } {
  const places = rows.flatMap(({ number }, place) => (number.trim() === '' ? [] : [place]))
  const body = places.flatMap((place) => {
    const row = rows[place]
    if (row === undefined) return []
    const { id: _id, window, number, takenAt, startedAt, endedAt, ...rest } = row
    const times = {
      takenAt: clockTime(takenAt),
      startedAt: clockTime(startedAt),
      endedAt: clockTime(endedAt),
    }
    return [{ ...rest, ...times, number: number.trim(), window: Number(window) }]
  })
  return { body, places }
}

const PROBLEMS = ['number', 'twice', 'used', 'status', 'window', 'topic', 'times'] as const
export type RowProblem = (typeof PROBLEMS)[number]

/** `2:times,5:number` of a refusal, by the place in the grid. */
export function problemsOf(told: string, places: readonly number[]): ReadonlyMap<number, RowProblem> {
  const found = told.split(',').flatMap((part): [number, RowProblem][] => {
    const [nth, word] = part.split(':')
    const place = places[Number(nth) - 1]
    const problem = PROBLEMS.find((each) => each === word)
    return place === undefined || problem === undefined ? [] : [[place, problem]]
  })
  return new Map(found)
}

/** What can be seen before anything is sent: a missing time or matter. */
export function unfinished({ takenAt, startedAt, endedAt, topic }: EntryRow): RowProblem | null {
  if (topic === '') return 'topic'
  return [takenAt, startedAt, endedAt].some((typed) => clockTime(typed) === null) ? 'times' : null
}

/** 840, 0840, 8:40 and 8：40 are 08:40: four digits are quicker than a clock's fields; null is no time. */
export function clockTime(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? []
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59
    ? null
    : `${hours.padStart(2, '0')}:${minutes}`
}

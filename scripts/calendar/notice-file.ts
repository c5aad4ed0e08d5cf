import { readFileSync } from 'node:fs'
import type { CalendarVersion } from '../../counter-server/src/domain/calendar/calendar-version.ts'

/** What a file says of the days: the words of a notice or a table as they stand, or a calendar of `shared/data` as a table. */
export function readNoticeFile(path: string): string {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  return path.endsWith('.json') ? tableOf(JSON.parse(text) as Pick<CalendarVersion, 'off' | 'makeup'>) : text
}

function tableOf({ off, makeup }: Pick<CalendarVersion, 'off' | 'makeup'>): string {
  return [
    ...off.map(({ date, name, kind }) => `${date}\t${kind === 'statutory' ? '法定' : '放假'}\t${name}`),
    ...makeup.map(({ date, name }) => `${date}\t上班\t${name}`),
  ].join('\n')
}

import { CalendarPage } from '@counter/shared/contract/calendar'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Link } from 'wouter'
import { useServerNow } from '../state/live.ts'
import { useReading } from '../state/use-reading.ts'
import { useWords } from '../text/words.ts'
import { ClockDoubt } from './clock-doubt.tsx'
import { MissingCalendar } from './missing-calendar.tsx'

const HOUR_MS = 3_600_000

/** What administrators and supervisors must know: the time is in doubt, next year's calendar is missing, a change waits (R8, C608, C603). */
export function CalendarNews() {
  const words = useWords()
  const { value } = useReading('/api/calendars', CalendarPage, civilDate(useServerNow(HOUR_MS)))
  if (value === null) return null
  const waits = value.changes.filter(({ state }) => state === 'entered').length
  return (
    <>
      <ClockDoubt doubt={value.doubt} />
      <MissingCalendar missing={value.missing} />
      {waits > 0 && (
        <p role="status" className="strip">
          ▲ {words('a5.waits', { n: waits })} <Link href="/admin/calendar">{words('a5.goLook')}</Link>
        </p>
      )}
    </>
  )
}

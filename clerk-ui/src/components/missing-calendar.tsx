import type { CalendarPage } from '@counter/shared/contract/calendar'
import { Link } from 'wouter'
import { useWords } from '../text/words.ts'

interface MissingCalendarProps {
  readonly missing: CalendarPage['missing']
  /** On the page where it is entered no way leads there. */
  readonly isHere?: boolean
}

/** Next year's official calendar is missing: a reminder from November, an error from the middle of December (C608). */
export function MissingCalendar({ missing, isHere = false }: MissingCalendarProps) {
  const words = useWords()
  if (missing === null) return null
  const isError = missing.level === 'error'
  const sentence = words(`a5.missing.${missing.level}`, { year: missing.year })
  return (
    <p
      role={isError ? 'alert' : 'status'}
      className={isError ? 'refusal' : 'strip'}
      data-level={missing.level}
    >
      {isError ? '■' : '▲'} {sentence}
      {!isHere && (
        <>
          {' '}
          <Link href="/admin/calendar">{words('a5.goEnter')}</Link>
        </>
      )}
    </p>
  )
}

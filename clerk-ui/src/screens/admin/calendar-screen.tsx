import { CalendarPage, type ClockChange } from '@counter/shared/contract/calendar'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useEffect, useState } from 'react'
import { ClockDoubt } from '../../components/clock-doubt.tsx'
import { MissingCalendar } from '../../components/missing-calendar.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from './admin-page.tsx'
import './calendar.css'
import { ChangeCard } from './change-card.tsx'
import { NoticeForm } from './notice-form.tsx'
import { YearPart } from './year-part.tsx'

const MINUTE_MS = 60_000
const AGAIN_MS = 2_000

/** the calendars in force, and how a change of the rules comes into force: entered, looked at, published (C603). */
export function CalendarScreen() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, reread, put } = useReading('/api/calendars', CalendarPage)
  const today = civilDate(useServerNow(MINUTE_MS))
  const [chosen, setChosen] = useState<number | null>(null)
  const isApplying = value?.changes.some(({ state }) => state === 'published') ?? false
  useEffect(() => {
    if (!isApplying) return
    const timer = setInterval(reread, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isApplying, reread])
  const keep = (change: ClockChange) => {
    put((known) => withChange(known, change))
    reread()
  }
  const thisYear = Number(today.slice(0, 4))
  const year = chosen ?? value?.missing?.year ?? thisYear
  const shown = value?.items.find((each) => each.year === year) ?? value?.items[value.items.length - 1]
  return (
    <AdminPage screen="A-5" title={words('a5.title')} state={pageState(value?.items ?? null, refused)}>
      <p className="quiet">{words('a5.hint')}</p>
      <RefusalLine refused={refused} />
      <ClockDoubt
        doubt={value?.doubt ?? null}
        mayConfirm={role === 'admin'}
        onConfirmed={(page) => put(() => page)}
      />
      <MissingCalendar missing={value?.missing ?? null} isHere />
      {value !== null && value.changes.length > 0 && (
        <section className="card stack">
          <h2>{words('a5.changes')}</h2>
          {value.changes.map((change) => (
            <ChangeCard
              key={change.id}
              change={change}
              inForce={value.items.find((each) => String(each.year) === change.subject)}
              onChanged={keep}
            />
          ))}
        </section>
      )}
      {shown !== undefined && (
        <YearPart
          shown={shown}
          years={(value?.items ?? []).map((each) => each.year)}
          today={today}
          onYear={setChosen}
        />
      )}
      {role === 'admin' && <NoticeForm year={value?.missing?.year ?? thisYear} onEntered={keep} />}
      <p className="quiet">{words('a5.closure')}</p>
    </AdminPage>
  )
}

function withChange(known: CalendarPage | null, change: ClockChange): CalendarPage {
  const { items = [], missing = null, doubt = null, changes = [] } = known ?? {}
  const others = changes.filter(({ id }) => id !== change.id)
  return { items, missing, doubt, next: null, changes: [change, ...others] }
}

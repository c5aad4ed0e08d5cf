import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { ReactNode } from 'react'
import { CalendarNews } from '../../components/calendar-news.tsx'
import type { Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import './admin.css'

interface AdminPageProps {
  readonly screen: `${'A' | 'B'}-${number}`
  readonly title: string
  /** Null while the page is being opened. */
  readonly state: string | null
  readonly children: ReactNode
}

/** The frame of every page of the administrator: title, state, and that nothing can be changed while the line is cut (A-1…8). */
export function AdminPage({ screen, title, state, children }: AdminPageProps) {
  const words = useWords()
  const { net, since } = useNet()
  const isCut = net === 'offline'
  return (
    <section
      className="admin stack"
      data-screen={screen}
      data-state={isCut ? 'offline' : (state ?? 'loading')}
    >
      <h1>{title}</h1>
      {screen !== 'A-5' && <CalendarNews />}
      {isCut && (
        <p role="status" className="strip">
          {words('admin.readOnly', { time: since === null ? '–' : civilTime(since) })}
        </p>
      )}
      {state === null ? (
        <SlowWords />
      ) : (
        <fieldset className="admin-body stack" disabled={isCut}>
          {children}
        </fieldset>
      )}
    </section>
  )
}

/** How a page with a list stands; what was read once stays in sight when a later look fails (U10, U11). */
export function pageState(items: readonly unknown[] | null, refused: Refused | null): string | null {
  if (items === null) return refused === null ? null : 'error'
  return items.length === 0 ? 'empty' : 'normal'
}

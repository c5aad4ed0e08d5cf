import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { CaseLight } from '../../components/case-light.tsx'
import { PartGuard } from '../../components/part-guard.tsx'
import { useServerNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { ReturnTasks } from '../case/return-tasks.tsx'
import { WithdrawalAsks } from '../case/withdrawal-asks.tsx'
import { DeskDevices } from './desk-devices.tsx'
import { OwnRatingsLine } from './own-ratings.tsx'
import { RemainingCard } from './remaining-card.tsx'
import type { Desk } from './use-desk.ts'

const MINUTE_MS = 60_000
const TODO: Readonly<Record<string, TextKey>> = {
  received: 'desk.todo.received',
  supplement: 'desk.todo.supplement',
  decided: 'desk.todo.decided',
}

/** Right column: devices that need somebody, who is left in the evening, then the cases whose next step is the counter's. */
export function TodoColumn({ desk }: { desk: Desk }) {
  const words = useWords()
  const now = useServerNow(MINUTE_MS)
  const { cases, devices } = desk.seen
  return (
    <aside className="desk-todo card" aria-label={words('desk.todo', { n: cases.length })}>
      <DeskDevices devices={devices} />
      <PartGuard>
        <RemainingCard waiting={desk.seen.figures.waiting} />
      </PartGuard>
      <PartGuard>
        <ReturnTasks news={cases} />
      </PartGuard>
      <PartGuard>
        <WithdrawalAsks news={cases} />
      </PartGuard>
      <h2>{words('desk.todo', { n: cases.length })}</h2>
      {cases.length === 0 && <p className="quiet">{words('desk.todoNone')}</p>}
      <ul className="rows" onKeyDown={moveInList}>
        {cases.map((row) => (
          <li key={row.id} className="row">
            <Link href={`/cases/${row.id}`}>
              <strong>{words(TODO[row.status] ?? 'desk.todo.received')}</strong> {row.itemName} ·{' '}
              {row.applicant}
              {row.villageName !== null && ` · ${row.villageName}`}
            </Link>
            <CaseLight row={row} now={now} />
          </li>
        ))}
      </ul>
      <PartGuard>
        <OwnRatingsLine />
      </PartGuard>
    </aside>
  )
}

// ↑↓ or J/K while the list has the focus; letters act nowhere else (U31).
function moveInList(event: KeyboardEvent<HTMLUListElement>): void {
  const step = ['ArrowDown', 'j', 'J'].includes(event.key)
    ? 1
    : ['ArrowUp', 'k', 'K'].includes(event.key)
      ? -1
      : 0
  if (step === 0 || event.ctrlKey) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  event.preventDefault()
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}

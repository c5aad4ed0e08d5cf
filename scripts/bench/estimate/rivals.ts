import { type Hall, mayCall } from '../../../counter-server/src/domain/queue/order.ts'
import type { Ticket } from '../../../counter-server/src/domain/queue/ticket.ts'
import { minutesBetween } from './play-day.ts'

export const RIVALS = ['fixed', 'queueLength', 'lastToEnter', 'headOfLine', 'lastTen'] as const
export type Rival = (typeof RIVALS)[number]

const LAST = 10

/** What other systems promise with, told apart by class, because a priority number waits less. */
export interface Seen {
  readonly ahead: number
  readonly windows: number
  readonly meanBusyMinutes: number
  readonly meanWaitMinutes: number
}

/** The waits of those called today, per class. */
export class CalledToday {
  readonly #waits = new Map<Ticket['cls'], number[]>()

  add(cls: Ticket['cls'], waitMinutes: number): void {
    this.#waits.set(cls, [...(this.#waits.get(cls) ?? []), waitMinutes].slice(-LAST))
  }

  of(cls: Ticket['cls']): readonly number[] {
    return this.#waits.get(cls) ?? []
  }
}

/** The minutes each rival promises to somebody who has just taken a number. */
export function rivalQuotes(
  ticket: Ticket,
  hall: Hall,
  { called, seen }: { readonly called: CalledToday; readonly seen: Seen },
): Record<Rival, number> {
  const last = called.of(ticket.cls)
  const byLength = ((seen.ahead + 1) * seen.meanBusyMinutes) / Math.max(1, seen.windows)
  return {
    fixed: seen.meanWaitMinutes,
    queueLength: byLength,
    // Before anybody of the class was called today, these two know nothing but the length of the line.
    lastToEnter: last.at(-1) ?? byLength,
    headOfLine: headWait(ticket, hall),
    lastTen: last.length === 0 ? byLength : last.reduce((sum, wait) => sum + wait, 0) / last.length,
  }
}

function headWait(ticket: Ticket, hall: Hall): number {
  const windows = hall.windows.filter((window) => mayCall(window, ticket))
  const head = hall.waiting
    .filter(({ cls, id }) => cls === ticket.cls && id !== ticket.id)
    .filter((other) => windows.some((window) => mayCall(window, other)))
    .toSorted((a, b) => a.issueOrder - b.issueOrder)[0]
  return head === undefined ? 0 : minutesBetween(head.issuedAt, hall.now)
}

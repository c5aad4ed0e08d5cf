import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

const CLASS_PREFIXES = { ordinary: null, priority: '优先', appointment: '预约' } as const satisfies Record<
  TicketClass,
  string | null
>

/** The number as it is printed: prefix and three digits, four after 999 (Q1). */
export function numberText(prefix: string, serial: number): string {
  return `${prefix} ${String(serial).padStart(3, '0')}`
}

/** The series a new ticket draws from: with `classSeries` on, priority and appointment have the hall's own (Q2). */
export function prefixFor(linePrefix: string, cls: TicketClass, classSeries: boolean): string {
  return (classSeries ? CLASS_PREFIXES[cls] : null) ?? linePrefix
}

/** The day a ticket belongs to at fixed +08:00; never before `latest`, the last day used (Q3). */
export function businessDateOf(now: Instant, latest: PlainDate | null): PlainDate {
  const today = civilDate(now)
  return latest !== null && latest > today ? latest : today
}

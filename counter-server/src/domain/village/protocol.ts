import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** The protocols of `POST /sync`, newest first, each with the day from which phones are given it (V58). */
const PROTOCOLS: readonly { readonly protocol: number; readonly since: PlainDate }[] = [
  { protocol: 2, since: '2026-11-27' as PlainDate },
  { protocol: 1, since: '2026-06-01' as PlainDate },
]

/** The last day on which the centre speaks a protocol: the one before the newest for so many days more, older ones no more (V58). */
export function isSpoken(protocol: number, today: PlainDate, days: number): boolean {
  const [newest, before] = PROTOCOLS
  if (newest === undefined || protocol >= newest.protocol) return true
  return protocol === before?.protocol && today <= addDays(newest.since, days)
}

import type { VillageHeader } from '@counter/shared/contract/village'
import { provisionalCode } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { UnplacedHeader } from './command.ts'

/** At so many left the device asks for more (V61); the centre decides how many it gets. */
export const NUMBERS_RENEW_AT = 20

const GRACE_UNTIL = '-01-15'

/** What the slip of a new case shows: a lent number, else the code of an empty pool (V61, V63). */
export interface SlipNumber {
  readonly number: string | null
  readonly provisional: string | null
}

/**
 * The lowest number lent to the point that is still of its year: those of the old year live until 15 January (V61). What is
 * sent anew keeps the number or the code of the refused one, which its slip shows already (V36, V63).
 */
export function numberFor(
  { type, caseId, pointId, capturedAt }: UnplacedHeader,
  lent: readonly string[],
  refused?: Pick<VillageHeader, 'caseId' | 'number' | 'provisional'>,
): SlipNumber {
  if (type !== 'case.register') return { number: null, provisional: null }
  const { number: own = null, provisional: code = null } = refused?.caseId === caseId ? refused : {}
  if (own !== null || code !== null) return { number: own, provisional: code }
  const [number = null] = usable(lent, civilDate(capturedAt))
    .filter((each) => each.slice(5, 7) === pointId)
    .sort(inOrder)
  return { number, provisional: number === null ? provisionalCode(pointId, caseId) : null }
}

/** Those that may still be given out on a day; the rest is paper of a year that is over (V61). */
export function usable(lent: readonly string[], day: string): string[] {
  return lent.filter((number) => isOfDay(number, day))
}

function isOfDay(number: string, day: string): boolean {
  const year = Number(day.slice(0, 4))
  const lentFor = Number(number.slice(0, 4))
  return lentFor === year || (lentFor === year - 1 && day <= `${year}${GRACE_UNTIL}`)
}

// Five digits after 9999, so text alone would put 10000 before 9999.
function inOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1)
}

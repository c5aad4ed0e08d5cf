import type { VillageHeader } from '@counter/shared/contract/village'
import { numberYears, provisionalCode } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { UnplacedHeader } from './command.ts'
import { centreTime } from './page-clock.ts'

/** What the centre has set for the numbers of a phone (V61). */
export interface NumberRules {
  /** At so many left the device asks for more; the centre decides how many it gets. */
  readonly renewAt: number
  /** For so many days of a year the numbers of the old one still stand on new slips. */
  readonly oldNumberDays: number
}

/** As shipped: a phone that has not heard them goes by these. */
export const SHIPPED_RULES: NumberRules = { renewAt: 20, oldNumberDays: 15 }

/** What the slip of a new case shows: a lent number, else the code of an empty pool (V61, V63). */
export interface SlipNumber {
  readonly number: string | null
  readonly provisional: string | null
}

/**
 * The lowest number lent to the point that is still of its year, by the centre's time and not by the phone's: those of the old
 * year live until 15 January ⚙ (V61, V78). What is sent anew keeps the number or the code of the refused one, which its slip shows
 * already (V36, V63).
 */
export function numberFor(
  header: UnplacedHeader,
  lent: readonly string[],
  rules: NumberRules,
  refused?: Pick<VillageHeader, 'caseId' | 'number' | 'provisional'>,
): SlipNumber {
  const { type, caseId, pointId } = header
  if (type !== 'case.register') return { number: null, provisional: null }
  const { number: own = null, provisional: code = null } = refused?.caseId === caseId ? refused : {}
  if (own !== null || code !== null) return { number: own, provisional: code }
  const [number = null] = usable(lent, civilDate(centreTime(header)), rules)
    .filter((each) => each.slice(5, 7) === pointId)
    .sort(inOrder)
  return { number, provisional: number === null ? provisionalCode(pointId, caseId) : null }
}

/** Those that may still be given out on a day; the rest is paper of a year that is over (V61). */
export function usable(lent: readonly string[], day: PlainDate, { oldNumberDays }: NumberRules): string[] {
  const years = numberYears(day, oldNumberDays)
  return lent.filter((number) => years.includes(Number(number.slice(0, 4))))
}

// Five digits after 9999, so text alone would put 10000 before 9999.
function inOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1)
}

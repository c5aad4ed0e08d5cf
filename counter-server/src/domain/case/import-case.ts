import type { CaseFlag } from '@counter/shared/vocabulary/case'
import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { fact } from './act.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'

/** An old ledger writes days; its entries count as made when the hall opened, which is on that day by every rule (C506). */
const OPENING = '08:00' as PlainTime

/** What of a ledger's row makes the case. */
export interface Importing {
  readonly ledger: string
  readonly oldNumber: string
  readonly unit: UnitCode
  readonly itemCode: ItemCode
  readonly itemVersion: number
  readonly receivedOn: PlainDate
  readonly acceptedOn: PlainDate | null
  readonly promisedOn: PlainDate | null
  readonly isRepeated: boolean
}

/**
 * Takes over an open case of an old ledger, with the instant of its receipt (C520). A day that was promised there was promised
 * with the acceptance, so a row without one counts as accepted at its receipt; an immediate item that was not finished on its
 * day goes on as a converted one (C202). What was accepted had its papers (C440).
 */
export function importCase(
  item: ItemRules,
  importing: Importing,
): { readonly fact: CaseFact<'case.imported'>; readonly at: Instant } {
  const { receivedOn, promisedOn, isRepeated, ...rest } = importing
  const acceptedOn = acceptanceOf(importing)
  const isAccepted = acceptedOn !== null
  const flags: CaseFlag[] = ['imported']
  if (item.caseType === 'immediate' && isAccepted) flags.push('converted')
  if (isRepeated) flags.push('possible_duplicate')
  const { ledger, oldNumber, unit, itemCode, itemVersion } = rest
  return {
    at: instantAt(receivedOn, OPENING),
    fact: fact('case.imported', {
      ledger,
      oldNumber,
      channel: 'window',
      village: null,
      unit,
      itemCode,
      itemVersion,
      caseType: item.caseType,
      materials: item.materials
        .filter(({ required }) => required && isAccepted)
        .map(({ name }) => ({ name, state: 'received', promisedOn: null })),
      flags,
      acceptedAt: isAccepted ? instantAt(acceptedOn, OPENING) : null,
      ...(promisedOn === null ? {} : { toldDueOn: promisedOn }),
    }),
  }
}

/** On which day a row of a ledger counts as accepted, or null. */
export function acceptanceOf({
  receivedOn,
  acceptedOn,
  promisedOn,
}: Pick<Importing, 'receivedOn' | 'acceptedOn' | 'promisedOn'>): PlainDate | null {
  return acceptedOn ?? (promisedOn === null ? null : receivedOn)
}

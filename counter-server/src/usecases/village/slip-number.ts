import { isCaseNumber } from '@counter/shared/vocabulary/number'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { nextCaseNumber, passNumber } from '../../store/case-numbers.ts'
import type { Tx } from '../../store/tx.ts'
import { findVillageNumber } from '../../store/village-numbers.ts'

type Lent = NonNullable<ReturnType<typeof findVillageNumber>>

interface SlipAsker {
  readonly tx: Tx
  readonly header: VillageHeader
  readonly device: string | null
  readonly isApart?: boolean
}

/** The number of a case, and what else its slip shows. */
export interface SlipNumber {
  readonly number: string
  /** The provisional code, or a number that could not be kept: found by it for ever (V63, V66). */
  readonly alias: string | null
  /** The slip shows a number that is not the case's: the point must be told (V66). */
  readonly isOther: boolean
}

/**
 * A number lent to this device and not used yet is the case's, also after the device was lost (V80), and one that a restored
 * record left out for whoever may have been lent it (V57). Any other stays its alias (V61, V63, V66).
 */
export function slipNumber({ tx, header, device, isApart = false }: SlipAsker): SlipNumber {
  const { number: told = null, provisional = null, pointId } = header
  // A number names one case; a code may be equal to another by chance, and only the query code tells them apart (V63, V80).
  if (isApart) return { number: nextCaseNumber(tx, pointId), alias: provisional, isOther: true }
  const lent = told === null ? undefined : findVillageNumber(tx, told)
  const isUnused = lent?.state === 'leased' || lent?.state === 'lost'
  const isOwn = isUnused && (lent.device === device || isLeftOut(lent)) && lent.village === pointId
  if (told !== null && isOwn) return { number: told, alias: null, isOther: false }
  if (told !== null && lent === undefined && isCaseNumber(told)) passNumber(tx, pointId, told)
  return { number: nextCaseNumber(tx, pointId), alias: provisional ?? told, isOther: told !== null }
}

function isLeftOut({ state, device }: Lent): boolean {
  return state === 'lost' && device === ''
}
